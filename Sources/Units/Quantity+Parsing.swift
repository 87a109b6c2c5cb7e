extension UnitBearing {
  /// Reads a number and a unit: `450 km`, `−0.5 deg`, `3000ft`, `1.5e3 m`.
  ///
  /// - Parameter text: The text; spaces around it and before the unit are ignored.
  /// - Returns: The amount, finite.
  /// - Throws: ``QuantityError``: `notANumber`, `notFinite`, `ambiguousNumber`, `missingUnit`, `unknownUnit` or
  ///   `outOfRange`; its remedy names the accepted units.
  public static func parse(_ text: String) throws(QuantityError) -> Self {
    let (number, rest) = try NumberText.split(text)
    guard let number else { throw QuantityError(.notANumber, text, "write \(kindName) as \(example)") }
    guard !rest.isEmpty else {
      throw QuantityError(.missingUnit, text, "\(kindName) needs one of the units \(acceptedUnits)")
    }
    guard let unit = unit(named: rest) else {
      throw QuantityError(.unknownUnit, text, "\(kindName) has one of the units \(acceptedUnits)")
    }
    return try amount(of: number, unit, text)
  }

  /// Reads a bare number whose unit is known from elsewhere, the name of a column for instance.
  ///
  /// A text that repeats the unit is read too; one with another unit is refused.
  /// - Throws: ``QuantityError`` as ``parse(_:)``.
  public static func parse(_ text: String, in unit: UnitName<Self>) throws(QuantityError) -> Self {
    let (number, rest) = try NumberText.split(text)
    guard let number else { throw QuantityError(.notANumber, text, "write a number of \(unit.symbol)") }
    guard rest.isEmpty || Self.unit(named: rest)?.symbol == unit.symbol else {
      throw QuantityError(.unknownUnit, text, "the column's name states \(unit.symbol): write only the number")
    }
    return try amount(of: number, unit, text)
  }

  private static func amount(of number: Double, _ unit: UnitName<Self>, _ text: String) throws(QuantityError) -> Self {
    // Not-a-number compares false.
    guard let amount = unit.amount(number), amount <= most, .zero - most <= amount else {
      throw QuantityError(.outOfRange, text, "write \(kindName) of \(mostText) at most")
    }
    return amount
  }

  /// An example for messages.
  private static var example: String { "a number and a unit (\(acceptedUnits))" }
}

extension Duration {
  /// Reads one or more numbers with units: `7 min`, `1 h 30 min`.
  ///
  /// - Throws: ``QuantityError`` as ``UnitBearing/parse(_:)``.
  public static func parse(_ text: String) throws(QuantityError) -> Duration {
    let parts = compound(text)
    guard parts.count > 1 else { return try parseOne(text) }
    var sum = Duration.zero
    for part in parts { sum += try parseOne(part) }
    guard sum <= most else { throw QuantityError(.outOfRange, text, "write \(kindName) of \(mostText) at most") }
    return sum
  }

  private static func parseOne(_ text: String) throws(QuantityError) -> Duration {
    func read<Amount: UnitBearing>(_ type: Amount.Type) throws(QuantityError) -> Amount { try Amount.parse(text) }
    return try read(Duration.self)
  }

  /// `1 h 30 min` in its parts, each a number with a unit; a single part for anything else.
  private static func compound(_ text: String) -> [String] {
    let words = text.split(whereSeparator: \.isBlank)
    guard words.count >= 4, words.count.isMultiple(of: 2) else { return [text] }
    let pairs = stride(from: 0, to: words.count, by: 2).map { (String(words[$0]), String(words[$0 + 1])) }
    guard
      pairs.allSatisfy({ $0.0.allSatisfy { $0.isASCIIDigit || $0 == "." || $0 == "," } && unit(named: $0.1) != nil })
    else {
      return [text]
    }
    return pairs.map { "\($0.0) \($0.1)" }
  }
}
