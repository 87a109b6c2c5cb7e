import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Planning
import Response
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

@Suite struct KeptPlanTests {
  /// Three radars among hills, two of them with looks where looks count, a purchase, a region, a border and two flights.
  private func scenario(_ scratch: Scratch, terrain: Bool, settings: String = "") throws -> Scenario {
    let frame = GridFrame(
      columns: 101, rows: 61, firstX: -76.3, firstY: -11.25, stepX: 0.02, stepY: -0.02, crs: "EPSG:4326")
    var cells: [Float] = []
    for row in 0..<61 {
      for column in 0..<101 {
        let (along, across): (Double, Double) = (cos(Double(column) / 5), sin(Double(row) / 4))
        cells.append(Float(700 + 500 * across * along))
      }
    }
    try RasterWriter.write(
      Grid(frame: frame, cells: cells), to: scratch.path("terrain.tif"), options: .init(noData: .nan))
    try scratch.file(
      "region.csv", "name,WKT\neast,\"POLYGON ((-75.5 -12.3, -74.6 -12.3, -74.6 -11.4, -75.5 -11.4, -75.5 -12.3))\"\n")
    try scratch.file(
      "scenario.yaml",
      """
      atalaya: 1
      name: Kept
      ground_elevation: 500 m
      altitude_bands: [150 m, 1500 m]
      \(terrain ? "terrain: terrain.tif" : "")
      \(settings)
      layers:
        region: region.csv
        radar_types:
          - { id: t, kind: primary, instrumented_range: 60 km, detection_range: 50 km, reference_rcs: 1 m², antenna_height: 30 m, price: USD 2M }
        sites:
          - { id: west, position: "-12, -75.5", radar: t }
          - { id: middle, position: "-11.9, -75.1", radar: t }
          - { id: north, position: "-11.6, -75.3", radar: t }
          - { id: east, position: "-12.1, -74.8" }
        purchases:
          - { id: more, radars: [{ site: east, type: t }] }
        aircraft:
          - { id: c, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
          - { id: h, kind: helicopter, cruise: 220 km/h }
        bases:
          - { id: b, position: "-12.1, -75.4", elevation: 500 m }
        assets:
          - { id: one, base: b, aircraft: h, readiness_day: 5 min, readiness_night: 5 min }
          - { id: two, base: b, aircraft: h, readiness_day: 15 min, readiness_night: 25 min }
        strips:
          - { id: s, position: "-12.05, -75.2", elevation: 500 m }
        routes:
          - { id: r, points: ["-12.0, -74.4", "-12.05, -75.2"] }
          - { id: q, points: ["-11.5, -74.6", "-11.7, -75.0", "-12.05, -75.2"] }
        flights:
          - { id: f, aircraft: c, strip: s, inbound: r, altitude: 400 m AGL, ground_time: 40 min, landing: "10:00" }
          - { id: g, aircraft: c, strip: s, inbound: q, altitude: 2500 m AMSL, ground_time: 20 min, landing: "22:00" }
      """)
    return try Scenario.load(folder: scratch.path)
  }

  /// Changes something as a planner would; now and then back to what it was.
  private func edit(
    _ scenario: inout Scenario, _ purchase: inout String?, from base: Scenario, _ random: inout SplitMix
  ) {
    let site = Int.random(in: 0..<4, using: &random)
    switch Int.random(in: 0..<10, using: &random) {
    case 0...2:
      scenario.sites[site].position = Position(
        latitudeDegrees: base.sites[site].position.latitudeDegrees + random.next(in: -0.3...0.3),
        longitudeDegrees: base.sites[site].position.longitudeDegrees + random.next(in: -0.3...0.3))
    case 3: scenario.sites[site].antennaHeight = .metres(random.next(in: 2...60))
    case 4: scenario.assets[site % 2].readinessByDay = .minutes(random.next(in: 1...40))
    case 5: scenario.alertChain.decision = .minutes(random.next(in: 0...9))
    case 6: purchase = purchase == nil ? "more" : nil
    case 7:
      let wind = FlyingWeather(
        wind: WindProfile(WindVector(from: .degrees(random.next(in: 0...360)), speed: .knots(random.next(in: 0...40)))),
        air: nil)
      for index in scenario.assets.indices { scenario.assets[index].weather = wind }
    case 8: scenario.coverageTarget.crossSection = .squareMetres(random.next(in: 0.5...3))
    default: scenario = base
    }
  }

