public import Units

/// A speed or a rate by altitude above mean sea level: linear between the altitudes that are stated, constant beyond them.
public struct SpeedByAltitude: Sendable, Hashable {
  /// Altitudes above mean sea level, m, from the lowest.
  let altitudes: [Double]
  /// As many speeds, m/s, above zero.
  let speeds: [Double]

  /// The same at every altitude.
  public init(_ speed: Speed) throws(RouteError) { try self.init([(altitude: .zero, speed: speed)]) }

  /// A table of rows in any order.
  /// - Throws: ``RouteFault/speed`` without a row, for two rows of one altitude, and for a speed that is not above zero.
  public init(_ rows: [(altitude: Length, speed: Speed)]) throws(RouteError) {
    let sorted = rows.sorted { $0.altitude < $1.altitude }
    guard !sorted.isEmpty else {
      throw RouteError(.speed, "a speed by altitude has no rows", remedy: "state one or more")
    }
    for row in sorted {
      guard row.altitude.isFinite, row.speed.isFinite, row.speed > .zero else {
        throw RouteError(
          .speed, "\(row.speed.metresPerSecond.significant(6)) m/s takes nobody anywhere",
          remedy: "airspeed, climb and descent are above zero")
      }
    }
    for (lower, upper) in zip(sorted, sorted.dropFirst()) where lower.altitude == upper.altitude {
      throw RouteError(
        .speed, "two speeds are stated for \(lower.altitude.metres.significant(6)) m",
        remedy: "state each altitude once")
    }
    altitudes = sorted.map(\.altitude.metres)
    speeds = sorted.map(\.speed.metresPerSecond)
  }

  /// The speed at an altitude, m/s.
  func value(at altitude: Double) -> Double {
    let last = altitudes.count - 1
    guard last > 0, altitude > altitudes[0] else { return speeds[0] }
    guard let upper = altitudes.firstIndex(where: { $0 >= altitude }) else { return speeds[last] }
    let share = (altitude - altitudes[upper - 1]) / (altitudes[upper] - altitudes[upper - 1])
    return speeds[upper - 1] + (speeds[upper] - speeds[upper - 1]) * share
  }
}
