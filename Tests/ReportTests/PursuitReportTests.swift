import Foundation
import Planning
import Scenario
import ScenarioFiles
import TestSupport
import Testing

@testable import Report

/// A flight east along the equator to a strip and back, over an area closed to pursuit between 10° and 11°, and a helicopter at the
/// strip that is too late for it there but faster.
private func pursuit(areas: Bool) async throws -> Plan {
  let scenario = """
    atalaya: 1
    name: Pursuit
    daylight: { begin: "00:00", end: "24:00" }
    layers:
      radar_types:
        - { id: mast, kind: primary, instrumented_range: 400 km, antenna_height: 8000 m, detection_range: 400 km, reference_rcs: 1 m2 }
      sites: [{ id: mast, position: "0, 10.5", radar: mast }]
      aircraft:
        - { id: light, kind: aeroplane, cruise: 240 km/h, rcs: 1 m2 }
        - { id: fast, kind: helicopter, cruise: 500 km/h, endurance: 5 h }
        - { id: slow, kind: helicopter, cruise: 200 km/h, endurance: 5 h }
      bases: [{ id: b, position: "0, 12" }]
      assets:
        - { id: late, base: b, aircraft: fast, readiness_day: 60 min, readiness_night: none }
        - { id: tired, base: b, aircraft: slow, readiness_day: 5 min, readiness_night: none }
      strips: [{ id: s, position: "0, 12" }]
      routes:
        - { id: in, points: [{ position: "0, 9", altitude: 300 m AGL }, { position: "0, 12", altitude: 300 m AGL }] }
      flights:
        - { id: F, aircraft: light, strip: s, inbound: in, speed: 240 km/h, landing: "09:00", ground_time: 5 min, per_day: 1 }
    \(areas ? "  no_pursuit: closed.geojson\n" : "")
    """
  let folder = try Scratch([
    "scenario.yaml": scenario,
    "closed.geojson": """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon",
    "coordinates":[[[10,-1],[11,-1],[11,1],[10,1],[10,-1]]]}}]}
    """,
  ])
  defer { withExtendedLifetime(folder) {} }
  return try await Plan.run(Scenario.load(folder: folder.path))
}

@Suite struct PursuitReportTests {
  @Test
  func `where a meeting does not count is in the tables, the summary and the page, and is in none of them without`()
    async throws
  {
    let plan = try await pursuit(areas: true)
    #expect(plan.hasLimitedMeetings)
    let csv = plan.windowTable.csv
    #expect(csv.contains("limited_spans") && csv.contains("outbound closed_area from "))
    #expect(plan.summary.contains("over an area closed to pursuit"))
    for (language, words) in [
      (ReportLanguage.en, "over an area closed to pursuit"), (.es, "sobre una zona cerrada a la persecución"),
    ] {
      #expect(try ReportPage(of: plan, language: language, command: "atalaya", library: nil).html.contains(words))
    }
    let open = try await pursuit(areas: false)
    #expect(!open.hasLimitedMeetings && !open.windowTable.csv.contains("limited_spans"))
    #expect(!open.summary.contains("closed to pursuit"))
  }
}
