import Testing
import Units

@Suite struct CheckedNumbersTests {
  @Test(arguments: [1e308, -1e308, .infinity, -.infinity, .nan, 0x1p63, -0x1p63, 0x1p63.nextDown, -0.5, 7.9])
  func `no number traps, and what an integer holds is its whole part`(number: Double) {
    let whole = Int(clamping: number)
    if let exact = Int(exactly: number.rounded(.towardZero)) {
      #expect(whole == exact)
    } else {
      #expect(whole == (number.isNaN ? 0 : number > 0 ? .max : .min))
    }
    let duration = Duration.seconds(clamping: number)
    #expect(abs(duration.inSeconds) <= Duration.longestSeconds)
    if abs(number) < 1e6 { #expect(duration == .seconds(number)) }
    // A hundred thousand of the longest can be added.
    #expect((0..<100_000).reduce(Duration.zero) { sum, _ in sum + duration } == duration * 100_000)
    #expect(!Duration.minutes(number).text.isEmpty && !Duration.hours(number).clockText.isEmpty)
  }

  @Test(arguments: ["1e300 mi", "-1e300 mi", "1e10 km", "2e9 m"])
  func `a length beyond all measure is refused with the range`(text: String) {
    #expect { try Length.parse(text) } throws: {
      ($0 as? QuantityError)?.code == .outOfRange && "\($0)".contains("1e9 m")
    }
  }

  @Test func `every kind of amount has a range, and what planning needs lies in it`() throws {
    #expect(throws: QuantityError.self) { try Speed.parse("1e200 kt") }
    #expect(throws: QuantityError.self) { try Duration.parse("1e12 h") }
    #expect(throws: QuantityError.self) { try Duration.parse("9000000000 s 9000000000 s") }
    #expect(throws: QuantityError.self) { try Area.parse("500 dBsm") }
    #expect(throws: QuantityError.self) { try Angle.parse("-1e9 deg") }
    #expect(throws: QuantityError.self) { try Money.parse("USD 1e30") }
    #expect(try Length.parse("40075 km").kilometres == 40075)
    #expect(try Duration.parse("30 d") == .hours(720))
    #expect(try Money.parse("VND 25000B").amount == 25e12)
  }
}

@Suite struct TerminalTextTests {
  @Test func `what a terminal obeys is replaced, and nothing else`() {
    let clean = "Pista “Ñ” — 10 km², 東京 👩‍✈️\n\tfin"
    #expect(TerminalText.harmless(clean) == clean)
    for value in Array(0...0x9F) + [0x2028, 0x202A, 0x202E, 0x2066, 0x2069] {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let isControl = value < 0x20 || value >= 0x7F
      let text = "a\(scalar)b"
      #expect((TerminalText.harmless(text) == text) == (!isControl || value == 9 || value == 10), "\(value)")
      #expect(TerminalText.line(text).unicodeScalars.allSatisfy { !TerminalText.isObeyed($0) }, "\(value)")
    }
    #expect(TerminalText.line("g\u{1B}[31m\nerror: forged") == "g\u{FFFD}[31m error: forged")
    #expect(TerminalText.escaped(json: "{\n \"a\": \"\u{9B}\u{202E}\"\n}") == "{\n \"a\": \"\\u009b\\u202e\"\n}")
  }
}
