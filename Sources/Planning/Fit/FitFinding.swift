/// What observations say of one parameter.
public enum FitFinding: Sendable, Hashable {
  /// A value, and the interval in which the true one lies with 95 % confidence.
  case determined(value: Double, low: Double, high: Double)
  /// Only that it is not lower, with 95 % confidence.
  case atLeast(Double)
  /// Only that it is not higher, with 95 % confidence.
  case atMost(Double)
  /// Nothing.
  case undetermined

  /// The value; nil where the data do not determine it.
  public var value: Double? {
    if case .determined(let value, _, _) = self { return value }
    return nil
  }

  /// The lower end of the interval, or the lower bound.
  public var low: Double? {
    switch self {
    case .determined(_, let low, _), .atLeast(let low): low
    case .atMost, .undetermined: nil
    }
  }

  /// The upper end of the interval, or the upper bound.
  public var high: Double? {
    switch self {
    case .determined(_, _, let high), .atMost(let high): high
    case .atLeast, .undetermined: nil
    }
  }

  /// The word for it in outputs.
  public var state: String {
    switch self {
    case .determined: "determined"
    case .atLeast: "at_least"
    case .atMost: "at_most"
    case .undetermined: "undetermined"
    }
  }

  /// All words.
  package static let states = ["determined", "at_least", "at_most", "undetermined"]

  /// The same of another scale, ascending with this one.
  func mapped(_ scale: (Double) -> Double) -> FitFinding {
    switch self {
    case .determined(let value, let low, let high):
      .determined(value: scale(value), low: scale(low), high: scale(high))
    case .atLeast(let bound): .atLeast(scale(bound))
    case .atMost(let bound): .atMost(scale(bound))
    case .undetermined: .undetermined
    }
  }
}
