import Foundation
import Geodesy
import TestSupport
import Testing
import Units

@testable import Response

private let table = "response/twilight_de421.csv"

private func times(_ latitude: Double, _ longitude: Double, _ date: String) throws -> SunTimes {
  SunTimes(
    at: Position(latitudeDegrees: latitude, longitudeDegrees: longitude), on: try CalendarDate.parse(date))
}

/// Seconds since 1970 of `2026-08-12T22:54:33Z`.
private func seconds(_ text: some StringProtocol) throws -> Double {
  let parts = text.dropLast().split(separator: "T")
  let clock = parts[1].split(separator: ":").compactMap { Double($0) }
  return UniversalTime(try CalendarDate.parse(String(parts[0])), .seconds(clock[0] * 3600 + clock[1] * 60 + clock[2]))
    .secondsSince1970
}

@Test(.enabled(if: SharedData.has(table), "needs ../shared/data/response"))
func `twilights are those of JPL's ephemeris`() throws {
  let lines = try Reference.lines(of: SharedData.folder.appendingPathComponent(table)).dropFirst()
  #expect(lines.count > 50)
  for line in lines {
    let row = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let found = try times(try #require(Double(row[1])), try #require(Double(row[2])), row[3])
    for (event, text) in zip([found.civilDawn, found.sunrise, found.sunset, found.civilDusk], row[4...7]) {
      #expect((event == nil) == text.isEmpty, "\(line)")
      guard let event, !text.isEmpty else { continue }
      // Half a second of the table's rounding, and the difference of UT1 and UTC, at most 0.9 s.
      #expect(abs(event.secondsSince1970 - (try seconds(text))) < 1.5, "\(line): \(event.text)")
    }
  }
}

/// Skyfield 1.55 with DE421: topocentric altitudes of the Sun, bisected for −6° and −0.8333°, in UT1; computed for this test.
private let reference: [(latitude: Double, longitude: Double, date: String, events: [String])] = [
  (
    -11.3254, -74.5356, "1900-03-01",
    ["1900-03-01T10:39:49Z", "1900-03-01T11:01:08Z", "1900-03-01T23:20:04Z", "1900-03-01T23:41:21Z"]
  ),
  (
    -12.02, -77.11, "1936-02-29",
    ["1936-02-29T10:49:31Z", "1936-02-29T11:10:54Z", "1936-02-29T23:31:06Z", "1936-02-29T23:52:28Z"]
  ),
  (
    -12.6, -69.23, "2048-02-29",
    ["2048-02-29T10:17:33Z", "2048-02-29T10:38:58Z", "2048-02-29T22:59:17Z", "2048-02-29T23:20:40Z"]
  ),
  (
    0.0, 180.0, "2024-12-31",
    ["2024-12-30T17:36:45Z", "2024-12-30T17:59:14Z", "2024-12-31T06:06:42Z", "2024-12-31T06:29:11Z"]
  ),
  (
    -16.5, -179.99, "2026-01-01",
    ["2026-01-01T17:07:11Z", "2026-01-01T17:31:00Z", "2026-01-02T06:36:27Z", "2026-01-02T07:00:16Z"]
  ),
  (
    51.48, 0.0, "1944-06-06",
    ["1944-06-06T02:58:57Z", "1944-06-06T03:45:14Z", "1944-06-06T20:12:16Z", "1944-06-06T20:58:43Z"]
  ),
  (64.15, -21.94, "2026-06-21", ["", "2026-06-21T02:55:06Z", "2026-06-22T00:04:02Z", ""]),
  (69.65, 18.96, "2026-05-21", ["", "", "", ""]),
  (
    -77.85, 166.67, "2026-08-19",
    ["2026-08-18T21:11:08Z", "2026-08-19T00:20:03Z", "2026-08-19T01:36:07Z", "2026-08-19T04:45:21Z"]
  ),
  (
    66.0, 25.7, "2031-12-21",
    ["2031-12-21T07:10:39Z", "2031-12-21T08:51:42Z", "2031-12-21T11:38:31Z", "2031-12-21T13:19:34Z"]
  ),
]

@Test func `far dates, leap days and places at the date line agree with another program`() throws {
  for (latitude, longitude, date, events) in reference {
    let found = try times(latitude, longitude, date)
    for (event, text) in zip([found.civilDawn, found.sunrise, found.sunset, found.civilDusk], events) {
      #expect((event == nil) == text.isEmpty, "\(latitude) \(longitude) \(date)")
      guard let event, !text.isEmpty else { continue }
      // Both are rounded to seconds.
      #expect(
        abs(event.secondsSince1970 - (try seconds(text))) <= 1.1, "\(latitude) \(longitude) \(date): \(event.text)")
    }
  }
}

