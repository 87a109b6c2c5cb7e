import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Planning
import Radar
import Response
import Scenario
import ScenarioFiles
import Terrain
import TestSupport
import Testing
import Units

/// A border in the east, two strips, a radar that sees both from 4 km of range up, and two free sites.
private func scenario(
  _ scratch: Scratch, terrain: String = "", border: Bool = true, type: String = "", site: String = "",
  strip: String = ""
) throws -> Scenario {
  try scratch.file(
    "border.geojson",
    """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"LineString",
    "coordinates":[[-73,-13.2],[-73,-12.4],[-73,-11.6],[-73,-10.8]]}}]}
    """)
  try scratch.file(
    "scenario.yaml",
    """
    atalaya: 1
    name: Test
    currency: USD
    ground_elevation: 0 m
    alert: { confirmation: 30 s, decision: 5 min }
    \(terrain)
    layers:
      radar_types:
        - { id: short, kind: primary, instrumented_range: 60 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 200 m, price: USD 4M }
        - { id: tiny, kind: primary, instrumented_range: 20 km, detection_range: 20 km, reference_rcs: 1 m², antenna_height: 200 m, price: USD 2M }
        \(type)
      sites:
        - { id: west, position: "-12, -74.5", elevation: 0 m, radar: short }
        - { id: at-t, position: "-11.2, -74.0", elevation: 0 m }
        - { id: nowhere, position: "-13.1, -73.2", elevation: 0 m }
        \(site)
      aircraft:
        - { id: c, kind: aeroplane, cruise: 180 km/h, rcs: 1 m² }
      strips:
        - { id: s, position: "-12, -74.6", elevation: 0 m }
        - { id: t, position: "-11.2, -74.0", elevation: 0 m }
        \(strip)
      \(border ? "border: border.geojson" : "")
    """)
  return try Scenario.load(folder: scratch.path)
}

/// Ground distance at which a radar of 60 km of slant range 200 m up sees an aircraft at 1000 m: over 60 km the Earth's
/// bulge changes the 60 km by less than a metre per 800 m of height.
private let reach = (60_000.0 * 60_000 - 800 * 800).squareRoot()

@Suite struct LeakTests {
  @Test func `from within a disc the nearest way out is seen, around it nothing`() async throws {
    let scenario = try scenario(try Scratch())
    let question = LeakQuestion(of: scenario, heights: [.aboveGround(.metres(1000))], step: .kilometres(2))
    let leak = try await Leak.run(scenario, question)
    let (s, t) = (leak.entries[0], leak.entries[1])
    let radar = Position(latitudeDegrees: -12, longitudeDegrees: -74.5)
    let inside = reach - Ellipsoid.wgs84.distance(from: radar, to: s.strip.position).metres
    let exposure = try #require(s.exposure?.metres)
    // The centre of the strip's cell of 2 km is up to 1.4 km off, and the cells of the edge count whole: 1 km.
    #expect(abs(exposure - inside) < 2400)
    // All of a cell is seen up to half a diagonal from the edge, and cells of the edge count whole.
    let bound = try #require(s.bound?.metres)
    #expect(bound <= exposure && bound > inside - 2400 - 2400)
    let way = try #require(s.way)
    // No way is seen on less than the shortest way out, and this one is the best over the grid.
    #expect(way.seen.metres > inside - 201 && way.seen.metres < inside * 1.0132 + 2400)
    #expect(way.radars == ["west"] && way.seenByTwo == .zero)
    // Out through the west, and around the disc: at least to its top and from there to the border.
    #expect(way.length.metres > 60_000 + 110_000)
    let first = try #require(way.firstSeenBefore)
    #expect(abs(first.metres - way.seen.metres) < 400)
    // 30 s at 240 km/h are 2 km, rounded up to the end of a sample of at most 0.2 km: never tracked sooner. A micrometre is
    // the rounding of sums over 170 km.
    let tracked = try #require(way.trackedBefore)
    #expect((2000 - 1e-6...2200).contains((first - tracked).metres), "\(first.metres) \(tracked.metres)")

    #expect(t.exposure == .zero && t.bound == .zero && t.way?.seen == .zero && t.way?.firstSeen == nil)
    let straight = Ellipsoid.wgs84.distance(
      from: t.strip.position, to: Position(latitudeDegrees: -11.2, longitudeDegrees: -73)
    ).metres
    #expect(abs((t.way?.length.metres ?? 0) - straight) < 0.0131 * straight + 2400)
    #expect(leak.worst?.strip.id == "t" && leak.origin == .border && leak.isSmooth)
  }

