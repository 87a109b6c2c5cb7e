import Foundation
import Geodesy
import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\n"

private let places = """
    aircraft: [{ id: h, kind: helicopter, cruise: 240 km/h, endurance: 130 min }]
    bases:
      - { id: b, position: "-11, -74" }
      - { id: c, position: "-11, -75", runway: 900 m, fuel: yes }
    strips: [{ id: s, position: "-11.5, -73" }]

  """

@Suite struct RefuellingTests {
  @Test func `places, bases and hand-overs reach the assets`() throws {
    let found = try load(
      head + """
        refuelling: { time: 20 min, most_stops: 2 }
        layers:
        \(places)  refuelling_places:
            - { id: f, position: "-11, -73.5", elevation: 400 m, refuelling_time: 12 min, kinds: helicopter, opens: 06:00, closes: 18:00 }
            - { id: g, position: "-11, -73.6", kinds: "helicopter; aeroplane", runway: 500 m, name: Gee }
          hand_over_places:
            - { id: hospital, position: "-11.2, -74" }
          assets:
            - { id: one, base: b, aircraft: h, readiness_day: 15 min, readiness_night: none, hand_over: "c; hospital", hand_over_time: 7 min }
            - { id: two, base: b, aircraft: h, readiness_day: 15 min, readiness_night: none, hand_over: nearest }
            - { id: three, base: c, aircraft: h, readiness_day: 15 min, readiness_night: none }

        """)
    let refuelling = try #require(found.refuelling)
    #expect(refuelling.places.map(\.id) == ["f", "g", "c"])
    #expect(refuelling.places.map(\.stay) == [.minutes(12), .minutes(20), .minutes(20)])
    #expect(refuelling.places[0].kinds == [.helicopter] && refuelling.places[1].kinds.count == 2)
    #expect(refuelling.places[0].hours == DailyHours(begin: .hours(6), end: .hours(18)))
    #expect(refuelling.places[1].name == "Gee" && refuelling.places[2].runway == .metres(900))
    #expect(found.assets.allSatisfy { $0.support?.refuelling == refuelling.places && $0.support?.mostStops == 2 })
    #expect(found.assets[0].support?.handOver.map(\.id) == ["c", "hospital"])
    #expect(found.assets[0].support?.handOver.allSatisfy { $0.stay == .minutes(7) } ?? false)
    #expect(found.assets[1].support?.handOver.map(\.stay) == [.minutes(10)])
    #expect(found.assets[2].support?.handOver.isEmpty ?? false)
    #expect(found.defaultsTaken.allSatisfy { !$0.contains("refuelling") })
  }

  @Test func `defaults are named, and nothing stated is nothing`() throws {
    let usual = try load(head + "layers:\n\(places)")
    #expect(usual.refuelling?.time == .minutes(15) && usual.refuelling?.mostStops == 3)
    #expect(usual.defaultsTaken.contains("refuelling 15 min") && usual.defaultedSettings.contains("refuelling.time"))
    let plain = try load(head + "layers:\n" + places.replacing(", fuel: yes", with: ""))
    #expect(plain.refuelling == nil && plain.assets.allSatisfy { $0.support == nil })
    #expect(!plain.defaultedSettings.contains("refuelling.time"))
    let idle = try load(head + "refuelling: {}\n")
    #expect(idle.warnings.contains { $0.field == "refuelling" })
  }

  @Test func `places beyond all aircraft are left out with a warning`() throws {
    let found = try load(
      head + """
        layers:
        \(places)  refuelling_places:
            - { id: swapped, position: "-74, -11" }
          assets:
            - { id: one, base: b, aircraft: h, readiness_day: 15 min, readiness_night: none }

        """)
    #expect(found.warnings.contains { $0.description.contains("swapped") && $0.field == "position" })
    #expect(found.assets[0].support?.refuelling.map(\.id) == ["c"])
  }

  @Test func `everything that is wrong is reported at once`() throws {
    do {
      _ = try load(
        head + """
          refuelling: { time: 0 min, most_stops: -1, litres: 3 }
          layers:
          \(places)  refuelling_places:
              - { id: f, position: "-11, -73.5", refuelling_time: 0 min, kinds: balloon, opens: 06:00 }
              - { id: f, position: "-11, -73.6", runway: 0 m, elevation: 90 km }
              - { id: nowhere }
            hand_over_places:
              - { id: b, position: "-11, -73.5" }
            assets:
              - { id: one, base: b, aircraft: h, readiness_day: 15 min, readiness_night: none, hand_over: "b; nobody" }
              - { id: two, base: b, aircraft: h, readiness_day: 15 min, readiness_night: none, hand_over: "c", hand_over_time: 0 min }
              - { id: three, base: b, aircraft: h, readiness_day: 15 min, readiness_night: none, hand_over: ";" }

          """)
      Issue.record("was read")
    } catch let error as ScenarioError {
      let fields = Set(error.problems.compactMap(\.field))
      for field in [
        "refuelling.time", "refuelling.most_stops", "refuelling.litres", "refuelling_time", "kinds", "opens", "id",
        "runway", "elevation", "position", "hand_over", "hand_over_time",
      ] {
        #expect(fields.contains(field), "\(field) in \(error.description)")
      }
      let text = error.description
      for part in ["balloon", "nobody", "“b” is the id of a base and of a hand-over place", "names no place"] {
        #expect(text.contains(part), "\(part) in \(text)")
      }
    }
    #expect(throws: ScenarioError.self) {
      _ = try load(
        head + """
          layers:
          \(places)  assets:
              - { id: one, base: b, aircraft: h, readiness_day: 15 min, readiness_night: none, hand_over: nearest }

          """)
    }
  }
}
