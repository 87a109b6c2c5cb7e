/// Collects what is wrong with single rows, and stops when a file is nothing but wrong rows.
struct ProblemList {
  /// So many bad rows are not slips of a pen: the file is not what its name says.
  static let limit = 200

  private(set) var problems: [GeoFileError] = []
  var isFull: Bool { problems.count >= Self.limit }

  mutating func append(_ problem: GeoFileError) {
    guard !isFull else { return }
    problems.append(problem)
  }
}
