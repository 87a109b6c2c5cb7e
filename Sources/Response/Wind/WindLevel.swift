public import Units

/// The wind at one altitude.
public struct WindLevel: Sendable, Hashable {
  /// Height above mean sea level.
  public var altitude: Length
  /// The wind.
  public var wind: WindVector
  /// Local time of day, as time since midnight; nil where it holds all day.
  public var time: Duration?

  /// A level.
  public init(altitude: Length, wind: WindVector, time: Duration? = nil) {
    self.altitude = altitude
    self.wind = wind
    self.time = time
  }
}
