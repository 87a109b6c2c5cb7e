public import Placement
internal import Units

extension PlacementProgress {
  /// How far a search has come: `branching, best 12.50, bound 13.00, 4 s`.
  public var text: String {
    func text(_ number: Double?) -> String { number.map { $0.fixed(2) } ?? "none yet" }
    return "\(phase.rawValue), best \(text(value)), bound \(text(bound)), \(seconds.fixed(0)) s"
  }
}
