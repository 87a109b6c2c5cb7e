public import Units

/// What of an aircraft decides its route.
public struct RouteAircraft: Sendable, Hashable {
  /// True airspeed.
  public var airspeed: SpeedByAltitude
  /// Greatest rate of climb.
  public var climb: SpeedByAltitude
  /// Greatest rate of descent.
  public var descent: SpeedByAltitude
  /// Highest altitude above mean sea level at which it flies.
  public var ceiling: Length
  /// Least height above the ground on the way, between the climb over the start and the descent over the end.
  public var clearance: Length

  /// An aircraft.
  /// - Throws: ``RouteFault/altitude`` for a clearance below zero, or what is not finite.
  public init(
    airspeed: SpeedByAltitude, climb: SpeedByAltitude, descent: SpeedByAltitude, ceiling: Length, clearance: Length
  ) throws(RouteError) {
    guard clearance >= .zero, clearance.isFinite, ceiling.isFinite, abs(ceiling.metres) < 1e5 else {
      throw RouteError(
        .altitude,
        "a clearance of \(clearance.metres.significant(6)) m under a ceiling of "
          + "\(ceiling.metres.significant(6)) m leaves no route", remedy: "state a clearance of zero or more")
    }
    self.airspeed = airspeed
    self.climb = climb
    self.descent = descent
    self.ceiling = ceiling
    self.clearance = clearance
  }
}
