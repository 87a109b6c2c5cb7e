public import Units

/// An antenna pattern as a table: gains by elevation, relative to the greatest.
public struct PatternTable: Sendable, Hashable {
  /// Elevations, degrees, increasing.
  public let elevationDegrees: [Double]
  /// Gains relative to the greatest, dB, one way; the greatest is zero.
  public let gainDecibels: [Double]

  /// A pattern from a table; gains are taken relative to the greatest of them.
  /// - Throws: ``PatternError`` for fewer than two rows, elevations that do not increase or are beyond ±90°, and what is
  ///   not a number.
  public init(elevationDegrees: [Double], gainDecibels: [Double]) throws(PatternError) {
    guard elevationDegrees.count == gainDecibels.count, elevationDegrees.count >= 2 else {
      throw PatternError(
        .tooFewRows,
        "an antenna pattern of \(min(elevationDegrees.count, gainDecibels.count)) rows", remedy: "give two at least")
    }
    for index in elevationDegrees.indices {
      let elevation = elevationDegrees[index]
      guard (-90...90).contains(elevation), index == 0 || elevation > elevationDegrees[index - 1] else {
        throw PatternError(
          .badElevation,
          "row \(index + 1) of an antenna pattern, \(elevation)°: elevations must increase from −90° to 90°")
      }
      guard gainDecibels[index].isFinite else {
        throw PatternError(
          .badGain, "row \(index + 1) of an antenna pattern: its gain is not a number")
      }
    }
    let greatest = gainDecibels.max() ?? 0
    self.elevationDegrees = elevationDegrees
    self.gainDecibels = gainDecibels.map { $0 - greatest }
  }

  /// The gain at an elevation, between rows by straight lines in decibels; minus infinity outside the table.
  /// - Complexity: O(log rows).
  public func gain(at elevation: Angle) -> Decibels {
    let degrees = elevation.degrees
    guard degrees >= elevationDegrees[0], degrees <= elevationDegrees[elevationDegrees.count - 1] else {
      return Decibels(-.infinity)
    }
    var (low, high) = (0, elevationDegrees.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if elevationDegrees[middle] <= degrees { low = middle } else { high = middle }
    }
    let share = (degrees - elevationDegrees[low]) / (elevationDegrees[high] - elevationDegrees[low])
    return Decibels(gainDecibels[low] * (1 - share) + gainDecibels[high] * share)
  }
}
