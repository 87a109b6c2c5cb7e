import Foundation
import Planning
import Response
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

@Suite struct StaticMapTests {
  private func chart(_ scenario: Scenario, _ language: ReportLanguage = .en) async throws -> Chart {
    let plan = try await Plan.run(scenario, purchase: nil)
    return StaticMap(plan: plan, layers: try GeoLayers(plan)).chart([language])
  }

  /// Rows of strips from north to south, or from west to east.
  private func scenario(south: Double, east: Double) -> Scenario {
    var scenario = MapFixture.scenario()
    let strip = scenario.strips[0]
    scenario.flights = []
    scenario.strips = (0...10).map { index in
      var other = strip
      other.id = "s\(index)"
      other.position = MapFixture.at(-12 - south * Double(index) / 10, -74 + east * Double(index) / 10)
      return other
    }
    return scenario
  }

  @Test func `every place lies in the frame, however long or wide the country is`() async throws {
    for (south, east) in [(40.0, 0.5), (0.2, 30.0), (1.0, 1.0), (0.0, 0.0)] {
      let map = try await chart(scenario(south: south, east: east))
      let frame = try #require(map.shapes.markup.firstMatch(of: #/<svg width="([0-9.]+)" height="([0-9.]+)"/#))
      let (width, height) = (try #require(Double(frame.output.1)), try #require(Double(frame.output.2)))
      // A page of A4 upright is 1.41 times as high as wide.
      #expect(width == 960 && height >= 300 && height <= width * 1.42)
      let strips = map.shapes.markup.matches(of: #/class="m-strip" x="([-0-9.]+)" y="([-0-9.]+)"/#)
      // And the one of the legend.
      #expect(strips.count == 12)
      for strip in strips.prefix(11) {
        let (x, y) = (try #require(Double(strip.output.1)), try #require(Double(strip.output.2)))
        #expect(x >= 0 && x + 6 <= width && y >= 0 && y + 6 <= height)
      }
    }
  }

  @Test func `what runs out of the frame is cut, and the legend shows colours as the map does`() async throws {
    let map = try await chart(MapFixture.scenario())
    let markup = map.shapes.markup
    // Everything but the legend stands in a window that cuts; a band stands in a group whose opacity all bands share.
    let window = try #require(markup.firstRange(of: "</svg>"))
    #expect(markup[..<window.lowerBound].contains("class=\"m-radar"))
    #expect(markup.hasPrefix("<svg width=\"960\""))
    var depth = 0
    for line in markup.split(separator: "\n") {
      if line == "<g class=\"m-bands\">" { depth += 1 }
      if line == "</g>" { depth -= 1 }
      if line.contains("class=\"m-band\"") { #expect(depth == 1) }
    }
    #expect(!PageResources.chartStyle.contains("fill-opacity: 0.6"))
    let legend = markup[window.upperBound...]
    for index in 0..<2 { #expect(legend.contains("class=\"m-band\" fill=\"\(Palette.floor(index, of: 2).hex)\"")) }
  }

  @Test func `the legend stays within the drawing in both languages`() async throws {
    for language in ReportLanguage.allCases {
      var scenario = MapFixture.scenario()
      scenario.altitudeBands = (1...12).map { .metres(Double($0) * 1000) }
      let map = try await chart(scenario, language)
      let legend = try #require(map.shapes.markup.components(separatedBy: "</svg>").last)
      let texts = legend.matches(of: #/<text class="small" x="([0-9.]+)" y="([0-9.]+)" text-anchor="start">([^<]*)</#)
      #expect(texts.count >= 12)
      for text in texts {
        let (x, y) = (try #require(Double(text.output.1)), try #require(Double(text.output.2)))
        // DejaVu Sans of 11 pixels is 6.2 wide on average.
        #expect(x + 6.2 * Double(text.output.3.count) <= map.width && y <= map.height)
      }
    }
  }

  @Test func `stations of a system, illuminators and their baselines are drawn, with a legend`() async throws {
    let scratch = try Scratch([
      "dem.asc": "ncols 4\nnrows 4\nxllcorner 10\nyllcorner 0\ncellsize 0.5\nNODATA_value -9999\n"
        + String(repeating: "24 24 24 24\n", count: 4),
      "dem.prj":
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
      "scenario.yaml": """
      atalaya: 1
      name: Test
      terrain: dem.asc
      altitude_bands: [1500 m]
      layers:
        radar_types:
          - { id: m, kind: multilateration, instrumented_range: 100 km, antenna_height: 20 m }
          - { id: p, kind: passive, instrumented_range: 100 km, detection_range: 40 km, reference_rcs: 1 m², antenna_height: 20 m }
        sites:
          - { id: a, latitude: 0.9, longitude: 10.9, radar: m, system: S }
          - { id: b, latitude: 0.9, longitude: 11.1, radar: m, system: S }
          - { id: c, latitude: 1.1, longitude: 11.1, radar: m, system: S }
          - { id: d, latitude: 1.1, longitude: 10.9, radar: m, system: S }
          - { id: e, latitude: 1.3, longitude: 10.5, radar: p }
        illuminators:
          - { id: tv, name: Television, latitude: 1.2, longitude: 11.2, altitude: 150 m AGL, eirp: 10 kW, frequency: 600 MHz }

      """,
    ])
    defer { withExtendedLifetime(scratch) {} }
    let plan = try await Plan.run(try Scenario.load(folder: scratch.path))
    let layers = try GeoLayers(plan)
    let markup = StaticMap(plan: plan, layers: layers).chart([.en]).shapes.markup
    func count(_ cssClass: String) -> Int { markup.ranges(of: "class=\"\(cssClass)\"").count }
    // The first station and the passive sensor as radars, three further stations, one illuminator; three lines from the first
    // station and one baseline. Each has its sign in the legend besides.
    #expect(count("m-radar") == 2 + 1 && count("m-radar member") == 3 + 1)
    #expect(count("m-illuminator") == 1 + 1 && count("m-link") == 4 + 1)
    for text in ["Illuminator", "Further station of a system", "Baseline, or stations of a system", "Television"] {
      #expect(markup.contains(text), "\(text)")
    }
    let data = MapData(plan: plan, layers: layers, isOverTerrain: true).json.text
    #expect(data.contains("10 kW, 600 MHz, 150 m AGL") && data.ranges(of: "is_member").count == 3)
    let html = try ReportPage(of: plan, command: "", library: nil).html
    #expect(html.contains("Illuminator"))
  }
}
