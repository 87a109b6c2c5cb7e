/// How hard it rains; base unit millimetre an hour.
public struct RainRate: Quantity {
  /// The amount in the base unit; use a named unit instead.
  public let _base: Double
  /// Builds from the base unit; use a named unit instead.
  public init(_base value: Double) { _base = value }

  /// From millimetres an hour.
  public static func millimetresPerHour(_ value: Double) -> RainRate { RainRate(_base: value) }
  /// In millimetres an hour.
  public var millimetresPerHour: Double { _base }
}

extension RainRate: UnitBearing {
  /// See ``UnitBearing``.
  public static var kindName: String { "a rain rate" }
  /// Above every rain that was measured over a minute, 1,828 mm/h (World Meteorological Organization).
  public static var most: RainRate { .millimetresPerHour(2000) }
  /// See ``UnitBearing``.
  public static var mostText: String { "2000 mm/h" }
  /// Millimetres an hour.
  public static let units: [UnitName<RainRate>] = [
    UnitName("mm/h", ["mm/hr", "mmh"], column: "mm_h") { .millimetresPerHour($0) }
  ]
}
