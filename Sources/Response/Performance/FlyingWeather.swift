public import Units

/// The wind and the air in which assets fly; what is not stated is still and standard.
public struct FlyingWeather: Sendable, Hashable {
  /// The wind; nil where none is stated: times are those of still air.
  public var wind: WindProfile?
  /// The air; nil where none is stated: density altitude is altitude, and ceilings are compared with altitude alone.
  public var air: AirProfile?
  /// The local time of day that stands for a response by day of which no time is known.
  public var timeByDay: Duration
  /// The same by night.
  public var timeByNight: Duration

  /// The weather.
  public init(
    wind: WindProfile?, air: AirProfile?, timeByDay: Duration = .hours(12), timeByNight: Duration = .zero
  ) {
    self.wind = wind
    self.air = air
    self.timeByDay = timeByDay
    self.timeByNight = timeByNight
  }

  /// The time of day that stands for a period.
  public func time(by period: Period) -> Duration { period == .day ? timeByDay : timeByNight }

  /// The air at a height above mean sea level; that of the standard atmosphere where none is stated.
  public func airState(at altitude: Length, time: Duration) -> AirState {
    (air ?? .standard).air(at: altitude, time: time)
  }
}
