import Foundation
import Planning
import Radar
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

/// Two radars, of a type that states its physics and of one that states ranges alone.
private func plan(_ physics: String) async throws -> Plan {
  let folder = try Scratch([
    "scenario.yaml": """
    atalaya: 1
    name: Test
    ground_elevation: 0 m
    altitude_bands: [150 m, 3000 m]
    layers:
      radar_types:
        - { id: wide, name: "Wide <beam>", kind: primary, instrumented_range: 300 km, detection_range: 150 km, reference_rcs: 1 m², antenna_height: 20 m\(physics) }
        - { id: bare, kind: primary, instrumented_range: 60 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 20 m }
      sites:
        - { id: a, position: "-12.0, -73.0", radar: wide }
        - { id: b, position: "-12.9, -73.9", radar: bare }
    """
  ])
  return try await Plan.run(try Scenario.load(folder: folder.path))
}

private func section(_ plan: Plan) throws -> RadarTypesSection? {
  RadarTypesSection(
    ReportInput(plan: plan, layers: try GeoLayers(plan), terrain: nil, hasMapLibrary: false, command: ""))
}

@Suite struct RadarTypesSectionTests {
  @Test func `a type that states its physics has its ranges, chart and assumptions in both languages`() async throws {
    let section = try #require(try section(try await plan(", detection_probability: 0.9")))
    for (language, words) in [(ReportLanguage.en, "Assumed: "), (.es, "Supuesto: ")] {
      let html = section.body(language).markup
      #expect(html.contains("Wide &lt;beam&gt;") && html.contains("bare"))
      // A loss budget in the page's language.
      #expect(html.contains(language == .en ? "Antenna pattern, both ways" : "Diagrama de antena, ida y vuelta"))
      #expect(html.contains(words) && html.contains("<svg"))
      // What is stated is not assumed.
      #expect(!html.contains(language == .en ? "detection probability 0.9" : "probabilidad de detección 0.9"))
      #expect(section.charts(language).map(\.name) == ["radar-1", "radar-2"])
      // At 150 m the horizon ends the range for every probability: √(2·4/3·R)·(√20 + √150) within a percent.
      let horizon = (2 * 4.0 / 3 * 6_371_008.8).squareRoot() * (20.0.squareRoot() + 150.0.squareRoot()) / 1000
      let text = Length.kilometres(horizon).text
      #expect(html.components(separatedBy: text).count == 4, "\(text)")
    }
  }

  @Test func `types that state ranges alone have their section as well`() async throws {
    let section = try #require(try section(try await plan("")))
    #expect(section.charts(.en).map(\.name) == ["radar-1", "radar-2"])
  }

  @Test func `the chart keeps its lines inside, also where its top is low`() throws {
    let type = RadarType(
      id: "r", name: "r", kind: .primary, instrumentedRange: .kilometres(400), detectionRange: .kilometres(250),
      referenceCrossSection: .squareMetres(1), antennaHeight: .metres(15))
    for top in [nil, Length.kilometres(1), .kilometres(50)] {
      var question = RadarQuestion()
      question.heights = [.metres(300)]
      question.chartTop = top
      let chart = try #require(try RadarReport([type], question).chart(.en))
      let paths = chart.shapes.markup.matches(of: /d="([^"]*)"/).flatMap { match in
        match.output.1.split(whereSeparator: { "MLZ".contains($0) }).compactMap { pair -> (Double, Double)? in
          let numbers = pair.split(separator: " ").compactMap { Double($0) }
          return numbers.count == 2 ? (numbers[0], numbers[1]) : nil
        }
      }
      #expect(paths.count > 500)
      #expect(paths.allSatisfy { $0.0 >= 0 && $0.0 <= chart.width && $0.1 >= 0 && $0.1 <= chart.height })
    }
  }
}
