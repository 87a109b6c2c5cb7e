internal import Foundation

/// A ratio of powers on a logarithmic scale: 10·log₁₀ of it.
public struct Decibels: Sendable, Hashable, Comparable {
  /// The number of decibels.
  public let value: Double

  /// A number of decibels.
  public init(_ value: Double) { self.value = value }

  /// The decibels of a ratio of powers; minus infinity for zero, not a number for a negative ratio.
  public init(ratio: Double) { value = 10 * log10(ratio) }

  /// The ratio of powers.
  public var ratio: Double { pow(10, value / 10) }

  /// Whether the first ratio is the smaller one.
  public static func < (a: Decibels, b: Decibels) -> Bool { a.value < b.value }
}
