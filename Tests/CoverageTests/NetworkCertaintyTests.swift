import Coverage
import Foundation
import GeoFiles
import Geodesy
import Radar
import Terrain
import TestSupport
import Testing
import Units

/// How certain it is that a place is seen.
@Suite struct NetworkCertaintyTests {
  private let heights: [Altitude] = [.aboveGround(.metres(50)), .aboveSeaLevel(.metres(700))]

  /// Hills of up to 300 m without a pattern, posts of 0.01°, with a void.
  private func hills(_ scratch: Scratch) throws -> Terrain {
    var random = SplitMix(seed: 5)
    let cells = (0..<61 * 61).map { _ in Float(random.next() % 3000) / 10 }
    return try terrain(scratch, north: -11.7, west: -75.3, step: 0.01, rows: 61, columns: 61) { row, column in
      row == 40 && column > 30 ? .nan : cells[row * 61 + column]
    }
  }

  private func coverage(
    _ terrain: Terrain, k: Double = 1.28, raised: Double = 0, targets: [Target] = [echo]
  ) throws -> TerrainCoverage {
    try TerrainCoverage.load(
      [radar(latitude: -12, longitude: -75, mast: 30, range: 40)], over: terrain, targets: targets, k: k,
      raised: .metres(raised), options: .init(quality: .exact))
  }

  @Test func `bands of no width leave the picture as it is, cell by cell`() throws {
    let scratch = try Scratch()
    let seen = try coverage(hills(scratch))
    let certainty = NetworkCertainty(
      worst: seen, median: seen, best: seen, network: [0], heights: heights, targets: [echo, echo, echo], workers: 2)
    var counts = heights.map { _ in [UInt16]() }
    let areas = NetworkAreas(of: [[0]], in: seen, heights: heights, target: echo) { block in
      for height in heights.indices { counts[height] += block.networks[0].counts[height] }
    }
    for height in heights.indices {
      for (count, kind) in zip(counts[height], certainty.classes[height].cells) {
        #expect(kind == (count == NetworkBlock.unknownCount ? 4 : count > 0 ? 1 : 0))
      }
      // Sums of the same cells in another order.
      let whole = areas.networks[0].seenByAtLeast[height][0]
      #expect((certainty.areas[height][.certain] - whole).magnitude.squareMetres <= 1e-9 * whole.squareMetres)
      #expect(certainty.areas[height][.likely] == .zero && certainty.areas[height][.doubtful] == .zero)
      #expect(certainty.areas[height][.unknown] > .zero)
    }
  }

  @Test func `what is certain is likely, what is likely is seen under the best, and nothing unknown is any of them`()
    throws
  {
    let scratch = try Scratch()
    let hills = try hills(scratch)
    let states: [(k: Double, raised: Double)] = [(1.14, 10), (1.28, 0), (1.5, -10)]
    let coverages = try states.map { try coverage(hills, k: $0.k, raised: $0.raised) }
    let certainty = NetworkCertainty(
      worst: coverages[0], median: coverages[1], best: coverages[2], network: [0], heights: heights,
      targets: [echo, echo, echo])
    func seen(_ state: Int, _ height: Int) -> [UInt16] {
      var counts: [UInt16] = []
      coverages[state].sweep(networks: [[0]], heights: heights, target: echo) { (block) throws(Never) in
        counts += block.networks[0].counts[height]
      }
      return counts
    }
    func isSeen(_ count: UInt16) -> Bool { count > 0 && count != NetworkBlock.unknownCount }
    for height in heights.indices {
      let (worst, median, best) = (seen(0, height), seen(1, height), seen(2, height))
      for (index, kind) in certainty.classes[height].cells.enumerated() {
        let states = [isSeen(worst[index]), isSeen(median[index]), isSeen(best[index])]
        switch NetworkCertainty.Class(rawValue: kind) {
        case .certain: #expect(states == [true, true, true])
        case .likely: #expect(states[1])
        case .doubtful: #expect(!states[1] && states.contains(true))
        default: #expect(!states.contains(true))
        }
        // More bending and lower ground hide nothing: this radar has no cone of silence.
        #expect((!states[0] || states[1]) && (!states[1] || states[2]))
      }
      #expect(certainty.areas[height][.likely] > .zero && certainty.areas[height][.doubtful] > .zero)
    }
  }

  @Test func `floors over an error are those over ground raised by hand, bit for bit`() throws {
    // Posts are 1.1 km apart: within 500 m of the antenna there is none but the one on which it stands. A lake at 0 m
    // counts as the sea. More than the mast's 30 m is no less.
    let (plain, other) = (try Scratch(), try Scratch())
    defer { withExtendedLifetime((plain, other)) {} }
    var random = SplitMix(seed: 8)
    let cells = (0..<61 * 61).map { _ in Float(random.next() % 3000) / 10 }
    func hills(_ scratch: Scratch, _ raised: Float) throws -> Terrain {
      try terrain(scratch, north: -11.7, west: -75.3, step: 0.01, rows: 61, columns: 61) { row, column in
        if row == 40, column > 30 { return .nan }
        if (20..<24).contains(row), column < 20 { return 0 }
        let height = cells[row * 61 + column]
        return height == 0 || (row == 30 && column == 30) ? height : height + raised
      }
    }
    for error in [8.0, -8, 50] {
      let floor = try coverage(hills(plain, 0), raised: error).floors[0]
      let expected = try coverage(hills(other, Float(error))).floors[0]
      #expect(floor.antennaAltitude == expected.antennaAltitude)
      #expect(zip(floor.grid.cells, expected.grid.cells).allSatisfy { $0 == $1 || $0.isNaN && $1.isNaN }, "\(error) m")
    }
  }

  @Test func `heights above ground still count from the ground of the files`() throws {
    let scratch = try Scratch()
    defer { withExtendedLifetime(scratch) {} }
    let flat = try terrain(scratch, north: -11.7, west: -75.3, step: 0.01, rows: 61, columns: 61) { _, _ in 100 }
    // Ground that is 20 m higher hides what flies 15 m above the files' ground, and not what flies 60 m above it.
    let seen = try coverage(flat, k: 1e6, raised: 20)
    let place = Position(latitudeDegrees: -12, longitudeDegrees: -74.9)
    let lowest = try #require(try seen.altitudes(seenBy: 0, at: place, target: echo)).lowerBound.metres
    #expect(lowest >= 120 - 1e-3 && lowest < 121)
    let ground = try seen.region.samples(at: [place])[0].groundMetres
    #expect(ground == 100)
  }

  @Test func `over a plain the raised floor is that of a wall raised by as much`() throws {
    let scratch = try Scratch()
    func wall(_ height: Float) throws -> Terrain {
      try terrain(scratch, north: -11.7, west: -75.3, step: 0.01, rows: 61, columns: 61) { _, column in
        column == 40 ? height : 0
      }
    }
    // Behind the wall the floor is the ray over its top. So large a factor leaves no bulge.
    let place = Position(latitudeDegrees: -12, longitudeDegrees: -74.75)
    func lowest(_ terrain: Terrain, _ raised: Double) throws -> Double {
      try #require(
        try coverage(terrain, k: 1e6, raised: raised).altitudes(seenBy: 0, at: place, target: echo)
      ).lowerBound.metres
    }
    // Floats of a few hundred metres.
    #expect(abs(try lowest(wall(200), 10) - lowest(wall(210), 0)) < 1e-3)
    #expect(abs(try lowest(wall(200), -10) - lowest(wall(190), 0)) < 1e-3)
  }
}
