import Foundation
import Interception
import Planning
import Report
import Response
import Scenario
import TestSupport
import Testing
import Units

/// The sample with a date and weather; only times are computed.
private func plan() async throws -> Plan {
  var scenario = try SamplePlans.scenario()
  let date = try CalendarDate.parse("2026-08-12")
  scenario.date = date
  scenario.utcOffset = .hours(-5)
  scenario.defaultedSettings.insert("utc_offset")
  scenario.daylight = try #require(
    Daylight(on: date, at: scenario.bases.map(\.position), offset: .hours(-5)))
  scenario.wind = WindProfile(WindVector(from: .degrees(240), speed: .knots(25)))
  scenario.air = AirProfile(isaDeviationKelvins: 18)
  scenario.defaultedSettings.insert("weather.qnh_hpa")
  return try await Plan.run(scenario, parts: .responses)
}

@Test func `summary, plan and page report date, wind and air, and nothing of them without`() async throws {
  let plan = try await plan()
  let summary = plan.summary.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  for text in [
    "civil twilight of 2026-08-12", "UTC−05:00*", "Moon 0 % lit", "wind from 240° at 46", "18 K above standard, dry",
    "1013.25 hPa*",
  ] { #expect(summary.contains(text), "\(text): \(summary)") }

  let json = try #require(try JSONSerialization.jsonObject(with: Data(plan.json.utf8)) as? [String: Any])
  let sky = try #require(json["sky"] as? [[String: Any]])
  #expect(sky.count == plan.scenario.bases.count)
  #expect(sky.compactMap { $0["base"] as? String } == plan.scenario.bases.map(\.id))
  // JPL's DE421: 10:48:36 at Pichari.
  let pichari = try #require(sky.first { $0["base"] as? String == "pichari" })
  #expect((pichari["civil_dawn"] as? String)?.hasPrefix("2026-08-12T10:48:") == true)
  let names = (json["parameters"] as? [[String: Any]])?.compactMap { $0["name"] as? String } ?? []
  for name in ["date", "utc_offset", "weather.wind", "weather.air", "weather.qnh_hpa"] { #expect(names.contains(name)) }
  if SchemaValidator.isHere { #expect(try SchemaValidator.complaints(plan.json, schema: Plan.schema) == []) }

  let page = try ReportPage(of: plan, command: "", library: nil).html
  #expect(page.contains("<section id=\"sky\"") && page.contains("Luna iluminada") && page.contains("civil dusk"))

  var without = try SamplePlans.scenario()
  (without.date, without.wind, without.air) = (nil, nil, nil)
  let bare = try await Plan.run(without, parts: .responses)
  #expect(!bare.json.contains("\"sky\"") && !bare.json.contains("weather.") && !bare.summary.contains("Moon"))
}
