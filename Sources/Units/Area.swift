import Foundation

/// An area on the ground, or a radar cross-section; base unit square metre.
public struct Area: Quantity {
  /// The amount in the base unit; use a named unit instead.
  public let _base: Double
  /// Builds from the base unit; use a named unit instead.
  public init(_base value: Double) { _base = value }

  /// From square metres.
  public static func squareMetres(_ value: Double) -> Area { Area(_base: value) }
  /// From square kilometres.
  public static func squareKilometres(_ value: Double) -> Area { Area(_base: value * 1e6) }
  /// A radar cross-section from decibels over one square metre.
  public static func decibelSquareMetres(_ value: Double) -> Area { Area(_base: pow(10, value / 10)) }

  /// In square metres.
  public var squareMetres: Double { _base }
  /// In square kilometres.
  public var squareKilometres: Double { _base / 1e6 }
  /// A radar cross-section in decibels over one square metre; minus infinity for zero.
  public var decibelSquareMetres: Double { 10 * log10(_base) }
}
