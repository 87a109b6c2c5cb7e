import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

@testable import Terrain

/// Tiles that overlap and give different heights.
struct ContradictionTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func found(_ terrain: Terrain) throws -> [TileContradiction] {
    try terrain.contradictions(rows: 0..<terrain.frame.rows, columns: 0..<terrain.frame.columns)
  }

  @Test func `two tiles that differ are told with the posts and the greatest difference; the first one is taken`()
    throws
  {
    // The middle two columns are in both; a void contradicts nothing, and 5 m are no contradiction.
    let a = try asciiGrid(scratch, "a", west: 0, south: 0, [[1, 10, 20], [1, 30, -9999]])
    let b = try asciiGrid(scratch, "b", west: 0.5, south: 0, [[15, 57, 2], [36, 90, 2]])
    let terrain = try Terrain.open([a, b])
    let one = try #require(try found(terrain).first)
    #expect(try found(terrain).count == 1 && one.first == a && one.second == b)
    #expect(one.shared == 3 && one.differing == 2 && one.greatestMetres == 37)
    #expect(try terrain.read(rows: 0..<2, columns: 0..<4).cells == [1, 10, 20, 2, 1, 30, 90, 2])
    // Named the other way round, the other one is taken.
    let other = try Terrain.open([b, a])
    #expect(try other.read(rows: 0..<2, columns: 0..<4).cells == [1, 15, 57, 2, 1, 36, 90, 2])
    #expect(try found(other).first?.first == b)
    // A part without the overlap has none.
    #expect(try terrain.contradictions(rows: 0..<2, columns: 0..<1).isEmpty)
  }

  @Test func `overlaps across the antimeridian count, and a single corner is left to others`() throws {
    let east = try asciiGrid(scratch, "e", west: 179, south: 0, [[1, 2], [3, 4]])
    let west = try asciiGrid(scratch, "w", west: 179.5, south: 0, [[20, 5], [40, 6]])
    let corner = try asciiGrid(scratch, "c", west: -180, south: -0.5, [[600, 7], [8, 9]])
    let terrain = try Terrain.open([east, west, corner])
    let pairs = try found(terrain)
    #expect(pairs.map(\.shared) == [2] && pairs.map(\.greatestMetres) == [36], "\(pairs)")
  }

  @Test func `random tiles are what a count over all pairs of posts finds`() throws {
    var random = SplitMix(seed: 12)
    var tiles: [(column: Int, row: Int, cells: [[Double]])] = []
    for _ in 0..<7 {
      let size = (Int(random.next(in: 3...9)), Int(random.next(in: 3...9)))
      tiles.append(
        (
          Int(random.next(in: 0...12)), Int(random.next(in: 0...12)),
          (0..<size.1).map { _ in
            (0..<size.0).map { _ in random.next(in: 0...1) < 0.1 ? -9999 : random.next(in: 0...30).rounded() }
          }
        ))
    }
    let paths = try tiles.enumerated().map { index, tile in
      try asciiGrid(
        scratch, "t\(index)", west: Double(tile.column) / 2, south: Double(-tile.row - tile.cells.count) / 2, tile.cells
      )
    }
    var expected: [TileContradiction] = []
    for a in tiles.indices {
      for b in tiles.indices where b > a {
        var pair = TileContradiction(first: paths[a], second: paths[b], shared: 0, differing: 0, greatestMetres: 0)
        var both = 0
        for row in 0..<30 {
          for column in 0..<30 {
            func height(_ tile: Int) -> Double? {
              let (r, c) = (row - tiles[tile].row, column - tiles[tile].column)
              guard tiles[tile].cells.indices.contains(r), tiles[tile].cells[r].indices.contains(c) else { return nil }
              return tiles[tile].cells[r][c]
            }
            guard let x = height(a), let y = height(b) else { continue }
            both += 1
            guard x != -9999, y != -9999 else { continue }
            pair.shared += 1
            pair.differing += abs(x - y) > 5 ? 1 : 0
            pair.greatestMetres = max(pair.greatestMetres, Float(abs(x - y)))
          }
        }
        if both > 1, pair.differing > 0 { expected.append(pair) }
      }
    }
    #expect(expected.count > 5)
    let terrain = try Terrain.open(paths)
    #expect(try found(terrain) == expected)
    #expect(
      try terrain.contradictionWarnings(rows: 0..<terrain.frame.rows, columns: 0..<terrain.frame.columns).last?.text
        == "\(expected.count - 5) more pair\(expected.count == 6 ? "" : "s") of tiles contradict each other")
  }

  @Test(.enabled(if: SharedData.has("terrain/S12W077.SRTMGL1.hgt.zip"), "needs ../shared/data/terrain"))
  func `tiles of one archive agree along their edges`() throws {
    let folder = SharedData.folder.appendingPathComponent("terrain")
    let names = ["S12W078", "S12W077", "S13W078", "S13W077"].map { "\($0).SRTMGL1.hgt.zip" }
    #expect(try found(try Terrain.open(names.map { folder.appendingPathComponent($0).path })).isEmpty)
  }
}
