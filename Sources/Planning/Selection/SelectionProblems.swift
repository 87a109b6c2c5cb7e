internal import GeoFiles
internal import Units

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
