/// The third coordinates of a point or of lines.
public struct GeometryHeights: Sendable, Hashable {
  /// What heights count from.
  public enum Reference: String, Sendable, Hashable {
    /// Mean sea level: KML's `absolute`, GPX, a compound reference system.
    case seaLevel
    /// The ground: KML's `relativeToGround`.
    case ground
    /// The ellipsoid: GeoJSON (RFC 7946, 3.1.1), a geographic system of three dimensions.
    case ellipsoid
    /// Nothing: KML's `clampToGround`, under which viewers ignore heights.
    case clamped
    /// The file does not say.
    case unstated
  }

  /// What they count from.
  public var reference: Reference
  /// Metres; one list per line, a point is a list of one. Nil where a point has none.
  public var parts: [[Double?]]

  /// Heights of a point or of lines.
  public init(reference: Reference, parts: [[Double?]]) {
    self.reference = reference
    self.parts = parts
  }
}
