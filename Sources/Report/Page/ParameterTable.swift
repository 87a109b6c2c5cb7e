internal import Units

/// The values of settings as the report shows them: those of plan.json.
enum ParameterTable {
  /// The value of a parameter for people.
  static func text(_ value: JSON, _ key: String, _ say: ReportLanguage) -> String {
    switch (key, value) {
    case ("detection.track", .string(let rule)): say(.trackRule, rule.split(separator: " of ").map(String.init))
    case (_, .string(let word)): Phrase.parameterValues[key]?[word].map { say($0) } ?? word
    case ("counted.target_rcs", .number(let number, _)): number.significant(4)
    default: text(value, say)
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
    case .number(let number, 20...) where 0 < number && number < 1e-4: number.superscriptText
    case .number(let number, let decimals): DecimalText.text(number, decimals: decimals) ?? "–"
    case .null, .object: "–"
    }
  }
}
