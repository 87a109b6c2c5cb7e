public import GeoFiles
public import Placement
public import Units

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
  public var warnings: [GeoFileWarning]
  /// How numbers of the options with two readings were read.
  private let reading: NumberReading

  /// Reads the tables.
  ///
  /// A number with one mark before three digits (`17.800`) is read as its own table shows by its other numbers; where
  /// nothing shows it, a table with commas between columns has decimal points, and in another one it is a fault.
  /// - Parameters:
  ///   - decimal: The decimal mark of all three tables, where it is known.
  ///   - resources: Columns of `options` that hold what an option takes of further resources.
  ///   - need: What a demand needs when its row does not say.
  /// - Throws: ``SelectionError`` with every fault of all three files.
  public static func load(
    options: String, demand: String, covers: String, resources: [String] = [], need: Double = 1,
    decimal: DecimalMark? = nil
  ) throws(SelectionError) -> SelectionTables {
    var reading = SelectionReading(resources: resources, need: need, decimal: decimal)
    var problems = [SelectionProblems(path: options), SelectionProblems(path: demand), SelectionProblems(path: covers)]
    reading.readOptions(&problems[0])
    reading.readDemands(&problems[1])
    reading.readCovers(&problems[2])
    if problems.contains(where: { $0.count > 0 }) { reading.findDuplicates(&problems[2]) }
    try throwAny(problems)
    do {
      let model = try PlacementModel(
        options: reading.options, demands: reading.demands, covers: reading.covers, resources: resources)
      return SelectionTables(
        model: model, currency: reading.currency, warnings: reading.warnings,
        reading: reading.ofOptions)
    } catch {
      // Only what no single row shows is left: pairs.
      if error.problems.contains(where: { $0.code == .duplicateCover }) { reading.findDuplicates(&problems[2]) }
      for problem in error.problems where problem.code != .duplicateCover {
        problems[0].append(nil, nil, problem.description)
      }
      try throwAny(problems)
      throw SelectionError(GeoFileError(.badRow, path: options, problem: error.description, underlying: error))
    }
  }

  /// How a number given with the tables is read, a budget or a limit: where it has two readings, as those of the options.
  public func reading(of text: String) -> NumberReading {
    var evidence = DecimalEvidence()
    evidence.take(text)
    guard evidence.hasAmbiguous, case .known = reading else { return .asWritten }
    return reading
  }

  private static func throwAny(_ problems: [SelectionProblems]) throws(SelectionError) {
    let count = problems.reduce(0) { $0 + $1.count }
    if let error = SelectionError(problems.flatMap(\.problems), count: count) { throw error }
  }
}
