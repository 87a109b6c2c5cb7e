import Atalaya
import Foundation

/// Errors of floors against exact ones.
struct FloorErrors {
  private var count = 0
  private var squares = 0.0
  private var sum = 0.0
  private var highest = 0.0
  private var lowest = 0.0
  private var flips = 0
  private var knownAlone = 0
  private var unknownAlone = 0

  /// Adds one post: the floor, the exact floor, both above sea level, and the ground.
  mutating func add(_ floor: Double, exact: Double, ground: Double) {
    if floor.isNaN && exact.isFinite { unknownAlone += 1 }
    if exact.isNaN && floor.isFinite { knownAlone += 1 }
    guard exact.isFinite, floor.isFinite else { return }
    count += 1
    let error = floor - exact
    squares += error * error
    sum += error
    (highest, lowest) = (max(highest, error), min(lowest, error))
    if (floor <= ground + 100) != (exact <= ground + 100) { flips += 1 }
  }

  /// Adds the errors of other floors.
  mutating func merge(_ other: FloorErrors) {
    count += other.count
    squares += other.squares
    sum += other.sum
    (highest, lowest) = (max(highest, other.highest), min(lowest, other.lowest))
    flips += other.flips
    knownAlone += other.knownAlone
    unknownAlone += other.unknownAlone
  }

  /// One line.
  func line(_ name: String) -> String {
    let posts = Double(max(count, 1))
    return String(
      format: "%@: RMSE %.3f m, bias %+.4f m, from %+.1f to %+.1f m, seen or not at 100 m differs on %.4f %%, "
        + "known alone %d, unknown alone %d, of %d", name, (squares / posts).squareRoot(), sum / posts, lowest, highest,
      Double(flips) / posts * 100, knownAlone, unknownAlone, count)
  }
}
