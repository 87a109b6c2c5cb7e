import Foundation
import GeoFiles
import Interception
import Planning
import Response
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

/// A helicopter that needs fuel on the way to a far strip and hands over on its way home; one without that.
private func plan(supported: Bool) async throws -> Plan {
  let folder = try Scratch([
    "scenario.yaml": """
    atalaya: 1
    name: Fuel
    alert: { confirmation: 30 s, decision: 1 min }
    layers:
      radar_types:
        - { id: t, kind: primary, instrumented_range: 300 km, detection_range: 300 km, reference_rcs: 1 m², antenna_height: 3000 m }
      sites: [{ id: east, position: "-12.05, -73.9", radar: t }]
      aircraft:
        - { id: c, kind: aeroplane, cruise: 200 km/h, rcs: 1 m² }
        - { id: h, kind: helicopter, cruise: 240 km/h, endurance: 130 min }
      bases: [{ id: b, name: Base, position: "-12, -75" }]
      assets:
        - { id: one, base: b, aircraft: h, readiness_day: 5 min, readiness_night: none\(supported ? ", hand_over: nearest" : "") }
      strips:
        - { id: near, name: Near, position: "-12, -74.1" }
        - { id: far, name: Far, position: "-12, -73" }
        - { id: lost, name: Lost, position: "-12, -65" }
      routes: [{ id: in, points: [{ position: "-12, -72", altitude: 1500 m AGL }, { position: "-12, -74.1", altitude: 300 m AGL }] }]
      flights:
        - { id: F, aircraft: c, strip: near, inbound: in, speed: 200 km/h, landing: "10:00", ground_time: 60 min, per_day: 1 }
    \(supported ? "  refuelling_places: [{ id: depot, name: Depot, position: \"-12, -74\" }]\n  hand_over_places: [{ id: hospital, name: Clinic, position: \"-12, -74.5\" }]\n" : "")
    """
  ])
  defer { withExtendedLifetime(folder) {} }
  return try await Plan.run(Scenario.load(folder: folder.path))
}

@Suite struct MissionReportTests {
  @Test func `stops and hand-overs are in tables, documents, maps and both languages`() async throws {
    let plan = try await plan(supported: true)
    let csv = plan.responseTable.csv
    for part in ["refuelled_at", "hand_over_place", "hand_over_min", "home_min", "depot after", "hospital"] {
      #expect(csv.contains(part), "\(part) in \(csv)")
    }
    #expect(csv.contains("no refuelling place helps: 1 out of range"))
    #expect(plan.json.contains("\"mission\"") && plan.json.contains("\"hand_over\""))
    // The console breaks lines where it must.
    let summary = plan.summary.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(summary.contains("refuelling 15 min* at 1 place") && summary.contains("Missions"), "\(plan.summary)")
    let layers = try GeoLayers(plan)
    let names = Set(layers.layers.map(\.name))
    #expect(names.isSuperset(of: ["refuelling_places", "hand_over_places", "response_legs"]))
    #expect(Set(layers.styles.map(\.layer)).isSuperset(of: ["refuelling_places", "hand_over_places", "response_legs"]))
    #expect(layers.kml.contains("Clinic") && layers.kml.contains("Legs of responses"))
    for (language, words) in [(ReportLanguage.en, "Handed over"), (.es, "Reabastece en")] {
      let html = try ReportPage(of: plan, language: language, command: "atalaya", library: nil).html
      #expect(html.contains(words) && html.contains("Clinic"), "\(language)")
    }
    if SchemaValidator.isHere { #expect(try SchemaValidator.complaints(plan.json) == []) }
  }

  @Test func `an asset is away until its hand-over and its way home are over`() async throws {
    let plan = try await plan(supported: true)
    let window = try #require(plan.flights.first?.bestWindow)
    let response = try #require(window.response)
    let mission = try #require(response.mission)
    let (total, end) = (try #require(response.total), try #require(window.missionEnd))
    let order = try #require(plan.flights[0].timeline.ordered)
    #expect(mission.handOver?.placeID == "hospital")
    #expect(end - order == mission.legs.last?.arrival)
    #expect(end - order > total + .minutes(10 + 10))
  }

  @Test func `without them nothing of it is written`() async throws {
    let plan = try await plan(supported: false)
    for text in [plan.responseTable.csv, plan.json, plan.summary, try GeoLayers(plan).kml] {
      for word in ["refuel", "hand_over", "mission\"", "Missions", "Legs of"] {
        #expect(!text.contains(word), "\(word)")
      }
    }
  }
}
