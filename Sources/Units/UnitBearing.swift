/// A kind of amount that people write as a number and a unit.
public protocol UnitBearing: Sendable, Comparable, AdditiveArithmetic {
  /// What it is called in messages: `a length`.
  static var kindName: String { get }
  /// The units it is written in, the commonest first.
  static var units: [UnitName<Self>] { get }
  /// The largest amount that is read, of either sign: far beyond what planning needs, and so small that sums, products and
  /// counts made of it stay within what numbers hold.
  static var most: Self { get }
  /// ``most`` for messages: `1e9 m`.
  static var mostText: String { get }
}

extension UnitBearing {
  /// The symbols of the units, for messages: `m, km, ft, nmi, mi`.
  public static var acceptedUnits: String { units.map(\.symbol).joined(separator: ", ") }

  /// The unit that a text names: exactly, or else without regard to case where that is unambiguous.
  static func unit(named text: String) -> UnitName<Self>? {
    if let exact = units.first(where: { $0.symbol == text || $0.aliases.contains(text) }) { return exact }
    let folded = text.lowercased()
    let matches = units.filter { $0.symbol.lowercased() == folded || $0.aliases.contains { $0.lowercased() == folded } }
    return matches.count == 1 ? matches[0] : nil
  }

  /// The unit that the end of a column's name states: `km_h`, or any spelling of it: `kmh`, `feet`, `nm`, `knots`.
  public static func unit(columnSuffix suffix: String) -> UnitName<Self>? {
    if let exact = units.first(where: { $0.columnSuffix == suffix }) { return exact }
    let wanted = suffix.lowercased().lettersAndDigits
    return wanted.isEmpty ? nil : units.first { $0.columnSpellings.contains { $0.lettersAndDigits == wanted } }
  }
}
