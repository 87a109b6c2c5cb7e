public import Units

/// How the routes of responses are flown.
public struct RouteSettings: Sendable, Hashable {
  /// Least height above the ground by day, of aircraft that state none.
  public var clearanceByDay: Length
  /// The same by night.
  public var clearanceByNight: Length
  /// Areas that routes keep out of.
  public var areas: [RestrictedArea]

  /// Settings; by default the usual clearances.
  public init(
    clearanceByDay: Length = RouteAircraft.usualClearance(by: .day),
    clearanceByNight: Length = RouteAircraft.usualClearance(by: .night), areas: [RestrictedArea] = []
  ) {
    self.clearanceByDay = clearanceByDay
    self.clearanceByNight = clearanceByNight
    self.areas = areas
  }

  /// Least height above the ground in a period, of aircraft that state none.
  public func clearance(by period: Period) -> Length { period == .day ? clearanceByDay : clearanceByNight }
}

/// An area to keep out of, at some times of day.
public struct RestrictedArea: Sendable, Hashable {
  /// Where.
  public var area: RouteArea
  /// Local time of day at which it begins to count; nil: always.
  public var begin: Duration?
  /// And ends; before ``begin``: on the next day.
  public var end: Duration?

  /// An area; it always counts without times.
  public init(_ area: RouteArea, begin: Duration? = nil, end: Duration? = nil) {
    self.area = area
    self.begin = begin
    self.end = end
  }

  /// Whether it counts at some time of a flight.
  /// - Parameters:
  ///   - start: Local time of day of take-off; may go on beyond midnight.
  ///   - length: Of the flight.
  package func counts(from start: Duration, for length: Duration) -> Bool {
    guard let begin, let end else { return true }
    return DailyHours(begin: begin, end: end).touch(from: start, for: length)
  }
}
