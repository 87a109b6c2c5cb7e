internal import Interception
internal import Units

/// Figures of plan.json for people.
enum FigureText {
  static func area(_ squareKilometres: Double?) -> String { squareKilometres?.grouped ?? "–" }
  static func count(_ number: Double?) -> String { number?.count ?? "–" }
  /// To the second, so that a change is the difference of what is shown: `1 h 4 min 55 s`.
  static func duration(_ seconds: Double?) -> String {
    guard let seconds, abs(seconds) < 1e9 else { return "–" }
    let whole = Int(abs(seconds).rounded())
    let parts = [(whole / 3600, "h"), (whole / 60 % 60, "min"), (whole % 60, "s")].filter { $0.0 > 0 }
    let text = parts.map { "\($0.0) \($0.1)" }.joined(separator: " ")
    return parts.isEmpty ? "0 s" : (seconds < 0 ? "−" : "") + text
  }
  static func distance(_ metres: Double?) -> String {
    metres.map { "\(Length.metres($0).shownDistance.fixed(1)) \(UnitSystem.current.distanceSymbol)" } ?? "–"
  }

  /// A change with its sign: `+3`, `−12 min`, `±0`.
  static func signed(_ change: Double, _ text: (Double?) -> String) -> String {
    change == 0 ? "±0" : (change < 0 ? "−" : "+") + text(abs(change))
  }
}
