public import Geodesy
internal import Radar
public import Units

/// A transmitter whose echoes passive sensors receive: a broadcaster, a radar of others.
public struct Illuminator: Sendable, Hashable {
  /// Its key.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where its antenna stands.
  public var position: Position
  /// Elevation of the ground at the antenna above mean sea level; nil for that of the terrain.
  public var groundElevation: Length?
  /// Height of the antenna: above ground, or surveyed above mean sea level.
  public var antenna: Altitude
  /// Equivalent isotropic radiated power, the same in all directions.
  public var eirp: Power
  /// Frequency.
  public var frequency: Frequency
  /// Bandwidth of its signal; nil when it is not stated.
  public var bandwidth: Frequency?

  /// A transmitter.
  public init(
    id: String, name: String, position: Position, groundElevation: Length? = nil, antenna: Altitude, eirp: Power,
    frequency: Frequency, bandwidth: Frequency? = nil
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.groundElevation = groundElevation
    self.antenna = antenna
    self.eirp = eirp
    self.frequency = frequency
    self.bandwidth = bandwidth
  }

  /// How near a receiver may stand: nearer, the direct signal hides every echo, and there is no baseline.
  public static let nearest = Length.metres(100)

  /// How much longer than the direct way an echo's has to be to be told from it: c/B; zero without a bandwidth.
  /// - Source: Willis, Bistatic Radar, 2nd ed., SciTech 2005, § 3.2.
  public var rangeCell: Length {
    bandwidth.map { .metres(Speed.light.metresPerSecond / $0.hertz) } ?? .zero
  }

  /// Its antenna as a station that shows everything in line of sight within a range, for its floor.
  func station(within range: Length) -> RadarStation {
    let (height, altitude): (Length, Length?) =
      switch antenna {
      case .aboveGround(let height): (height, nil)
      case .aboveSeaLevel(let altitude): (.zero, altitude)
      }
    return RadarStation(
      id: id, name: name, position: position, groundElevation: groundElevation, antennaHeight: height,
      type: RadarType(
        id: "illuminator", name: name, kind: .primary, instrumentedRange: range, antennaHeight: height),
      antennaAltitude: altitude)
  }
}