  @Test(arguments: [
    (true, "", 20), (true, "detection: {}\natmosphere: { k_band: [1.2, 1.333, 1.5] }", 6),
    (false, "altitudes_amsl: [2000 m]", 20),
  ])
  func `after random edits the keeper writes the same bytes as a plan from nothing`(
    terrain: Bool, settings: String, edits: Int
  ) async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let base = try scenario(scratch, terrain: terrain, settings: settings)
    let keeper = PlanKeeper(cache: nil, workers: 2)
    var random = SplitMix(seed: 21)
    var (variant, purchase) = (base, String?.none)
    for number in 0..<edits {
      edit(&variant, &purchase, from: base, &random)
      let question = PlanQuestion(purchase: purchase, workers: 1)
      let kept = try await keeper.plan(variant, question)
      let fresh = try await Plan.run(variant, question)
      #expect(kept.json == fresh.json, "edit \(number)")
      #expect(kept.windowTable.csv == fresh.windowTable.csv, "edit \(number)")
      if let (ours, theirs) = zip([kept.terrain?.picture], [fresh.terrain?.picture]).first(where: { $0.0 != nil }) {
        #expect(ours?.lowest.cells.map(\.bitPattern) == theirs?.lowest.cells.map(\.bitPattern), "edit \(number)")
      }
    }
  }

  @Test func `moving one radar computes one floor, and readiness none`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    var variant = try scenario(scratch, terrain: true)
    let keeper = PlanKeeper(cache: nil, workers: 1)
    func computed(_ kinds: Memo.Kind...) async throws -> [Int] {
      let before = await keeper.computed
      _ = try await keeper.plan(variant, PlanQuestion())
      let after = await keeper.computed
      return kinds.map { after[$0, default: 0] - before[$0, default: 0] }
    }
    // Three radars and one that may be bought; two flights, with and without it.
    #expect(try await computed(.floor, .picture, .timeline) == [4, 1, 4])
    variant.sites[1].position.latitudeDegrees += 0.01
    #expect(try await computed(.floor, .picture) == [1, 1])
    variant.assets[0].readinessByDay = .minutes(7)
    #expect(try await computed(.floor, .picture, .looks, .timeline, .window) == [0, 0, 0, 0, 4])
    variant.alertChain.decision = .minutes(1)
    #expect(try await computed(.floor, .picture, .looks, .timeline) == [0, 0, 0, 4])
  }

  @Test func `a cancelled plan leaves nothing wrong behind, and memory stays within its limit`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let base = try scenario(scratch, terrain: true)
    let limit = 3_000_000
    let keeper = PlanKeeper(cache: nil, workers: 1, memory: limit)
    var variant = base
    for count in 1..<6 {
      variant.sites[0].position.latitudeDegrees += 0.01
      let calls = Countdown(count * 2)
      do {
        _ = try await keeper.plan(variant, PlanQuestion()) { calls.isOver() }
      } catch { #expect(error.code == .cancelled) }
      let (kept, fresh) = try await (keeper.plan(variant, PlanQuestion()), Plan.run(variant))
      #expect(kept.json == fresh.json)
      // Numbers of values are counted by assumption, a kilobyte each.
      #expect(await keeper.memory < limit + 2_000_000)
    }
  }

  @Test func `the floor of a moved radar is that of its plan`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let variant = try scenario(scratch, terrain: true)
    let keeper = PlanKeeper(cache: nil, workers: 2)
    let (station, target) = (variant.existingStations[0], variant.coverageTarget)
    let floor = try await keeper.floor(of: station, target: target, in: variant)
    let coverage = try #require(try await keeper.plan(variant, PlanQuestion()).terrain?.coverage)
    var seen = 0
    for row in stride(from: 0, to: floor.rows, by: 5) {
      for column in stride(from: 0, to: floor.columns, by: 5) {
        let (u, v) = ((Double(column) + 0.5) / Double(floor.columns), (Double(row) + 0.5) / Double(floor.rows))
        let (first, last) = (floor.corners[0], floor.corners[3])
        let place = Position(
          latitudeDegrees: first.latitudeDegrees + (last.latitudeDegrees - first.latitudeDegrees) * v,
          longitudeDegrees: first.longitudeDegrees + (last.longitudeDegrees - first.longitudeDegrees) * u)
        let altitudes = try coverage.altitudes(seenBy: 0, at: place, target: target)
        let ground = try #require(try coverage.region.samples(at: [place]).first).groundMetres
        let height = floor.heights[row * floor.columns + column]
        #expect((altitudes == nil) == (height == LiveFloor.notSeen))
        guard let lowest = altitudes?.lowerBound.metres else { continue }
        // Whole metres, rounded up; the place is the post's to rounding.
        #expect(abs(Double(height) - (lowest - ground) - 0.5) <= 0.51)
        seen += 1
      }
    }
    #expect(seen > 20)
    let coarse = try await keeper.floor(of: station, target: target, in: variant, posts: 4)
    #expect(coarse.step == 4 && coarse.rows <= floor.rows / 4 + 2)
  }
}

/// Says that it is over after some calls.
private final class Countdown: @unchecked Sendable {
  private let lock = NSLock()
  private var left: Int

  init(_ count: Int) { left = count }

  func isOver() -> Bool {
    lock.withLock {
      left -= 1
      return left < 0
    }
  }
}
