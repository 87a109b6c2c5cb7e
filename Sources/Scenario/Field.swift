import Units

/// What the format says of one field; the reference text and the check for unknown keys are made of these.
struct FieldFormat: Sendable {
  /// The name, as key and as column.
  var name: String
  /// Other names that are read.
  var aliases: [String] = []
  /// Whether every row needs it.
  var isRequired = false
  /// What is written: `length`, `id of a site`.
  var type: String
  /// Units or words that are accepted; empty when any text is.
  var accepted = ""
  /// The range of amounts; empty when there is none.
  var range = ""
  /// Endings by which a column's name can state the unit; empty when none.
  var columnSuffixes = ""
  /// What holds when it is absent; for a required field empty.
  var fallback = ""
  /// What it means.
  var meaning: String
  /// Whether the part of a column's name behind `<field>_` is a unit of this field.
  var isUnitSuffix: @Sendable (String) -> Bool = { _ in false }

  /// The field's name and its aliases.
  var names: [String] { [name] + aliases }

  /// Whether a key or column, in our spelling, is this field.
  @Sendable func matches(_ key: String) -> Bool {
    names.contains { name in
      key == name || (key.hasPrefix(name + "_") && isUnitSuffix(String(key.dropFirst(name.count + 1))))
    }
  }
}

/// Why the text of a field cannot be used.
struct FieldIssue: Error {
  var code: ScenarioProblem.Code
  var what: String
  var remedy: String

  init(_ code: ScenarioProblem.Code, _ what: String, _ remedy: String = "") {
    self.code = code
    self.what = what
    self.remedy = remedy
  }

  init(_ error: QuantityError) {
    self.init(error.code == .outOfRange ? .range : .value, error.problem, error.remedy)
  }
}

/// Reads a quantity, and says what is wrong with it as a field does.
private func issue<Value>(_ read: () throws(QuantityError) -> Value) throws(FieldIssue) -> Value {
  do { return try read() } catch { throw FieldIssue(error) }
}

/// A field with the type of its value and the way to read it.
struct Field<Value: Sendable>: Sendable {
  typealias Read = @Sendable (String) throws(FieldIssue) -> Value

  var format: FieldFormat
  /// Reads a text.
  var read: Read
  /// Reads a text whose unit the column's name states, by the part of that name behind `<field>_`.
  var readInColumnUnit: @Sendable (String) -> Read? = { _ in nil }
  /// What is wrong with a value that was read; nil when nothing is.
  var check: @Sendable (Value) -> FieldIssue? = { _ in nil }

  var name: String { format.name }
}

/// Whether and how a field may be absent.
enum Need: Sendable {
  case required
  /// Absent means what the text says.
  case optional(String)

  var isRequired: Bool { if case .required = self { true } else { false } }
  var fallback: String { if case .optional(let text) = self { text } else { "" } }
}

extension Field where Value == String {
  /// A text, trimmed.
  static func text(_ name: String, _ need: Need, _ meaning: String, type: String = "text", aliases: [String] = [])
    -> Field
  {
    Field(
      format: FieldFormat(
        name: name, aliases: aliases, isRequired: need.isRequired, type: type, fallback: need.fallback, meaning: meaning
      ),
      read: { text throws(FieldIssue) in text.trimmed })
  }

  /// A key.
  static func id(_ meaning: String, _ need: Need = .required, name: String = "id") -> Field {
    text(name, need, meaning, type: "id")
  }
}

extension Field where Value: UnitBearing & Comparable {
  /// An amount with a unit.
  static func amount(
    _ name: String, _ need: Need, _ range: ClosedRange<Value>? = nil, _ meaning: String,
    parse: @escaping @Sendable (String) throws(QuantityError) -> Value = { text throws(QuantityError) in
      try Value.parse(text)
    },
    show: @escaping @Sendable (Value) -> String
  ) -> Field {
    let format = FieldFormat(
      name: name, isRequired: need.isRequired, type: String(Value.kindName.drop { $0 != " " }.dropFirst()),
      accepted: Value.acceptedUnits,
      range: range.map { "\(show($0.lowerBound)) to \(show($0.upperBound))" } ?? "",
      columnSuffixes: Value.units.compactMap { $0.columnSuffix.map { "_\($0)" } }.joined(separator: " "),
      fallback: need.fallback, meaning: meaning,
      isUnitSuffix: { suffix in Value.units.contains { $0.columnSuffix == suffix } })
    return Field(
      format: format,
      read: { text throws(FieldIssue) in
        try issue { () throws(QuantityError) in try parse(text) }
      },
      readInColumnUnit: { suffix in
        guard let unit = Value.units.first(where: { $0.columnSuffix == suffix }) else { return nil }
        return { text throws(FieldIssue) in
          try issue { () throws(QuantityError) in try Value.parse(text, in: unit) }
        }
      },
      check: { value in
        guard let range, !range.contains(value) else { return nil }
        return FieldIssue(
          .range, "\(show(value)) is \(value < range.lowerBound ? "too small" : "too large")",
          "from \(show(range.lowerBound)) to \(show(range.upperBound))")
      })
  }
}

