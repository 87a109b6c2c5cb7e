import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

/// Tiles whose columns widen towards a pole, and cells whose size is written short.
@Suite struct ColumnSpreadTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A tile of a degree whose first post lies on its western meridian, as the Copernicus DEM has it.
  private func tile(
    _ name: String, west: Double, south: Double, columns: Int, step: Double? = nil,
    _ height: (_ longitude: Double, _ row: Int) -> Float
  ) throws -> String {
    let step = step ?? 1 / Double(columns)
    let frame = GridFrame(
      columns: columns, rows: 12, firstX: west, firstY: south + 1, stepX: step, stepY: -1.0 / 12, crs: "EPSG:4326")
    let cells = (0..<12 * columns).map { height(west + Double($0 % columns) * step, $0 / columns) }
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: scratch.path(name), options: .init(noData: -32768))
    return scratch.path(name)
  }

  @Test(arguments: [(24, 16), (24, 12), (24, 8), (16, 12), (12, 8)])
  func `a plane is the same plane on both sides of the parallel where columns widen`(_ fine: Int, _ coarse: Int) throws
  {
    func plane(_ longitude: Double, _ row: Int) -> Float { Float(100 + 240 * (longitude - 10)) }
    let paths = try [
      tile("Copernicus_DSM_a.tif", west: 10, south: 50, columns: coarse, plane),
      tile("Copernicus_DSM_b.tif", west: 11, south: 50, columns: coarse, plane),
      tile("Copernicus_DSM_c.tif", west: 10, south: 49, columns: fine, plane),
      tile("Copernicus_DSM_d.tif", west: 11, south: 49, columns: fine, plane),
    ]
    let terrain = try Terrain.open(paths)
    #expect(terrain.frame.columns == 2 * fine && terrain.frame.rows == 24 && terrain.tilesOfWiderColumns == 2)
    #expect(terrain.verticalDatum.name == "EGM2008 height")
    let grid = try terrain.read(rows: 0..<24, columns: 0..<2 * fine)
    for row in 0..<24 {
      for column in 0..<2 * fine {
        // Beyond the centre of a tile's last column it goes on level, for less than half a wide column.
        let isLast = row < 12 && Double(column % fine) > Double(coarse - 1) * Double(fine) / Double(coarse) + 1e-9
        // The outer half of the last wide column of all ends before the last narrow one does.
        let isBeyond =
          row < 12 && column == 2 * fine - 1
          && Double(fine - 1) * Double(coarse) > (Double(coarse) - 0.5) * Double(fine)
        guard !isBeyond else {
          #expect(grid[row, column].isNaN)
          continue
        }
        let wanted = plane(10 + Double(column) / Double(fine), row)
        // Floats of some hundred metres have 3e-5 m.
        #expect(abs(grid[row, column] - wanted) < (isLast ? 121 / Float(coarse) : 1e-3), "\(row) \(column)")
      }
    }
    // A window gives the bits of the whole.
    let part = try terrain.read(rows: 5..<17, columns: 3..<fine + 5)
    for row in 0..<12 { for column in 0..<fine + 2 { #expect(part[row, column] == grid[row + 5, column + 3]) } }
    #expect(try terrain.contradictions(rows: 0..<24, columns: 0..<2 * fine).isEmpty)
  }

  @Test func `a wide column without a value leaves its neighbours between unknown`() throws {
    let paths = try [
      tile("a.tif", west: 10, south: 50, columns: 12) { longitude, row in abs(longitude - 10.5) < 0.01 ? -32768 : 7 },
      tile("b.tif", west: 10, south: 49, columns: 24) { _, _ in 5 },
    ]
    let terrain = try Terrain.open(paths)
    let cells = try terrain.read(rows: 3..<4, columns: 0..<24).cells
    #expect(
      cells.indices.filter { cells[$0].isNaN } == [11, 12, 13] && cells.filter { !$0.isNaN }.allSatisfy { $0 == 7 })
  }

  @Test func `a cell size of nine digits is the same resolution, one that drifts by a cell is not`() throws {
    let exact = try tile("a.tif", west: 10, south: 0, columns: 1200) { _, _ in 1 }
    let short = try tile("b.tif", west: 11, south: 0, columns: 1200, step: 0.000833333) { _, _ in 2 }
    let terrain = try Terrain.open([short, exact])
    #expect(terrain.frame.columns == 2400 && terrain.frame.stepX == 1.0 / 1200 && terrain.tilesOfWiderColumns == 0)
    #expect(try terrain.read(rows: 0..<1, columns: 1199..<1201).cells == [1, 2])
    let rows = GridFrame(
      columns: 12, rows: 12, firstX: 12, firstY: 1, stepX: 1.0 / 1200, stepY: -0.08, crs: "EPSG:4326")
    try RasterWriter.write(
      Grid(frame: rows, cells: [Float](repeating: 1, count: 144)), to: scratch.path("c.tif"))
    #expect(throws: GeoFileError.self) { try Terrain.open([exact, scratch.path("c.tif")]) }
  }
}
