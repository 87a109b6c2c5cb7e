import Foundation
import GeoFiles
import Geodesy
import Planning
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

/// A radar in the middle of a border's east and a strip behind it; a free site and a type with a price.
private let yaml = """
  atalaya: 1
  name: Test
  currency: USD
  ground_elevation: 0 m
  layers:
    radar_types:
      - { id: far, kind: primary, instrumented_range: 60 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 20 m, price: USD 9M }
    sites:
      - { id: middle, position: "-12.0, -73.0", radar: far }
      - { id: free, name: "Free <hill>", position: "-12.4, -73.4" }
    aircraft:
      - { id: light, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
    strips:
      - { id: near, name: "Near <strip>", position: "-12.0, -73.1" }
      - { id: away, position: "-12.9, -73.9" }
  """

private func plan() async throws -> Plan {
  let folder = try Scratch(["scenario.yaml": yaml])
  var scenario = try Scenario.load(folder: folder.path)
  scenario.border = [[-11.0, -13.0].map { Position(latitudeDegrees: $0, longitudeDegrees: -72) }]
  var plan = try await Plan.run(scenario)
  let question = LeakQuestion(
    of: scenario, heights: [.aboveGround(.metres(300))], cellLimit: 2500, options: scenario.siteOptions)
  plan.add(try await Leak.run(scenario, question))
  return plan
}

@Suite struct LeakSectionTests {
  @Test func `a plan that was asked for its leak tells the same figures everywhere`() async throws {
    let plan = try await plan()
    let leak = try #require(plan.leak)
    let near = try #require(leak.entries.first)
    let exposure = try #require(near.exposure)
    #expect(exposure > .kilometres(20) && leak.entries[1].exposure == .zero)
    #expect(plan.summary.contains("Least seen") && plan.summary.contains("1 of 2 strips can be reached unseen: away"))
    let document = try #require(try JSONSerialization.jsonObject(with: Data(plan.json.utf8)) as? [String: Any])
    let strips = try #require((document["leak"] as? [String: Any])?["strips"] as? [[String: Any]])
    #expect(strips.map { $0["strip"] as? String } == ["near", "away"])
    // leak.json has metres.
    #expect(abs((strips[0]["exposure_km"] as? Double ?? .nan) - exposure.kilometres) < 0.00051)
    let page = try ReportPage(of: plan, command: "atalaya", library: nil)
    #expect(page.html.contains("<section id=\"leak\"") && page.html.contains(exposure.text))
    #expect(!page.html.contains("Near <strip>") && !page.html.contains("Free <hill>"))
    let chart = try #require(page.drawings.first { $0.name == "leak" }?.svg)
    #expect(chart.contains(exposure.text))
  }

  @Test func `its ways and candidates are layers with styles, and lines of the map`() async throws {
    let plan = try await plan()
    let map = try GeoLayers(plan)
    #expect(map.layers.suffix(2).map(\.name) == ["ways", "candidates"])
    #expect(map.layers.suffix(2).map(\.rows.count) == [2, 1])
    #expect(Set(map.styles.map(\.layer)) == Set(map.layers.map(\.name)))
    #expect(map.kml.contains("Least-observed routes") && !map.kml.contains("Near <strip>"))
  }

  @Test func `a drawing of its own bears its title and its key`() async throws {
    for say in ReportLanguage.allCases {
      let page = try ReportPage(of: try await plan(), language: say, command: "atalaya", library: nil)
      let chart = try #require(page.drawings.first { $0.name == "leak" }?.svg)
      for phrase in [Phrase.leakTitle, .leakExposure, .leakBoundKey, .leakFirstKey] {
        #expect(chart.contains(">\(say(phrase))</text>"))
      }
      for drawing in page.drawings { #expect(drawing.svg.contains("<text class=\"strong\" x=\"4\" y=\"20\"")) }
    }
  }

  @Test func `a plan that was not asked has none of it`() async throws {
    let plan = try await Plan.run(try await plan().scenario)
    #expect(plan.leak == nil && plan.json.contains("\"leak\": null") && !plan.summary.contains("Least seen"))
    #expect(try GeoLayers(plan).layers.allSatisfy { $0.name != "ways" })
    #expect(!(try ReportPage(of: plan, command: "atalaya", library: nil)).html.contains("<section id=\"leak\""))
  }

  @Test(.enabled(if: Browser.isHere, "no Chromium, or no libjs-leaflet"))
  func `the map draws the ways as a layer that can be switched`() async throws {
    let count = Browser.Step.evaluate("document.querySelectorAll('#map-view path').length")
    let visit = try Browser.visit(
      try ReportPage(of: try await plan(), command: "atalaya", library: try MapLibrary()).html,
      [
        count, .click("input[value=ways]"), count,
        .evaluate(
          "page.data.map.ways.map(w => [w.strip, w.seen_m / 1000, page.data.plan.leak.strips.find(s => [s.strip_name, s.strip].includes(w.strip)).seen_km])"
        ),
      ])
    #expect(visit.messages.isEmpty && visit.requests.isEmpty, "\(visit.messages)")
    // Each way is a line over a wider one; the one that is seen has a mark where that begins.
    #expect((visit.values[0].number ?? 0) - (visit.values[1].number ?? 0) == 5)
    // plan.json has metres as kilometres, the map millimetres.
    for row in visit.values[2].list {
      #expect(abs((row.list[1].number ?? .nan) - (row.list[2].number ?? .nan)) < 0.00051)
    }
  }
}
