import Testing
import Units

@Test func `a power of ten has no leading zero, in text and in print`() {
  for (number, text, printed) in [
    (1e-6, "1e-6", "10⁻⁶"), (2.5e-7, "2.5e-7", "2.5\u{A0}×\u{A0}10⁻⁷"), (1e-100, "1e-100", "10⁻¹⁰⁰"),
    (0.0001, "0.0001", "0.0001"), (0.8, "0.8", "0.8"), (0, "0.0", "0.0"), (-1e-9, "-1e-9", "-1\u{A0}×\u{A0}10⁻⁹"),
    (1e20, "1e20", "10²⁰"),
  ] {
    #expect(number.powerText == text)
    #expect(number.superscriptText == printed)
    #expect(Double(number.powerText) == number)
  }
}
