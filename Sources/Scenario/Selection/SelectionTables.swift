internal import GeoFiles
public import Placement

/// A coverage matrix in three tables: what can be bought, what is to be covered, and what covers what.
///
/// - `options`: `id`, `cost`; where wanted `group`, `fixed`, `forced`, `forbidden` (yes or no), and a column for each
///   further resource.
/// - `demand`: `id`, `weight`; where wanted `group`, and `k`, what the demand needs.
/// - `covers`: `option`, `demand`; where wanted `strength`, 1 where it is empty.
///
/// The tables are read row by row; 12 bytes are kept of each row of `covers`.
public struct SelectionTables: Sendable {
  /// The model of the tables.
  public var model: PlacementModel
  /// The currency that prices name; nil when none does.
  public var currency: String?
  /// What is odd but was read.
  public var warnings: [String]

  /// Reads the tables.
  ///
  /// - Parameters:
  ///   - resources: Columns of `options` that hold what an option takes of further resources.
  ///   - need: What a demand needs when its row does not say.
  /// - Throws: ``SelectionError`` with every fault of all three files.
  public static func load(
    options: String, demand: String, covers: String, resources: [String] = [], need: Double = 1
  ) throws(SelectionError) -> SelectionTables {
    var reading = SelectionReading(resources: resources, need: need)
    var problems = [SelectionProblems(path: options), SelectionProblems(path: demand), SelectionProblems(path: covers)]
    reading.readOptions(&problems[0])
    reading.readDemands(&problems[1])
    reading.readCovers(&problems[2])
    if problems.contains(where: { $0.count > 0 }) { reading.findDuplicates(&problems[2]) }
    try throwAny(problems)
    do {
      let model = try PlacementModel(
        options: reading.options, demands: reading.demands, covers: reading.covers, resources: resources)
      return SelectionTables(model: model, currency: reading.currency, warnings: reading.warnings)
    } catch {
      // Only what no single row shows is left: pairs.
      if error.problems.contains(where: { $0.code == .duplicateCover }) { reading.findDuplicates(&problems[2]) }
      for problem in error.problems where problem.code != .duplicateCover {
        problems[0].append(nil, nil, problem.description)
      }
      try throwAny(problems)
      throw SelectionError(problems: [], count: 0)
    }
  }

  private static func throwAny(_ problems: [SelectionProblems]) throws(SelectionError) {
    let count = problems.reduce(0) { $0 + $1.count }
    if count > 0 { throw SelectionError(problems: problems.flatMap(\.problems), count: count) }
  }
}
