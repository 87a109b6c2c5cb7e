/// A plane angle; base unit degree, so that what is written in degrees is kept to the last bit.
public struct Angle: Quantity {
  /// The amount in the base unit; use a named unit instead.
  public let _base: Double
  /// Builds from the base unit; use a named unit instead.
  public init(_base value: Double) { _base = value }

  /// From degrees.
  public static func degrees(_ value: Double) -> Angle { Angle(_base: value) }
  /// From radians.
  public static func radians(_ value: Double) -> Angle { Angle(_base: value * 180 / .pi) }

  /// In degrees.
  public var degrees: Double { _base }
  /// In radians.
  public var radians: Double { _base * .pi / 180 }
}
