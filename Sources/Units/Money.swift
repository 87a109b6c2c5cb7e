/// A sum of money in one currency.
///
/// Sums of different currencies never mix: the library converts no currencies, and a scenario states one.
public struct Money: Sendable, Hashable {
  /// The amount in whole units of the currency.
  public let amount: Double
  /// The ISO 4217 code, `USD` for instance.
  public let currency: String

  /// A sum in a currency.
  public init(_ amount: Double, _ currency: String) {
    self.amount = amount
    self.currency = currency
  }

  /// In millions of the currency.
  public var millions: Double { amount / 1e6 }
}
