import Foundation
import Interception
import Planning
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

/// A radar on the equator and a flight along it to a strip, over a smooth Earth.
private func plan(_ detection: String, _ more: String = "") async throws -> Plan {
  let scratch = try Scratch([
    "scenario.yaml": """
    atalaya: 1
    name: Test
    ground_elevation: 0 m
    altitude_bands: [300 m]
    \(detection)
    layers:
      radar_types:
        - { id: t, name: T, kind: primary, instrumented_range: 90 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 30 m, revisit: 10 s\(more) }
      sites:
        - { id: r, name: R, position: "0.1, 10", elevation: 0 m, radar: t }
      aircraft: [{ id: a, kind: aeroplane, cruise: 240 km/h, endurance: 6 h, rcs: 1 m² }]
      strips: [{ id: s, position: "0, 10.2", elevation: 0 m }]
      routes: [{ id: w, altitude: 300 m AGL, points: ["0, 8", "0, 9"] }]
      flights: [{ id: f, aircraft: a, strip: s, inbound: w, landing: "08:00", ground_time: 8 min }]

    """
  ])
  defer { withExtendedLifetime(scratch) {} }
  return try await Plan.run(try Scenario.load(folder: scratch.path))
}

private func page(_ plan: Plan, _ language: ReportLanguage) throws -> String {
  try ReportPage(of: plan, language: language, command: "", library: nil).html
}

@Suite struct SightWordTests {
  @Test func `what is called covered takes as many values as what is called seen, and is never called seen`() {
    var count = 0
    for phrase in Phrase.allCases {
      for language in ReportLanguage.allCases {
        let seen = phrase.text(language)
        for word in [SightWord.covered, .softlyCovered] {
          let covered = word.writing { phrase.text(language) }
          guard covered != seen else { continue }
          count += 1
          #expect(covered.ranges(of: "{}").count == seen.ranges(of: "{}").count, "\(phrase): \(covered)")
          let words = covered.lowercased().split { !$0.isLetter }
          for wrong in ["seen", "sees", "visto", "vista", "vistos", "ve", "ven"] {
            #expect(!words.contains(Substring(wrong)), "\(phrase): \(covered)")
          }
        }
      }
    }
    #expect(count > 150)
    // Every language has a text of its own for the same phrases.
    for phrase in Phrase.allCases {
      #expect((englishOfLooks(phrase) == nil) == (spanishOfLooks(phrase) == nil), "\(phrase)")
    }
  }

  @Test func `with looks the page calls covered what a look reaches, and explains it`() async throws {
    let looking = try await plan("detection: { probability: 0.9 }")
    let (english, spanish) = try (page(looking, .en), page(looking, .es))
    for text in ["covered by a radar", "covered at ", "One look of a radar detects the aircraft"] {
      #expect(english.contains(text), "\(text)")
    }
    #expect(english.contains("with a probability of 0.9 or more") && spanish.contains("probabilidad de 0.9 o más"))
    #expect(spanish.contains("cubierto por un radar"))
    for text in ["seen by a radar", "in flight, unseen", "visto por un radar"] { #expect(!english.contains(text)) }
    #expect(looking.summary.contains("\nCovered    ") && !looking.summary.contains("\nSeen "))
    // Without looks every word stays as it is.
    let still = try await plan("")
    let plain = try page(still, .en)
    #expect(plain.contains("seen by a radar") && !plain.contains("covered by a radar"))
    #expect(still.summary.contains("\nSeen       "))
  }

  @Test func `the columns of routes keep their keys, and the console says what they are`() {
    let (plain, looking) = (Records.route(hasLooks: false), Records.route(hasLooks: true))
    func heading(_ record: Record<RouteRow>) -> String? { record.columns.first { $0.key == "seen_by" }?.head.heading }
    #expect(heading(plain) == "seen by" && heading(looking) == "covered by")
    let schema = looking.schema.text
    #expect(schema.contains("detection.probability") && schema.contains("looks_by"))
  }

  @Test func `what blind speeds take is told apart from the notch in summary, page and files`() async throws {
    // A blind speed of 45 m/s; the flight passes 11 km abeam at 66.7 m/s.
    let prf = 2 * 45 * 1.3e9 / 299_792_458
    let plan = try await plan(
      "detection: {}", ", minimum_radial_speed: 8 m/s, frequency: 1.3 GHz, prf: \(prf) Hz")
    let looks = try #require(plan.flights[0].timeline.looks)
    #expect(looks.atBlindSpeed > .zero && looks.rejected > looks.atBlindSpeed)
    let words =
      "(\((looks.notchShare ?? 0).percent) across the beam, \((looks.blindSpeedShare ?? 0).percent) at a blind speed)"
    #expect(plan.summary.replacing(#/\s+/#, with: " ").contains(words), "\(plan.summary)")
    #expect(try page(plan, .en).contains("\((looks.blindSpeedShare ?? 0).percent) at a blind speed"))
    let table = plan.windowTable
    let heads = table.columns.map(\.key)
    for key in ["rejected_share", "rejected_across_beam_share", "rejected_at_blind_speed_share"] {
      #expect(heads.contains(key))
    }
  }

  @Test func `as many settings are called defaults as the table marks`() async throws {
    let plan = try await plan("detection: {}")
    let html = try page(plan, .en)
    let line = try #require(html.firstMatch(of: #/tool’s defaults: (\d+) of the (\d+) listed/#))
    #expect(Int(line.output.1) == html.ranges(of: "<td>default of the tool</td>").count)
    let stated = html.ranges(of: "<td>scenario</td>").count
    #expect(try #require(Int(line.output.2)) - (try #require(Int(line.output.1))) == stated)
  }
}
