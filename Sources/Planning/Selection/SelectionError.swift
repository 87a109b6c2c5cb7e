public import GeoFiles
public import Units

/// Everything that is wrong with the tables of a selection.
public struct SelectionError: Error, Sendable, CustomStringConvertible {
  /// The faults with file and row, in the order of the files; at most ``limit`` of each file.
  public var problems: [GeoFileError]
  /// How many there are in all.
  public var count: Int

  /// So many faults of one file are kept.
  public static let limit = 20

  /// One line per fault.
  public var description: String { lines.joined(separator: "\n") }

  /// One line per fault, and one for those that are not kept.
  public var lines: [String] {
    problems.map(\.description) + (count > problems.count ? ["… and \(count - problems.count) more"] : [])
  }
}

/// Collects the faults of one file.
struct SelectionProblems {
  let path: String
  private(set) var problems: [GeoFileError] = []
  private(set) var count = 0

  init(path: String) { self.path = path }

  mutating func append(_ line: Int?, _ field: String?, _ problem: String, remedy: String? = nil) {
    append(
      GeoFileError(
        .badRow, path: path, row: line.map { .line($0) }, field: field, problem: problem, remedy: remedy))
  }

  mutating func append(_ problem: GeoFileError) {
    count += 1
    if problems.count < SelectionError.limit { problems.append(problem) }
  }

  /// Takes in the faults of another reading of the same file, in the order of lines.
  mutating func merge(_ other: SelectionProblems) {
    count += other.count
    let all = (problems + other.problems).enumerated().sorted {
      ($0.element.line, $0.offset) < ($1.element.line, $1.offset)
    }
    problems = all.prefix(SelectionError.limit).map(\.element)
  }
}

extension GeoFileError {
  /// The line it is about; those of the whole file come first.
  fileprivate var line: Int {
    guard case .line(let line) = place.row else { return 0 }
    return line
  }
}
