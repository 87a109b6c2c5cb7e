import Testing
import Units

@Test func `lengths are printed to three digits or so`() {
  #expect(Length.metres(92_300).text == "92.3 km")
  #expect(Length.metres(850).text == "850 m")
  #expect(Length.metres(999.7).text == "1.00 km")
  #expect(Length.kilometres(1204).text == "1204 km")
  #expect(Length.zero.text == "0 m")
}

@Test func `durations are printed in minutes`() {
  #expect(Duration.seconds(28 * 60 + 10).text == "28 min")
  #expect(Duration.seconds(390).text == "6 min 30 s")
  #expect(Duration.seconds(-45).text == "−45 s")
  #expect(Duration.seconds(7500).text == "2 h 05 min")
  #expect(Duration.minutes(129).text == "2 h 09 min" && Duration.minutes(130).text == "2 h 10 min")
  #expect(Duration.hours(3).text == "3 h" && Duration.minutes(-190).text == "−3 h 10 min")
  #expect(Duration.seconds(-20).minutesText == "0 min")
}

@Test func `times since midnight are printed as a clock and tell the day`() {
  #expect((Duration.hours(6) + .minutes(41) + .seconds(30)).clockSecondsText == "06:41:30")
  #expect((Duration.hours(6) + .minutes(41) + .seconds(20)).clockText == "06:41")
  #expect(Duration.seconds(-60).clockText == "23:59 (−1 d)")
  #expect(Duration.seconds(-86400).clockText == "00:00 (−1 d)")
  #expect(Duration.seconds(86400).clockText == "00:00 (+1 d)")
  #expect(Duration.seconds(86399).clockText == "00:00 (+1 d)")
}

// 1 m/s is 3.6 km/h; a knot is 1852 m an hour.
@Test func `speeds are printed in whole kilometres per hour, and convert both ways`() {
  #expect(Speed.metresPerSecond(100).text == "360 km/h" && Speed.kilometresPerHour(235).text == "235 km/h")
  #expect(abs(Speed.knots(1000).kilometresPerHour - 1852) < 1e-9)
  #expect(abs(Speed.metresPerSecond(463).knots - 900) < 1e-9)
  #expect(abs(Speed.feetPerMinute(1000).metresPerSecond - 5.08) < 1e-12)
}

@Test func `money is printed with its magnitude`() {
  #expect(Money(17.8e6, "USD").text == "USD 17.8M")
  #expect(Money(71_000_000, "USD").text == "USD 71M")
  #expect(Money(450_000, "EUR").text == "EUR 450k")
  #expect(Money(1.25e9, "USD").text == "USD 1.25B")
  #expect(Money(0, "USD").text == "USD 0")
}

@Test func `areas and cross sections are printed`() {
  #expect(Area.squareKilometres(12_340).text == "12\u{A0}340 km²")
  #expect(Area.squareMetres(0.05).crossSectionText == "0.05 m²")
}

@Test func `amounts without end are printed as a dash`() {
  #expect(Length.metres(.infinity).text.contains("–"))
  #expect(Area.squareMetres(.nan).text.contains("–"))
}
