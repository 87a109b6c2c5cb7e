import Geodesy
import Interception
import Response
import Testing
import Units

private let mazamari = Position(latitudeDegrees: -11.3254, longitudeDegrees: -74.5356)
private let pichari = Position(latitudeDegrees: -12.50306, longitudeDegrees: -73.85287)

@Test func `daylight of a date is civil twilight of each place by the local clock`() throws {
  let daylight = try #require(
    Daylight(on: try CalendarDate.parse("2026-08-12"), at: [mazamari, pichari], offset: .hours(-5)))
  // JPL's DE421: 10:50:08 to 23:16:19 UTC, and 10:48:36 to 23:12:24.
  #expect(abs(daylight.at(mazamari).begin.inSeconds - (5 * 3600 + 50 * 60 + 8)) <= 2)
  #expect(abs(daylight.at(mazamari).end.inSeconds - (18 * 3600 + 16 * 60 + 19)) <= 2)
  #expect(abs(daylight.at(pichari).begin.inSeconds - (5 * 3600 + 48 * 60 + 36)) <= 2)
  #expect(daylight.begin == daylight.at(mazamari).begin)
  // A minute and a half apart: the same order is by night at the one base and by day at the other.
  let order = Duration.seconds(5 * 3600 + 49 * 60 + 20)
  #expect(daylight.at(mazamari).period(at: order) == .night && daylight.at(pichari).period(at: order) == .day)
}

@Test func `where the sun does not set there is no night, and where it does not rise no day`() throws {
  let cape = Position(latitudeDegrees: 78.22, longitudeDegrees: 15.63)
  for (date, period) in [("2026-06-21", Period.day), ("2026-12-21", .night)] {
    let daylight = try #require(Daylight(on: try CalendarDate.parse(date), at: [cape], offset: .hours(1)))
    for hour in 0..<24 { #expect(daylight.at(cape).period(at: .hours(Double(hour))) == period, "\(date) \(hour)") }
  }
}

@Test func `a clock on which the day spans midnight has daylight across it`() throws {
  // In UTC the day of Suva goes from 18:05 to 06:17.
  let suva = Position(latitudeDegrees: -18.14, longitudeDegrees: 178.44)
  let daylight = try #require(Daylight(on: try CalendarDate.parse("2026-08-12"), at: [suva], offset: .zero))
  #expect(daylight.end < daylight.begin)
  #expect(daylight.period(at: .hours(0)) == .day && daylight.period(at: .hours(12)) == .night)
}

@Test func `stated hours hold everywhere`() {
  let daylight = Daylight(begin: .hours(6), end: .hours(18))
  #expect(daylight.at(mazamari) == daylight && daylight.sky == nil)
  #expect(Daylight(on: UniversalTime(secondsSince1970: 1_800_000_000).date, at: [], offset: .zero) == nil)
}
