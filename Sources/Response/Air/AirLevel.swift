public import Units

/// The air at one altitude: a station, or a level of a forecast.
public struct AirLevel: Sendable, Hashable {
  /// Height above mean sea level.
  public var altitude: Length
  /// Temperature.
  public var temperature: Temperature
  /// Dew point; nil where none is known.
  public var dewPoint: Temperature?
  /// Local time of day, as time since midnight; nil where it holds all day.
  public var time: Duration?

  /// A level.
  public init(altitude: Length, temperature: Temperature, dewPoint: Temperature? = nil, time: Duration? = nil) {
    self.altitude = altitude
    self.temperature = temperature
    self.dewPoint = dewPoint
    self.time = time
  }
}
