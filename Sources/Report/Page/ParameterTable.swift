internal import Units

/// The values of settings as the report shows them: those of plan.json.
enum ParameterTable {
  /// The value of a parameter for people.
  static func text(_ value: JSON, _ key: String, _ say: ReportLanguage) -> String {
    guard key == "detection.track", case .string(let rule) = value else { return text(value, say) }
    return say(.trackRule, rule.split(separator: " of ").map(String.init))
  }

  /// A value for people.
  static func text(_ value: JSON, _ say: ReportLanguage) -> String {
    switch value {
    case .string(let text): text
    case .bool(let flag): say(flag ? .yes : .no)
    case .array([]): say(.none)
    case .array(let values): values.map { text($0, say) }.joined(separator: ", ")
    case .integer(let number): String(number)
    case .number(let number, 20...) where 0 < number && number < 1e-4: number.superscriptText
    case .number(let number, let decimals): DecimalText.text(number, decimals: decimals) ?? "–"
    case .null, .object: "–"
    }
  }
}
