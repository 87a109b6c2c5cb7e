/// The kinds of mistakes in the text of an amount.
public enum QuantityFault: String, FaultCode {
  /// The text does not start with a number.
  case notANumber
  /// The number is infinite or not a number.
  case notFinite
  /// A comma that can be a decimal mark or a thousands mark.
  case ambiguousNumber
  /// A number without a unit.
  case missingUnit
  /// A height without its datum.
  case missingDatum
  /// A unit of another kind of amount, or none.
  case unknownUnit
  /// Money without a currency, or with a code that is not in ISO 4217.
  case unknownCurrency
  /// Not a time of day.
  case notATime
  /// Not a span of azimuths.
  case notASpan
  /// Outside what can be represented.
  case outOfRange
}

extension QuantityFault {
  /// Nothing: the problem quotes the text.
  public static func text(of place: FaultPlace) -> String { "" }
  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }

  func problem(with text: String) -> String {
    let quoted = "“\(text.count > 60 ? text.prefix(60) + "…" : text[...])”"
    return switch self {
    case .notANumber: "\(quoted) does not begin with a number"
    case .notFinite: "\(quoted) is not a finite number"
    case .ambiguousNumber: "\(quoted) has two readings"
    case .missingUnit: "\(quoted) has no unit"
    case .missingDatum: "\(quoted) has no datum"
    case .unknownUnit: "\(quoted) has an unknown unit"
    case .unknownCurrency: "\(quoted) names no currency"
    case .notATime: "\(quoted) is not a time of day"
    case .notASpan: "\(quoted) is not a span of azimuths"
    case .outOfRange: "\(quoted) is out of range"
    }
  }
}
