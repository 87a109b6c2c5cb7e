public import Geodesy

/// Where an aircraft was at a time, as a radar or somebody else recorded it.
public struct Observation: Sendable, Hashable {
  /// The radar that recorded it; nil where the file does not say.
  public var radar: String?
  /// Seconds since 1970-01-01 UTC, or since midnight where the file has times of day only; nil where it has none.
  public var seconds: Double?
  /// What the aircraft or its track is called; nil where the file does not say.
  public var track: String?
  /// Where it was.
  public var position: Position
  /// How high; nil where the file does not say.
  public var altitude: Altitude?

  /// An observation.
  public init(
    radar: String? = nil, seconds: Double? = nil, track: String? = nil, position: Position, altitude: Altitude? = nil
  ) {
    self.radar = radar
    self.seconds = seconds
    self.track = track
    self.position = position
    self.altitude = altitude
  }
}
