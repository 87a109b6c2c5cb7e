import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

@testable import Coverage

/// Floors of terrain in files, as files.
struct FloorRasterTests {
  private let scratch: Scratch
  /// Half a degree of rough ground at 3″, with a void.
  private let grid: Grid<Float>

  init() throws {
    scratch = try Scratch()
    var plane = TestTerrain.rough(301, 241, relief: 400, seed: 21)
    for row in 40..<44 { for column in 200..<209 { plane[row, column] = .nan } }
    grid = TestTerrain.degrees(plane, latitude: -12, longitude: -77, step: 1.0 / 1200)
    try write(grid, "dem.tif")
  }

  private func write(_ grid: Grid<Float>, _ name: String) throws {
    try RasterWriter.write(grid, to: scratch.path(name), options: .init(noData: -32768))
  }

  private func floors(
    _ paths: [String], _ name: String = "floor.tif", height: Altitude = .aboveGround(.metres(40)),
    memory: Int = 1 << 30, workers: Int = 1
  ) throws -> (cells: [Float], summary: FloorRaster.Summary) {
    let summary = try FloorRaster.write(
      try Terrain.open(paths.map(scratch.path)),
      antenna: Position(latitudeDegrees: -12.0912, longitudeDegrees: -76.8803), height: height,
      range: .kilometres(11), workers: workers, memory: memory, to: scratch.path(name))
    let file = try RasterFile(path: scratch.path(name))
    #expect(file.frame.rows == 241 && file.frame.columns == 301 && file.noData == -9999)
    return (try file.readFloats(rows: 0..<241, columns: 0..<301), summary)
  }

