/// Why a text is not the amount it should be.
public typealias QuantityError = Fault<QuantityFault>

/// The kinds of mistakes in the text of an amount.
public enum QuantityFault: String, FaultCode {
  /// No number stands where one should.
  case notANumber
  /// The number is infinite or not a number.
  case notFinite
  /// A comma that can be a decimal mark or a thousands mark.
  case ambiguousNumber
  /// A number without a unit.
  case missingUnit
  /// A height that does not say what it is above.
  case missingDatum
  /// A unit that this kind of amount does not have.
  case unknownUnit
  /// Money without a currency, or in something that is no ISO 4217 code.
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

  fileprivate func problem(with text: String) -> String {
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

extension Fault<QuantityFault> {
  /// A mistake in a text.
  /// - Parameters:
  ///   - text: The text that was read.
  ///   - remedy: What would be right.
  public init(_ code: QuantityFault, _ text: String, _ remedy: String) {
    self.init(code, at: FaultPlace(text: text), code.problem(with: text), remedy: remedy)
  }

  /// The same mistake, told of a longer text of which the faulty one is a part.
  func of(_ text: String) -> QuantityError { QuantityError(code, text, remedy ?? "") }
}
