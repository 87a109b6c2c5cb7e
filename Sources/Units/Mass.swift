/// A mass; base unit kilogram.
public struct Mass: Quantity {
  /// The amount in the base unit; use a named unit instead.
  public let _base: Double
  /// Builds from the base unit; use a named unit instead.
  public init(_base value: Double) { _base = value }

  /// International pound, exactly (1959 agreement).
  package static let kilogramsPerPound = 0.453_592_37

  /// From kilograms.
  public static func kilograms(_ value: Double) -> Mass { Mass(_base: value) }
  /// From tonnes.
  public static func tonnes(_ value: Double) -> Mass { Mass(_base: value * 1000) }
  /// From international pounds.
  public static func pounds(_ value: Double) -> Mass { Mass(_base: value * kilogramsPerPound) }

  /// In kilograms.
  public var kilograms: Double { _base }
  /// In international pounds.
  public var pounds: Double { _base / Self.kilogramsPerPound }
  /// For people: `13000 kg`.
  public var text: String { "\(kilograms.fixed(0)) kg" }
}

extension Mass: UnitBearing {
  /// See ``UnitBearing``.
  public static var kindName: String { "a mass" }
  /// Far above any aircraft's.
  public static var most: Mass { .kilograms(1e7) }
  /// See ``UnitBearing``.
  public static var mostText: String { "1e7 kg" }
  /// Kilograms, pounds and tonnes.
  public static let units: [UnitName<Mass>] = [
    UnitName("kg", ["kilogram", "kilograms", "kgs"], column: "kg") { .kilograms($0) },
    UnitName("lb", ["lbs", "pound", "pounds"], column: "lb") { .pounds($0) },
    UnitName("t", ["tonne", "tonnes"], column: "t") { .tonnes($0) },
  ]
}