  private func areSame(_ a: [Float], _ b: [Float]) -> Bool {
    zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }
  }

  @Test func `in parts, by many workers and from tiles the floors are the same bits`() throws {
    let whole = try floors(["dem.tif"])
    #expect(whole.summary.parts == 1 && whole.summary.unknown > 36 && whole.summary.posts > whole.summary.unknown)
    let parts = try floors(["dem.tif"], memory: 200_000)
    #expect(parts.summary.parts == 4 && parts.summary.bytes <= 200_000)
    #expect(areSame(whole.cells, parts.cells) && whole.summary.seen == parts.summary.seen)
    #expect(areSame(whole.cells, try floors(["dem.tif"], memory: 300_000, workers: 3).cells))
    for (index, (rows, columns)) in [
      (0..<100, 0..<150), (0..<100, 150..<301), (100..<241, 0..<150), (100..<241, 150..<301),
    ].enumerated() {
      let cells = rows.flatMap { row in columns.map { grid[row, $0] } }
      try write(Grid(frame: grid.frame.window(rows: rows, columns: columns), cells: cells), "tile\(index).tif")
    }
    #expect(areSame(whole.cells, try floors((0..<4).map { "tile\($0).tif" }).cells))
  }

  @Test func `parts that are computed side by side make the same file to the last byte`() throws {
    // More posts than one part takes.
    let side = 3000
    let plane = TestTerrain.rough(side, side, relief: 400, seed: 4)
    try write(TestTerrain.degrees(plane, latitude: -12, longitude: -77, step: 1.0 / 1200), "large.tif")
    let terrain = try Terrain.open([scratch.path("large.tif")])
    func file(workers: Int) throws -> (Data, FloorRaster.Summary) {
      let summary = try FloorRaster.write(
        terrain, antenna: Position(latitudeDegrees: -13.2, longitudeDegrees: -75.8), height: .aboveGround(.metres(20)),
        range: .kilometres(150), workers: workers, to: scratch.path("large-floor.tif"))
      return (try Data(contentsOf: URL(fileURLWithPath: scratch.path("large-floor.tif"))), summary)
    }
    let alone = try file(workers: 1)
    #expect(alone.1.parts > 1)
    for workers in [2, 3, 9] {
      let together = try file(workers: workers)
      #expect(together.0 == alone.0 && together.1.seen == alone.1.seen && together.1.posts == alone.1.posts)
      #expect(together.1.bytes > alone.1.bytes)
    }
  }

  @Test func `the antenna stands on the ground, bilinear, or where it is told`() throws {
    let terrain = try Terrain.open([scratch.path("dem.tif")])
    let place = Position(latitudeDegrees: -12.0912, longitudeDegrees: -76.8803)
    let ground = try #require(try terrain.elevation(at: place))
    let above = try floors(["dem.tif"])
    #expect(above.summary.ground == ground && above.summary.antennaAltitude == ground + .metres(40))
    let level = try floors(["dem.tif"], height: .aboveSeaLevel(ground + .metres(40)))
    #expect(areSame(above.cells, level.cells))
  }

  @Test func `the terrain itself is never replaced, by whatever name or link`() throws {
    let files = FileManager.default
    try files.createSymbolicLink(atPath: scratch.path("link.tif"), withDestinationPath: scratch.path("dem.tif"))
    try files.createDirectory(atPath: scratch.path("tiles"), withIntermediateDirectories: true)
    try files.copyItem(atPath: scratch.path("dem.tif"), toPath: scratch.path("tiles/a.tif"))
    try scratch.file(
      "sea.vrt",
      """
      <VRTDataset rasterXSize="301" rasterYSize="241"><SRS>EPSG:4326</SRS>
      <GeoTransform>-77, 0.000833333333333333, 0, -12, 0, -0.000833333333333333</GeoTransform>
      <VRTRasterBand dataType="Float32" band="1"><SimpleSource>
      <SourceFilename relativeToVRT="1">dem.tif</SourceFilename><SourceBand>1</SourceBand></SimpleSource>
      </VRTRasterBand></VRTDataset>
      """)
    for (terrain, output) in [
      ("dem.tif", "dem.tif"), ("dem.tif", "./tiles/../dem.tif"), ("dem.tif", "link.tif"), ("tiles", "tiles/a.tif"),
      ("sea.vrt", "dem.tif"), ("link.tif", "dem.tif"),
    ] {
      let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path(output)))
      let error = #expect(throws: FloorError.self, "\(terrain) \(output)") { try floors([terrain], output) }
      #expect(error?.code == .file && error?.description.contains("the terrain itself") == true)
      #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path(output))) == before)
    }
  }

  @Test func `no floor becomes a tile of the terrain, and none ends at the edge of a globe`() throws {
    try FileManager.default.createDirectory(atPath: scratch.path("tiles"), withIntermediateDirectories: true)
    try write(grid, "tiles/a.tif")
    let tile = #expect(throws: FloorError.self) { try floors(["tiles"], "tiles/floor.tif") }
    #expect(tile?.code == .file && tile?.description.contains("in its folder") == true)
    let frame = GridFrame(
      columns: 360, rows: 21, firstX: -179.5, firstY: 10, stepX: 1, stepY: -1, crs: "EPSG:4326")
    try write(Grid(frame: frame, cells: [Float](repeating: 5, count: 360 * 21)), "globe.tif")
    func reach(_ longitude: Double, _ kilometres: Double) throws -> (summary: FloorRaster.Summary, floors: [Float]) {
      let summary = try FloorRaster.write(
        try Terrain.open([scratch.path("globe.tif")]),
        antenna: Position(latitudeDegrees: 0, longitudeDegrees: longitude),
        height: .aboveGround(.metres(40)), range: .kilometres(kilometres), to: scratch.path("floor.tif"))
      let file = try RasterFile(path: scratch.path("floor.tif"))
      // The posts around the antenna, wherever the file's first column lies.
      let middle = Int(((longitude - file.frame.firstX + 720) / file.frame.stepX).rounded()) % 360
      let columns = (middle - 4..<middle + 5).map { ($0 + 360) % 360 }
      let all = try file.readFloats(rows: 0..<21, columns: 0..<360)
      return (summary, (6..<15).flatMap { row in columns.map { all[row * 360 + $0] } })
    }
    // A degree of the equator is 111 km; the first centre lies 0.5° east of the antimeridian.
    let inside = try reach(-169.5, 300)
    let over = try reach(-179.5, 300)
    #expect(inside.summary.unknown == 0 && over.summary.unknown == 0 && over.summary.posts == inside.summary.posts)
    // The file's unknown cells are read as NaN. Degrees of other places differ in the last digits of sums.
    #expect(zip(inside.floors, over.floors).allSatisfy { $0.isNaN && $1.isNaN || abs($0 - $1) < 1e-3 })
    // Five rows of the posts within 300 km, of which those beyond the mast's horizon are high: 3 + 5 + 5 + 5 + 3.
    #expect(inside.floors.count { !$0.isNaN } == 21)
  }

  @Test func `what cannot be is refused, and the old file stays`() throws {
    try scratch.file("floor.tif", "old")
    let below = #expect(throws: FloorError.self) { try floors(["dem.tif"], height: .aboveSeaLevel(.metres(-50))) }
    #expect(below?.code == .belowGround)
    let large = #expect(throws: FloorError.self) { try floors(["dem.tif"], memory: 1000) }
    #expect(large?.code == .tooLarge)
    // In the void the ground is unknown; outside too.
    for place in [(-12 - 42.0 / 1200, -77 + 204.0 / 1200), (5, 5)] {
      let unknown = #expect(throws: FloorError.self) {
        try FloorRaster.write(
          try Terrain.open([scratch.path("dem.tif")]),
          antenna: Position(latitudeDegrees: place.0, longitudeDegrees: place.1), height: .aboveGround(.metres(40)),
          range: .kilometres(5), to: scratch.path("floor.tif"))
      }
      #expect(unknown?.code == .unknownGround)
    }
    #expect(try String(contentsOfFile: scratch.path("floor.tif"), encoding: .utf8) == "old")
  }
}
