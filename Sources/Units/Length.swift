/// A distance or a height; base unit metre.
public struct Length: Quantity {
  /// The amount in the base unit; use a named unit instead.
  public let _base: Double
  /// Builds from the base unit; use a named unit instead.
  public init(_base value: Double) { _base = value }

  /// International foot, exactly (1959 agreement).
  package static let metresPerFoot = 0.3048
  /// US survey foot, exactly (Mendenhall order of 1893).
  package static let metresPerSurveyFoot = 1200.0 / 3937
  /// Statute mile, exactly (1959 agreement).
  package static let metresPerMile = 1609.344
  /// Nautical mile, exactly (BIPM).
  package static let metresPerNauticalMile = 1852.0

  /// From metres.
  public static func metres(_ value: Double) -> Length { Length(_base: value) }
  /// From kilometres.
  public static func kilometres(_ value: Double) -> Length { Length(_base: value * 1000) }
  /// From international feet.
  public static func feet(_ value: Double) -> Length { Length(_base: value * metresPerFoot) }
  /// From nautical miles.
  public static func nauticalMiles(_ value: Double) -> Length { Length(_base: value * metresPerNauticalMile) }

  /// In metres.
  public var metres: Double { _base }
  /// In kilometres.
  public var kilometres: Double { _base / 1000 }
  /// In international feet.
  public var feet: Double { _base / Self.metresPerFoot }
  /// In nautical miles.
  public var nauticalMiles: Double { _base / Self.metresPerNauticalMile }
}
