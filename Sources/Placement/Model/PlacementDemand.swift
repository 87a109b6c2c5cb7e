/// A demand to be covered.
public struct PlacementDemand: Sendable, Hashable {
  /// Identifier, unique in the model.
  public var id: String
  /// Value of covering it, zero or more.
  public var weight: Double
  /// Group whose share of covered weight counts for ``PlacementGoal/fairestCover``; nil for none.
  public var group: String?
  /// Sum of strengths that covers it, above zero; with strengths of 1, a number of options.
  public var need: Double

  /// A demand.
  public init(id: String, weight: Double, group: String? = nil, need: Double = 1) {
    self.id = id
    self.weight = weight
    self.group = group
    self.need = need
  }
}
