/// Collects faults, so that all are reported at once.
struct PlacementProblems {
  private var problems: [PlacementError.Problem] = []
  private var count = 0

  var isEmpty: Bool { count == 0 }

  mutating func append(_ code: PlacementError.Code, _ subject: String, _ text: String) {
    count += 1
    if problems.count < PlacementError.limit {
      problems.append(PlacementError.Problem(code: code, subject: subject, text: text))
    }
  }

  func throwAny() throws(PlacementError) {
    if count > 0 { throw PlacementError(problems: problems, count: count) }
  }
}
