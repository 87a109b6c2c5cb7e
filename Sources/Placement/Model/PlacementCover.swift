/// One option covers one demand.
public struct PlacementCover: Sendable, Hashable {
  /// The option's index in the model.
  public var option: Int32
  /// The demand's index in the model.
  public var demand: Int32
  /// How much it adds to what the demand needs, above zero.
  public var strength: Float

  /// A cover.
  public init(option: Int, demand: Int, strength: Float = 1) {
    self.option = Int32(option)
    self.demand = Int32(demand)
    self.strength = strength
  }
}
