import Coverage
import Foundation
import GeoFiles
import Geodesy
import Radar
import TestSupport
import Testing
import Units

struct RadarReachTests {
  /// Flat but for a wall to the east, with a radar in the middle that is blind to the south.
  private func look(_ scratch: Scratch, sectors: [AzimuthSector] = []) throws -> (NetworkAreas, RadarStation) {
    let one = radar(latitude: -11.5, longitude: -75.5, sectors: sectors)
    let ground = try terrain(scratch, north: -10.8, west: -76.2, step: 0.01, rows: 141, columns: 141) { row, column in
      column == 90 && (40...100).contains(row) ? 2500 : 100
    }
    let coverage = try TerrainCoverage.load([one], over: ground, targets: [echo])
    let areas = NetworkAreas(
      of: [[0]], in: coverage, heights: [.aboveGround(.metres(500)), .aboveGround(.metres(-50))], target: echo
    ) { (_: NetworkBlock) in }
    return (areas, one)
  }

  @Test func `the reach is the range over flat ground, the wall behind it and nothing in a blind sector`() throws {
    let blind = AzimuthSector(begin: .degrees(150.2), end: .degrees(210.2))
    let (areas, _) = try look(try Scratch(), sectors: [blind])
    let reach = areas.reaches[0][0]
    // At 500 m a radar of 20 m sees farther than its 60 km; a degree is as wide there as posts are apart, 1.1 km, so that the
    // farthest post in it may lie some posts nearer.
    for azimuth in [0, 30, 225, 250, 270, 320] { #expect((55_000...60_000).contains(reach.metres[azimuth])) }
    // The wall stands 21.8 km east, 22 km to either side, and is seen itself on top alone: 500 m above 2500 m.
    for azimuth in [80, 90, 100] { #expect((19_000...23_000).contains(reach.metres[azimuth])) }
    for azimuth in 151...209 { #expect(reach.metres[azimuth] == 0) }
    #expect((58_000...60_000).contains(reach.farthest.metres))
    #expect(reach.median == .metres((reach.metres.sorted()[179] + reach.metres.sorted()[180]) / 2))
    // Below the ground nothing is seen.
    #expect(areas.reaches[1][0].farthest == .zero)
  }

  @Test func `the outline holds what is seen, and over flat ground no more`() throws {
    let (areas, one) = try look(try Scratch())
    let reach = areas.reaches[0][0]
    let outline = PolygonOverlay.area(of: try reach.outline(around: one.position))
    // A post or two less at the edges: 1.1 to 2.2 km of 60 km on both sides.
    #expect(abs(outline / areas.stations[0][0] - 1) < 0.07)
    #expect(areas.stations[1][0] == .zero)
    #expect(try areas.reaches[1][0].outline(around: one.position).isEmpty)
  }
}
