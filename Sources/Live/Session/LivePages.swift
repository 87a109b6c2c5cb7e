internal import Foundation
internal import GeoFiles
internal import Report
internal import Scenario
internal import Units

/// The pages of the last answers, and the grids that they show.
actor LivePages {
  /// The map library.
  nonisolated let library: MapLibrary
  private let command: String
  private var pages: [(variant: String, revision: Int, page: Task<LivePage, any Error>)] = []
  private var grids: [String: Data] = [:]
  /// Keys of the grids, those that were needed last at the end.
  private var order: [String] = []
  private var held = 0

  /// Answers whose pages are kept.
  private static let kept = 4
  /// Bytes of grids that are kept; those of one page are, whatever they come to.
  private static let most = 400_000_000

  /// - Throws: ``GeoFileError`` when the map library is not installed.
  init(scenario path: String) throws(GeoFileError) {
    library = try MapLibrary()
    command = "atalaya live \(ShellWord.quoted(path))"
  }

  /// The page of an answer, made once.
  func page(of answer: LiveAnswer, on executor: PlanningExecutor) async throws -> LivePage {
    if let known = pages.first(where: { $0.variant == answer.variant && $0.revision == answer.revision }) {
      return try await known.page.value
    }
    let command = command
    let task = Task(executorPreference: executor) { () throws -> LivePage in
      try LivePage(of: answer.plan, terrain: try TerrainLayers(of: answer.plan), command: command)
    }
    pages.append((answer.variant, answer.revision, task))
    if pages.count > Self.kept { pages.removeFirst() }
    let page = try await task.value
    keep(page.grids)
    return page
  }

  private func keep(_ new: [LivePage.Grid]) {
    let keys = Set(new.map(\.key))
    order.removeAll(where: keys.contains)
    for grid in new where grids.updateValue(grid.bytes, forKey: grid.key) == nil { held += grid.bytes.count }
    while held > Self.most, let oldest = order.first {
      order.removeFirst()
      held -= grids.removeValue(forKey: oldest)?.count ?? 0
    }
    order += keys
  }

  /// The cells of a grid; nil where no page that is kept shows it.
  func grid(_ key: String) -> Data? { grids[key] }
}
