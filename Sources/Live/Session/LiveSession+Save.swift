internal import Foundation
internal import GeoFiles
internal import Planning
internal import Report
internal import Scenario
internal import ScenarioFiles
internal import Units

extension LiveSession {
  /// What a variant is saved as.
  enum SavedAs: String, Codable, Sendable, CaseIterable { case folder, purchase, report }

  /// Writes a variant.
  /// - Parameters:
  ///   - name: The name of the new folder, or of the purchase.
  ///   - purchase: The id of the purchase; nil: made of its name.
  /// - Returns: The folder or file that was written.
  /// - Throws: ``LiveError`` when there is such a folder already; ``ScenarioError``; ``GeoFileError``.
  func save(_ id: String, as kind: SavedAs, name: String, purchase: String? = nil) async throws -> String {
    let name = try Self.checked(name: name)
    let variant = try variant(id)
    let path: String
    switch kind {
    case .folder:
      path = try newFolder(name)
      try variant.state.draft.write(to: path)
    case .purchase:
      path = folder
      try variant.state.draft.writePurchase(id: purchase ?? Self.id(of: name), name: name)
      try reload()
    case .report:
      path = try newFolder(name)
      guard let answer = try await answer(of: id, within: .seconds(600)) else {
        throw LiveError(.limit, "the plan is still being computed", remedy: "save it again in a while")
      }
      let files = try PlanFiles(of: answer.plan, page: try page(of: answer))
      try files.write(to: path, about: answer.plan.scenario)
    }
    var event = LiveEvent(.saved, variant: variant)
    event.path = path
    send(event)
    return path
  }

  /// Reads the scenario again from the disk, and makes the edits of all variants on top of what it is now. What was taken
  /// back cannot be made again after that.
  /// - Returns: Edits that cannot be made any more, for people.
  /// - Throws: ``ScenarioError`` when the scenario is not sound; nothing is changed then. ``LiveError``.
  @discardableResult
  func reload() throws -> [String] {
    let draft = try ScenarioDraft(folder: path)
    var base = Variant(
      id: Self.base, name: variants[0].name, state: Variant.State(draft: draft, scenario: try load(draft)))
    base.purchase = variants[0].purchase
    var log = VariantLog(base: base)
    let entries = VariantLog.entries(of: variants)
    log.replay(entries)
    try journal.replace(by: [JournalEntry(.begin)] + VariantLog.entries(of: log.variants))
    let earlier = variants
    variants = log.variants.map { variant in
      var variant = variant
      if let before = earlier.first(where: { $0.id == variant.id }) { variant.succeed(before) }
      return variant
    }
    send(LiveEvent(.variants))
    for variant in variants.reversed() { want(variant.id) }
    return log.notes
  }

  /// An id made of a name: its ASCII letters and digits in small, with hyphens between.
  private static func id(of name: String) -> String {
    let words = name.lowercased().split { !$0.isASCII || !$0.isLetter && !$0.isNumber }
    return words.isEmpty ? "variant" : words.joined(separator: "-")
  }

  /// The scenario's folder, where links end.
  nonisolated var folder: String {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL
    return url.lastPathComponent == "scenario.yaml" ? url.deletingLastPathComponent().path : url.path
  }

  /// The path of a folder beside the scenario's that is not there yet.
  /// - Throws: ``LiveError`` when the name is a way to elsewhere, or the folder is there.
  nonisolated func newFolder(_ name: String) throws(LiveError) -> String {
    guard !name.hasPrefix("."), !name.contains("/"), !name.contains("\\"), name.utf8.count <= 200 else {
      throw LiveError(
        .request, "“\(name)” is no name of a folder", remedy: "write a name without slashes and a dot first")
    }
    let path = FilePath.join(FilePath.folder(of: folder), name)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw LiveError(.conflict, "there is a “\(name)” beside the scenario already", remedy: "choose another name")
    }
    return path
  }

  /// The page of a variant.
  func page(of id: String) async throws -> String {
    guard let answer = try await answer(of: id, within: .seconds(600)) else {
      throw LiveError(.limit, "the plan is still being computed", remedy: "load the page again in a while")
    }
    let page = try await pages.page(of: answer, on: executor)
    return page.html(.en, library: pages.library)
  }

  /// The report of an answer.
  private nonisolated func page(of answer: LiveAnswer) throws(GeoFileError) -> ReportPage {
    try ReportPage(
      of: answer.plan, command: "atalaya live \(ShellWord.quoted(path))", library: pages.library)
  }
}
