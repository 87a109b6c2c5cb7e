import TestSupport
import Testing
import Units

/// The same numbers as twelve countries write them.
@Test(arguments: [
  ("1234567.5", 1_234_567.5), ("1,234,567.5", 1_234_567.5), ("1.234.567,5", 1_234_567.5), ("1'234'567.5", 1_234_567.5),
  ("1’234’567,5", 1_234_567.5), ("1 234 567,5", 1_234_567.5), ("1\u{A0}234\u{A0}567,5", 1_234_567.5),
  ("1\u{202F}234\u{202F}567.5", 1_234_567.5), ("2'600'000", 2_600_000), ("2\u{2009}600\u{2009}000", 2_600_000),
  ("1.234.567", 1_234_567), ("1,234,567", 1_234_567), ("12,5", 12.5), ("-0,25", -0.25), ("0,500", 0.5),
  ("1234,567", 1234.567), ("12,3456", 12.3456), ("1,5e3", 1500), ("1.420e3", 1420),
])
func `a number whose marks have one reading is read wherever it was written`(text: String, number: Double) throws {
  for reading in [NumberReading.asWritten, .unsure] { #expect(try NumberText.parse(text, reading) == number) }
}

@Test func `a mark before three digits is read as the source has it, and refused where it says nothing`() throws {
  for (text, asPoint, asComma) in [("1.420", 1.42, 1420.0), ("1,420", 1420, 1.42), ("-17.800", -17.8, -17_800)] {
    #expect(try NumberText.parse(text, .known(.point)) == asPoint)
    #expect(try NumberText.parse(text, .known(.comma)) == asComma)
    #expect { try NumberText.parse(text, .unsure) } throws: { ($0 as? QuantityError)?.code == .ambiguousNumber }
  }
  #expect(try NumberText.parse("1.420") == 1.42)
  #expect { try NumberText.parse("12.5", .known(.comma)) } throws: { ($0 as? QuantityError)?.code == .notANumber }
  #expect(throws: QuantityError.self) { try Money.parse("USD 17.800") }
  #expect(try Money.parse("USD 17.800.000").amount == 17.8e6)
}

@Test func `numbers in a text are rewritten with a point, and the text means the same`() throws {
  let cases = [
    ("1.420 m AMSL", "1420 m AMSL"), ("1 h 30,5 min", "1 h 30.5 min"), ("90-120,5; 1.234,5", "90-120.5; 1234.5"),
    ("USD 17.800", "USD 17800"), ("−12,250", "−12.2500"),
  ]
  for (text, plain) in cases { #expect(try NumberText.canonical(text, .known(.comma)) == plain) }
  // Written again with the other marks, a number is the same one.
  var random = SplitMix(seed: 35)
  for _ in 0..<2000 {
    let number = Double(Int.random(in: -9_999_999...9_999_999, using: &random)) / 1000
    let text = "\(number)"
    let swapped = text.replacing(".", with: ",")
    #expect(try NumberText.parse(NumberText.canonical(swapped, .known(.comma))) == number, "\(swapped)")
  }
}

@Test func `evidence is taken from numbers with one reading alone`() {
  func reading(_ texts: String...) -> NumberReading {
    var evidence = DecimalEvidence()
    for text in texts { evidence.take(text) }
    return evidence.reading(otherwise: .unsure)
  }
  #expect(reading("1.420", "1,420", "12", "2'000") == .unsure)
  #expect(reading("1.420", "40,30") == .known(.comma))
  #expect(reading("1.420", "1.234.567 m") == .known(.comma))
  #expect(reading("1.420", "0.125") == .known(.point))
  #expect(reading("12,5", "12.5") == .unsure)
}

@Test(arguments: [
  ("ja", true), ("Nein", false), ("OUI", true), ("non", false), (" sí ", true), ("não", false), ("x", true),
])
func `yes and no are read in the languages of tables`(word: String, value: Bool) {
  #expect(YesNo.parse(word) == value)
  #expect(YesNo.parse(word + "?") == nil)
}

@Test func `a flight level is hundreds of feet`() throws {
  for text in ["FL130", "fl 130", " FL-130 "] { #expect(try Length.parse(altitude: text) == .feet(13_000)) }
  #expect(try Length.parse(altitude: "9500 ft") == .feet(9500))
  for text in ["FL", "FL1300", "FL13.5", "FLIGHT"] {
    #expect(throws: QuantityError.self) { try Length.parse(altitude: text) }
  }
  #expect(throws: QuantityError.self) { try Length.parse("FL130") }
}

@Test func `every spelling of a unit ends a column's name`() {
  func symbol<Amount: UnitBearing>(_ type: Amount.Type, _ suffix: String) -> String? {
    Amount.unit(columnSuffix: suffix)?.symbol
  }
  let lengths = [
    "m": "m", "meters": "m", "metres": "m", "feet": "ft", "ft": "ft", "nm": "nmi", "NM": "nmi", "nautical_miles": "nmi",
    "km": "km", "miles": "mi",
  ]
  for (suffix, unit) in lengths { #expect(symbol(Length.self, suffix) == unit, "\(suffix)") }
  let speeds = [
    "km_h": "km/h", "kmh": "km/h", "kph": "km/h", "kts": "kt", "knots": "kt", "fpm": "ft/min", "m_s": "m/s",
  ]
  for (suffix, unit) in speeds { #expect(symbol(Speed.self, suffix) == unit, "\(suffix)") }
  #expect(symbol(Duration.self, "minutes") == "min" && symbol(Duration.self, "d") == nil)
  #expect(symbol(Area.self, "m2") == "m²" && symbol(Area.self, "dbsm") == "dBsm")
  #expect(symbol(Length.self, "source") == nil && symbol(Length.self, "") == nil)
}
