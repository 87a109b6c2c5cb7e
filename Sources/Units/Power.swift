/// A power; base unit watt.
public struct Power: Quantity {
  /// The amount in the base unit; use a named unit instead.
  public let _base: Double
  /// Builds from the base unit; use a named unit instead.
  public init(_base value: Double) { _base = value }

  /// From watts.
  public static func watts(_ value: Double) -> Power { Power(_base: value) }
  /// From kilowatts.
  public static func kilowatts(_ value: Double) -> Power { Power(_base: value * 1e3) }

  /// In watts.
  public var watts: Double { _base }
  /// In kilowatts.
  public var kilowatts: Double { _base / 1e3 }
}

extension Power: UnitBearing {
  /// For messages.
  public static var kindName: String { "a power" }
  /// Far above any transmitter's.
  public static var most: Power { .watts(1e12) }
  /// For messages.
  public static var mostText: String { "1e12 W" }
  /// Kilowatts, watts and megawatts.
  public static let units: [UnitName<Power>] = [
    UnitName("kW", ["kilowatt", "kilowatts"], column: "kw") { .kilowatts($0) },
    UnitName("W", ["watt", "watts"], column: "w") { .watts($0) },
    UnitName("MW", ["megawatt", "megawatts"], column: nil) { .watts($0 * 1e6) },
  ]
}
