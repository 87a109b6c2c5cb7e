public import Coverage
public import Geodesy
public import Radar
public import Units

extension Scenario {
  /// A site of an existing or possible radar.
  public struct Site: Sendable, Hashable {
    /// Identifier, unique in the scenario.
    public var id: String
    /// Name for people.
    public var name: String
    /// Position.
    public var position: Position
    /// Elevation of the ground above mean sea level; nil when unknown.
    public var elevation: Length?
    /// The existing radar; nil for a candidate site.
    public var radar: RadarType?
    /// Height of its antenna above ground where it differs from the type's.
    public var antennaHeight: Length?
    /// Mechanical tilt of an antenna here, upwards positive.
    public var tilt: Angle
    /// Azimuths in which a radar at this site sees nothing.
    public var blindSectors: [AzimuthSector]
    /// Whether ``elevation`` is surveyed, so that it overrides the height of the terrain.
    public var isSurveyed: Bool
    /// What the ranges of a radar's type are multiplied with here; 1 as the catalogue has them.
    public var rangeScale = 1.0
    /// Elevation angles below which a radar here sees nothing, by azimuth.
    public var horizonMask = HorizonMask()
    /// Whether a site override states some of it, as it was measured.
    public var isOverridden = false
    /// The surveyed altitude of an antenna here above mean sea level, which overrides every sum of ground and mast.
    public var antennaAltitude: Length?
    /// The multilateration system to which a station here belongs; nil for that of its type.
    public var system: String?

    /// A site.
    public init(
      id: String, name: String, position: Position, elevation: Length?, radar: RadarType?, antennaHeight: Length?,
      tilt: Angle = .zero, blindSectors: [AzimuthSector] = [], isSurveyed: Bool = false,
      antennaAltitude: Length? = nil
    ) {
      self.id = id
      self.name = name
      self.position = position
      self.elevation = elevation
      self.radar = radar
      self.antennaHeight = antennaHeight
      self.tilt = tilt
      self.blindSectors = blindSectors
      self.isSurveyed = isSurveyed
      self.antennaAltitude = antennaAltitude
    }

    /// The station that a radar of a type makes of this site, without the partners that it may need to see.
    public func station(with type: RadarType) -> RadarStation {
      var station = RadarStation(
        id: id, name: name, position: position, groundElevation: elevation,
        antennaHeight: antennaHeight ?? type.antennaHeight, type: type, tilt: tilt, blindSectors: blindSectors,
        isSurveyed: isSurveyed, rangeScale: rangeScale, horizonMask: horizonMask, antennaAltitude: antennaAltitude)
      if type.kind.rule.arrangement == .stations { station.system = system }
      return station
    }
  }
}
