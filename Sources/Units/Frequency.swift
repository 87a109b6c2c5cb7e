/// A frequency; base unit hertz.
public struct Frequency: Quantity {
  /// The amount in the base unit; use a named unit instead.
  public let _base: Double
  /// Builds from the base unit; use a named unit instead.
  public init(_base value: Double) { _base = value }

  /// From hertz.
  public static func hertz(_ value: Double) -> Frequency { Frequency(_base: value) }
  /// From megahertz.
  public static func megahertz(_ value: Double) -> Frequency { Frequency(_base: value * 1e6) }
  /// From gigahertz.
  public static func gigahertz(_ value: Double) -> Frequency { Frequency(_base: value * 1e9) }

  /// In hertz.
  public var hertz: Double { _base }
  /// In megahertz.
  public var megahertz: Double { _base / 1e6 }
  /// In gigahertz.
  public var gigahertz: Double { _base / 1e9 }

  /// The wavelength in vacuum, with the defined speed of light, 299 792 458 m/s.
  public var wavelength: Length { .metres(Speed.light.metresPerSecond / _base) }
}

extension Speed {
  /// The speed of light in vacuum: 299 792 458 m/s, by definition of the metre.
  public static let light = Speed.metresPerSecond(299_792_458)
}

extension Frequency: UnitBearing {
  /// For messages.
  public static var kindName: String { "a frequency" }
  /// Far infrared, beyond what any radar uses.
  public static var most: Frequency { .gigahertz(1e4) }
  /// For messages.
  public static var mostText: String { "1e4 GHz" }
  /// Gigahertz, megahertz, kilohertz and hertz.
  public static let units: [UnitName<Frequency>] = [
    UnitName("GHz", ["gigahertz"], column: "ghz") { .gigahertz($0) },
    UnitName("MHz", ["megahertz"], column: "mhz") { .megahertz($0) },
    UnitName("kHz", ["kilohertz"], column: "khz") { .hertz($0 * 1e3) },
    UnitName("Hz", ["hertz"], column: "hz") { .hertz($0) },
  ]
}
