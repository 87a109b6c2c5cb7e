import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

/// A tiny raster as text, with its system beside it.
func asciiGrid(_ scratch: Scratch, _ name: String, west: Double, south: Double, _ rows: [[Double]]) throws -> String {
  let text =
    "ncols \(rows[0].count)\nnrows \(rows.count)\nxllcorner \(west)\nyllcorner \(south)\ncellsize 0.5\nNODATA_value -9999\n"
    + rows.map { $0.map { "\($0)" }.joined(separator: " ") }.joined(separator: "\n") + "\n"
  try scratch.file(
    name + ".prj",
    "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]"
  )
  return try scratch.file(name + ".asc", text)
}

@Suite struct TerrainTests {
  private func failure(_ paths: [String]) -> GeoFileError? {
    do throws(GeoFileError) {
      _ = try Terrain.open(paths)
      return nil
    } catch { return error }
  }

  private func whole(_ terrain: Terrain) throws -> [Float] {
    try terrain.read(rows: 0..<terrain.frame.rows, columns: 0..<terrain.frame.columns).cells
  }

  @Test func `two tiles side by side are one terrain`() throws {
    let scratch = try Scratch()
    let a = try asciiGrid(scratch, "a", west: 10, south: 0, [[1, 2], [3, 4]])
    let b = try asciiGrid(scratch, "b", west: 11, south: 0, [[5, 6], [7, 8]])
    #expect(try whole(try Terrain.open([b, a])) == [1, 2, 5, 6, 3, 4, 7, 8])
  }

  @Test func `tiles on both sides of the antimeridian are neighbours`() throws {
    let scratch = try Scratch()
    let east = try asciiGrid(scratch, "e", west: 179, south: 0, [[1, 2], [3, 4]])
    let west = try asciiGrid(scratch, "w", west: -180, south: 0, [[5, 6], [7, 8]])
    let terrain = try Terrain.open([west, east])
    #expect(try whole(terrain) == [1, 2, 5, 6, 3, 4, 7, 8])
    // Half-way between the centres at 179.75° E (2) and 179.75° W (5), in the upper row.
    let middle = try terrain.elevation(at: Position(latitudeDegrees: 0.75, longitudeDegrees: -180))
    #expect(middle == .metres(3.5))
  }

  @Test func `a bilinear reading is the weighted mean, and unknown beside a void that has weight`() throws {
    let scratch = try Scratch()
    let path = try asciiGrid(scratch, "a", west: 0, south: 0, [[10, 20, -9999], [30, 40, 50]])
    let terrain = try Terrain.open([path])
    func at(_ latitude: Double, _ longitude: Double) throws -> Double? {
      try terrain.elevation(at: Position(latitudeDegrees: latitude, longitudeDegrees: longitude))?.metres
    }
    #expect(try at(0.5, 0.5) == 25)
    #expect(try at(0.75, 0.75) == 20)
    #expect(try at(0.5, 1.0) == nil)
    #expect(try at(0.25, 1.0) == 45)
    // Outside the outermost centres, at 0.25° and 0.75° of latitude, to the edge and not beyond.
    #expect(try at(0.99, 0.01) == 10 && at(0.5, 0.01) == 20 && at(0.01, 1.49) == 50 && at(0.99, 1.4) == nil)
    #expect(try at(1.01, 0.25) == nil && at(0.25, -0.01) == nil)
    #expect(try at(5, 5) == nil)
  }

  @Test func `outside every tile is unknown, or the sea where that is asked for; voids stay unknown`() throws {
    let scratch = try Scratch()
    let a = try asciiGrid(scratch, "a", west: 0, south: 1, [[1, -9999], [3, 4]])
    let b = try asciiGrid(scratch, "b", west: 1, south: 0, [[5, 6], [7, 8]])
    let unknown = try whole(try Terrain.open([a, b])).map { $0.isNaN ? -1 : $0 }
    #expect(unknown == [1, -1, -1, -1, 3, 4, -1, -1, -1, -1, 5, 6, -1, -1, 7, 8])
    let sea = try Terrain.open([a, b], missing: .sea)
    #expect(try whole(sea).map { $0.isNaN ? -1 : $0 } == [1, -1, 0, 0, 3, 4, 0, 0, 0, 0, 5, 6, 0, 0, 7, 8])
    #expect(try sea.elevation(at: Position(latitudeDegrees: -30, longitudeDegrees: 90)) == .zero)
  }

  @Test func `a void of one tile is filled by another that overlaps it`() throws {
    let scratch = try Scratch()
    let a = try asciiGrid(scratch, "a", west: 0, south: 0, [[1, -9999]])
    let b = try asciiGrid(scratch, "b", west: 0.5, south: 0, [[2, 3]])
    #expect(try whole(try Terrain.open([a, b])) == [1, 2, 3])
  }