  @Test func `an option gains what its disc lays around a strip`() async throws {
    let scenario = try scenario(try Scratch())
    let options = scenario.siteOptions
    #expect(options.map(\.id) == ["at-t/short", "at-t/tiny", "nowhere/short", "nowhere/tiny"])
    let question = LeakQuestion(
      of: scenario, heights: [.aboveGround(.metres(1000))], step: .kilometres(3), options: options)
    let leak = try await Leak.run(scenario, question)
    #expect(leak.closures.map(\.option.id) == ["at-t/short", "at-t/tiny", "nowhere/tiny", "nowhere/short"])
    let today = try #require(leak.entries[0].exposure)
    // Around t now lie 60 km: s, with its 49 km, becomes the worst.
    #expect(abs(leak.closures[0].worstGain.metres - today.metres) < 1)
    #expect(abs((leak.closures[0].exposures[1]?.metres ?? 0) - reach) < 3700)
    // 20 km of slant range. Cells of 3 km: 2.1 km to the centre and 1.5 km of the edge.
    let tiny = (20_000.0 * 20_000 - 800 * 800).squareRoot()
    #expect(abs(leak.closures[1].worstGain.metres - tiny) < 3700)
    #expect(abs(leak.closures[1].meanGain.metres - leak.closures[1].worstGain.metres / 2) < 1)
    #expect(leak.closures[2].worstGain == .zero && leak.closures[2].stripsGained == 0)
    // Bought, an option is what it was said to be.
    var bought = question
    bought.options = []
    bought.purchase = Scenario.Purchase(
      id: "p", name: "p", budget: nil, items: [.init(site: options[0].site, type: options[0].type)])
    let after = try await Leak.run(scenario, bought)
    for (entry, expected) in zip(after.entries, leak.closures[0].exposures) {
      // The box is another, and with it the cells.
      #expect(abs((entry.exposure?.metres ?? 0) - (expected?.metres ?? 0)) < 3700)
    }
  }

  @Test func `while strips can be reached unseen, the radar that leaves fewer of them comes first`() async throws {
    // Two strips that nobody sees. Of 5 km around one of them; or 60 km more beyond the one that is seen, which must then
    // be left past two discs: that gains more on the mean, and leaves both unseen.
    let scenario = try scenario(
      try Scratch(),
      type:
        "- { id: spot, kind: primary, instrumented_range: 5 km, detection_range: 5 km, reference_rcs: 1 m², antenna_height: 200 m, price: USD 1M }",
      site: #"- { id: behind, position: "-12, -75.1", elevation: 0 m }"#,
      strip: #"- { id: u, position: "-13.1, -73.2", elevation: 0 m }"#)
    let options = scenario.siteOptions.filter { ["at-t/spot", "behind/short"].contains($0.id) }
    let leak = try await Leak.run(
      scenario,
      LeakQuestion(of: scenario, heights: [.aboveGround(.metres(1000))], step: .kilometres(2), options: options))
    #expect(leak.entries.map { $0.exposure == .zero } == [false, true, true])
    #expect(leak.closures.map(\.option.id) == ["at-t/spot", "behind/short"])
    #expect(leak.closures.map(\.stripsUnseen) == [1, 2])
    #expect(leak.closures.allSatisfy { $0.worstGain == .zero })
    #expect(leak.closures[0].meanGain < leak.closures[1].meanGain)
  }

  @Test func `one worker and three give the same`() async throws {
    let scenario = try scenario(try Scratch())
    let question = LeakQuestion(
      of: scenario, heights: [.aboveGround(.metres(300)), .aboveSeaLevel(.metres(1000))], step: .kilometres(3),
      options: scenario.siteOptions)
    let one = try await Leak.run(scenario, question, workers: 1)
    let three = try await Leak.run(scenario, question, workers: 3)
    #expect(one.entries.map(\.exposure) == three.entries.map(\.exposure))
    #expect(one.entries.map(\.way) == three.entries.map(\.way))
    #expect(one.closures.map(\.option.id) == three.closures.map(\.option.id))
    #expect(one.closures.map(\.exposures) == three.closures.map(\.exposures))
  }

  @Test func `of several heights the least seen counts, one below the ground does not, and none is above the ceiling`()
    async throws
  {
    let scenario = try scenario(try Scratch())
    func exposure(_ heights: [Altitude], ceiling: Length? = nil) async throws -> Double? {
      try await Leak.run(
        scenario, LeakQuestion(of: scenario, heights: heights, ceiling: ceiling, step: .kilometres(3))
      ).entries[0].exposure?.metres
    }
    let high = try #require(try await exposure([.aboveGround(.metres(1000))]))
    // An antenna at 200 m sees the ground to √(2 · 8495 km · 0.2 km) = 58 km, 1000 m above it to its range of 60 km.
    let both = try #require(try await exposure([.aboveGround(.metres(1000)), .aboveGround(.zero)]))
    #expect(both < high)
    #expect(try await exposure([.aboveGround(.metres(1000)), .aboveSeaLevel(.metres(-10))]) == high)
    let low = try #require(try await exposure([.aboveGround(.zero)]))
    let under = try #require(
      try await exposure([.aboveGround(.metres(1000)), .aboveGround(.zero)], ceiling: .metres(500)))
    // The box depends on the heights, and with it where the cells of 3 km lie.
    #expect(abs(low - under) < 3700)
    // At a ceiling on the ground every height is flown there.
    let ground = try #require(try await exposure([.aboveGround(.metres(1000))], ceiling: .zero))
    #expect(abs(low - ground) < 3700)
    #expect(try await exposure([.aboveSeaLevel(.metres(-10))]) == nil)
  }

