extension Money {
  /// The ISO 4217 codes of active currencies.
  ///
  /// - Source: ISO 4217 list one of the maintenance agency (SIX), 2024; funds and metals left out.
  public static let currencies: Set<String> = Set(
    """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY
    COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR
    IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR
    MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD
    SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD
    XCG XOF XPF YER ZAR ZMW ZWG
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// What a sum of money looks like, for messages.
  public static let accepted = "a currency code and a number, with k, M or B (USD 17.8M, 450k EUR, USD 17,800,000)"

  /// Reads a currency code and a number in either order, the number with an optional `k`, `M` or `B` (thousand, million,
  /// thousand million; also `K`, `m`, `Mn`, `bn`): `USD 17.8M`, `17.8M USD`, `USD 17,800,000`.
  ///
  /// - Throws: ``QuantityError``: `notANumber`, `notFinite`, `ambiguousNumber`, `unknownUnit` or `unknownCurrency`.
  public static func parse(_ text: String) throws(QuantityError) -> Money {
    let letters = text.drop(while: \.isBlank).prefix { $0.isLetter && $0.isASCII }
    if letters.isEmpty == false {
      let currency = letters.uppercased()
      guard currencies.contains(currency) else { throw QuantityError(.unknownCurrency, text, "write \(accepted)") }
      return Money(try amount(String(text[letters.endIndex...]), whole: text), currency)
    }
    let words = text.split(whereSeparator: \.isBlank)
    let code = String(text.trimmedEnd.suffix(3)).uppercased()
    guard words.isEmpty == false else { throw QuantityError(.notANumber, text, "write \(accepted)") }
    guard currencies.contains(code) else { throw QuantityError(.unknownCurrency, text, "write \(accepted)") }
    return Money(try amount(String(text.trimmedEnd.dropLast(3)), whole: text), code)
  }

  /// Reads a bare number of a known currency, in units or in millions, as a column's name states it.
  ///
  /// - Throws: ``QuantityError`` as ``parse(_:)``.
  public static func parse(_ text: String, in unit: ColumnUnit) throws(QuantityError) -> Money {
    let number: Double
    do {
      number = try NumberText.parse(text, unit.isMillions ? .asWritten : wholeSums(text), commaGroups: !unit.isMillions)
    } catch {
      guard error.code == .notANumber else { throw error }
      throw QuantityError(
        .notANumber, text,
        "the column's name states \(unit.isMillions ? "millions of " : "")\(unit.currency): "
          + "write only the number")
    }
    return Money(try within(unit.isMillions ? number * 1e6 : number, text), unit.currency)
  }

  /// The unit that the end of a column's name states.
  public struct ColumnUnit: Sendable, Hashable {
    /// The ISO 4217 code.
    public let currency: String
    /// Whether numbers are millions.
    public let isMillions: Bool

    /// From `usd` or `usd_m`, the part of a column's name behind the field; nil for anything else.
    public init?(columnSuffix: String) {
      let folded = columnSuffix.lowercased()
      isMillions = folded.hasSuffix("_m")
      currency = (isMillions ? String(folded.dropLast(2)) : folded).uppercased()
      guard Money.currencies.contains(currency) else { return nil }
    }
  }

  /// How whole units are read: `17,800` is thousands, and `17.800`, no sum with three decimals, has two readings.
  private static func wholeSums(_ text: String) -> NumberReading {
    text.contains(",") ? .asWritten : .unsure
  }

  /// At most 10¹⁸ of a currency: far above any state's budget in any currency, and sums of it stay exact to a thousand.
  private static func within(_ amount: Double, _ text: String) throws(QuantityError) -> Double {
    guard abs(amount) <= 1e18 else { throw QuantityError(.outOfRange, text, "write a sum of 1e18 at most") }
    return amount
  }

  private static func amount(_ part: String, whole text: String) throws(QuantityError) -> Double {
    let factors = [
      "": 1, "k": 1e3, "m": 1e6, "mn": 1e6, "mio": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9,
    ]
    // A single comma before three digits is thousands here unless a suffix follows: money has two decimals at most.
    let bare = part.allSatisfy { !$0.isLetter }
    let (number, suffix): (Double?, String)
    do { (number, suffix) = try NumberText.split(part, bare ? wholeSums(part) : .asWritten, commaGroups: bare) } catch {
      throw error.of(text)
    }
    guard let number else { throw QuantityError(.notANumber, text, "write \(accepted)") }
    guard let factor = factors[suffix.lowercased()] else {
      throw QuantityError(.unknownUnit, text, "write \(accepted)")
    }
    return try within(number * factor, text)
  }
}

extension String {
  /// Without spaces at its end.
  fileprivate var trimmedEnd: Substring {
    var tail = self[...]
    while tail.last?.isBlank == true { tail.removeLast() }
    return tail
  }
}
