import Scenario
import Units

extension Field where Value: UnitBearing & Comparable {
  /// An amount with a unit.
  static func amount(
    _ name: String, aliases: [String] = [], _ need: Need, _ range: ClosedRange<Value>? = nil, _ meaning: String,
    parse: @escaping @Sendable (String) throws(QuantityError) -> Value = { text throws(QuantityError) in
      try Value.parse(text)
    },
    show: @escaping @Sendable (Value) -> String
  ) -> Field {
    let format = FieldFormat(
      name: name, aliases: aliases, isRequired: need.isRequired,
      type: String(Value.kindName.drop { $0 != " " }.dropFirst()),
      accepted: Value.acceptedUnits,
      // The reference of the format is the same whatever is being read when it is first asked for.
      range: range.map { range in
        UnitSystem.metric.writing { "\(show(range.lowerBound)) to \(show(range.upperBound))" }
      } ?? "",
      columnSuffixes: Value.units.compactMap { $0.columnSuffix.map { "_\($0)" } }.joined(separator: " "),
      fallback: need.fallback, meaning: meaning, isNumeric: true,
      unitSpellings: Value.units.flatMap { unit in
        unit.columnSpellings.map { (Record.normalized($0), unit.columnSuffix ?? unit.symbol) }
      },
      isUnitSuffix: { suffix in Value.unit(columnSuffix: suffix) != nil },
      restated: { text, from, to in Restated.amount(Value.self, text, from, to, parse: parse) })
    return Field(
      format: format,
      read: { text throws(FieldIssue) in
        try issue { () throws(QuantityError) in try parse(text) }
      },
      readInColumnUnit: { suffix in
        guard let unit = Value.unit(columnSuffix: suffix) else { return nil }
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
  static func length(
    _ name: String, _ need: Need, _ range: ClosedRange<Length>, datums: [String] = [], _ meaning: String
  ) -> Field {
    var field = amount(name, need, range, meaning, show: shown)
    field.format.datums = datums
    return field
  }

  /// An altitude above mean sea level, which may be a flight level.
  static func altitude(_ name: String, _ need: Need, _ range: ClosedRange<Length>, _ meaning: String) -> Field {
    var field = amount(
      name, need, range, meaning, parse: { text throws(QuantityError) in try Length.parse(altitude: text) }, show: shown
    )
    field.format.datums = Field.seaLevel
    field.format.takesFlightLevels = true
    field.format.accepted += ", FL130"
    return field
  }

  /// Datums of heights above mean sea level, as columns name them.
  static let seaLevel = ["amsl", "msl", "asl"]

  private static let shown: @Sendable (Length) -> String = {
    $0.magnitude < .metres(20_000) ? $0.heightText : $0.text
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
      // A least duration of a part of a second is not nothing.
      $0 > .zero && $0 < .seconds(1) ? "\($0.inSeconds.significant(3)) s" : $0.text
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
  static func elevationAngle(
    _ name: String, _ need: Need, within range: ClosedRange<Angle> = .degrees(-90)...(.degrees(90)), _ meaning: String
  ) -> Field {
    amount(name, need, range, meaning) { $0.text }
  }
}

extension Field where Value == Money {
  static func money(_ name: String, _ need: Need, aliases: [String] = [], _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, aliases: aliases, isRequired: need.isRequired, type: "money", accepted: Money.accepted,
        columnSuffixes: "_usd _usd_m (any ISO 4217 code; _m: millions)", fallback: need.fallback, meaning: meaning,
        isNumeric: true,
        unitSpellings: Money.currencies.sorted().flatMap { code in
          ["", "_m"].map { (code.lowercased() + $0, code.lowercased() + $0) }
        },
        isUnitSuffix: { Money.ColumnUnit(columnSuffix: $0) != nil },
        restated: Restated.money),
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
          ? nil : FieldIssue(.range, "\(money.text) is not a price", "zero or more, below \(money.currency) 1e15")
      })
  }
}
