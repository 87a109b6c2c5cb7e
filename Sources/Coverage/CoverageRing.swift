public import Geodesy
public import Radar
public import Units

/// Where one radar sees a target at one height over a smooth Earth: a disc, or a ring around a cone of silence, without its
/// blind sectors.
public struct CoverageRing: Sendable, Hashable {
  /// What limits the coverage outward.
  public enum Limit: String, Sendable, Hashable, CaseIterable {
    /// The instrumented range.
    case instrumented
    /// The detection range for this cross-section.
    case detection
    /// The radar horizon.
    case horizon
    /// The lowest beam.
    case beam
    /// Nothing is seen: no transponder, no ring left, or every azimuth blind.
    case blind
  }

  /// Id of the radar station.
  public var stationID: String
  /// Position of the antenna.
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
  /// Azimuths in which a horizon mask leaves less.
  public var maskedParts: [MaskedPart]

  /// What a horizon mask leaves of the ring in a span of azimuths.
  public struct MaskedPart: Sendable, Hashable {
    /// Where it holds.
    public var sector: AzimuthSector
    /// Ground distance within which the target is not seen there.
    public var innerRadius: Length
    /// Ground distance beyond which the target is not seen there; zero when nothing is seen.
    public var outerRadius: Length
  }

  /// A ring.
  package init(
    stationID: String, centre: Position, targetHeight: Length, innerRadius: Length, outerRadius: Length, limit: Limit,
    blindSectors: [AzimuthSector] = [], maskedParts: [MaskedPart] = []
  ) {
    self.maskedParts = maskedParts
    self.blindSectors = blindSectors
    self.stationID = stationID
    self.centre = centre
    self.targetHeight = targetHeight
    self.innerRadius = innerRadius
    self.outerRadius = outerRadius
    self.limit = limit
  }
}
