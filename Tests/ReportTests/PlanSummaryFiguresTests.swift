import Foundation
import Geodesy
import Planning
import Report
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// A plan on the equator whose every figure differs from every other, so that no two can be swapped unseen; each is worked out
/// here by hand. All flights fly at 240 km/h, 4 km a minute.
///
/// - F1, 2 a day, to S1 under radar a: seen at 60 km, met by h1, which stands there.
/// - F2, 1.5 a day, through the 0.8 km of radar c: 24 s, too short for a track.
/// - F3, 0.3 a day, to S3, 20 km from a: seen 40 km out, and h1 comes too late.
/// - F4, 0.25 a day, to S4: seen by nobody, until the purchase.
/// - F5, 0.8 a day, to S5, 12 km from a: seen 48 km out, and h1 comes while it stands there.
/// - F6, 0.6 a day, through the 0.8 km of radar e, which no purchase changes.
private let figures = """
  atalaya: 1
  name: Figures
  currency: USD
  ground_elevation: 0 m
  altitude_bands: [50 m, 300 m]
  alert: { confirmation: 1 min, decision: 5 min }
  layers:
    radar_types:
      - { id: big, kind: primary, instrumented_range: 100 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 20 m,
          price_low: USD 2M, price: USD 3M, price_high: USD 5M }
      - { id: brief, kind: primary, instrumented_range: 1 km, detection_range: 800 m, reference_rcs: 1 m², antenna_height: 20 m }
    sites:
      - { id: a, position: "0, 10", radar: big }
      - { id: b, position: "0, 10.449158", radar: big }
      - { id: c, position: "-1, 14", radar: brief }
      - { id: d, position: "0, 18" }
      - { id: e, position: "-1, 21", radar: brief }
    purchases:
      - { id: more, radars: [{ site: c, type: big }, { site: d, type: big }] }
    aircraft:
      - { id: light, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
      - { id: heli, kind: helicopter, cruise: 200 km/h, departure_allowance: 0 min, landing_allowance: 0 min }
    bases:
      - { id: west, position: "0, 10", elevation: 0 m }
      - { id: east, position: "0, 18", elevation: 0 m }
    assets:
      - { id: h1, base: west, aircraft: heli, count: 1, readiness_day: 4 min }
      - { id: h4, base: east, aircraft: heli, count: 1, readiness_day: 4 min }
    strips:
      - { id: S1, position: "0, 10" }
      - { id: S2, position: "0, 14" }
      - { id: S3, position: "0.180875, 10" }
      - { id: S4, position: "0, 18" }
      - { id: S5, position: "0.108525, 10" }
      - { id: S6, position: "0, 21" }
    routes:
      - { id: r1, altitude: 150 m AGL, points: ["-2, 10", "-0.02, 10"] }
      - { id: r2, altitude: 150 m AGL, points: ["-6, 14", "-0.02, 14"] }
      - { id: r3, altitude: 150 m AGL, points: ["2, 10", "0.21, 10"] }
      - { id: r4, altitude: 150 m AGL, points: ["-2, 18", "-0.02, 18"] }
      - { id: r5, altitude: 150 m AGL, points: ["2, 10", "0.14, 10"] }
      - { id: r6, altitude: 150 m AGL, points: ["-6, 21", "-0.02, 21"] }
    flights:
      - { id: F1, aircraft: light, strip: S1, inbound: r1, landing: "12:00", ground_time: 7 min, per_day: 2 }
      - { id: F2, aircraft: light, strip: S2, inbound: r2, landing: "12:00", ground_time: 7 min, per_day: 1.5 }
      - { id: F3, aircraft: light, strip: S3, inbound: r3, landing: "13:00", ground_time: 2 min, per_day: 0.3 }
      - { id: F4, aircraft: light, strip: S4, inbound: r4, landing: "12:00", ground_time: 7 min, per_day: 0.25 }
      - { id: F5, aircraft: light, strip: S5, inbound: r5, landing: "14:00", ground_time: 2 min, per_day: 0.8 }
      - { id: F6, aircraft: light, strip: S6, inbound: r6, landing: "12:00", ground_time: 7 min, per_day: 0.6 }
  """

@Suite struct PlanSummaryFiguresTests {
  /// The summary's blocks by title, each on one line.
  private static func blocks() async throws -> [String: String] {
    let scratch = try Scratch(["scenario.yaml": figures])
    let plan = try await Plan.run(try Scenario.load(folder: scratch.path))
    var (blocks, title): ([String: String], String) = ([:], "")
    for line in plan.summary.split(separator: "\n").dropFirst() {
      if !line.hasPrefix(" ") { title = line.prefix(10).trimmingCharacters(in: .whitespaces) }
      let text = line.dropFirst(10).trimmingCharacters(in: .whitespaces)
      blocks[title] = blocks[title].map { "\($0) \(text)" } ?? text
    }
    return blocks
  }

