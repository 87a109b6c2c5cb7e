public import GeoFiles
public import Units

/// Everything that is wrong with the tables of a selection, with file and row, in the order of the files.
public typealias SelectionError = FaultList<GeoFileFault>

/// Collects the faults of one file.
struct SelectionProblems {
  /// So many faults of one file are kept.
  private static let limit = 20

  let path: String
  private var faults = FaultCollector<GeoFileFault>(limit: limit)

  init(path: String) { self.path = path }

  var problems: [GeoFileError] { faults.problems }
  var count: Int { faults.count }

  mutating func append(_ line: Int?, _ field: String?, _ problem: String, remedy: String? = nil) {
    append(
      GeoFileError(
        .badRow, path: path, row: line.map { .line($0) }, field: field, problem: problem, remedy: remedy))
  }

  mutating func append(_ problem: GeoFileError) { faults.append(problem) }

  /// Takes in the faults of another reading of the same file, in the order of lines.
  mutating func merge(_ other: SelectionProblems) { faults.merge(other.faults) { $0.line < $1.line } }
}

extension Fault<GeoFileFault> {
  /// The line it is about; those of the whole file come first.
  fileprivate var line: Int {
    guard case .line(let line) = place.row else { return 0 }
    return line
  }
}
