internal import Units

/// The probability of detection by signal-to-noise ratio as a table, for maps that ask for it millions of times.
///
/// Cubic between values a tenth of a decibel apart. Below −60 dB a look detects no more than noise does; above 80 dB the
/// probability stays that of 80 dB.
/// - Accuracy: within 1e-5 (`the curve of detection agrees with the detector`).
public struct DetectionCurve: Sendable {
  private static let lowest = -60.0
  private static let step = 0.1
  private static let count = 1401
  /// The probability at each step, one more at both ends.
  private let values: [Double]

  /// The curve of a detector and a target.
  public init(_ detector: SquareLawDetector, _ fluctuation: TargetFluctuation) {
    values = (-1...Self.count).map {
      detector.probability(snr: Decibels(Self.lowest + Double($0) * Self.step), fluctuation).detected
    }
  }

  /// The probability that a look detects a target.
  /// - Parameter decibels: The signal-to-noise ratio of one pulse; not a number and minus infinity count as none.
  public func detected(decibels: Double) -> Double {
    let place = (decibels - Self.lowest) / Self.step
    guard place > 0 else { return values[1] }
    guard place < Double(Self.count - 1) else { return values[Self.count] }
    let index = Int(place)
    let t = place - Double(index)
    let (a, b, c, d) = (values[index], values[index + 1], values[index + 2], values[index + 3])
    // Hermite's cubic with the slopes of the neighbours on both sides.
    let (slope, end) = ((c - a) / 2, (d - b) / 2)
    let value = b + t * (slope + t * (3 * (c - b) - 2 * slope - end + t * (2 * (b - c) + slope + end)))
    return min(max(value, 0), 1)
  }
}