  @Test func `flights are counted as detected, tracked, met and of all, each in its place`() async throws {
    let blocks = try await Self.blocks()
    // Of 5.45 a day F4 is not detected, F2 and F6 are not tracked, and of the others F1 and F5 are met: 5.2, 3.1 and 2.8, which
    // are 95.4 %, 56.9 % and 51.4 %. F1 is tracked 15 − 1 min before it lands, F5 12 − 1 min, F3 10 − 1 min; half of 5.45 lies
    // up to 11 min: 2.35 never, 0.3 at 9 and 0.8 at 11.
    #expect(
      blocks["Flights"]
        == "5.2 of 5.45 a day detected before landing (95 %), 3.1 tracked (57 %), warning 9 min to 14 min, median of all "
        + "flights 11 min")
    #expect(
      blocks["In time"]
        == "2.8 of 5.45 a day met at the strip (51 %): 2 before landing, 0.8 on ground, 0.3 too late, 2.1 detected but never "
        + "tracked, 0.25 never detected"
    )
    // F1 is ordered 9 min before it lands, h1 is ready after 4, and the aircraft leaves 7 min after landing: 12. F3 is ordered 4
    // min before it lands, h1 flies 6 min more, and the aircraft leaves after 2: 4 late. F5 is ordered 6 min before it lands,
    // h1 flies 3.6 min, and the aircraft leaves after 2: 0.4 min to spare.
    #expect(
      blocks["Best"]
        == "F1 h1 12 min to spare; F2 detected but never tracked; F3 nobody (h1 4 min late); F4 never detected; "
        + "F5 h1 24 s to spare; F6 detected but never tracked")
  }

  @Test func `a purchase shows its own figures and their change`() async throws {
    let blocks = try await Self.blocks()
    // Twice 3M, 2M and 5M. It sees F4, which h4 meets (0.25 more), and tracks F2, for which nobody is near (1.5 more), but not
    // F6; of 5.45 0.6 are never tracked, F3 has 9 min, F5 11, and F1 and F4 14, so that 14 is the middle.
    #expect(
      blocks["Purchases"]
        == "more: USD 6M (USD 4M to USD 10M) for 2 radars: 5.45 detected (+0.25), 4.85 tracked (+1.75), 3.05 met (+0.25), "
        + "median warning 14 min")
  }

  @Test func `areas are those of one and of two radars, each at its height`() async throws {
    let text = try #require(try await Self.blocks()["Seen"])
    let match = try #require(
      text.firstMatch(
        of: #/^([^k]+) km² at 50 m, ([^k]+) km² at 300 m above ground; by 2 or more ([^k]+) km², ([^k]+) km²/#))
    func number(_ text: Substring) throws -> Double { try #require(Double(String(text.filter(\.isNumber)))) }
    let shown = try [match.1, match.2, match.3, match.4].map(number)
    // Discs 50 km apart: at 300 m of 60 km, the detection range; at 50 m of the horizon, √(2 · 4/3 R h) for each height.
    let horizon = [20.0, 50].map { (2 * 4.0 / 3 * 6371 * $0 / 1000).squareRoot() }.reduce(0, +)
    func lens(_ r: Double) -> Double { 2 * r * r * acos(25 / r) - 25 * (4 * r * r - 2500).squareRoot() }
    let expected = [horizon, 60].map { 2 * .pi * $0 * $0 - lens($0) } + [lens(horizon), lens(60)]
    for (own, plane) in zip(shown, expected) {
      // Radii of the Earth differ by up to 0.7 % (6335 to 6378 km), which moves the horizon by half of that and, in the lens,
      // an area by less than four times as much; the 2 km² of c and of e are 4e-4 of the union.
      #expect(abs(own / plane - 1) < 0.015, "\(text): \(expected)")
    }
    #expect(abs(shown[1] / expected[1] - 1) < 1e-3 && abs(shown[3] / expected[3] - 1) < 1e-3)
  }

  @Test func `what must be seen how far out is that of the worst strip`() async throws {
    let text = try #require(try await Self.blocks()["See from"])
    // S2 lies 4° of the equator, 445.278 km, from both helicopters: 133.58 min of flight after 1 + 5 + 4 of track, order and
    // readiness, less 7 on the ground, are 136.58 min, in which F2 flies 546.3 km.
    let match = try #require(
      text.firstMatch(
        of: #/^by day ([\d.]+) km out at worst \(S2, 2 h 17 min before landing, h[14]\); by night no asset/#),
      "\(text)")
    #expect(abs(try #require(Double(match.1)) - 546.3) < 0.1)
    // Of the six by day F1 is seen far enough (it has to be at 12 km) and F5 (46.4 km, seen at 48 km); F3 (56 km) is seen at
    // 40 km, F2, F4 and F6 are not.
    #expect(text.hasSuffix("seen far enough in 2 of 6 cases"), "\(text)")
  }
}
