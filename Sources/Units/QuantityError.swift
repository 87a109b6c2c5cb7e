/// Why a text cannot be read as an amount.
public struct QuantityError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of mistake.
  public enum Code: String, Sendable, Hashable, CaseIterable {
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

  /// The kind of mistake.
  public let code: Code
  /// The text that was read.
  public let text: String
  /// What would be right.
  public let remedy: String

  /// A mistake in a text.
  package init(_ code: Code, _ text: String, _ remedy: String) {
    self.code = code
    self.text = text
    self.remedy = remedy
  }

  /// What is wrong, without the remedy.
  public var problem: String {
    let quoted = "“\(text.count > 60 ? text.prefix(60) + "…" : text[...])”"
    return switch code {
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

  /// What is wrong and what would be right, in one line.
  public var description: String { "\(problem): \(remedy)" }
}
