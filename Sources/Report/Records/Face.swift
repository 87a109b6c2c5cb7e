internal import Units

/// How one output shows an attribute: in which unit, with how many decimals, under which name and in which place.
///
/// `true` is the usual way of the kind: metres to the millimetre, seconds to the millisecond, under the attribute's own name.
struct Face<Value>: ExpressibleByBooleanLiteral {
  /// A unit as outputs have it.
  struct Unit {
    /// What keys end in: `km` in `distance_km`; empty for none.
    var suffix: String
    /// What stands under the heading on a console.
    var symbol: String
    /// Decimals at most; nil: a number as it was computed.
    var decimals: Int?
    /// The amount in this unit.
    var number: (Value) -> Double
  }

  /// The unit; nil for the usual one.
  var unit: Unit?
  /// The name without the unit; nil for that of the attribute.
  var stem: String?
  /// The key behind which it stands; nil: in the order of the list.
  var after: String?

  /// As usual.
  init(booleanLiteral value: Bool) { precondition(value, "an output that leaves the attribute out has no face") }

  private init(_ suffix: String, _ symbol: String, _ decimals: Int?, _ number: @escaping (Value) -> Double) {
    unit = Unit(suffix: suffix, symbol: symbol, decimals: decimals, number: number)
  }

  /// As usual, under another name.
  static func named(_ stem: String) -> Face { (true as Face).named(stem) }
  /// As usual, behind another key of the same output.
  static func after(_ key: String?) -> Face { (true as Face).after(key) }

  /// The same under another name.
  func named(_ stem: String) -> Face {
    var face = self
    face.stem = stem
    return face
  }

  /// The same behind another key of the same output; nil: in the order of the list.
  func after(_ key: String?) -> Face {
    var face = self
    face.after = key
    return face
  }

  /// The key of an attribute of some name.
  func key(_ stem: String, _ unit: Unit? = nil) -> String {
    (self.stem ?? stem) + (unit.map { $0.suffix.isEmpty ? "" : "_" + $0.suffix } ?? "")
  }
}

extension Face<Length> {
  static func metres(_ decimals: Int? = nil) -> Face { Face("m", "m", decimals) { $0.metres } }
  static func kilometres(_ decimals: Int? = nil) -> Face { Face("km", "km", decimals) { $0.kilometres } }
}

extension Face<Duration> {
  static func minutes(_ decimals: Int) -> Face { Face("min", "min", decimals) { $0.inMinutes } }
  static func seconds(_ decimals: Int) -> Face { Face("s", "s", decimals) { $0.inSeconds } }
}

extension Face<Area> {
  static func squareKilometres(_ decimals: Int) -> Face { Face("km2", "km²", decimals) { $0.squareKilometres } }
  static func squareMetres(_ decimals: Int? = nil) -> Face { Face("m2", "m²", decimals) { $0.squareMetres } }
}

extension Face<Angle> {
  static func degrees(_ decimals: Int) -> Face { Face("deg", "°", decimals) { $0.degrees } }
}

extension Face<Speed> {
  static func metresPerSecond(_ decimals: Int) -> Face { Face("m_s", "m/s", decimals) { $0.metresPerSecond } }
  static func kilometresPerHour(_ decimals: Int) -> Face { Face("km_h", "km/h", decimals) { $0.kilometresPerHour } }
}

extension Face<Money> {
  /// In whole units of the currency.
  static func amount(_ decimals: Int) -> Face { Face("", "", decimals) { $0.amount } }
  static func millions(_ decimals: Int? = nil) -> Face { Face("m", "M", decimals) { $0.millions } }
}

extension Face<Double> {
  static func decimals(_ decimals: Int) -> Face { Face("", "", decimals) { $0 } }
  /// A number as it was computed.
  static var exact: Face { Face("", "", nil) { $0 } }
  /// A share of 1 as a percentage.
  static func percent(_ decimals: Int) -> Face { Face("percent", "%", decimals) { $0 * 100 } }
}
