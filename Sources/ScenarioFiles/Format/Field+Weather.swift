import Response
import Scenario
import Units

extension Fault<ScenarioFault> {
  /// What is wrong with an input of air, wind or sky, as a field says it.
  init(_ error: ConditionsError) {
    let isText = error.code == .unreadable || error.code == .impossibleDate
    self.init(isText ? .value : .range, error.problem, remedy: error.remedy, underlying: error)
  }
}

/// Reads an input of air, wind or sky, and says what is wrong with it as a field does.
func conditions<Value>(_ read: () throws(ConditionsError) -> Value) throws(FieldIssue) -> Value {
  do { return try read() } catch { throw FieldIssue(error) }
}

extension Field where Value == CalendarDate {
  static func date(_ name: String, _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "date", accepted: "YYYY-MM-DD", range: "1900 to 2100",
        fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        try conditions { () throws(ConditionsError) in try CalendarDate.parse(text) }
      })
  }
}

extension Field where Value == WindVector {
  static func wind(_ name: String, _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "wind", accepted: "240/15kt, 24015KT, calm",
        fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        try conditions { () throws(ConditionsError) in try WindVector.parse(text) }
      })
  }
}

extension Field where Value == Duration {
  /// Local time less UTC: `-05:00`, `-5 h`, `-5`.
  static func clockOffset(_ name: String, _ need: Need, _ meaning: String) -> Field {
    let most = Duration.hours(14)
    return Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "hours from UTC", accepted: "-05:00, -5 h",
        range: "-14:00 to 14:00", fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        var digits = text.trimmed[...]
        let sign = digits.first.flatMap { "+-\u{2212}".contains($0) ? $0 : nil }
        if sign != nil { digits.removeFirst() }
        let amount: Duration
        if let hours = try? NumberText.parse(String(digits)) {
          amount = .hours(hours)
        } else if let clock = (try? TimeOfDay.parse(String(digits))) ?? (try? Duration.parse(String(digits))) {
          amount = clock
        } else {
          throw FieldIssue(
            .value, "“\(text.trimmed.prefix(60))” is not a difference from UTC", "write hours and minutes, as in -05:00"
          )
        }
        guard amount >= .zero, amount <= most else {
          throw FieldIssue(.range, "“\(text.trimmed.prefix(60))” is out of range", "from -14:00 to 14:00")
        }
        return sign == nil || sign == "+" ? amount : .zero - amount
      })
  }
}
