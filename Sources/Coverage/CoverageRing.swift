public import Geodesy
public import Radar
public import Units

/// Where one radar sees a target at one height over a smooth Earth: a disc, or a ring when a cone of silence stands in it,
/// less its blind sectors.
public struct CoverageRing: Sendable, Hashable {
  /// What ends the coverage outward.
  public enum Limit: String, Sendable, Hashable, CaseIterable {
    /// The instrumented range.
    case instrumented
    /// The detection range for this cross-section.
    case detection
    /// The radar horizon.
    case horizon
    /// The lowest beam.
    case beam
    /// Nothing is seen at all: no transponder, no annulus left, or every azimuth blind.
    case blind
  }

  /// Key of the radar station.
  public var stationID: String
  /// Where it stands.
  public var centre: Position
  /// Height of the target above ground.
  public var targetHeight: Length
  /// Ground distance within which the target is not seen (minimum range, cone of silence); zero when none.
  public var innerRadius: Length
  /// Ground distance beyond which the target is not seen; zero when nothing is seen.
  public var outerRadius: Length
  /// What sets the outer radius.
  public var limit: Limit
  /// Azimuths in which nothing is seen.
  public var blindSectors: [AzimuthSector]

  /// A ring.
  package init(
    stationID: String, centre: Position, targetHeight: Length, innerRadius: Length, outerRadius: Length, limit: Limit,
    blindSectors: [AzimuthSector] = []
  ) {
    self.blindSectors = blindSectors
    self.stationID = stationID
    self.centre = centre
    self.targetHeight = targetHeight
    self.innerRadius = innerRadius
    self.outerRadius = outerRadius
    self.limit = limit
  }
}