@Test func `polar day and polar night have no events and say which it is`() throws {
  let summer = try times(78.22, 15.63, "2026-06-21")
  #expect(summer.sunrise == nil && summer.civilDusk == nil && summer.sun == .allDay && summer.civilLight == .allDay)
  let winter = try times(78.22, 15.63, "2026-12-21")
  #expect(winter.sunset == nil && winter.civilDawn == nil && winter.sun == .never && winter.civilLight == .never)
  // South of it the Sun stays down, but lights the noon.
  let dim = try times(69.65, 18.96, "2026-12-21")
  #expect(dim.sunrise == nil && dim.sun == .never && dim.civilLight == .part)
  #expect(try #require(dim.civilDawn) < dim.noon && dim.noon < (try #require(dim.civilDusk)))
}

@Test func `every event of a year belongs to one date`() throws {
  // At 66.5° N the Sun sets after midnight in summer; nowhere are two sunsets on a date, or one left out.
  for latitude in [-66.3, 0, 61.7, 66.5, 89.95] {
    var last: (set: Double?, rise: Double?) = (nil, nil)
    var (before, count) = (-Double.infinity, 0)
    for day in 0..<366 {
      let date = CalendarDate(daysSince1970: 19_723 + day)
      let found = SunTimes(at: Position(latitudeDegrees: latitude, longitudeDegrees: 179.5), on: date)
      for event in [found.sunrise, found.sunset].compactMap({ $0?.secondsSince1970 }).sorted() {
        #expect(event > before)
        before = event
        count += 1
      }
      // Between a rise and the next set the Sun is up: they alternate.
      if let rise = found.sunrise?.secondsSince1970 {
        if let set = last.set, let old = last.rise { #expect(set > old || rise > set) }
        last.rise = rise
      }
      if let set = found.sunset?.secondsSince1970 { last.set = set }
    }
    #expect(abs(latitude) < 89 ? count > 500 : count < 10, "\(latitude): \(count)")
  }
}

@Test func `a dusk after midnight UTC is on the date of its afternoon`() throws {
  let found = try times(-54.8, -68.3, "2026-11-24")
  #expect(found.civilDusk?.date == (try CalendarDate.parse("2026-11-25")))
  #expect(found.civilDawn?.date == (try CalendarDate.parse("2026-11-24")))
  // At the date line the same instant has two dates.
  let (east, west) = (try times(-18, 180, "2024-02-29"), try times(-18, -180, "2024-02-28"))
  #expect(abs((east.sunrise?.secondsSince1970 ?? 0) - (west.sunrise?.secondsSince1970 ?? 1)) < 1e-3)
}

@Test func `dates are those of the calendar`() throws {
  for (text, days) in [("1970-01-01", 0), ("2000-02-29", 11_016), ("1900-03-01", -25_508), ("2100-12-31", 47_846)] {
    let date = try CalendarDate.parse(text)
    #expect(date.daysSince1970 == days && "\(date)" == text)
  }
  var date = try CalendarDate.parse("1900-01-01")
  for days in date.daysSince1970...47_846 {
    date = CalendarDate(daysSince1970: days)
    #expect(date.daysSince1970 == days)
  }
  for text in [
    "2023-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "1899-12-31", "2101-01-01", "26-01-01", "", "2026-1-1",
    "today",
  ] {
    #expect(throws: ConditionsError.self, "\(text)") { try CalendarDate.parse(text) }
  }
  #expect(UniversalTime(secondsSince1970: -0.6).text == "1969-12-31T23:59:59Z")
  #expect(UniversalTime(secondsSince1970: 86_399.6).text == "1970-01-02T00:00:00Z")
}
