public import Response
public import Units

/// A course in a wind, and the heading that holds it.
public struct WindConditions: Sendable, Hashable {
  /// The course, clockwise from true north.
  public let course: Angle
  /// True airspeed.
  public let trueAirspeed: Speed
  /// The wind.
  public let wind: WindVector
  /// The answer; nil where no heading holds the course.
  public let triangle: WindTriangle?

  /// Solves the wind triangle.
  /// - Throws: ``ConditionsError`` for an airspeed that is not above zero.
  public init(course: Angle, trueAirspeed: Speed, wind: WindVector) throws(ConditionsError) {
    self.course = course
    self.trueAirspeed = trueAirspeed
    self.wind = wind
    triangle = try WindTriangle.solve(course: course, trueAirspeed: trueAirspeed, wind: wind)
  }
}
