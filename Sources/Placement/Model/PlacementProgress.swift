/// How far a search has come.
public struct PlacementProgress: Sendable, Hashable {
  /// What it is doing.
  public enum Phase: String, Sendable, Hashable {
    /// A first list, and better ones from it.
    case improving
    /// Lowering the bound by Lagrangian multipliers.
    case bounding
    /// Branch and bound.
    case branching
  }

  /// What it is doing.
  public var phase: Phase
  /// The best value so far; nil before the first list.
  public var value: Double?
  /// The best bound so far; nil before the first.
  public var bound: Double?
  /// Since the beginning.
  public var seconds: Double
}
