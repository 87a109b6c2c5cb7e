internal import Coverage
internal import Geodesy
public import Radar
public import Units

/// The limits of a radar that no scenario describes.
public struct BeamLimits: Sendable {
  /// Slant range within which the radar sees nothing.
  public var minimumRange: Length
  /// Lowest elevation angle of the beam; nil for none.
  public var minimumElevation: Angle?
  /// Highest elevation angle of the beam, above which its cone of silence lies; nil for none.
  public var maximumElevation: Angle?
  /// Azimuths in which nothing is seen.
  public var blindSectors: [AzimuthSector]
  /// What it is called: `from 2km on, blind in 90-120`.
  public var words: String

  /// Limits.
  public init(
    minimumRange: Length = .zero, minimumElevation: Angle? = nil, maximumElevation: Angle? = nil,
    blindSectors: [AzimuthSector] = [], words: String
  ) {
    self.minimumRange = minimumRange
    self.minimumElevation = minimumElevation
    self.maximumElevation = maximumElevation
    self.blindSectors = blindSectors
    self.words = words
  }

  /// A target that such a radar sees to its range.
  static let target = Target(crossSection: .squareMetres(1), hasTransponder: false)

  /// A primary radar with these limits that sees the ``target`` to a slant range; without limits, to the range only.
  static func station(
    _ limits: BeamLimits?, at position: Position, range: Length, antennaHeight: Length
  ) -> RadarStation {
    let type = RadarType(
      id: "radar", name: "radar", kind: .primary, instrumentedRange: range, minimumRange: limits?.minimumRange ?? .zero,
      antennaHeight: antennaHeight, minimumElevation: limits?.minimumElevation,
      maximumElevation: limits?.maximumElevation)
    return RadarStation(
      id: "radar", name: "radar", position: position, groundElevation: nil, antennaHeight: antennaHeight, type: type,
      blindSectors: limits?.blindSectors ?? [])
  }
}
