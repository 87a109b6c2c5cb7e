/// A goal and its limits.
public struct PlacementQuestion: Sendable, Hashable {
  /// What is to be best.
  public var goal: PlacementGoal
  /// What may not be passed; several at once are allowed.
  public var limits: [PlacementLimit]

  /// A question.
  public init(_ goal: PlacementGoal, limits: [PlacementLimit] = []) {
    self.goal = goal
    self.limits = limits
  }
}
