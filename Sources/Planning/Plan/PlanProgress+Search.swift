public import Placement
internal import Units

extension PlanProgress.Search {
  init(_ subject: String, _ progress: PlacementProgress) {
    self.init(
      subject: subject, phase: progress.phase.rawValue, best: progress.value, bound: progress.bound,
      seconds: progress.seconds)
  }

  /// For people: `branching, best 12.50, bound 13.00, 4 s`.
  public var text: String {
    func text(_ number: Double?) -> String { number.map { $0.fixed(2) } ?? "none yet" }
    return "\(phase), best \(text(best)), bound \(text(bound)), \(seconds.fixed(0)) s"
  }
}

extension PlacementProgress {
  /// How far a search has come: `branching, best 12.50, bound 13.00, 4 s`.
  public var text: String { PlanProgress.Search("", self).text }
}
