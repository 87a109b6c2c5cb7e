import Foundation
import Interception
import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\n"

/// Whether a list holds an error of a line and a field.
private func has(_ list: [ScenarioProblem], _ line: Int, _ field: String) -> Bool {
  list.contains { $0.line == line && $0.field == field }
}

@Suite struct ResponseBadInputTests {
  @Test func `everything impossible about aircraft and weather is reported at once`() throws {
    let found = try problems(
      """
      atalaya: 1
      name: Bad
      date: 2026-02-31
      utc_offset: "+19:00"
      weather: { wind: "nan/25kt", isa_deviation_k: nan, qnh_hpa: 5 }
      layers:
        wind:
          - { altitude_amsl: 3000 m, wind: 240/20kt }
          - { altitude_amsl: 1000 m, wind: 200/10kt }
          - { altitude_amsl: 3000 m, wind: 250/20kt }
        air:
          - { altitude_amsl: 500 m, temperature_c: 30, dewpoint_c: 35 }
        aircraft:
          - { id: zero, kind: helicopter, cruise: 0 kt }
          - { id: table, kind: helicopter, cruise: 100 kt, cruise_table: "0 m: 0 kt; 2000 m: 90 kt" }
          - { id: nan, kind: helicopter, cruise: nan kt }
          - { id: upside, kind: helicopter, cruise: 120 kt, hover_oge: "10000 kg: 1000 m; 12000 kg: 2000 m" }
          - { id: swapped, kind: helicopter, cruise: 120 kt, hover_oge: "10000 kg: 3000 m", hover_ige: "10000 kg: 2000 m" }
          - { id: twice, kind: helicopter, cruise: 120 kt, hover_oge: "10000 kg: 3000 m; 10000 kg: 2000 m" }
          - { id: fuel, kind: helicopter, cruise: 120 kt, usable_fuel: -500 kg, fuel_flow: 0 kg/h }
          - { id: climb, kind: aeroplane, cruise: 120 kt, climb_rate: "0 m: -5 m/s", runway_table: "0 m: nan m" }
          - { id: mass, kind: helicopter, cruise: 120 kt, mission_mass: 0 kg, maximum_mass: inf kg }
        bases:
          - { id: b, position: "-12, -74", elevation: 300 m, runway: 0 m }
        assets:
          - { base: b, aircraft: zero, readiness_day: 15 min, flyable_share_day: 130 %, minimum_visibility: -1 km, turn_round: -5 min }
        weather_hours:
          - { hour: 25, visibility: 3 km }
          - { hour: 3, month: 13, visibility: nan km, ceiling: 99 km }
          - { hour: 3, base: nowhere, visibility: 1 km }
      """)
    let expected: [(line: Int, field: String)] = [
      (3, "date"), (4, "utc_offset"), (5, "weather.wind"), (5, "weather.isa_deviation_k"), (5, "weather.qnh_hpa"),
      (7, "wind"), (12, "dewpoint_c"), (14, "cruise"), (15, "cruise_table"), (16, "cruise"), (17, "hover_oge"),
      (18, "hover_oge"), (19, "hover_oge"), (20, "usable_fuel"), (20, "fuel_flow"), (21, "climb_rate"),
      (21, "runway_table"), (22, "mission_mass"), (22, "maximum_mass"), (24, "runway"), (26, "flyable_share_day"),
      (26, "minimum_visibility"), (26, "turn_round"), (28, "hour"), (29, "month"), (29, "visibility"),
      (29, "ceiling"), (30, "base"),
    ]
    for fault in expected { #expect(has(found, fault.line, fault.field), "\(fault)") }
    // The share out of range is also one that does not go with minima.
    #expect(found.count == expected.count + 1, "\(found)")
  }

  @Test(arguments: ["2026-02-31", "0000-01-01", "9999-01-01", "2026-13-01", "2026-00-10", "soon", "20260812"])
  func `a day that no calendar has is refused`(date: String) throws {
    let found = try problems(head + "date: \"\(date)\"\n")
    #expect(found.count == 1 && has(found, 3, "date"))
  }

  @Test(arguments: ["+19:00", "99", "-15:00", "nan", "noon"])
  func `an offset that no clock has is refused`(offset: String) throws {
    let found = try problems(head + "date: 2026-08-12\nutc_offset: \"\(offset)\"\n")
    #expect(has(found, 4, "utc_offset"))
  }

  @Test func `a clock on the other side of the world is warned of, and that of China's west is not`() throws {
    func warnings(_ offset: String, _ position: String) throws -> [ScenarioProblem] {
      try load(
        head
          + "date: 2026-08-12\nutc_offset: \"\(offset)\"\nlayers:\n  bases:\n    - { id: b, position: \"\(position)\" }\n"
      ).warnings
    }
    #expect(try warnings("+05:00", "-11.3, -74.5").contains { $0.field == "utc_offset" })
    #expect(try !warnings("-05:00", "-11.3, -74.5").contains { $0.field == "utc_offset" })
    #expect(try !warnings("+08:00", "39.5, 76.0").contains { $0.field == "utc_offset" })
    #expect(try !warnings("+12:00", "52, -179").contains { $0.field == "utc_offset" })
  }

  @Test func `where the Sun does not set or rise all is day or all is night`() throws {
    let bases = "layers:\n  bases:\n    - { id: b, position: \"78.2, 15.6\" }\n"
    let summer = try load(head + "date: 2026-06-21\n" + bases)
    let winter = try load(head + "date: 2026-12-21\n" + bases)
    let place = try #require(summer.bases.first).position
    for hour in 0..<24 {
      #expect(summer.daylight.at(place).period(at: .hours(Double(hour))) == .day)
      #expect(winter.daylight.at(place).period(at: .hours(Double(hour))) == .night)
    }
  }

  @Test func `a file without levels is refused by its name`() throws {
    let bases = "layers:\n  bases:\n    - { id: b, position: \"-12, -74\" }\n"
    let found = try problems(head + "weather: { file: levels.grib }\n" + bases, ["levels.grib": "GRIB, but not really"])
    #expect(found.count == 1 && has(found, 3, "weather.file"))
    let lacking = try problems(head + "weather: { file: nowhere.grib }\n" + bases)
    #expect(lacking.count == 1 && has(lacking, 3, "weather.file"))
  }

  @Test func `levels of wind in any order are the same wind`() throws {
    let rows = [
      "{ altitude_amsl: 3000 m, wind: 240/20kt }", "{ altitude_amsl: 0 m, wind: 90/10kt }",
      "{ altitude_amsl: 1000 m, wind: 180/30kt }",
    ]
    func wind(_ rows: [String]) throws -> [WindVector] {
      let text = head + "layers:\n  wind:\n" + rows.map { "    - \($0)\n" }.joined()
      let profile = try #require(try load(text).wind)
      return (0..<8).map { profile.wind(at: .metres(Double($0) * 500), time: .zero) }
    }
    #expect(try wind(rows) == wind(rows.reversed()))
  }

  @Test func `what cannot be flown is answered with its reason`() throws {
    let scenario = try load(
      head + """
        weather: { wind: 090/130kt }
        layers:
          aircraft:
            - { id: slow, kind: helicopter, cruise: 100 kt, ceiling: 3000 m, endurance: 3 h }
          bases:
            - { id: b, position: "-12, -74", elevation: 300 m }
          assets:
            - { id: a, base: b, aircraft: slow, readiness_day: 15 min }
          strips:
            - { id: east, position: "-12, -73.5", elevation: 300 m }
            - { id: high, position: "-12, -74.5", elevation: 3900 m }

        """)
    let asset = try #require(scenario.assets.first)
    let answers = scenario.strips.map { ResponseTime(asset: asset, strip: $0, period: .day, onScene: .minutes(10)) }
    #expect(
      answers[0].total == nil
        && answers[0].obstacles.contains { if case .wind(_, _, isBack: false) = $0 { true } else { false } })
    #expect(answers[1].obstacles.contains { if case .ceiling = $0 { true } else { false } })
    #expect(answers[1].obstacles.contains { if case .wind(_, _, isBack: true) = $0 { true } else { false } })
  }
}
