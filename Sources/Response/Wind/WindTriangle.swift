internal import Foundation
public import Units

/// The heading on which an aircraft holds a course in a wind, and how fast it then goes over the ground.
///
/// Turns are ignored: the aircraft is on its heading at once.
/// - Accuracy: 10⁻⁹ of the speeds (`wind triangles are those of the reference`).
public struct WindTriangle: Sendable, Hashable {
  /// Where the nose points, clockwise from true north, 0° to below 360°.
  public let heading: Angle
  /// Heading less course, −90° to 90°: the crab angle, positive to the right.
  public let crab: Angle
  /// Speed over the ground along the course, above zero.
  public let groundSpeed: Speed

  /// Solves the triangle of course, true airspeed and wind.
  ///
  /// - Parameters:
  ///   - course: The track over the ground that is wanted, clockwise from true north.
  ///   - trueAirspeed: Above zero.
  ///   - wind: The wind.
  /// - Returns: nil where no heading holds the course: the wind across it is faster than the aircraft, or what is left along
  ///   it does not take the aircraft forward. At exactly the limit across, the aircraft flies straight into the crosswind
  ///   and goes with the tailwind; at exactly the limit ahead it stands still, which holds no course.
  /// - Throws: ``ConditionsError`` with code ``ConditionsFault/impossibleSpeed`` for an airspeed that is not above zero, and
  ///   for anything that is not finite.
  public static func solve(
    course: Angle, trueAirspeed: Speed, wind: WindVector
  ) throws(ConditionsError) -> WindTriangle? {
    let airspeed = trueAirspeed.metresPerSecond
    guard airspeed > 0, airspeed.isFinite else {
      throw ConditionsError(
        .impossibleSpeed, "a true airspeed of \(airspeed.significant(6)) m/s holds no course",
        remedy: "write one above zero")
    }
    guard course.isFinite, wind.isFinite else {
      throw ConditionsError(.impossibleSpeed, "course or wind is not a finite number", remedy: "write both as numbers")
    }
    let (east, north) = DegreeTrigonometry.sineCosine(course.degrees)
    // Rounding of the components; within it the aircraft is at the limit.
    let rounding = 8 * max(airspeed, wind.speed.metresPerSecond).ulp
    guard
      let found = hold(
        airspeed: airspeed, along: wind.east * east + wind.north * north,
        across: wind.east * north - wind.north * east, rounding: rounding)
    else { return nil }
    let crab = -asin(found.sine) * 180 / .pi
    return WindTriangle(
      heading: .degrees(DegreeTrigonometry.compass(course.degrees + crab)), crab: .degrees(crab == 0 ? 0 : crab),
      groundSpeed: .metresPerSecond(found.groundSpeed))
  }

  /// The speed over the ground along a direction, of which wind is given along it and across it to the right.
  ///
  /// - Returns: The speed, above zero, and the sine of the angle that the wind would drift the aircraft by; nil where no
  ///   heading holds the direction.
  private static func hold(
    airspeed: Double, along: Double, across: Double, rounding: Double
  ) -> (groundSpeed: Double, sine: Double)? {
    let spare = airspeed - abs(across)
    guard spare >= -rounding else { return nil }
    let forward = spare <= rounding ? 0 : (spare * (airspeed + abs(across))).squareRoot()
    let groundSpeed = forward + along
    guard groundSpeed > rounding else { return nil }
    return (groundSpeed, min(max(across / airspeed, -1), 1))
  }

  /// The speed over the ground in a direction, m/s; nil where no heading holds it. For what solves many: the direction is a
  /// unit vector, and the airspeed is above zero.
  package static func groundSpeed(
    airspeed: Double, wind: WindVector, directionEast: Double, directionNorth: Double
  ) -> Double? {
    hold(
      airspeed: airspeed, along: wind.east * directionEast + wind.north * directionNorth,
      across: wind.east * directionNorth - wind.north * directionEast, rounding: 8 * airspeed.ulp
    )?.groundSpeed
  }
}
