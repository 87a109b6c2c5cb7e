internal import Foundation

/// Seconds a metre over the ground by direction and by the highest level in reach.
struct SpeedTable {
  /// Directions of a row: 1 where no wind blows.
  let directions: Int
  /// Row by row, `levels × (directions + 1)`, the last direction again the first.
  let slowness: [Double]

  /// What is unreachable for the wind has this slowness, s/m.
  static let never = 1e9

  /// - Parameters:
  ///   - levels: The levels of a row each, from the lowest.
  ///   - isBest: Whether a row has the best of all levels up to its own, rather than its own.
  ///   - sign: −1 for ways back in time.
  ///   - north: Azimuth of the grid's north, radians.
  init(_ column: AirColumn, levels: ClosedRange<Int>, lowest: Int, isBest: Bool, sign: Double, north: Double) {
    let isCalm = column.isCalm
    let directions = isCalm ? 1 : 1024
    self.directions = directions
    var rows: [Double] = []
    var best = [Double](repeating: Self.never, count: directions + 1)
    for level in min(lowest, levels.lowerBound)...levels.upperBound {
      let row = (0...directions).map { index in
        if isCalm { return 1 / column.airspeeds[level] }
        let (x, y) = Self.direction(Double(index) / Double(directions) * 4)
        let (sine, cosine) = (x * cos(north) + y * sin(north), y * cos(north) - x * sin(north))
        let wind = (east: column.winds[level].east * sign, north: column.winds[level].north * sign)
        let speed = AirColumn.groundSpeed(column.airspeeds[level], wind, sine: sine, cosine: cosine)
        return speed > 0 ? 1 / speed : Self.never
      }
      best = zip(best, row).map { min($0, $1) }
      if level >= levels.lowerBound { rows += isBest ? best : row }
    }
    self.slowness = rows
  }

  /// The unit vector of a diamond angle, 0 to 4 anticlockwise from east.
  private static func direction(_ angle: Double) -> (Double, Double) {
    let turned = angle.truncatingRemainder(dividingBy: 4)
    let (x, y): (Double, Double) =
      switch turned {
      case ..<1: (1 - turned, turned)
      case ..<2: (1 - turned, 2 - turned)
      case ..<3: (turned - 3, 2 - turned)
      default: (turned - 3, turned - 4)
      }
    let length = (x * x + y * y).squareRoot()
    return (x / length, y / length)
  }

  /// The slowness of a row in the direction of a vector.
  @inline(__always)
  func value(row: Int, east x: Double, north y: Double) -> Double {
    let sum = abs(x) + abs(y)
    guard directions > 1, sum > 0 else { return slowness[row * (directions + 1)] }
    let share = y / sum
    let angle = x >= 0 ? (y >= 0 ? share : 4 + share) : 2 - share
    let place = min(angle * Double(directions) / 4, Double(directions) - 1e-9)
    let index = Int(place)
    let first = row * (directions + 1) + index
    return slowness[first] + (slowness[first + 1] - slowness[first]) * (place - Double(index))
  }
}
