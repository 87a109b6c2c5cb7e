/// The probability that some radar of a network detects a target that stays where it is; radars and looks are independent.
public struct NetworkDetection: Sendable, Hashable {
  /// By one look of each radar.
  public let perLook: Double
  /// Within a minute of looks, each radar's at a phase that nobody knows.
  public let perMinute: Double

  /// The probabilities of a network.
  /// - Parameter radars: The probability of one look, 0 to 1, and the time between two, s, above zero, of each radar.
  /// - Accuracy: exact: in a minute a radar of revisit T looks ⌊60/T⌋ times, and once more with the probability of what is left
  ///   (`a network detects in a minute what its radars miss in all their looks`).
  public init(_ radars: [(probability: Double, revisitSeconds: Double)]) {
    var (look, minute) = (1.0, 1.0)
    for radar in radars {
      let missed = 1 - min(max(radar.probability, 0), 1)
      look *= missed
      minute *= LooksInMinute(revisitSeconds: radar.revisitSeconds).missed(missed)
    }
    perLook = 1 - look
    perMinute = 1 - minute
  }
}
