/// A distance or a height; base unit metre.
public struct Length: Quantity {
  /// The amount in the base unit; use a named unit instead.
  public let _base: Double
  /// Builds from the base unit; use a named unit instead.
  public init(_base value: Double) { _base = value }

  /// From metres.
  public static func metres(_ value: Double) -> Length { Length(_base: value) }
  /// From kilometres.
  public static func kilometres(_ value: Double) -> Length { Length(_base: value * 1000) }
  /// From international feet, 0.3048 m exactly (1959 agreement).
  public static func feet(_ value: Double) -> Length { Length(_base: value * 0.3048) }
  /// From nautical miles, 1852 m exactly (BIPM).
  public static func nauticalMiles(_ value: Double) -> Length { Length(_base: value * 1852) }

  /// In metres.
  public var metres: Double { _base }
  /// In kilometres.
  public var kilometres: Double { _base / 1000 }
  /// In international feet.
  public var feet: Double { _base / 0.3048 }
  /// In nautical miles.
  public var nauticalMiles: Double { _base / 1852 }
}
