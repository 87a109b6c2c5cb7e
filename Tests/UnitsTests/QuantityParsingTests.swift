import Testing
import Units

// Expected amounts follow from the definitions of the units: 1 ft = 0.3048 m, 1 nmi = 1852 m, 1 mi = 1609.344 m.
// The tolerance is a few roundings of Double, 1e-12 relative.
private func near(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-12 * max(abs(a), abs(b)) }

@Test(arguments: [
  ("450 km", 450_000.0), ("450km", 450_000), (" 3000 ft ", 914.4), ("2 nmi", 3704), ("2 NM", 3704), ("1.5e3 m", 1500),
  ("\u{2212}12.5 m", -12.5), ("-12.5 m", -12.5), ("+3 m", 3), (".5 km", 500), ("1,234,567 m", 1_234_567),
  ("12\u{202F}500 m", 12500), ("12 500 m", 12500), ("1 mi", 1609.344), ("10 KM", 10_000), ("1e\u{2212}3 km", 1),
])
func `lengths are read as people write them`(text: String, metres: Double) throws {
  #expect(near(try Length.parse(text).metres, metres))
}

private let speeds: [(String, Double)] = [
  ("90 kt", 46.3), ("90 km/h", 25), ("3600 mph", 1609.344), ("10 m/s", 10), ("6000 ft/min", 30.48),
  ("6000 fpm", 30.48), ("60 m/min", 1),
]

@Test(arguments: speeds)
func `speeds are read in every unit`(text: String, metresPerSecond: Double) throws {
  #expect(near(try Speed.parse(text).metresPerSecond, metresPerSecond))
}

@Test(arguments: [("7 min", 420), ("90 s", 90), ("1.5 h", 5400), ("2 d", 172_800), ("1 h 30 min", 5400)])
func `durations are read in every unit`(text: String, seconds: Int) throws {
  #expect(try Duration.parse(text) == .seconds(seconds))
}

@Test func `cross sections are read in square metres and in decibels`() throws {
  #expect(try Area.parse("1 m²").squareMetres == 1)
  #expect(try Area.parse("2.5 m2").squareMetres == 2.5)
  #expect(try Area.parse("0 dBsm").squareMetres == 1)
  #expect(near(try Area.parse("-10 dBsm").squareMetres, 0.1))
  #expect(try Area.parse("3 km2").squareMetres == 3e6)
}

@Test func `angles are read in degrees and radians`() throws {
  #expect(try Angle.parse("-0.5 deg").degrees == -0.5)
  #expect(try Angle.parse("30°").degrees == 30)
  #expect(near(try Angle.parse("3.141592653589793 rad").degrees, 180))
  #expect(near(try Angle.parse("1000 mrad").radians, 1))
}

@Test(arguments: ["NaN km", "inf km", "-inf m", "nan", "1.5.2 m", "1,5,2 km", "--5 m", "", "   ", "km", "e5 m"])
func `what is not a number is refused`(text: String) {
  #expect { try Length.parse(text) } throws: { ($0 as? QuantityError)?.code == .notANumber }
}

@Test func `a number beyond Double and an amount beyond its type are refused`() {
  #expect { try Length.parse("1e999 m") } throws: { ($0 as? QuantityError)?.code == .notFinite }
  #expect { try Length.parse("1e308 km") } throws: { ($0 as? QuantityError)?.code == .outOfRange }
  #expect { try Duration.parse("1e300 s") } throws: { ($0 as? QuantityError)?.code == .outOfRange }
  #expect { try Area.parse("1e9 dBsm") } throws: { ($0 as? QuantityError)?.code == .outOfRange }
}

@Test(arguments: ["1,500 km", "12,500 ft"])
func `a comma with two readings is refused and both are named`(text: String) {
  #expect { try Length.parse(text) } throws: { ($0 as? QuantityError)?.code == .ambiguousNumber }
}

@Test(arguments: [
  ("1.420", "write 1420 or 1.42"), ("1,400", "write 1400 or 1.4"), ("2.000", "write 2000 or 2.0"),
  ("-17,235", "write -17235 or -17.2350"),
])
func `what an error offers has one reading`(text: String, remedy: String) throws {
  #expect { try NumberText.parse(text, .unsure) } throws: { error in
    guard let error = error as? QuantityError, error.remedy?.hasSuffix(remedy) == true else { return false }
    let offers = remedy.split(separator: " ").compactMap { Double($0) == nil ? nil : String($0) }
    return offers.count == 2 && offers.allSatisfy { (try? NumberText.parse($0, .unsure)) == Double($0) }
  }
}

@Test func `a bare number names the accepted units`() {
  #expect { try Length.parse("450") } throws: { error in
    guard let error = error as? QuantityError, error.code == .missingUnit else { return false }
    return Length.units.allSatisfy { error.remedy?.contains($0.symbol) == true }
  }
  #expect { try Speed.parse("450 km") } throws: { error in
    guard let error = error as? QuantityError, error.code == .unknownUnit else { return false }
    return Speed.units.allSatisfy { error.remedy?.contains($0.symbol) == true }
  }
}

@Test func `a number in a column with a unit is read in that unit and in no other`() throws {
  let feet = try #require(Length.units.first { $0.columnSuffix == "ft" })
  #expect(near(try Length.parse("1000", in: feet).metres, 304.8))
  #expect(near(try Length.parse("1000 ft", in: feet).metres, 304.8))
  #expect { try Length.parse("1000 m", in: feet) } throws: { ($0 as? QuantityError)?.code == .unknownUnit }
}
