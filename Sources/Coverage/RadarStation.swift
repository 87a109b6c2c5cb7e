public import Geodesy
public import Radar
public import Units

/// A radar at a site, existing or proposed.
public struct RadarStation: Sendable, Hashable {
  /// Id of the site.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where the antenna stands.
  public var position: Position
  /// Elevation of the ground at the site above mean sea level; nil when unknown.
  public var groundElevation: Length?
  /// Height of the antenna above that ground.
  public var antennaHeight: Length
  /// What kind of radar it is.
  public var type: RadarType
  /// Mechanical tilt of the antenna, upwards positive: it adds to both limits of the type's beam.
  public var tilt: Angle
  /// Azimuths in which nothing is seen at any height.
  public var blindSectors: [AzimuthSector]
  /// Whether ``groundElevation`` is surveyed, so that it overrides the height of the terrain.
  public var isSurveyed: Bool
  /// What the ranges of the type are multiplied with here; 1 as the catalogue has them.
  public var rangeScale: Double
  /// Elevation angles below which nothing is seen here, by azimuth.
  public var horizonMask: HorizonMask
  /// The surveyed altitude of the antenna above mean sea level, which overrides every sum of ground and mast; nil when it
  /// is not stated.
  public var antennaAltitude: Length?
  /// The multilateration system to which it belongs; nil for that of all stations of its type.
  public var system: String?
  /// What it needs besides itself to see a target.
  public var partners = Partners.none

  /// A radar at a place.
  public init(
    id: String, name: String, position: Position, groundElevation: Length?, antennaHeight: Length, type: RadarType,
    tilt: Angle = .zero, blindSectors: [AzimuthSector] = [], isSurveyed: Bool = false, rangeScale: Double = 1,
    horizonMask: HorizonMask = HorizonMask(), antennaAltitude: Length? = nil
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.groundElevation = groundElevation
    self.antennaHeight = antennaHeight
    self.type = type
    self.tilt = tilt
    self.blindSectors = blindSectors
    self.isSurveyed = isSurveyed
    self.rangeScale = rangeScale
    self.horizonMask = horizonMask
    self.antennaAltitude = antennaAltitude
  }

  /// The surveyed elevation of the site; nil where that of the terrain is used.
  public var surveyedElevation: Length? { isSurveyed ? groundElevation : nil }

  /// Its surveyed altitude above mean sea level: as stated, or that of the site's surveyed elevation and the mast; nil
  /// where the ground of the terrain counts.
  public var surveyedAntenna: Length? { antennaAltitude ?? surveyedElevation.map { $0 + antennaHeight } }

  /// Height of the antenna: surveyed, otherwise above the ground of the terrain.
  public var antenna: Altitude { surveyedAntenna.map { .aboveSeaLevel($0) } ?? .aboveGround(antennaHeight) }

  /// Lowest elevation angle of the beam as the antenna stands; nil when the type states none.
  public var lowestElevation: Angle? { type.minimumElevation.map { $0 + tilt } }
  /// Highest elevation angle of the beam as the antenna stands; nil when the type states none.
  public var highestElevation: Angle? { type.maximumElevation.map { $0 + tilt } }

  /// The slant range within which the radar shows a target; zero when it never sees such a target.
  public func slantRange(of target: Target) -> Length {
    guard target.isDetectable(by: type.kind), !isMember else { return .zero }
    return min(instrumentedRange, detectionRange(of: target))
  }

  /// Slant range beyond which nothing is shown here, whatever the echo: the type's, times ``rangeScale``.
  public var instrumentedRange: Length { type.instrumentedRange * rangeScale }

  /// Slant range at which the radar detects a target here: the type's, times ``rangeScale``.
  func detectionRange(of target: Target) -> Length {
    if case .illuminators(let illuminators) = partners {
      return illuminators.map { farthest(of: target, by: $0) }.max() ?? .zero
    }
    let range = type.detectionRange(of: target.crossSection) * rangeScale
    guard let looks = type.looks, target.leeway.value != 0, target.crossSection.isFinite else { return range }
    // An echo falls with the fourth power of the range, a reply with its square.
    return range * Decibels(target.leeway.value / (looks.crossSection == nil ? 2 : 4)).ratio
  }
}
