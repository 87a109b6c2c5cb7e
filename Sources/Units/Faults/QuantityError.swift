/// Why a text cannot be read as an amount.
public typealias QuantityError = Fault<QuantityFault>

extension Fault<QuantityFault> {
  /// A mistake in a text.
  /// - Parameters:
  ///   - text: The text that was read.
  ///   - remedy: What would be right.
  public init(_ code: QuantityFault, _ text: String, _ remedy: String) {
    self.init(code, at: FaultPlace(text: text), code.problem(with: text), remedy: remedy)
  }

  /// The same mistake, reported for a longer text of which the faulty one is a part.
  func of(_ text: String) -> QuantityError { QuantityError(code, text, remedy ?? "") }
}
