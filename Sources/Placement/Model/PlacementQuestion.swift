/// A goal and its limits.
public struct PlacementQuestion: Sendable, Hashable {
  /// What the list is optimised for.
  public var goal: PlacementGoal
  /// Limits, all of which apply.
  public var limits: [PlacementLimit]

  /// A question.
  public init(_ goal: PlacementGoal, limits: [PlacementLimit] = []) {
    self.goal = goal
    self.limits = limits
  }
}
