/// When a network first detects a target and when it has a track, as distributions.
///
/// Each radar looks every revisit at a phase that is evenly distributed; looks are independent of one another, and radars
/// too. The network detects when the first of its radars does, and has a track when one radar has confirmed one by
/// its own looks (M of N).
/// - Accuracy: against a simulation of 10⁶ flights, Kolmogorov–Smirnov (`first detection and track are distributed as a
///   simulation of looks finds`).
public struct DetectionTimes: Sendable, Hashable {
  /// Times, s, evenly spaced.
  public let seconds: [Double]
  /// The probability that the target has been detected by each time.
  public let detected: [Double]
  /// The probability that a track has been confirmed by each time.
  public let tracked: [Double]

  /// The distributions over a span of time.
  /// - Parameters:
  ///   - radars: The network; none detects nothing.
  ///   - span: From when to when looks count, s.
  ///   - rule: What confirms a track.
  ///   - steps: How many equal steps the span has in the result.
  ///   - phases: How many phases of each radar are followed.
  /// - Precondition: the span has a length, `steps` and `phases` are above zero.
  /// - Complexity: O(looks · phases · 2^(N − 1)) for each radar.
  public init(
    radars: [LookingRadar], over span: ClosedRange<Double>, rule: TrackInitiation, steps: Int = 1000, phases: Int = 64
  ) {
    precondition(span.upperBound > span.lowerBound && steps > 0 && phases > 0, "an empty span, or no steps")
    let length = span.upperBound - span.lowerBound
    seconds = (0...steps).map { span.lowerBound + length * Double($0) / Double(steps) }
    var undetected = [Double](repeating: 1, count: steps + 1)
    var untracked = undetected
    for radar in radars {
      let survival = radar.survival(at: seconds, rule: rule, phases: phases)
      for index in undetected.indices {
        undetected[index] *= survival.undetected[index]
        untracked[index] *= survival.untracked[index]
      }
    }
    detected = undetected.map { 1 - $0 }
    tracked = untracked.map { 1 - $0 }
  }

  /// The probability that the target is detected within the span.
  public var detectionProbability: Double { detected[detected.count - 1] }
  /// The probability that a track is confirmed within the span.
  public var trackProbability: Double { tracked[tracked.count - 1] }

  /// When the target has been detected with a probability; nil when that is not reached within the span.
  public func detection(quantile: Double) -> Double? { Self.quantile(quantile, seconds, detected) }
  /// When a track has been confirmed with a probability; nil when that is not reached within the span.
  public func track(quantile: Double) -> Double? { Self.quantile(quantile, seconds, tracked) }

  private static func quantile(_ wanted: Double, _ times: [Double], _ reached: [Double]) -> Double? {
    guard let index = reached.firstIndex(where: { $0 >= wanted }) else { return nil }
    guard index > 0 else { return times[0] }
    let (low, high) = (reached[index - 1], reached[index])
    let share = high > low ? (wanted - low) / (high - low) : 1
    return times[index - 1] + (times[index] - times[index - 1]) * share
  }
}
