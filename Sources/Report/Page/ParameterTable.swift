internal import Scenario

/// The settings of a scenario as the report shows them: those of plan.json.
enum ParameterTable {
  struct Row {
    var key: String
    var value: JSON
    var unit: String?
    var isDefault: Bool
  }

  static func rows(_ scenario: Scenario) -> [Row] {
    guard case .array(let items) = PlanDocument.parameters(scenario) else { return [] }
    return items.compactMap { item in
      guard case .object(let members) = item else { return nil }
      let values = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      guard case .string(let key)? = values["name"], let value = values["value"] else { return nil }
      var unit: String?
      if case .string(let text)? = values["unit"] { unit = text }
      return Row(key: key, value: value, unit: unit, isDefault: values["is_default"] == .bool(true))
    }
  }

  /// A value for people.
  static func text(_ value: JSON, _ say: ReportLanguage) -> String {
    switch value {
    case .string(let text): text
    case .bool(let flag): say(flag ? .yes : .no)
    case .array([]): say(.none)
    case .array(let values): values.map { text($0, say) }.joined(separator: ", ")
    case .integer(let number): String(number)
    case .number(let number, let decimals): DecimalText.text(number, decimals: decimals) ?? "–"
    case .null, .object: "–"
    }
  }
}
