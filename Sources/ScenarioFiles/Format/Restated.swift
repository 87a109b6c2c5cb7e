import Units

/// Amounts as keys of other units have them.
enum Restated {
  /// A text of an amount in the unit of another key.
  ///
  /// A number that has the unit already stays as it was typed; others are converted and rounded to twelve digits.
  static func amount<Value: UnitBearing>(
    _ type: Value.Type, _ text: String, _ from: String, _ to: String,
    parse: (String) throws(QuantityError) -> Value
  ) -> String? {
    let text = text.trimmed
    let given = Value.unit(columnSuffix: from)
    if to.isEmpty {
      // A text that repeats its unit may stand alone.
      if (try? parse(text)) != nil { return text }
      guard let given, (try? Value.parse(text, in: given)) != nil else { return nil }
      return "\(text) \(given.symbol)"
    }
    guard let wanted = Value.unit(columnSuffix: to) else { return nil }
    if (try? Value.parse(text, in: wanted)) != nil, from.isEmpty || given?.symbol == wanted.symbol {
      let digits = text.reversed().drop { !$0.isNumber && $0 != "." && $0 != "," }.reversed()
      // A bare number under a key without a unit is no amount.
      guard !from.isEmpty || digits.count < text.count else { return nil }
      // m² ends in a digit of another kind.
      return (try? NumberText.parse(String(digits))) == nil ? text : String(digits)
    }
    guard let amount = given.map({ unit in try? Value.parse(text, in: unit) }) ?? (try? parse(text)),
      let one = wanted.amount(1), let zero = wanted.amount(0), let ratio = ratio(amount, one, zero)
    else { return nil }
    return rounded(ratio)
  }

  /// How many units an amount is, for units that are proportional to it; nil for decibels.
  private static func ratio<Value: UnitBearing>(_ amount: Value, _ one: Value, _ zero: Value) -> Double? {
    guard zero == .zero else { return nil }
    switch (amount, one) {
    case (let amount as Length, let one as Length): return amount / one
    case (let amount as Speed, let one as Speed): return amount / one
    case (let amount as Area, let one as Area): return amount / one
    case (let amount as Angle, let one as Angle): return amount / one
    case (let amount as Duration, let one as Duration): return amount.inSeconds / one.inSeconds
    default: return nil
    }
  }

  /// A sum in the currency of another key.
  @Sendable static func money(_ text: String, _ from: String, _ to: String) -> String? {
    let text = text.trimmed
    let given = Money.ColumnUnit(columnSuffix: from)
    if to.isEmpty {
      if (try? Money.parse(text)) != nil { return text }
      guard let given, (try? Money.parse(text, in: given)) != nil else { return nil }
      return "\(given.currency) \(text)\(given.isMillions ? "M" : "")"
    }
    guard let wanted = Money.ColumnUnit(columnSuffix: to) else { return nil }
    if given == wanted { return text }
    guard let sum = given.map({ unit in try? Money.parse(text, in: unit) }) ?? (try? Money.parse(text)),
      sum.currency == wanted.currency
    else { return nil }
    return rounded(wanted.isMillions ? sum.amount / 1e6 : sum.amount)
  }

  /// Twelve significant digits, as short as can be.
  private static func rounded(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    guard number != 0 else { return "0" }
    var exponent = 0
    var scale = 1.0
    while abs(number) * scale < 1e11, exponent < 20 {
      scale *= 10
      exponent += 1
    }
    let value = (number * scale).rounded() / scale
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }
}
