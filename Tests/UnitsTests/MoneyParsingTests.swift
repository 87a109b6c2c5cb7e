import Testing
import Units

@Test(arguments: [
  ("USD 17.8M", 17.8e6, "USD"), ("17.8M USD", 17.8e6, "USD"), ("USD 17,800,000", 17.8e6, "USD"),
  ("usd 17.8 m", 17.8e6, "USD"), ("EUR 450k", 450e3, "EUR"), ("PEN 1.2B", 1.2e9, "PEN"), ("1.2bn PEN", 1.2e9, "PEN"),
  ("USD 500,000", 500_000, "USD"), ("USD500", 500, "USD"), ("12 BOB", 12, "BOB"),
])
func `sums of money are read in either order with suffixes`(text: String, amount: Double, currency: String) throws {
  let money = try Money.parse(text)
  // 17.8 × 1e6 rounds once.
  #expect(abs(money.amount - amount) <= 1e-15 * amount)
  #expect(money.currency == currency)
}

@Test(arguments: ["17.8M", "17.8", "UDS 5M", "$ 5M", "", "USD", "USD x", "USD 17,800M", "USD 1e400", "USD 5 km"])
func `money without a currency or a number is refused`(text: String) {
  #expect(throws: QuantityError.self) { try Money.parse(text) }
}

@Test func `the end of a column states currency and millions`() throws {
  let dollars = try #require(Money.ColumnUnit(columnSuffix: "usd"))
  let millions = try #require(Money.ColumnUnit(columnSuffix: "usd_m"))
  #expect(try Money.parse("17,800,000", in: dollars) == Money(17.8e6, "USD"))
  #expect(try Money.parse("2.5", in: millions) == Money(2.5e6, "USD"))
  #expect(Money.ColumnUnit(columnSuffix: "low") == nil)
}
