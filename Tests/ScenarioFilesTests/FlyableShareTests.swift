import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import Testing
import Units

private func scenario(_ asset: String, date: String = "") throws -> Scenario {
  try load(
    "atalaya: 1\nname: Test\n\(date)daylight: { begin: \"06:00\", end: \"18:00\" }\n" + """
      layers:
        aircraft: [{ id: h, kind: helicopter, cruise: 120 kt, endurance: 2 h }]
        bases: [{ id: b, position: "-12, -74" }, { id: c, position: "-12, -75" }]
        assets: [{ id: a, base: b, aircraft: h, readiness_day: 15 min, readiness_night: 30 min, \(asset) }]
        weather_hours:
          - { base: b, month: 1, hour: 8, visibility: 10 km, ceiling: none }
          - { base: b, month: 1, hour: 9, visibility: 3 km, ceiling: 300 m }
          - { base: b, month: 7, hour: 10, visibility: 800 m, ceiling: 900 m }
          - { base: b, month: 7, hour: 11, visibility: 6 km }
          - { base: b, month: 7, hour: 23, visibility: 6 km, ceiling: 100 m }
          - { base: c, month: 7, hour: 12, visibility: 100 m, ceiling: 0 m }
          - { month: 7, hour: 12, visibility: 50 m, ceiling: 0 m }

      """)
}

@Suite struct FlyableShareTests {
  @Test func `the share of hours is counted of those in which what decides was observed`() throws {
    let asset = try #require(try scenario("minimum_visibility: 1500 m, minimum_ceiling: 150 m").assets.first)
    // By day 8 and 9 are fit, 10 has too little visibility whatever its clouds, at 11 nobody looked at the clouds.
    #expect(asset.flyableByDay == FlyableShare(value: 2.0 / 3, hours: 3))
    #expect(asset.flyableByNight == FlyableShare(value: 0, hours: 1))
    let sight = try #require(try scenario("minimum_visibility: 1500 m").assets.first)
    #expect(sight.flyableByDay == FlyableShare(value: 0.75, hours: 4))
  }

  @Test func `with a date the hours of its month count`() throws {
    let asset = try #require(try scenario("minimum_visibility: 1500 m", date: "date: 2026-01-20\n").assets.first)
    #expect(asset.flyableByDay == FlyableShare(value: 1, hours: 2) && asset.flyableByNight == nil)
  }

  @Test func `a stated share is as stated, and changes no time`() throws {
    let stated = try #require(try scenario("flyable_share_day: 80 %").assets.first)
    #expect(stated.flyableByDay == FlyableShare(value: 0.8, hours: nil) && stated.flyableByNight == nil)
    #expect(stated.readinessByDay == .minutes(15) && !stated.isWeathered)
  }
}
