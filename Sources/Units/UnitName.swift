/// One unit of a kind of amount: how it is written, how it ends a column's name, how a number becomes an amount.
public struct UnitName<Amount: Sendable>: Sendable {
  /// The way it is written in print: `km/h`.
  public let symbol: String
  /// Other spellings that are read.
  public let aliases: [String]
  /// The end of a column's name that states it, `km_h` for `cruise_km_h`; nil when columns cannot.
  public let columnSuffix: String?
  /// The amount that a number of this unit is; nil when it cannot be represented.
  public let amount: @Sendable (Double) -> Amount?

  init(
    _ symbol: String, _ aliases: [String] = [], column: String?, amount: @escaping @Sendable (Double) -> Amount?
  ) {
    self.symbol = symbol
    self.aliases = aliases
    columnSuffix = column
    self.amount = amount
  }
}

extension UnitName {
  /// Every spelling of the unit that can end a column's name, in lower case.
  public var columnSpellings: [String] {
    // A unit whose symbol may not end a name is known by its words: `_days`, but not `_d`.
    (([columnSuffix] + (columnSuffix == nil ? [] : [symbol])).compactMap { $0 } + aliases)
      .map { $0.lowercased().replacing("²", with: "2") }
      .filter { !$0.lettersAndDigits.isEmpty }
  }
}

extension String {
  /// The letters and digits alone.
  var lettersAndDigits: String { filter { ($0.isLetter || $0.isNumber) && $0 != "º" } }
}

extension Length: UnitBearing {
  /// For messages.
  public static var kindName: String { "a length" }
  /// 25 times around the Earth.
  public static var most: Length { .metres(1e9) }
  /// For messages.
  public static var mostText: String { "1e9 m" }
  /// Metres, kilometres, feet, nautical miles and statute miles (1609.344 m).
  public static let units: [UnitName<Length>] = [
    UnitName("m", ["metre", "metres", "meter", "meters", "metros", "mtr", "mtrs", "mts"], column: "m") { .metres($0) },
    UnitName("km", ["kilometre", "kilometres", "kilometer", "kilometers", "kms"], column: "km") { .kilometres($0) },
    UnitName("ft", ["foot", "feet", "pies"], column: "ft") { .feet($0) },
    UnitName("nmi", ["NM", "nautical mile", "nautical miles", "naut mi"], column: "nmi") { .nauticalMiles($0) },
    UnitName("mi", ["mile", "miles"], column: "mi") { .metres($0 * Length.metresPerMile) },
  ]
}

extension Speed: UnitBearing {
  /// For messages.
  public static var kindName: String { "a speed" }
  /// The speed of light.
  public static var most: Speed { .metresPerSecond(3e8) }
  /// For messages.
  public static var mostText: String { "3e8 m/s" }
  /// Metres per second, kilometres per hour, knots, statute miles per hour, feet and metres per minute.
  public static let units: [UnitName<Speed>] = [
    UnitName("km/h", ["kmh", "kph", "km/hr", "km h-1"], column: "km_h") { .kilometresPerHour($0) },
    UnitName("kt", ["kts", "kn", "knot", "knots", "nudos"], column: "kt") { .knots($0) },
    UnitName("m/s", ["mps", "m s-1"], column: "m_s") { .metresPerSecond($0) },
    UnitName("mph", ["mi/h"], column: "mph") { .metresPerSecond($0 * Length.metresPerMile / 3600) },
    UnitName("ft/min", ["fpm", "feet per minute"], column: "ft_min") { .feetPerMinute($0) },
    UnitName("m/min", [], column: "m_min") { .metresPerMinute($0) },
  ]
}

extension Duration: UnitBearing {
  /// For messages.
  public static var kindName: String { "a duration" }
  /// About 300 years.
  public static var most: Duration { .seconds(10_000_000_000) }
  /// For messages.
  public static var mostText: String { "1e10 s" }
  /// Seconds, minutes, hours and days.
  public static let units: [UnitName<Duration>] = [
    UnitName("s", ["sec", "secs", "second", "seconds", "segundos"], column: "s") { .seconds(clamping: $0) },
    UnitName("min", ["mins", "minute", "minutes", "minutos"], column: "min") { .seconds(clamping: $0 * 60) },
    UnitName("h", ["hr", "hrs", "hour", "hours", "horas"], column: "h") { .seconds(clamping: $0 * 3600) },
    UnitName("d", ["day", "days", "días", "dias"], column: nil) {
      .seconds(clamping: $0 * Double(Duration.secondsPerDay))
    },
  ]
}

extension Area: UnitBearing {
  /// For messages.
  public static var kindName: String { "an area" }
  /// Twice the surface of the Earth.
  public static var most: Area { .squareMetres(1e15) }
  /// For messages.
  public static var mostText: String { "1e15 m²" }
  /// Square metres and kilometres, and decibels over one square metre for radar cross-sections.
  public static let units: [UnitName<Area>] = [
    UnitName("m²", ["m2", "m^2", "sqm"], column: "m2") { .squareMetres($0) },
    UnitName("dBsm", ["dBm²", "dBm2"], column: "dbsm") { .decibelSquareMetres($0) },
    UnitName("km²", ["km2", "km^2"], column: "km2") { .squareKilometres($0) },
  ]
}

extension Angle: UnitBearing {
  /// For messages.
  public static var kindName: String { "an angle" }
  /// Some 2,800 turns.
  public static var most: Angle { .degrees(1e6) }
  /// For messages.
  public static var mostText: String { "1e6 deg" }
  /// Degrees, radians and milliradians.
  public static let units: [UnitName<Angle>] = [
    UnitName("deg", ["°", "º", "degree", "degrees", "degs", "grados"], column: "deg") { .degrees($0) },
    UnitName("rad", ["radian", "radians"], column: "rad") { .radians($0) },
    UnitName("mrad", ["milliradian", "milliradians"], column: "mrad") { .radians($0 / 1000) },
  ]
}
