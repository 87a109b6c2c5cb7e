import Radar
import Scenario
import Units

extension Field {
  /// A number with one of some units.
  /// - Parameters:
  ///   - kind: What it is, for messages: `a gain`.
  ///   - range: In the first unit.
  ///   - isBareAllowed: Whether a number without a unit has the first.
  ///   - make: From the number in base units.
  static func scaled(
    _ name: String, aliases: [String] = [], _ need: Need, _ kind: String, _ units: [ScaledUnit],
    _ range: ClosedRange<Double>, isBareAllowed: Bool = false, _ meaning: String,
    _ make: @escaping @Sendable (Double) -> Value
  ) -> Field {
    let symbols = units.compactMap(\.spellings.first)
    let accepted = symbols.joined(separator: ", ")
    let first = units[0]
    let limits = "\(range.lowerBound.plain) \(symbols[0]) to \(range.upperBound.plain) \(symbols[0])"
    @Sendable func value(_ text: String, _ given: ScaledUnit?) throws(FieldIssue) -> Value {
      let digits = text.trimmed.prefix { !$0.isLetter || ($0 == "e" || $0 == "E") }
      let rest = String(text.trimmed.dropFirst(digits.count)).trimmed
      // The whole text is named, not the nothing before its letters.
      let number = try issue { () throws(QuantityError) in
        try NumberText.parse(digits.isEmpty ? text.trimmed : String(digits))
      }
      guard let unit = rest.isEmpty ? given ?? (isBareAllowed ? first : nil) : units.first(where: { $0.isNamed(rest) })
      else {
        throw FieldIssue(
          .value, "“\(text.trimmed.prefix(60))” has no unit", "\(kind) has one of the units \(accepted)")
      }
      let base = number * unit.scale
      guard range.contains(base / first.scale) else {
        throw FieldIssue(.range, "\(text.trimmed.prefix(60)) is out of range", "from \(limits)")
      }
      return make(base)
    }
    var format = FieldFormat(
      name: name, aliases: aliases, isRequired: need.isRequired, type: String(kind.drop { $0 != " " }.dropFirst()),
      accepted: accepted, range: limits, fallback: need.fallback, meaning: meaning, isNumeric: true)
    format.columnSuffixes = units.map { "_\($0.ending)" }.joined(separator: " ")
    format.unitSpellings = units.map { ($0.ending, $0.ending) }
    format.isUnitSuffix = { suffix in units.contains { $0.ending == suffix } }
    return Field(
      format: format,
      read: { text throws(FieldIssue) in try value(text, nil) },
      readInColumnUnit: { suffix in
        guard let unit = units.first(where: { $0.ending == suffix }) else { return nil }
        return { text throws(FieldIssue) in try value(text, unit) }
      })
  }
}

extension Field where Value == Decibels {
  static func decibels(
    _ name: String, aliases: [String] = [], _ need: Need, _ range: ClosedRange<Double>, _ meaning: String
  ) -> Field {
    scaled(name, aliases: aliases, need, "a level", ScaledUnit.decibels, range, isBareAllowed: true, meaning) {
      Decibels($0)
    }
  }

  /// The gain of an antenna.
  static func gain(_ name: String, aliases: [String] = [], _ need: Need, _ meaning: String) -> Field {
    scaled(name, aliases: aliases, need, "a gain", ScaledUnit.gains, -10...70, isBareAllowed: true, meaning) {
      Decibels($0)
    }
  }
}

extension Field where Value == Double {
  /// A probability, as a number or in per cent.
  static func probability(_ name: String, _ need: Need, _ range: ClosedRange<Double>, _ meaning: String) -> Field {
    let limits = "\(range.lowerBound) to \(range.upperBound)"
    return Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "probability", accepted: "a number, %", range: limits,
        fallback: need.fallback, meaning: meaning, isNumeric: true),
      read: { text throws(FieldIssue) in
        let isPercent = text.trimmed.hasSuffix("%")
        let digits = isPercent ? String(text.trimmed.dropLast()).trimmed : text.trimmed
        let number = try issue { () throws(QuantityError) in try NumberText.parse(digits) }
        let share = isPercent ? number / 100 : number
        guard range.contains(share) else {
          let meant = !isPercent && range.contains(number / 100) ? "; write \(digits) % for a percentage" : ""
          throw FieldIssue(.range, "\(text.trimmed.prefix(60)) is out of range", "from \(limits)\(meant)")
        }
        return share
      })
  }
}

extension Field where Value == TargetFluctuation {
  /// A Swerling case, by its number or its name.
  static func swerling(_ name: String, aliases: [String], _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, aliases: aliases, isRequired: need.isRequired, type: "Swerling case",
        accepted: "0, 1, 2, 3, 4, steady", fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        let word = text.trimmed.lowercased().replacing("swerling", with: "").trimmed
        if ["steady", "marcum", "none"].contains(word) { return .steady }
        let romans = ["i": 1, "ii": 2, "iii": 3, "iv": 4]
        guard let number = romans[word] ?? Int(word), let fluctuation = TargetFluctuation(rawValue: number) else {
          throw FieldIssue(
            .value, "“\(text.trimmed.prefix(60))” is not a Swerling case",
            "write 0 (steady), 1 or 3 (from scan to scan), 2 or 4 (from pulse to pulse)")
        }
        return fluctuation
      })
  }
}
