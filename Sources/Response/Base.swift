public import Geodesy
public import Units

/// A place from which assets respond: an air base, a heliport, a post.
public struct Base: Sendable, Hashable {
  /// Identifier, unique in the scenario.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where it is.
  public var position: Position
  /// Elevation above mean sea level; nil when unknown.
  public var elevation: Length?
  /// Usable length of its runway; nil when unknown.
  public var runway: Length?
  /// Whether aircraft of other bases may refuel there too.
  public var hasFuel = false

  /// A base.
  public init(id: String, name: String, position: Position, elevation: Length?) {
    self.id = id
    self.name = name
    self.position = position
    self.elevation = elevation
  }
}
