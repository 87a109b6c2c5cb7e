import Foundation
import GeoFiles
import Planning
import Scenario
import TestSupport
import Testing
import Units

@testable import Report

private func object(_ json: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
}

/// Two radars over four cells.
private func grids(first: [Float]) -> LiveGrids {
  LiveGrids(
    TerrainLayers(
      columns: 2, rows: 2, north: 1, south: 0, west: 0, east: 1, highest: .metres(12_000), source: "t",
      hillshade: nil, groundElevation: [0, 10.5, 100, .nan], floors: [first, [.infinity, 7, .nan, 60_000]],
      networks: [.init(purchase: nil, radars: [0, 1])]))
}

@Suite struct LivePageTests {
  @Test func `a served page says what the report says`() async throws {
    let plan = try await SamplePlans.plan()
    let served = try object(try LivePage(of: plan, terrain: nil, command: "c").update)
    let report = try ReportPage(of: plan, command: "c", library: nil, date: "d").html
    let sections = try #require(served["sections"] as? [[String: String]])
    #expect(sections.count > 6)
    for section in sections {
      #expect(report.contains(try #require(section["html"])), "\(section["id"] ?? "")")
    }
    let data = try #require(served["data"] as? [String: Any])
    let plans = [data["plan"], try object(plan.json)].map { $0 as? NSDictionary }
    #expect(plans[0] == plans[1])
  }

  @Test func `a served page loads its scripts and nothing of another host`() async throws {
    let library = try MapLibrary()
    let html = try LivePage(of: try await SamplePlans.plan(), terrain: nil, command: "c").html(.en, library: library)
    let scripts = html.matches(of: /<script src="scripts\/([a-z-]+)\.js">/).map { String($0.output.1) }
    #expect(scripts.first == "leaflet" && scripts.last == "live-map")
    for script in scripts { #expect(LivePage.script(script, library: library)?.isEmpty == false, "\(script)") }
    #expect(LivePage.script("../page", library: library) == nil)
    #expect(!html.contains("<script>"))
    #expect(
      html.contains("script-src 'self'") && !LivePage.contentSecurityPolicy.contains("script-src 'unsafe-inline'"))
  }

  @Test func `every word of a served page is in every language, and takes as many values in each`() {
    for (english, spanish) in zip(LiveWords.texts(.en), LiveWords.texts(.es)) {
      #expect(english.key == spanish.key && !english.text.isEmpty && !spanish.text.isEmpty)
      #expect(english.text.ranges(of: "{}").count == spanish.text.ranges(of: "{}").count, "\(english.key)")
    }
  }

  @Test func `the key of a grid changes with its cells and with nothing else`() throws {
    let (one, same, other) = (grids(first: [1, 2, 3, 4]), grids(first: [1, 2, 3, 4]), grids(first: [1, 2, 3, 5]))
    #expect(one.grids.map(\.key) == same.grids.map(\.key))
    let differing = zip(one.grids, other.grids).map { $0.key != $1.key }
    #expect(differing == [true, false, false])
    // By hand: whole metres, elevations from 1000 m below the sea; what is not seen and what is not known have marks of their own.
    func cells(_ grid: LivePage.Grid) -> [UInt16] {
      stride(from: 0, to: grid.bytes.count, by: 2).map { UInt16(grid.bytes[$0]) | UInt16(grid.bytes[$0 + 1]) << 8 }
    }
    #expect(cells(one.grids[0]) == [1, 2, 3, 4])
    #expect(cells(one.grids[1]) == [65_534, 7, 65_535, 60_000])
    #expect(cells(one.grids[2]) == [1000, 1011, 1100, 65_535])
  }

  @Test func `figures are those of both plans, and say which is better`() async throws {
    let (today, bought) = (try await SamplePlans.plan().json, try await SamplePlans.plan(purchase: "plan-2014").json)
    let text = LiveFigures(baseline: try ComparedPlan(json: today), variant: try ComparedPlan(json: bought)).json
    let rows = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    func row(_ key: String) throws -> [String: Any] { try #require(rows.first { $0["key"] as? String == key }) }
    let (before, after) = (try object(today), try object(bought))
    func outcome(_ plan: [String: Any], _ key: String) -> Double? {
      (plan["outcome"] as? [String: Any])?[key] as? Double
    }
    for key in ["met_at_strip_per_day", "detected_before_landing_per_day", "flights_per_day"] {
      let row = try row(key)
      #expect(row["baseline"] as? Double == outcome(before, key) && row["value"] as? Double == outcome(after, key))
    }
    // Radars were bought: more is seen, and it costs money.
    let areas = rows.filter { ($0["key"] as? String)?.hasPrefix("area_km2/") == true }
    #expect(areas.count >= 4)
    #expect(areas.allSatisfy { ($0["difference"] as? Double ?? -1) >= 0 && $0["better"] as? Bool != false })
    #expect(try row("price_base")["better"] as? Bool == false)
    #expect(try row("flights_per_day")["better"] is NSNull)
    // Of a plan against itself nothing differs.
    let same = LiveFigures(baseline: try ComparedPlan(json: today), variant: try ComparedPlan(json: today)).json
    #expect(!same.contains("\"better\":true") && !same.contains("\"better\":false"))
  }
}
