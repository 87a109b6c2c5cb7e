import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

/// The surface of ground with something on it, post by post.
@Suite struct GroundCoverTests {
  /// Six by six posts of 0.01°, the north-west one at 10° S, 70° W; ground of 100 m plus its row and column.
  private func ground(_ scratch: Scratch, _ name: String = "dem.tif", _ reading: TerrainReading = TerrainReading())
    throws -> Terrain
  {
    let frame = GridFrame(
      columns: 6, rows: 6, firstX: -70, firstY: -10, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
    let cells = (0..<36).map { Float(100 + $0 / 6 * 10 + $0 % 6) }
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: scratch.path(name), options: .init(noData: .nan))
    return try Terrain.open([scratch.path(name)], reading: reading)
  }

  private func raster(
    _ scratch: Scratch, columns: Int, rows: Int, x: Double, y: Double, step: Double, crs: String = "EPSG:4326",
    _ height: (_ row: Int, _ column: Int) -> Float
  ) throws -> CoverRaster {
    let frame = GridFrame(columns: columns, rows: rows, firstX: x, firstY: y, stepX: step, stepY: -step, crs: crs)
    let cells = (0..<rows * columns).map { height($0 / columns, $0 % columns) }
    let path = scratch.path("chm.tif")
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: path, options: .init(isForced: true, noData: .nan))
    return try CoverRaster(path: path)
  }

  /// The heights on the ground, row by row; NaN where unknown.
  private func heights(_ cover: GroundCover, on terrain: Terrain) throws -> [Float] {
    let bare = try terrain.read(rows: 0..<6, columns: 0..<6)
    let surface = try terrain.covered(by: cover).surface(rows: 0..<6, columns: 0..<6)
    #expect(try terrain.covered(by: cover).read(rows: 0..<6, columns: 0..<6) == bare)
    return zip(surface.cells, bare.cells).map { $0 - $1 }
  }

  private func cover(_ height: Double?, clearings: [Position] = []) -> GroundCover {
    GroundCover(height: height.map { .metres($0) }, clearing: .metres(1200), clearings: clearings)
  }

  @Test func `within a clearing and around the cell of its middle the ground is bare`() throws {
    let scratch = try Scratch()
    // On the post of row 2 and column 2: its neighbours are 1.1 km away, those across 1.55 km.
    let post = Position(latitudeDegrees: -10.02, longitudeDegrees: -69.98)
    let found = try heights(cover(25, clearings: [post]), on: ground(scratch))
    let clear: Set = [14, 8, 20, 13, 15]
    #expect(found.indices.allSatisfy { found[$0] == (clear.contains($0) ? 0 : 25) })
    // Between four posts, in a clearing too small to hold any of them.
    var small = cover(25, clearings: [Position(latitudeDegrees: -10.025, longitudeDegrees: -69.975)])
    small.clearing = .metres(10)
    let own = try heights(small, on: ground(scratch))
    #expect(own.indices.filter { own[$0] == 0 } == [14, 15, 20, 21])
  }

  @Test func `areas have their own height, the highest where they overlap`() throws {
    let scratch = try Scratch()
    func box(_ rows: ClosedRange<Double>, _ columns: ClosedRange<Double>, _ height: Double) -> GroundCover.Area {
      func corner(_ row: Double, _ column: Double) -> Position {
        Position(latitudeDegrees: -10 - row * 0.01, longitudeDegrees: -70 + column * 0.01)
      }
      return GroundCover.Area(
        polygons: [
          [
            [
              corner(rows.lowerBound, columns.lowerBound), corner(rows.lowerBound, columns.upperBound),
              corner(rows.upperBound, columns.upperBound), corner(rows.upperBound, columns.lowerBound),
              corner(rows.lowerBound, columns.lowerBound),
            ]
          ]
        ], height: .metres(height))
    }
    var cover = cover(3)
    // Rows 1 to 3 of columns 0 to 2, and rows 3 to 4 of columns 2 to 5; a lake that no figure covers.
    cover.areas = [box(0.5...3.5, -1...2.5, 30), box(2.5...4.5, 1.5...9, 12), box(4.6...5.4, 4.6...5.4, 0)]
    let found = try heights(cover, on: ground(scratch))
    for index in found.indices {
      let (row, column) = (index / 6, index % 6)
      let expected: Float =
        (1...3).contains(row) && column <= 2
        ? 30 : (3...4).contains(row) && column >= 2 ? 12 : (row, column) == (5, 5) ? 0 : 3
      #expect(found[index] == expected, "row \(row), column \(column)")
    }
  }

  @Test func `a raster on the same grid is taken post by post, and its voids are unknown or at the height`() throws {
    let scratch = try Scratch()
    var cover = cover(nil)
    cover.raster = try raster(scratch, columns: 6, rows: 6, x: -70, y: -10, step: 0.01) { row, column in
      (row, column) == (2, 3)
        ? .nan : (row, column) == (0, 0) ? -2 : (row, column) == (1, 1) ? 5000 : Float(row + column)
    }
    for height in [nil, 17.0] {
      cover.height = height.map { .metres($0) }
      let found = try heights(cover, on: ground(scratch))
      for index in found.indices {
        let (row, column) = (index / 6, index % 6)
        guard (row, column) != (2, 3), (row, column) != (1, 1) else {
          // A void, and what stands on no ground of the Earth.
          #expect(height.map { found[index] == Float($0) } ?? found[index].isNaN)
          continue
        }
        #expect(found[index] == (index == 0 ? 0 : Float(row + column)))
      }
    }
  }

  @Test func `a finer raster gives the highest of a post’s own cell, a coarser one the cell around it`() throws {
    let scratch = try Scratch()
    var cover = cover(nil)
    // Four by four cells for each post, of which one holds a tree.
    cover.raster = try raster(
      scratch, columns: 24, rows: 24, x: -70.00375, y: -9.99625, step: 0.0025
    ) { row, column in (row % 4, column % 4) == (3, 1) ? Float(10 + row / 4 + column / 4) : 1 }
    var found = try heights(cover, on: ground(scratch))
    #expect(found.indices.allSatisfy { found[$0] == Float(10 + $0 / 6 + $0 % 6) })
    cover.raster = try raster(scratch, columns: 2, rows: 2, x: -69.99, y: -10.01, step: 0.03) { Float($0 * 2 + $1 + 5) }
    found = try heights(cover, on: ground(scratch))
    #expect(found.indices.allSatisfy { found[$0] == Float($0 / 18 * 2 + $0 % 6 / 3 + 5) })
    // Beyond its edge a raster says nothing.
    cover.raster = try raster(scratch, columns: 3, rows: 6, x: -70, y: -10, step: 0.01) { _, _ in 8 }
    found = try heights(cover, on: ground(scratch))
    #expect(found.indices.allSatisfy { $0 % 6 < 3 ? found[$0] == 8 : found[$0].isNaN })
  }

  @Test func `a raster in metres of a projection lies where its cells are`() throws {
    let scratch = try Scratch()
    var cover = cover(nil)
    // UTM 19 south, cells of 200 m: high north of 8,890,600 m, which is 10.0247° S at 69.975° W (PROJ's cs2cs).
    cover.raster = try raster(
      scratch, columns: 60, rows: 60, x: 388_000, y: 8_896_000, step: 200, crs: "EPSG:32719"
    ) { row, _ in 8_896_000 - 200 * Float(row) > 8_891_700 ? 20 : 5 }
    let found = try heights(cover, on: ground(scratch))
    #expect(found.prefix(12).allSatisfy { $0 == 20 })
    #expect(found.suffix(18).allSatisfy { $0 == 5 })
  }

  @Test func `the height leaves the sea out only when that is stated`() throws {
    let scratch = try Scratch()
    let frame = GridFrame(columns: 6, rows: 6, firstX: -70, firstY: -10, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
    let cells = (0..<36).map { Float($0 % 6 < 3 ? 0 : $0) }
    try RasterWriter.write(
      Grid(frame: frame, cells: cells), to: scratch.path("coast.tif"), options: .init(noData: .nan))
    let coast = try Terrain.open([scratch.path("coast.tif")])
    var cover = cover(25)
    #expect(try heights(cover, on: coast).allSatisfy { $0 == 25 })
    cover.isSeaBare = true
    let found = try heights(cover, on: coast)
    #expect(found.indices.allSatisfy { found[$0] == ($0 % 6 < 3 ? 0 : 25) })
  }

  @Test(
    arguments: [
      ("Copernicus_DSM_COG_10_S10_00_W070_00_DEM.tif", "partial", 10), ("S10W070_FABDEM_V1-2.tif", "bare", 25),
      ("ALPSMLC30_S010W070_DSM.tif", "surface", 0), ("NASADEM_HGT_s10w070.tif", "partial", 10),
      ("srtm_22_14.tif", "partial", 10), ("valley_dtm_1m.tif", "bare", 25), ("mds.tif", "surface", 0),
      ("terrain.tif", "unknown", 25),
    ] as [(String, String, Float)])
  func `what a product has in it already is not added again`(_ name: String, _ kind: String, _ added: Float) throws {
    let scratch = try Scratch()
    let terrain = try ground(scratch, name)
    #expect(terrain.model.kind.rawValue == kind && !terrain.model.isStated)
    #expect(try heights(cover(25), on: terrain).allSatisfy { abs($0 - added) < 1e-4 })
    // What is stated counts.
    for (stated, height) in [(TerrainModel.Kind.surface, Float(0)), (.bare, 25), (.unknown, 25), (.partial, 10)] {
      let terrain = try ground(scratch, name, TerrainReading(model: stated))
      #expect(terrain.model.kind == stated && terrain.model.isStated)
      #expect(try heights(cover(25), on: terrain).allSatisfy { abs($0 - height) < 1e-4 })
    }
  }
}
