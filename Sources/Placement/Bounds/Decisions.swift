/// What is decided about options at a node of the search tree.
struct Decisions: Sendable {
  /// 1 taken, −1 left out, 0 open; one per option.
  var states: [Int8]

  /// Nothing decided, but for options that fit no limit.
  init(_ problem: CoverProblem) {
    states = (0..<problem.optionCount).map { option in
      problem.limits.allSatisfy { $0.uses[option] <= $0.most } ? 0 : -1
    }
  }

  /// Takes an option, and leaves out the others of its group.
  mutating func take(_ option: Int, _ problem: CoverProblem) {
    for other in problem.members[Int(problem.groups[option])] where states[Int(other)] == 0 { states[Int(other)] = -1 }
    states[option] = 1
  }

  mutating func leave(_ option: Int) { states[option] = -1 }
}
