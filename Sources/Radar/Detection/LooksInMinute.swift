internal import Foundation

/// How often a radar looks in a minute.
public struct LooksInMinute: Sendable, Hashable {
  private let whole: Double
  private let part: Double

  /// The looks of a radar.
  /// - Parameter revisitSeconds: The time between two looks, above zero.
  public init(revisitSeconds: Double) {
    let looks = 60 / revisitSeconds
    whole = looks.rounded(.down)
    part = looks - whole
  }

  /// The probability that all looks of a minute miss.
  /// - Parameter missed: The probability that one does.
  public func missed(_ missed: Double) -> Double { pow(missed, whole) * (1 - (1 - missed) * part) }
}