  @Test func `over flat terrain it is as over a smooth Earth, and over the unknown nothing is seen`() async throws {
    let scratch = try Scratch()
    func write(_ height: (_ longitude: Double) -> Float) throws {
      let frame = GridFrame(
        columns: 401, rows: 301, firstX: -76, firstY: -10.6, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
      let cells = (0..<301).flatMap { _ in (0..<401).map { height(-76 + 0.01 * Double($0)) } }
      try RasterWriter.write(
        Grid(frame: frame, cells: cells), to: scratch.path("dem.tif"), options: .init(noData: .nan))
    }
    try write { _ in 0 }
    let flat = try scenario(scratch, terrain: "terrain: dem.tif")
    let heights = [Altitude.aboveGround(.metres(1000))]
    let smooth = try scenario(try Scratch())
    let expected = try await Leak.run(smooth, LeakQuestion(of: smooth, heights: heights, step: .kilometres(3)))
    let question = LeakQuestion(of: flat, heights: heights, step: .kilometres(3))
    let found = try await Leak.run(flat, question)
    #expect(!found.isSmooth)
    for (a, b) in zip(found.entries, expected.entries) {
      // Cells of 3 km count by ninths over terrain and by their centres over a smooth Earth.
      #expect(abs((a.exposure?.metres ?? 0) - (b.exposure?.metres ?? 0)) < 3000)
      #expect((a.bound ?? .zero) <= (a.exposure ?? .zero))
    }
    // A void from south to north, from the west of the strip to beyond the disc: the radar's sight ends there.
    try write { $0 < -74.65 ? .nan : 0 }
    let torn = try scenario(scratch, terrain: "terrain: dem.tif")
    var open = question
    open.unknown = .open
    let hidden = try await Leak.run(torn, open)
    let known = 0.05 * 111_320 * cos(12 * .pi / 180)
    // The strip's cell of 3 km has its centre up to 2.1 km off, and those at the void count by thirds.
    #expect(abs((hidden.entries[0].exposure?.metres ?? 0) - known) < 3200)
    #expect(hidden.warnings.contains { $0.code == .unknownGround })
    let through = try #require(hidden.entries[0].way)
    // North along the void for 58 km, then east over known ground to the border.
    #expect(through.unknownShare > 0.1 && through.unknown < through.length)

    // By default unknown ground is closed: the strip is left to the north or south, at the void's edge.
    let closed = try await Leak.run(torn, question)
    #expect(closed.question.unknown == .closed && closed.behindUnknown.isEmpty)
    let east = 0.15 * 111_320 * cos(12 * .pi / 180)
    let out = (reach * reach - east * east).squareRoot()
    // The strip's cell has its centre up to 2.1 km off, and cells at void and disc count by thirds.
    #expect(abs((closed.entries[0].exposure?.metres ?? 0) - out) < 3200 + 2100)
    // Between the places that are looked at in a cell, 1 km apart, posts may lie beside the void.
    #expect(closed.entries.allSatisfy { $0.way.map { $0.unknownShare < 0.02 } == true })
    // With the void also between the strips and the border nothing is told of any of them.
    try write { $0 < -74.65 || abs($0 + 73.5) < 0.05 ? .nan : 0 }
    let island = try scenario(scratch, terrain: "terrain: dem.tif")
    let cut = try await Leak.run(island, question)
    #expect(cut.behindUnknown.map(\.id) == ["s", "t"] && cut.worst == nil)
    #expect(cut.entries.allSatisfy { $0.exposure == nil && $0.bound == nil && $0.way == nil })
    open.options = []
    #expect(try await Leak.run(island, open).entries.allSatisfy { $0.exposure != nil && !$0.isBehindUnknown })
    let keyed = try scenario(scratch, terrain: "terrain: dem.tif\nways_over_unknown: open")
    #expect(LeakQuestion(of: keyed).unknown == .open && LeakQuestion(of: island).unknown == .closed)

    // Without a border ways begin at the edge of the terrain: that of the void is nearest, and closes nothing off.
    try write { $0 < -74.65 ? .nan : 0 }
    let inland = try await Leak.run(
      try scenario(scratch, terrain: "terrain: dem.tif", border: false), question)
    #expect(inland.origin == .terrainEdge && inland.behindUnknown.isEmpty)
    #expect((inland.entries[0].exposure?.metres ?? .infinity) < known + 3200)
  }

  @Test func `a scenario without strips is refused, one without radars leaks`() async throws {
    var scenario = try scenario(try Scratch())
    scenario.sites = scenario.sites.filter { $0.radar == nil }
    let leak = try await Leak.run(scenario, LeakQuestion(of: scenario, step: .kilometres(5)))
    #expect(leak.entries.allSatisfy { $0.exposure == .zero && $0.bound == .zero && $0.way?.radars.isEmpty == true })
    scenario.strips = []
    await #expect(throws: LeakError.self) { try await Leak.run(scenario, LeakQuestion(of: scenario)) }
  }
}
