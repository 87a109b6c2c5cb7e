internal import Radar
package import Scenario
public import Units

/// A price that may come without its currency.
public struct PriceText: Sendable, Hashable {
  /// The amount in whole units.
  public var amount: Double
  /// The ISO 4217 code; nil when none is written.
  public var currency: String?

  /// Reads `71000000`, `71M`, `USD 71M` or `71M USD`.
  ///
  /// - Parameter reading: What is known of the decimal mark.
  /// - Throws: ``QuantityError`` as `Money.parse(_:)`.
  public init(parsing written: String, _ reading: NumberReading = .asWritten) throws(QuantityError) {
    let text = try NumberText.canonical(written, reading)
    if let number = try? NumberText.parse(text, commaGroups: true) {
      guard abs(number) <= 1e18 else { throw QuantityError(.outOfRange, text, "write a sum of 1e18 at most") }
      amount = number
    } else if text.contains(where: { $0.isNumber }), let plain = try? Money.parse("USD " + text) {
      // Any code will do to read a number with k, M or B.
      amount = plain.amount
    } else {
      let money = try Money.parse(text)
      amount = money.amount
      currency = money.currency
    }
  }
}

extension PriceText {
  /// The sum, in the currency of a scenario's prices where none is written.
  package func money(in scenario: Scenario) -> Money {
    let prices = scenario.radarTypes.lazy.compactMap(\.price?.base.currency).first
    return Money(amount, currency ?? prices ?? "USD")
  }
}
