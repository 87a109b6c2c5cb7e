public import Geodesy
public import Units

/// A landing strip that flights use, or another place that must be reached.
public struct Strip: Sendable, Hashable {
  /// Key.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where it is.
  public var position: Position
  /// Elevation above mean sea level; nil when unknown.
  public var elevation: Length?
  /// Usable length; nil when unknown.
  public var length: Length?
  /// Whether the position is no better than an area.
  public var isApproximate: Bool

  /// A strip.
  public init(
    id: String, name: String, position: Position, elevation: Length?, length: Length?, isApproximate: Bool
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.elevation = elevation
    self.length = length
    self.isApproximate = isApproximate
  }
}
