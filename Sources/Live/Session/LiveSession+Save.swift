internal import Foundation
internal import GeoFiles
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
      try variant.state.draft.writePurchase(id: purchase, name: name, into: path)
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

  /// The scenario's folder, where links end.
  nonisolated var folder: String {
    let url = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL
    return url.lastPathComponent == "scenario.yaml" ? url.deletingLastPathComponent().path : url.path
  }

  /// The path of a folder beside the scenario's that is not there yet.
  /// - Throws: ``LiveError`` when the name is a way to elsewhere, or the folder is there.
  nonisolated func newFolder(_ name: String) throws(LiveError) -> String {
    guard !name.hasPrefix("."), !name.contains("/"), !name.contains("\\"), name.utf8.count <= 200 else {
      throw LiveError(.request, "“\(name)” is no name of a folder", remedy: "write a name without slashes and a dot first")
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
