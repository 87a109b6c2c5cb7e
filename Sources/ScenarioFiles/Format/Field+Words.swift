import Scenario
import Units

extension Field where Value == Double {
  /// - Parameter units: Spellings of the unit that the number has, which may stand behind it; empty for a bare number.
  static func number(
    _ name: String, _ need: Need, _ range: ClosedRange<Double>, units: [String] = [], _ meaning: String
  ) -> Field {
    var field = numeric(name, need, range, meaning, type: "number") { text throws(QuantityError) in
      let unit = units.first { text.lowercased().hasSuffix($0.lowercased()) }
      let digits = unit.map { String(text.dropLast($0.count)).trimmed } ?? text
      do throws(QuantityError) { return try NumberText.parse(digits) } catch {
        guard error.code == .notANumber, text.first(where: { $0 != "-" && $0 != "−" && $0 != "+" })?.isNumber == true
        else {
          throw error
        }
        throw QuantityError(
          .unknownUnit, text,
          "write the number alone\(units.first.map { ", or with the unit \($0)" } ?? ", without a unit")")
      }
    }
    field.format.accepted = units.first ?? ""
    return field
  }

  /// A number, or two with a slash between.
  static func ratio(_ name: String, _ need: Need, _ range: ClosedRange<Double>, _ meaning: String) -> Field {
    numeric(name, need, range, meaning, type: "number or fraction") { text throws(QuantityError) in
      try NumberText.parseRatio(text)
    }
  }

  private static func numeric(
    _ name: String, _ need: Need, _ range: ClosedRange<Double>, _ meaning: String, type: String,
    _ parse: @escaping @Sendable (String) throws(QuantityError) -> Double
  ) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: type,
        range: "\(range.lowerBound.plain) to \(range.upperBound.plain)", fallback: need.fallback, meaning: meaning,
        isNumeric: true),
      read: { text throws(FieldIssue) in
        try issue { () throws(QuantityError) in try parse(text) }
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
        meaning: meaning, isNumeric: true),
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
        name: name, isRequired: need.isRequired, type: "yes or no", accepted: YesNo.accepted,
        fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        guard let value = YesNo.parse(text) else {
          throw FieldIssue(.value, "“\(text.trimmed.prefix(60))” is neither yes nor no", "write yes or no")
        }
        return value
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

extension Field where Value == Double {
  /// A share, written in per cent and held as 0 to 1.
  static func percentage(_ name: String, _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "percentage", accepted: "%", range: "0 % to 100 %",
        fallback: need.fallback, meaning: meaning, isNumeric: true),
      read: { text throws(FieldIssue) in
        let trimmed = text.trimmed
        guard trimmed.hasSuffix("%") else {
          throw FieldIssue(.value, "“\(trimmed.prefix(60))” is not a percentage", "write it with its sign, as in 80 %")
        }
        let number = try issue { () throws(QuantityError) in try NumberText.parse(String(trimmed.dropLast()).trimmed) }
        guard (0...100).contains(number) else {
          throw FieldIssue(.range, "\(trimmed.prefix(60)) is out of range", "from 0 % to 100 %")
        }
        return number / 100
      })
  }
}
