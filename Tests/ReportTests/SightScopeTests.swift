import Foundation
import Planning
import Scenario
import ScenarioFiles
import Terrain
import TestSupport
import Testing
import Units

@testable import Report

/// What a sentence says is missing: what stands behind its last “without” or “not included”.
private func missing(_ text: String, _ marks: [String]) -> Substring {
  guard let mark = marks.compactMap({ text.ranges(of: $0).last }).first else { return "" }
  return text[mark.upperBound...].prefix { $0 != ";" && $0 != "." }
}

@Suite struct SightScopeTests {
  private let scopes = [false, true].flatMap { cover in
    [
      SightScope(hasCover: cover, hasDiffraction: false), SightScope(hasCover: cover, hasDiffraction: true),
      SightScope(hasCover: cover, hasDiffraction: true, sharp: ["old", "far"]),
    ]
  }

  @Test func `nothing that counts is said to be missing, and all that does not is, in both languages`() {
    let words: [(ReportLanguage, diffraction: String, vegetation: String, clutter: String, marks: [String])] = [
      (.en, "diffraction", "vegetation", "clutter", ["without ", "Not included: "]),
      (.es, "difracción", "vegetación", "ecos parásitos", ["sin ", "No se incluyen "]),
    ]
    for scope in scopes {
      for (say, diffraction, vegetation, clutter, marks) in words {
        let limit = scope.limit(over: "dem.tif", cover: "", names: ["far": "Far hill"], say)
        for text in [scope.warning(say), limit] {
          let left = missing(text, marks)
          #expect(left.contains(diffraction) == !scope.hasDiffraction, "\(text)")
          #expect(left.contains(vegetation) == !scope.hasCover, "\(text)")
          #expect(left.contains(clutter), "\(text)")
          #expect(text.contains(diffraction), "\(text)")
        }
        // A radar whose shadows stay sharp is named: by its id where it is printed, by its name on the page.
        #expect(scope.warning(say).contains("far") == !scope.sharp.isEmpty)
        #expect(limit.contains("Far hill") == !scope.sharp.isEmpty)
      }
      #expect(scope.warning(.en) == scope.text)
    }
  }

  @Test func `every parameter has a name, and its key once, in both languages`() throws {
    let scratch = try Scratch([
      "scenario.yaml": """
      atalaya: 1
      name: Test
      ground_cover: { height: 12 m, sea: bare }
      atmosphere: { k_band: [1.14, 1.28, 1.5], rcs_spread_db: 3, rain_rate: 10 mm/h, vapour_density: 16 }
      detection: { gases: yes, rain: yes, diffraction: yes }
      layers:
        radar_types:
          - { id: t.1, kind: primary, instrumented_range: 70 km, detection_range: 70 km, reference_rcs: 1 m², antenna_height: 30 m, frequency: 3 GHz }
          - { id: ads.b, kind: adsb, instrumented_range: 400 km, antenna_height: 30 m, sensitivity: -84 dBm }
        sites:
          - { id: west, position: "-12, -75.5", radar: t.1 }
      """
    ])
    defer { withExtendedLifetime(scratch) {} }
    let parameters = Parameter.all(try Scenario.load(folder: scratch.path))
    #expect(parameters.count > 30 && parameters.contains { $0.key == "radar_types.ads.b.transponder_power" })
    for say in ReportLanguage.allCases {
      let names = parameters.compactMap { Phrase.parameterName($0.key, say) }
      #expect(names.count == parameters.count && Set(names).count == names.count)
      for row in parameters {
        let html = Phrase.parameter(row.key, say).markup
        #expect(html.components(separatedBy: row.key).count == 2, "\(html)")
      }
    }
    // What follows from other settings is not stated by the scenario.
    #expect(
      Set(parameters.filter(\.isComputed).map(\.key)).isSuperset(of: ["counted.target_rcs", "ground_cover.share_added"])
    )
  }

  @Test func `what stands on the ground is told by its parts`() throws {
    let plain = GroundCover(height: .metres(25), clearing: .kilometres(1), clearings: [])
    #expect(plain.words == "cover of 25 m")
    var mixed = GroundCover(height: .metres(12), clearing: .kilometres(1), clearings: [])
    mixed.isSeaBare = true
    mixed.areas = [GroundCover.Area(polygons: [], height: .metres(30))]
    #expect(mixed.words == "cover (1 mapped area, 12 m elsewhere, none on the sea, where the ground is at 0 m)")
    mixed.areas.append(mixed.areas[0])
    #expect(
      mixed.sources(.es) == "2 áreas cartografiadas, 12 m en el resto, nada sobre el mar, donde el suelo está a 0 m")
  }
}
