public import Units

/// The wind of a route by altitude: each component is linear between the levels, constant beyond them.
public struct RouteWind: Sendable, Hashable {
  /// The air's motion over the ground at one altitude.
  public struct Level: Sendable, Hashable {
    /// Above mean sea level.
    public var altitude: Length
    /// Towards the east.
    public var east: Speed
    /// Towards the north.
    public var north: Speed

    /// A level.
    public init(altitude: Length, east: Speed, north: Speed) {
      self.altitude = altitude
      self.east = east
      self.north = north
    }
  }

  /// From the lowest; none for no wind.
  public let levels: [Level]

  /// No wind.
  public static let calm = RouteWind(uniqueLevels: [])

  private init(uniqueLevels: [Level]) { levels = uniqueLevels }

  /// A wind of levels in any order; none for no wind.
  /// - Throws: ``RouteFault/wind`` for two levels of one altitude, and for numbers that are not finite.
  public init(_ levels: [Level]) throws(RouteError) {
    let sorted = levels.sorted { $0.altitude < $1.altitude }
    for level in sorted where !(level.altitude.isFinite && level.east.isFinite && level.north.isFinite) {
      throw RouteError(.wind, "a level of the wind is not a finite number")
    }
    for (lower, upper) in zip(sorted, sorted.dropFirst()) where lower.altitude == upper.altitude {
      throw RouteError(
        .wind, "two winds are stated for \(lower.altitude.metres.significant(6)) m", remedy: "state each altitude once")
    }
    self.levels = sorted
  }

  /// Whether no air moves.
  var isCalm: Bool { levels.allSatisfy { $0.east == .zero && $0.north == .zero } }

  /// The components at an altitude, m/s.
  func value(at altitude: Double) -> (east: Double, north: Double) {
    guard let first = levels.first, let last = levels.last else { return (0, 0) }
    guard altitude > first.altitude.metres, altitude < last.altitude.metres,
      let index = levels.firstIndex(where: { $0.altitude.metres >= altitude })
    else {
      let level = altitude >= last.altitude.metres ? last : first
      return (level.east.metresPerSecond, level.north.metresPerSecond)
    }
    let (a, b) = (levels[index - 1], levels[index])
    let share = (altitude - a.altitude.metres) / (b.altitude.metres - a.altitude.metres)
    return (
      a.east.metresPerSecond + (b.east - a.east).metresPerSecond * share,
      a.north.metresPerSecond + (b.north - a.north).metresPerSecond * share
    )
  }
}
