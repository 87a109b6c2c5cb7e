/// Something that is to be covered.
public struct PlacementDemand: Sendable, Hashable {
  /// Its name, once in a model.
  public var id: String
  /// What covering it is worth, zero or more.
  public var weight: Double
  /// Whose share counts together when the worst group is to be best (``PlacementGoal/fairestCover``).
  public var group: String?
  /// The sum of strengths that covers it, above zero: with strengths of 1, how many options.
  public var need: Double

  /// A demand.
  public init(id: String, weight: Double, group: String? = nil, need: Double = 1) {
    self.id = id
    self.weight = weight
    self.group = group
    self.need = need
  }
}
