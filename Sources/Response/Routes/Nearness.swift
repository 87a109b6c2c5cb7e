internal import Foundation

/// The least time of a short way from one point in any direction, whatever level it is flown at.
struct Nearness {
  private let fastest: Double
  /// Directions with their greatest speed, m/s; empty where no wind blows.
  private let fronts: [(east: Double, north: Double, speed: Double)]
  private let slowest: Double

  /// Nil where the wind is faster than half the airspeed.
  /// - Parameters:
  ///   - top: The highest level that counts.
  ///   - sign: −1 for ways back in time.
  ///   - north: Azimuth of the grid's north, radians.
  ///   - error: By how much it may differ.
  init?(_ column: AirColumn, upTo top: Int, sign: Double, north: Double, error: Double) {
    fastest = column.airspeeds[0...top].max() ?? 0
    guard !column.isCalm else {
      (fronts, slowest) = ([], fastest)
      return
    }
    for level in 0...top {
      let wind = column.winds[level]
      guard hypot(wind.east, wind.north) < column.airspeeds[level] / 2 else { return nil }
    }
    fronts = (0..<64).map { index in
      let angle = Double(index) * 2 * .pi / 64
      let (x, y) = (sin(angle), cos(angle))
      let (east, far) = (x * cos(north) + y * sin(north), y * cos(north) - x * sin(north))
      let speed =
        (0...top).map { level in
          let wind = column.winds[level]
          return column.airspeeds[level] + sign * (wind.east * east + wind.north * far)
            + hypot(wind.east, wind.north) * error
        }.max() ?? 0
      return (x, y, speed)
    }
    slowest = fronts.map(\.speed).min() ?? fastest
  }

  /// Seconds that a way of so many metres takes at least: no front of velocities moves faster than its support.
  func least(_ metres: Double, east: Double, north: Double) -> Double {
    guard !fronts.isEmpty else { return metres / fastest }
    return fronts.map { ($0.east * east + $0.north * north) / $0.speed }.max() ?? 0
  }

  /// By how much linear interpolation over triangles is above this at a distance, at most.
  ///
  /// Without wind the function is a cone: an edge of length e at a distance r spans e² / 8 r. With wind it is the largest of
  /// linear ones whose slopes turn, along an edge, by the angle that it spans and one step of the 64, three times as fast where
  /// the wind is half the airspeed.
  func error(edge: Double, radius: Double) -> Double {
    fronts.isEmpty
      ? edge * edge / (8 * (radius - 2 * edge)) / fastest
      : edge * 3 * (edge / (radius - 2 * edge) + 2 * .pi / 64) / slowest / 2
  }
}
