public import Geodesy
public import Radar
public import Units

/// A radar that stands, or would stand, at a place.
public struct RadarStation: Sendable, Hashable {
  /// The key of the site.
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
  /// Azimuths in which nothing is seen, whatever the height.
  public var blindSectors: [AzimuthSector]
  /// Whether ``groundElevation`` is surveyed and counts where terrain has another height.
  public var isSurveyed: Bool

  /// A radar at a place.
  public init(
    id: String, name: String, position: Position, groundElevation: Length?, antennaHeight: Length, type: RadarType,
    tilt: Angle = .zero, blindSectors: [AzimuthSector] = [], isSurveyed: Bool = false
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
  }

  /// The surveyed elevation of the site; nil where the terrain's counts.
  public var surveyedElevation: Length? { isSurveyed ? groundElevation : nil }

  /// How high the antenna stands: above the surveyed elevation of the site, else above the ground of the terrain.
  public var antenna: Altitude {
    surveyedElevation.map { .aboveSeaLevel($0 + antennaHeight) } ?? .aboveGround(antennaHeight)
  }

  /// Lowest elevation angle of the beam as the antenna stands; nil when the type states none.
  public var lowestElevation: Angle? { type.minimumElevation.map { $0 + tilt } }
  /// Highest elevation angle of the beam as the antenna stands; nil when the type states none.
  public var highestElevation: Angle? { type.maximumElevation.map { $0 + tilt } }

  /// The slant range within which the radar shows a target; zero when it never sees such a one.
  public func slantRange(of target: Target) -> Length {
    guard target.isDetectable(by: type.kind) else { return .zero }
    return min(type.instrumentedRange, type.detectionRange(of: target.crossSection))
  }
}
