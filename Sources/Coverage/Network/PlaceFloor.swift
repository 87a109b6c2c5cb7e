public import Units

/// What a network sees over one place.
public struct PlaceFloor: Sendable, Hashable {
  /// Lowest altitude above mean sea level at which at least one radar sees the target; nil where none is known to.
  public var lowest: Length?
  /// The same for at least two radars.
  public var second: Length?
  /// Which station gives ``lowest``, by its position in the network.
  public var station: Int?
  /// Ground above mean sea level; nil where unknown.
  public var ground: Length?
}
