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

/// A base at 75.4° W, strips east of it, a radar beyond, and terrain from 76.3° to 73.5° W.
/// - Parameters:
///   - keys: Of scenario.yaml, besides those it has.
///   - layers: Beside those it has.
///   - aircraft: More of the helicopter, each figure after a comma.
///   - height: Metres by row, from 11.25° S, and column, each a hundredth of a degree.
private func scenario(
  _ scratch: Scratch, keys: String = "routing: {}\n", layers: String = "", aircraft: String = "",
  flight: String = "", _ height: (_ row: Int, _ column: Int) -> Float
) throws -> Scenario {
  let frame = GridFrame(
    columns: 281, rows: 151, firstX: -76.3, firstY: -11.25, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
  var cells: [Float] = []
  for row in 0..<151 { for column in 0..<281 { cells.append(height(row, column)) } }
  try RasterWriter.write(
    Grid(frame: frame, cells: cells), to: scratch.path("terrain.tif"), options: .init(noData: .nan))
  try scratch.file(
    "scenario.yaml",
    """
    atalaya: 1
    name: Test
    terrain: terrain.tif
    alert: { confirmation: 30 s, decision: 1 min }
    \(keys)layers:
      radar_types:
        - { id: t, kind: primary, instrumented_range: 120 km, detection_range: 120 km, reference_rcs: 1 m², antenna_height: 30 m }
      sites:
        - { id: east, position: "-12.05, -74.9", elevation: 500 m, radar: t }
      aircraft:
        - { id: c, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
        - { id: h, kind: helicopter, cruise: 220 km/h, departure_allowance: 2 min, landing_allowance: 2 min\(aircraft) }
      bases:
        - { id: b, position: "-12.1, -75.4" }
      assets:
        - { base: b, aircraft: h, readiness_day: 5 min, readiness_night: 20 min }
      strips:
        - { id: s, position: "-12.05, -75.2" }
        - { id: far, position: "-12.4, -74.3" }
    \(layers)\(flight)
    """)
  return try Scenario.load(folder: scratch.path)
}

/// Hills and two ranges of mountains with passes.
private func hills(_ row: Int, _ column: Int) -> Float {
  let (y, x) = (Double(row) / 10, Double(column) / 10)
  let range = 2600 * exp(-pow(x - 10.3 - 0.6 * sin(y), 2) * 4) * (0.75 + 0.25 * cos(y * 1.7))
  return Float(600 + 150 * sin(x * 2.3) * cos(y * 1.9) + range)
}

/// A wall at 75.3° W that nobody crosses, open north of 11.55° S.
private func wall(_ row: Int, _ column: Int) -> Float { (99...101).contains(column) && row > 30 ? 9000 : 500 }

private func response(_ scenario: Scenario, _ strip: Int = 0, at time: Duration? = nil) -> ResponseTime {
  ResponseTime(
    asset: scenario.assets[0], strip: scenario.strips[strip], period: .day, onScene: scenario.onSceneTime, at: time)
}

/// A layer file of one polygon: a rectangle by longitude and latitude.
private func area(
  _ scratch: Scratch, west: Double, south: Double, east: Double, north: Double, properties: String = ""
) throws -> String {
  let ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
  let corners = ring.map { "[\($0.0), \($0.1)]" }.joined(separator: ", ")
  try scratch.file(
    "areas.geojson",
    """
    {"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {\(properties)},
    "geometry": {"type": "Polygon", "coordinates": [[\(corners)]]}}]}
    """)
  return "  restricted_areas: areas.geojson\n"
}

@Suite struct RoutedPlanTests {
  @Test func `a plan's routes are as fast as those that are looked for one by one, and none is faster than can be`()
    async throws
  {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let scenario = try scenario(scratch, hills)
    let terrain = try #require(scenario.terrain)
    let plan = try await Plan.run(scenario, parts: .responses)
    #expect(plan.responses.count == 4)
    for response in plan.responses {
      let routed = try #require(response.routed)
      for (route, isBack) in [(routed.out, false), (routed.back, true)] {
        let route = try #require(route)
        let ends = [scenario.bases[0].position, response.strip.position]
        let (aircraft, _) = try RouteAircraft.of(response.asset.aircraft, by: response.period)
        let single = try Route.find(from: ends[isBack ? 1 : 0], to: ends[isBack ? 0 : 1], aircraft, over: terrain)
        #expect(route.time >= single.leastTime - .milliseconds(1))
        // A plan looks on one grid, a single route on ever finer ones: a percent apart.
        #expect(route.time <= single.time * 1.01)
      }
      #expect(response.cruise == routed.cruise && response.cruiseBack == routed.cruiseBack)
      let straight = try #require(response.straightCruise)
      #expect(response.cruise >= straight - .milliseconds(20))
    }
  }

  @Test func `over flat open ground in still air a route is the straight line, and counts the same`() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let straight = try scenario(scratch, keys: "") { _, _ in 500 }
    #expect(straight.routing == nil)
    let routed = try scenario(scratch) { _, _ in 500 }
    for index in 0..<2 {
      let (a, b) = (response(straight, index), response(routed, index))
      #expect(a.routed == nil && a.straightCruise == nil && b.routed != nil)
      #expect(b.straightCruise == a.cruise)
      // Start, climb-out and landing are in the allowances, and are not counted again.
      #expect(abs((b.cruise - a.cruise).inSeconds) < 0.02)
      #expect(abs((b.wayBack - a.wayBack).inSeconds) < 0.02)
      #expect(a.obstacles == b.obstacles)
    }
  }

  @Test func `a wall between base and strip makes an asset too late`() async throws {
    let flight = """
        routes:
          - { id: r, points: ["-12.0, -74.2", "-12.05, -75.2"] }
        flights:
          - { id: f, aircraft: c, strip: s, inbound: r, altitude: 400 m AGL, ground_time: 10 min, landing: "10:00" }

      """
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let straight = try await Plan.run(try scenario(scratch, keys: "", flight: flight, wall))
    let routed = try await Plan.run(try scenario(scratch, flight: flight, wall))
    #expect(
      straight.flights[0].windows[0].verdict == .onGround || straight.flights[0].windows[0].verdict == .beforeLanding)
    let window = routed.flights[0].windows[0]
    #expect(window.verdict != .onGround && window.verdict != .beforeLanding)
    // North through the gap at 11.55° S and back: 61 km more to each side, as 110.6 km to the degree has it.
    let response = try #require(window.response)
    let north = 0.55 * 110.6
    let detour = hypot(10.9, north) + hypot(10.9, north - 5.5)
    let flown = try #require(response.routed?.out?.distance.kilometres)
    #expect(abs(flown / detour - 1) < 0.04)
    #expect(response.cruise.inSeconds > flown / 220 * 3600 - 1)
    // What asks how far out flights must be seen takes the same time.
    let chain = try #require(routed.requiredDetections.first { $0.period == .day }?.chain)
    #expect(chain == .seconds(30) + .minutes(1) + (response.total ?? .zero))
  }

  @Test func `an area is kept out of at its hours`() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let layer = try area(
      scratch, west: -75.35, south: -12.6, east: -75.25, north: -11.7,
      properties: #""begin": "06:00", "end": "09:30""#)
    let scenario = try scenario(scratch, layers: layer) { _, _ in 500 }
    let (closed, open) = (response(scenario, at: .hours(7)), response(scenario, at: .hours(12)))
    #expect(abs((open.cruise - (open.straightCruise ?? .zero)).inSeconds) < 0.02)
    // Around its north: 35 to 40 km to each side, in place of 22 km in all.
    #expect(try #require(closed.routed?.out?.distance.kilometres) > 75)
    #expect(closed.isReachable && closed.cruise > open.cruise * 3)
    // The flight begins five and two minutes after the order; across midnight times go on.
    #expect(response(scenario, at: .hours(31)).cruise == closed.cruise)
  }

  @Test func `fuel that is short on the way back only keeps an asset away`() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    // It closes while the aircraft stands at the strip; an hour is enough for the straight way, there and back.
    let layer = try area(
      scratch, west: -75.35, south: -12.6, east: -75.25, north: -11.7,
      properties: #""begin": "12:50", "end": "16:00""#)
    let scenario = try scenario(
      scratch, keys: "routing: {}\non_scene_time: 60 min\n", layers: layer,
      aircraft: ", endurance: 90 min, reserve: 5 min"
    ) { _, _ in 500 }
    let late = response(scenario, at: .hours(12))
    let routed = try #require(late.routed)
    #expect(abs((late.cruise - (late.straightCruise ?? .zero)).inSeconds) < 0.02)
    #expect(try #require(routed.cruiseBack) > late.cruise * 3)
    guard case .endurance(let needed, let available)? = late.obstacles.first, late.obstacles.count == 1 else {
      Issue.record("\(late.obstacles)")
      return
    }
    #expect(available == .minutes(85))
    #expect(needed == late.block + .hours(1) + late.wayBack)
    #expect(response(scenario, at: .hours(17)).isReachable)
  }

  @Test func `where there is no legal way the reason is told`() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    func faults(_ scenario: Scenario) -> [ResponseTime.Obstacle] { response(scenario).obstacles }
    // An area around the base, and one that encloses it.
    let around = try area(scratch, west: -75.45, south: -12.15, east: -75.35, north: -12.05)
    #expect(faults(try scenario(scratch, layers: around) { _, _ in 500 }) == [.noRoute(.insideArea, isBack: false)])
    // Unknown ground at the base is not flown from.
    let void = try scenario(scratch) { row, column in abs(column - 90) < 4 && abs(row - 85) < 4 ? .nan : 500 }
    #expect(faults(void) == [.noRoute(.unknownGround, isBack: false)])
    // A strip on ground above the ceiling; none states its elevation.
    let high = try scenario(scratch, aircraft: ", ceiling: 2500 m") { _, column in column > 105 ? 3000 : 500 }
    #expect(faults(high) == [.noRoute(.aboveCeiling, isBack: false)])
    // A wall without a gap.
    let closed = try scenario(scratch) { _, column in (99...101).contains(column) ? 9000 : 500 }
    #expect(faults(closed) == [.noRoute(.closed, isBack: false)])
    #expect(response(closed).total == nil)
    // A wind faster than the aircraft: the straight line shows it, and no route is looked for.
    let storm = try scenario(scratch, keys: "routing: {}\nweather: { wind: 180/140kt }\n") { _, _ in 500 }
    #expect(response(storm).routed == nil && !response(storm).isReachable)
  }

  @Test func `routes are the same bits for any number of workers`() async throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    var seen: [[RoutedFlight?]] = []
    for workers in [1, 3] {
      // Each scenario has a book of its own.
      let plan = try await Plan.run(try scenario(scratch, hills), parts: .responses, workers: workers)
      seen.append(plan.responses.map(\.routed))
    }
    #expect(seen[0] == seen[1])
  }

  @Test func `routes that were kept are the same bits, damaged ones are looked for again, and others are others`()
    throws
  {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let bare = try scenario(scratch, hills)
    let cache = FloorCache(folder: scratch.path("cache"))
    func flights(_ scenario: Scenario) -> [RoutedFlight?] { [0, 1].map { response(scenario, $0).routed } }
    func load() throws -> Scenario { try Scenario.load(folder: scratch.path, cache: cache) }
    let expected = flights(bare)
    #expect(expected.allSatisfy { $0?.back != nil })
    #expect(flights(try load()) == expected)
    // There and back to two strips.
    let manager = FileManager.default
    let files = try manager.contentsOfDirectory(atPath: cache.folder).filter { $0.hasSuffix(".floor") }
      .map { URL(fileURLWithPath: cache.folder).appendingPathComponent($0) }
    #expect(files.count == 4)
    let kept = try files.map { try Data(contentsOf: $0) }
    // What is read is marked as used.
    for file in files {
      try manager.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1e6)], ofItemAtPath: file.path)
    }
    #expect(flights(try load()) == expected)
    for file in files {
      let used = try manager.attributesOfItem(atPath: file.path)[.modificationDate] as? Date
      #expect(try #require(used) > Date(timeIntervalSince1970: 2e6))
    }
    // A changed bit, a file that ends early, an empty one and one of something else.
    for (index, file) in files.enumerated() {
      var bytes = kept[index]
      switch index {
      case 0: bytes[bytes.count - 9] ^= 1
      case 1: bytes.removeLast(8)
      case 2: bytes = Data()
      default: bytes = Data("something else".utf8)
      }
      try bytes.write(to: file)
    }
    #expect(flights(try load()) == expected)
    #expect(try files.map { try Data(contentsOf: $0) } == kept)
    // More height above the ground is another route.
    let keys = "routing: { clearance: 700 m }\n"
    let higher = flights(try scenario(scratch, keys: keys, hills))
    #expect(higher != expected)
    #expect(flights(try load()) == higher)
  }
}
