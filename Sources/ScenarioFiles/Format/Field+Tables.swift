import Response
import Scenario
import Units

/// A row of a table that is written in one text: `11100 kg: 3980 m`.
struct TableEntry<At: Sendable, Value: Sendable>: Sendable {
  /// Where the value holds; nil for a value that stands alone.
  var at: At?
  var value: Value
}

extension Field {
  /// A table in one text, `AT: VALUE; AT: VALUE`.
  /// - Parameters:
  ///   - what: What the values are by, for messages: `density altitude`.
  ///   - single: What a value without a place means; nil where every value needs one.
  static func table<At: UnitBearing, Amount: UnitBearing>(
    _ name: String, _ need: Need, by what: String, single: String? = nil, example: String, _ meaning: String
  ) -> Field<[TableEntry<At, Amount>]> {
    @Sendable func entry(_ text: String) throws(FieldIssue) -> TableEntry<At, Amount> {
      let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { String($0).trimmed }
      switch parts.count {
      case 1 where single != nil:
        return TableEntry(at: nil, value: try issue { () throws(QuantityError) in try Amount.parse(parts[0]) })
      case 2:
        return TableEntry(
          at: try issue { () throws(QuantityError) in try At.parse(parts[0]) },
          value: try issue { () throws(QuantityError) in try Amount.parse(parts[1]) })
      default:
        throw FieldIssue(
          .value, "“\(text.prefix(60))” is not a row of a table", "write \(what) and value, as in \(example)")
      }
    }
    return Field<[TableEntry<At, Amount>]>(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "table by \(what)" + (single.map { " or \($0)" } ?? ""),
        accepted: example, fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        let parts = text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
        guard !parts.isEmpty else { throw FieldIssue(.value, "has no rows", "write it as in \(example)") }
        var entries: [TableEntry<At, Amount>] = []
        for part in parts { entries.append(try entry(part)) }
        if entries.count > 1, entries.contains(where: { $0.at == nil }) {
          throw FieldIssue(
            .value, "mixes a value for every \(what) with rows for one", "write \(what) and value, as in \(example)")
        }
        return entries
      })
  }
}

extension Field where Value == FuelAmount {
  /// An amount of fuel by mass or by volume, or what an hour takes of it.
  static func fuel(_ name: String, _ need: Need, isHourly: Bool, _ meaning: String) -> Field {
    let units: [(String, @Sendable (Double) -> FuelAmount)] = [
      ("kg", { .mass(.kilograms($0)) }), ("lb", { .mass(.pounds($0)) }), ("L", { .litres($0) }),
      ("gal", { .litres($0 * FuelAmount.litresPerGallon) }),
    ]
    let ending = isHourly ? "/h" : ""
    let accepted = units.map { $0.0 + ending }.joined(separator: ", ")
    return Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: isHourly ? "fuel an hour" : "fuel", accepted: accepted,
        fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        let digits = text.trimmed.prefix { !$0.isLetter }
        let rest = String(text.trimmed.dropFirst(digits.count)).lowercased()
        let number = try issue { () throws(QuantityError) in try NumberText.parse(String(digits).trimmed) }
        guard let unit = units.first(where: { ($0.0 + ending).lowercased() == rest }) else {
          throw FieldIssue(.value, "“\(text.trimmed.prefix(60))” has none of the units", "write one of \(accepted)")
        }
        guard number > 0, number <= 1e6 else {
          throw FieldIssue(.range, "\(text.trimmed.prefix(60)) is out of range", "write more than zero")
        }
        return unit.1(number)
      })
  }
}

extension Field where Value == Mass {
  static func mass(_ name: String, _ need: Need, _ meaning: String) -> Field {
    amount(name, need, .kilograms(1)...(.tonnes(1000)), meaning) { $0.text }
  }
}
