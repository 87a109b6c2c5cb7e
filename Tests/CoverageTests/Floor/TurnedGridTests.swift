import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

@testable import Coverage

/// Terrain whose file lists rows from south to north or columns from east to west, against the same in the usual order.
@Suite(.enabled(if: Program.has("gdalwarp") && Program.has("gdal_translate"), "needs GDAL's programs"))
struct TurnedGridTests {
  private let scratch: Scratch
  private let grid: Grid<Float>
  private var rows: Int { grid.frame.rows }
  private var columns: Int { grid.frame.columns }

  init() throws {
    scratch = try Scratch()
    var plane = TestTerrain.rough(301, 283, relief: 400, seed: 8)
    for row in 40..<44 { for column in 200..<209 { plane[row, column] = -32768 } }
    grid = TestTerrain.degrees(plane, latitude: -12, longitude: -77, step: 1.0 / 1200)
  }

  /// Cells in another order, turned one by one.
  private func turned(_ cells: [Float], south: Bool, east: Bool) -> [Float] {
    (0..<rows).flatMap { row in
      (0..<columns).map { column in
        cells[(south ? rows - 1 - row : row) * columns + (east ? columns - 1 - column : column)]
      }
    }
  }

  /// A GeoTIFF made by GDAL from bare floats in the order wanted.
  private func make(_ name: String, south: Bool = false, east: Bool = false) throws -> String {
    let floats = turned(grid.cells, south: south, east: east)
    try scratch.file(name + ".raw", floats.withUnsafeBytes { Data($0) })
    let frame = grid.frame
    let (x, y) = (east ? -frame.stepX : frame.stepX, south ? -frame.stepY : frame.stepY)
    let left = frame.firstX + (east ? Double(columns - 1) * frame.stepX : 0) - x / 2
    let top = frame.firstY + (south ? Double(rows - 1) * frame.stepY : 0) - y / 2
    let vrt = try scratch.file(
      name + ".vrt",
      """
      <VRTDataset rasterXSize="\(columns)" rasterYSize="\(rows)"><SRS>EPSG:4326</SRS>
      <GeoTransform>\(left), \(x), 0, \(top), 0, \(y)</GeoTransform>
      <VRTRasterBand dataType="Float32" band="1" subClass="VRTRawRasterBand"><NoDataValue>-32768</NoDataValue>
      <SourceFilename relativeToVRT="1">\(name).raw</SourceFilename><ByteOrder>LSB</ByteOrder>
      </VRTRasterBand></VRTDataset>
      """)
    let path = scratch.path(name + ".tif")
    try Program.output(
      "gdal_translate", ["-q", "-co", "TILED=YES", "-co", "BLOCKXSIZE=64", "-co", "BLOCKYSIZE=32", vrt, path])
    return path
  }

  /// The cells in the order of the file, as `gdal_translate` gives them.
  private func listed(_ path: String) throws -> [Float] {
    // Without its place: ENVI's head has none for columns from east to west.
    try Program.output(
      "gdal_translate", ["-q", "-of", "ENVI", "-a_ullr", "0", "1", "1", "0", path, scratch.path("listed")])
    return try Data(contentsOf: URL(fileURLWithPath: scratch.path("listed"))).withUnsafeBytes {
      Array($0.bindMemory(to: Float.self))
    }
  }

  /// The six numbers of where a file lies, as `gdalinfo` prints them.
  private func place(_ path: String) throws -> [Double] {
    let text = try Program.output("gdalinfo", ["-json", path])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require(object?["geoTransform"] as? [Double])
  }

  private func floor(
    _ paths: [String], _ name: String, packed: Bool = false, cloud: Bool = false
  ) throws -> FloorRaster.Summary {
    try FloorRaster.write(
      try Terrain.open(paths), antenna: Position(latitudeDegrees: -12.0912, longitudeDegrees: -76.8803),
      height: .aboveGround(.metres(40)), range: .kilometres(11), memory: 200_000, to: scratch.path(name),
      isCompressed: packed, isCloudOptimized: cloud)
  }

  @Test(arguments: [(true, false), (false, true), (true, true)])
  func `the floor over a turned raster is that of the usual one, cell upon cell of the file`(
    _ south: Bool, _ east: Bool
  ) throws {
    let usual = try make("usual")
    let other = try make("other", south: south, east: east)
    // gdalwarp turns it to the usual order by itself: the test has made the same terrain.
    let edges = try place(usual)
    let bounds = [
      edges[0], edges[3] + Double(rows) * edges[5], edges[0] + Double(columns) * edges[1], edges[3],
    ]
    try Program.output(
      "gdalwarp",
      ["-q", "-te"] + bounds.map { "\($0)" } + ["-ts", "\(columns)", "\(rows)", other, scratch.path("warped.tif")])
    #expect(try listed(scratch.path("warped.tif")) == listed(usual))

    let expected = try floor([usual], "floor-usual.tif")
    #expect(expected.parts > 1 && expected.unknown > 36)
    let cells = try listed(scratch.path("floor-usual.tif"))
    for (packed, cloud) in [(false, false), (true, false), (true, true)] {
      let summary = try floor([other], "floor-other.tif", packed: packed, cloud: cloud)
      #expect(summary.seen == expected.seen && summary.unknown == expected.unknown)
      #expect(try listed(scratch.path("floor-other.tif")) == turned(cells, south: south, east: east))
      // On the grid of the terrain, but for roundings of degrees near 77: 1.4e-14 each.
      for (ours, theirs) in zip(try place(scratch.path("floor-other.tif")), try place(other)) {
        #expect(abs(ours - theirs) < 1e-13)
      }
    }
  }

  @Test func `tiles of several orders are one terrain in the usual one`() throws {
    let whole = try listed(try make("usual"))
    var tiles: [String] = []
    for (index, (left, width)) in [(0, 150), (150, 151)].enumerated() {
      let source = try make("source\(index)", south: index == 1)
      let path = scratch.path("tile\(index).tif")
      try Program.output(
        "gdal_translate", ["-q", "-srcwin", "\(left)", "0", "\(width)", "\(rows)", source, path])
      tiles.append(path)
    }
    let terrain = try Terrain.open(tiles)
    let cells = try terrain.read(rows: 0..<rows, columns: 0..<columns).cells
    #expect(cells.map { $0.isNaN ? -32768 : $0 } == whole)
    let first = try floor(tiles, "floor.tif")
    #expect(first.posts > 0)
    #expect(try place(scratch.path("floor.tif"))[5] < 0)
  }
}
