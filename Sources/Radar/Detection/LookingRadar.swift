/// One radar as it looks at a target that moves: a look every revisit, at a phase that nobody knows.
public struct LookingRadar: Sendable {
  /// The time between two looks, s; above zero.
  public let revisitSeconds: Double
  /// The probability that a look at a time, s, detects the target: 0 to 1.
  public let probability: @Sendable (_ seconds: Double) -> Double

  /// A radar that looks.
  /// - Precondition: the revisit is above zero and finite.
  public init(revisitSeconds: Double, probability: @escaping @Sendable (_ seconds: Double) -> Double) {
    precondition(revisitSeconds > 0 && revisitSeconds.isFinite, "the time between two looks is above zero")
    self.revisitSeconds = revisitSeconds
    self.probability = probability
  }
}
