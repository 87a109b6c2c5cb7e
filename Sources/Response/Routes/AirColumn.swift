internal import Units

/// Airspeed, wind, climb and descent at levels of altitude.
struct AirColumn {
  /// From the lowest, m.
  let altitudes: [Double]
  /// True airspeed at the levels, m/s.
  let airspeeds: [Double]
  /// Wind at the levels, m/s.
  let winds: [(east: Double, north: Double)]
  /// Seconds from each level up to the next, at the lower of the rates at both.
  let climbs: [Double]
  /// Seconds from each level's next down to it.
  let descents: [Double]
  /// The same at the higher of the rates: no aircraft is faster.
  let fastestClimbs: [Double]
  let fastestDescents: [Double]
  /// Whether no air moves at any level.
  let isCalm: Bool

  /// - Parameters:
  ///   - lowest: The lowest level, m.
  ///   - step: The widest step between levels, m.
  ///   - marks: Altitudes that shall be levels.
  init(_ aircraft: RouteAircraft, _ wind: RouteWind, lowest: Double, step: Double, marks: [Double]) {
    let top = aircraft.ceiling.metres
    var wanted = marks + [lowest, top] + wind.levels.map(\.altitude.metres)
    for table in [aircraft.airspeed, aircraft.climb, aircraft.descent] { wanted += table.altitudes }
    let sorted = wanted.filter { $0 >= lowest && $0 <= top }.sorted()
    var levels: [Double] = []
    for altitude in sorted {
      guard let last = levels.last else {
        levels.append(altitude)
        continue
      }
      let gap = altitude - last
      guard gap > 1e-6 else { continue }
      let parts = max(1, Int(clamping: min((gap / step).rounded(.up), 2000)))
      for part in 1..<max(parts, 1) { levels.append(last + gap * Double(part) / Double(parts)) }
      levels.append(altitude)
    }
    altitudes = levels
    airspeeds = levels.map(aircraft.airspeed.value)
    winds = levels.map(wind.value)
    isCalm = winds.allSatisfy { $0.east == 0 && $0.north == 0 }
    func seconds(_ rates: SpeedByAltitude, _ choose: (Double, Double) -> Double) -> [Double] {
      zip(levels, levels.dropFirst()).map { ($1 - $0) / choose(rates.value(at: $0), rates.value(at: $1)) }
    }
    climbs = seconds(aircraft.climb) { min($0, $1) }
    descents = seconds(aircraft.descent) { min($0, $1) }
    fastestClimbs = seconds(aircraft.climb) { max($0, $1) }
    fastestDescents = seconds(aircraft.descent) { max($0, $1) }
  }

  /// The level that is nearest to an altitude.
  func level(of altitude: Double) -> Int {
    var best = 0
    for index in altitudes.indices where abs(altitudes[index] - altitude) < abs(altitudes[best] - altitude) {
      best = index
    }
    return best
  }

  /// Seconds of each interval of a line at the best of the levels that clear it.
  func levelTimes(_ line: RouteLine) -> [Double] {
    let top = altitudes.count - 1
    var still = airspeeds
    for level in stride(from: top - 1, through: 0, by: -1) { still[level] = max(still[level], still[level + 1]) }
    var lowest = 0
    return line.lengths.indices.map { interval in
      let floor = line.floors[interval] - 1e-6
      while lowest > 0, altitudes[lowest - 1] >= floor { lowest -= 1 }
      while lowest < top, altitudes[lowest] < floor { lowest += 1 }
      var speed = still[lowest]
      if !isCalm {
        speed = 0
        for level in lowest...top {
          speed = max(
            speed,
            Self.groundSpeed(
              airspeeds[level], winds[level], sine: line.sines[interval], cosine: line.cosines[interval]))
        }
      }
      return speed > 0 ? line.lengths[interval] / speed : 0
    }
  }

  /// Speed over the ground in a direction, m/s; zero where no heading holds it.
  static func groundSpeed(
    _ airspeed: Double, _ wind: (east: Double, north: Double), sine: Double, cosine: Double
  ) -> Double {
    let along = wind.east * sine + wind.north * cosine
    let across = wind.east * cosine - wind.north * sine
    let rest = airspeed * airspeed - across * across
    guard rest > 0 else { return 0 }
    let speed = along + rest.squareRoot()
    // A millimetre a second holds no course that anybody flies.
    return speed > 1e-3 ? speed : 0
  }
}
