public import Geodesy
public import Units

/// A place that responds: an air base, a heliport, a post.
public struct Base: Sendable, Hashable {
  /// Key.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where it is.
  public var position: Position
  /// Elevation above mean sea level; nil when unknown.
  public var elevation: Length?

  /// A base.
  public init(id: String, name: String, position: Position, elevation: Length?) {
    self.id = id
    self.name = name
    self.position = position
    self.elevation = elevation
  }
}