extension Field where Value == Length {
  static func length(_ name: String, _ need: Need, _ range: ClosedRange<Length>, _ meaning: String) -> Field {
    amount(name, need, range, meaning) { $0.magnitude < .metres(20_000) ? "\($0.metres.fixed(0)) m" : $0.text }
  }
}

extension Field where Value == Speed {
  static func speed(_ name: String, _ need: Need, _ meaning: String) -> Field {
    // The floor keeps times finite: nothing that flies a route is slower.
    amount(name, need, .kilometresPerHour(1)...(.kilometresPerHour(12_000)), meaning) { $0.text }
  }
}

extension Field where Value == Duration {
  static func duration(
    _ name: String, _ need: Need, from least: Duration = .zero, to most: Duration = .hours(24 * 30), _ meaning: String
  ) -> Field {
    amount(name, need, least...most, meaning, parse: { text throws(QuantityError) in try Duration.parse(text) }) {
      $0.text
    }
  }

  static func time(_ name: String, _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "local time", accepted: "HH:MM, HH:MM:SS",
        fallback: need.fallback,
        meaning: meaning),
      read: { text throws(FieldIssue) in
        try issue { () throws(QuantityError) in try TimeOfDay.parse(text) }
      })
  }
}

extension Field where Value == Area {
  static func crossSection(_ name: String, _ need: Need, _ meaning: String) -> Field {
    amount(name, need, .squareMetres(1e-6)...(.squareMetres(1e6)), meaning) { $0.crossSectionText }
  }
}

extension Field where Value == Angle {
  static func elevationAngle(_ name: String, _ need: Need, _ meaning: String) -> Field {
    amount(name, need, .degrees(-90)...(.degrees(90)), meaning) { $0.text }
  }
}

extension Field where Value == Money {
  static func money(_ name: String, _ need: Need, aliases: [String] = [], _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, aliases: aliases, isRequired: need.isRequired, type: "money", accepted: Money.accepted,
        columnSuffixes: "_usd _usd_m (any ISO 4217 code; _m: millions)", fallback: need.fallback, meaning: meaning,
        isUnitSuffix: { Money.ColumnUnit(columnSuffix: $0) != nil }),
      read: { text throws(FieldIssue) in
        try issue { () throws(QuantityError) in try Money.parse(text) }
      },
      readInColumnUnit: { suffix in
        guard let unit = Money.ColumnUnit(columnSuffix: suffix) else { return nil }
        return { text throws(FieldIssue) in
          try issue { () throws(QuantityError) in try Money.parse(text, in: unit) }
        }
      },
      check: { money in
        money.amount >= 0 && money.amount <= 1e15
          ? nil : FieldIssue(.range, "\(money.text) is no price", "zero or more, below \(money.currency) 1e15")
      })
  }
}

extension Field where Value == Double {
  static func number(_ name: String, _ need: Need, _ range: ClosedRange<Double>, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "number",
        range: "\(range.lowerBound.plain) to \(range.upperBound.plain)", fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        try issue { () throws(QuantityError) in try NumberText.parse(text) }
      },
      check: { number in
        range.contains(number)
          ? nil
          : FieldIssue(
            .range, "\(number.plain) is out of range",
            "from \(range.lowerBound.plain) to \(range.upperBound.plain)")
      })
  }
}

extension Field where Value == Int {
  static func count(_ name: String, _ need: Need, _ range: ClosedRange<Int>, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "whole number",
        range: range.count == 1 ? "" : "\(range.lowerBound) to \(range.upperBound)", fallback: need.fallback,
        meaning: meaning),
      read: { text throws(FieldIssue) in
        let number = try issue { () throws(QuantityError) in try NumberText.parse(text) }
        guard let count = Int(exactly: number), range.contains(count) else {
          throw FieldIssue(
            .range, "\(text.trimmed) is out of range", "a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return count
      })
  }
}

extension Field where Value == Bool {
  static func flag(_ name: String, _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "yes or no", accepted: "yes, no (also true, false, sí, 1, 0)",
        fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        switch text.trimmed.lowercased() {
        case "yes", "true", "y", "t", "1", "sí", "si", "on": return true
        case "no", "false", "n", "f", "0", "off": return false
        default: throw FieldIssue(.value, "“\(text.trimmed.prefix(60))” is neither yes nor no", "write yes or no")
        }
      })
  }
}

extension Field where Value: CaseIterable & RawRepresentable, Value.RawValue == String {
  static func choice(_ name: String, _ need: Need, _ meaning: String) -> Field {
    let words = Value.allCases.map(\.rawValue)
    return Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "word", accepted: words.joined(separator: ", "),
        fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        guard let value = Value(rawValue: text.trimmed.lowercased()) else {
          throw FieldIssue(
            .value, "“\(text.trimmed.prefix(60))” is not one of the words", "write \(words.joined(separator: " or "))")
        }
        return value
      })
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