  @Test func `tiles half a cell beside each other are refused with the way to mend them`() throws {
    let scratch = try Scratch()
    let a = try asciiGrid(scratch, "a", west: 0, south: 0, [[1, 2]])
    let b = try asciiGrid(scratch, "b", west: 1.25, south: 0, [[1, 2]])
    let error = failure([a, b])
    #expect(error?.code == .unfitRaster)
    #expect(error?.description.contains("gdalwarp -tap") == true)
  }

  @Test func `tiles may lie in folders of a folder that has none of its own`() throws {
    let scratch = try Scratch()
    let files = FileManager.default
    for (name, west, rows) in [("w", 0.0, [[1.0, 2], [3, 4]]), ("e", 1, [[5, 6], [7, 8]])] {
      let folder = scratch.path("dted/\(name)")
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let path = try asciiGrid(scratch, name, west: west, south: 0, rows)
      for ending in ["asc", "prj"] {
        try files.moveItem(
          atPath: (path as NSString).deletingPathExtension + ".\(ending)", toPath: folder + "/\(name).\(ending)")
      }
    }
    // A way back to a folder above is not followed for ever.
    try scratch.file("dted/readme.txt", "tiles")
    try files.createDirectory(atPath: scratch.path("dted/none"), withIntermediateDirectories: true)
    try files.createSymbolicLink(atPath: scratch.path("dted/none/up"), withDestinationPath: scratch.path("dted/none"))
    let terrain = try Terrain.open([scratch.path("dted")])
    #expect(try whole(terrain) == [1, 2, 5, 6, 3, 4, 7, 8])
    #expect(terrain.warnings.contains { $0.code == .otherFiles && $0.text.contains("readme.txt") })
    // Where there are rasters, those of the folders beside them are further tiles, but what was made of these is not: it
    // covers the same ground.
    try files.copyItem(atPath: scratch.path("dted/w/w.asc"), toPath: scratch.path("dted/w.asc"))
    try files.copyItem(atPath: scratch.path("dted/w/w.prj"), toPath: scratch.path("dted/w.prj"))
    let nested = try Terrain.open([scratch.path("dted")])
    #expect(try whole(nested) == [1, 2, 5, 6, 3, 4, 7, 8])
    let told = nested.warnings.first { $0.code == .otherFiles }?.text ?? ""
    #expect(told.contains("dted/w/w.asc (covers ground that \(scratch.path("dted/w.asc")) covers)"), "\(told)")
    #expect(!told.contains("e.asc"))
  }

  @Test func `tiles in a folder of tiles: neighbours are taken, other grids and broken files are told`() throws {
    let scratch = try Scratch()
    let files = FileManager.default
    try files.createDirectory(atPath: scratch.path("t/more/deep"), withIntermediateDirectories: true)
    func put(_ name: String, west: Double, _ rows: [[Double]], cell: String = "0.5") throws {
      let path = try asciiGrid(scratch, "x", west: west, south: 0, rows)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try scratch.file("t/\(name).asc", text.replacingOccurrences(of: "cellsize 0.5", with: "cellsize \(cell)"))
      try files.copyItem(atPath: scratch.path("x.prj"), toPath: scratch.path("t/\(name).prj"))
    }
    try put("a", west: 179, [[1, 2], [3, 4]])
    // Beyond the antimeridian, with the edge column of the first in common.
    try put("more/deep/b", west: 179.5, [[2, 5, 6], [4, 7, 8]])
    try put("more/coarse", west: 170, [[9, 9]], cell: "1")
    try put("more/beside", west: 170.2, [[9, 9], [9, 9]])
    try scratch.file("t/more/broken.tif", "no raster")
    let terrain = try Terrain.open([scratch.path("t")])
    #expect(try whole(terrain) == [1, 2, 5, 6, 3, 4, 7, 8])
    let told = terrain.warnings.first { $0.code == .otherFiles }?.text ?? ""
    for word in [
      "coarse.asc (its cells are 1.0", "beside.asc (its cells do not line up with",
      "broken.tif (cannot be read as a raster",
    ] {
      #expect(told.contains(word), "\(told)")
    }
  }

