public import Units

/// The wind by altitude and time of day: one for a whole scenario.
///
/// Between two levels each component, towards east and towards north, is linear in altitude: the vectors are interpolated, not
/// speed and direction, so that between two opposite winds lies a calm. Below the lowest level and above the highest their
/// winds go on. Between two times of day each component is linear in time, and the last time goes over into the first across
/// midnight.
public struct WindProfile: Sendable, Hashable {
  private let table: ProfileTable
  /// What is stated, in the order in which it was.
  public let levels: [WindLevel]
  /// Whether it is the same at every altitude and all day.
  public let isUniform: Bool

  /// No wind.
  public static let calm = WindProfile(.calm)

  /// The same wind at every altitude and all day.
  public init(_ wind: WindVector) {
    table = ProfileTable(SIMD2(wind.east, wind.north))
    levels = [WindLevel(altitude: .zero, wind: wind)]
    isUniform = true
  }

  /// A wind of levels in any order.
  /// - Throws: ``ConditionsError`` with code `impossibleLevels` for none, for two of one altitude and time, and for a time at
  ///   some levels and not at others.
  public init(levels: [WindLevel]) throws(ConditionsError) {
    table = try ProfileTable(
      levels.map { .init(altitude: $0.altitude, time: $0.time, value: SIMD2($0.wind.east, $0.wind.north)) }, of: "wind")
    self.levels = levels
    isUniform = levels.count == 1
  }

  /// Whether it changes in the course of the day.
  public var changesWithTime: Bool { table.changesWithTime }

  /// Every altitude that is stated, above mean sea level, from the lowest; between two of them the wind is linear.
  public var altitudes: [Length] { table.altitudes.map { .metres($0) } }

  /// Whether there is no wind anywhere.
  public var isCalm: Bool { table.isZero }

  /// The wind at a height above mean sea level and a local time of day; times of other days are taken modulo 24 hours.
  /// - Complexity: O(log levels + times).
  public func wind(at altitude: Length, time: Duration) -> WindVector {
    let value = table.value(atMetres: altitude.metres, seconds: time.inSeconds)
    return WindVector(east: value.x, north: value.y)
  }
}