  @Test func `masks and counts that archives put beside their heights are no tiles`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch.path("AUXFILES"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: scratch.path("DEM"), withIntermediateDirectories: true)
    // As Copernicus has it: heights and masks of one grid in two folders.
    let name = "Copernicus_DSM_30_S13_00_W077_00"
    for (place, value) in [("AUXFILES/\(name)_WBM", 1.0), ("AUXFILES/\(name)_EDM", 5), ("DEM/\(name)_DEM", 700)] {
      let path = try asciiGrid(scratch, "x", west: -77, south: -13, [[value, value]])
      try FileManager.default.moveItem(atPath: path, toPath: scratch.path("\(place).asc"))
      try FileManager.default.moveItem(atPath: scratch.path("x.prj"), toPath: scratch.path("\(place).prj"))
    }
    let terrain = try Terrain.open([scratch.path])
    #expect(try whole(terrain) == [700, 700] && terrain.tiles.count == 1)
    #expect(terrain.warnings.contains { $0.code == .otherFiles && $0.text.contains("_WBM.asc") })
    // Who names a file gets it.
    #expect(try whole(Terrain.open([scratch.path("AUXFILES/\(name)_WBM.asc")])) == [1, 1])
  }

  @Test func `nothing, an empty folder, a text and a truncated archive are refused in clear words`() throws {
    let scratch = try Scratch()
    #expect(failure([scratch.path("none.tif")])?.code == .missing)
    #expect(failure([scratch.path])?.problem == "is an empty folder")
    #expect(failure([try scratch.file("a.tif", "not a raster")])?.code == .notRaster)
    #expect(failure([try scratch.file("N01E001.hgt.zip", "PK\u{3}\u{4}broken")])?.code == .corrupt)
  }

  @Test func `minus 9999 is a void also in a file that does not state it, in feet too`() throws {
    let scratch = try Scratch()
    let frame = GridFrame(columns: 3, rows: 1, firstX: 10, firstY: 50, stepX: 0.1, stepY: -0.1, crs: "EPSG:4326")
    for (unit, metre) in [("", Float(1)), ("ft", 0.3048)] {
      let grid = Grid<Float>(frame: frame, cells: [100, -9999, -9998])
      try RasterWriter.write(grid, to: scratch.path("a.tif"), options: .init(unit: unit))
      let cells = try whole(try Terrain.open([scratch.path("a.tif")], reading: .init(sea: .floor)))
      #expect(cells[1].isNaN && abs(cells[0] - 100 * metre) < 1e-4 && abs(cells[2] + 9998 * metre) < 1e-2)
    }
  }

  @Test func `impossible elevations are voids`() throws {
    let scratch = try Scratch()
    let path = try asciiGrid(scratch, "a", west: 0, south: 0, [[-32768, 12_000, 9000, -12_000]])
    #expect(
      try whole(try Terrain.open([path], reading: .init(sea: .floor))).map { $0.isNaN ? 1 : $0 } == [
        1, 1, 9000, -12_000,
      ])
  }

  @Test(.enabled(if: SharedData.has("terrain/S12W077.SRTMGL1.hgt.zip"), "needs ../shared/data/terrain"))
  func `one-second and three-second tiles together are refused`() throws {
    let folder = SharedData.folder.appendingPathComponent("terrain")
    let error = failure(
      ["S12W077.SRTMGL1.hgt.zip", "N46E009.SRTMGL3.hgt.zip"].map { folder.appendingPathComponent($0).path })
    #expect(error?.code == .unfitRaster)
    #expect(error?.description.contains("resolution") == true)
  }

  @Test(.enabled(if: SharedData.has("terrain/S12W077.SRTMGL1.hgt.zip"), "needs ../shared/data/terrain"))
  func `each cell of four SRTM tiles is that of its own file, edges shared`() throws {
    let folder = SharedData.folder.appendingPathComponent("terrain")
    let names = ["S12W078", "S12W077", "S13W078", "S13W077"].map { "\($0).SRTMGL1.hgt.zip" }
    let terrain = try Terrain.open(names.map { folder.appendingPathComponent($0).path })
    #expect((terrain.frame.columns, terrain.frame.rows) == (7201, 7201))
    for (index, name) in names.enumerated() {
      let file = try RasterFile(path: folder.appendingPathComponent(name).path)
      let (row, column) = (index / 2 * 3600, index % 2 * 3600)
      // Strips along its four edges.
      for (rows, columns) in [(1..<20, 1..<3600), (3580..<3600, 1..<3600), (1..<3600, 1..<20), (1..<3600, 3580..<3600)]
      {
        let own = try file.readFloats(rows: rows, columns: columns)
        let ours = try terrain.read(
          rows: row + rows.lowerBound..<row + rows.upperBound,
          columns: column + columns.lowerBound..<column + columns.upperBound
        ).cells
        #expect(zip(own, ours).allSatisfy { $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN }, "\(name)")
      }
    }
  }

  @Test(
    .enabled(if: SharedData.has("terrain/vraem-30s.tif") && Program.has("gdallocationinfo"), "needs data and GDAL"),
    arguments: ["vraem-30s.tif", "n00_e006_3arc_v2.dt1", "S32W070.hgt.zip", "N44W072.hgt.zip"])
  func `cells are those that gdallocationinfo prints`(_ name: String) throws {
    let path = SharedData.folder.appendingPathComponent("terrain/\(name)").path
    let terrain = try Terrain.open([path])
    for (column, row) in [(0, 0), (17, 33), (terrain.frame.columns - 1, terrain.frame.rows - 1), (100, 60)] {
      let printed = try Program.output("gdallocationinfo", ["-valonly", path, "\(column)", "\(row)"])
      let theirs = Float(printed.split(whereSeparator: \.isWhitespace).first ?? "")
      let ours = try terrain.read(rows: row..<row + 1, columns: column..<column + 1).cells[0]
      let isVoid = theirs.map { $0 == -32768 || $0 == -32767 } ?? true
      #expect(isVoid ? ours.isNaN : ours == theirs, "\(name) \(column) \(row)")
    }
  }
}
