import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing

/// Big real tiles against what GDAL's own programs make of them.
@Suite struct MosaicTests {
  private static let folder = SharedData.folder.appendingPathComponent("terrain").path
  private static let isReady = SharedData.has("terrain/vraem-30s.tif") && Program.has("gdal_translate")

  private func cells(_ terrain: Terrain) throws -> [Float] {
    try terrain.read(rows: 0..<terrain.frame.rows, columns: 0..<terrain.frame.columns).cells
  }

  /// The cells of a raster as `gdal_translate` writes them: raw floats of this machine's order.
  private func theirs(_ path: String, _ scratch: Scratch) throws -> [Float] {
    try Program.output("gdal_translate", ["-q", "-of", "ENVI", "-ot", "Float32", path, scratch.path("raw")])
    let data = try Data(contentsOf: URL(fileURLWithPath: scratch.path("raw")))
    return data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
  }

  @Test(.enabled(if: isReady, "needs ../shared/data/terrain and GDAL"), arguments: [0, 1])
  func `a terrain cut into tiles is the whole, with and without shared edges`(_ shared: Int) throws {
    let scratch = try Scratch()
    let whole = try Terrain.open([Self.folder + "/vraem-30s.tif"])
    try FileManager.default.createDirectory(atPath: scratch.path("tiles"), withIntermediateDirectories: true)
    for (row, top, height) in [(0, 0, 500), (1, 500, 760)] {
      for (column, left, width) in [(0, 0, 420), (1, 420, 420), (2, 840, 420)] {
        let window = [left, top, min(width + shared, 1260 - left), min(height + shared, 1260 - top)].map { "\($0)" }
        try Program.output(
          "gdal_translate",
          ["-q", "-srcwin"] + window + [Self.folder + "/vraem-30s.tif", scratch.path("tiles/\(row)\(column).tif")])
      }
    }
    let tiles = try Terrain.open([scratch.path("tiles")])
    #expect(tiles.tiles.count == 6)
    #expect(try cells(tiles) == cells(whole))
    var random = SplitMix(seed: 3)
    let places = (0..<2000).map { _ in
      Position(
        latitudeDegrees: random.next(in: -17.01 ... -6.49), longitudeDegrees: random.next(in: -78.51 ... -67.99))
    }
    #expect(try tiles.elevations(at: places) == whole.elevations(at: places))
  }

  @Test(.enabled(if: isReady && Program.has("gdalbuildvrt"), "needs ../shared/data/terrain and GDAL"))
  func `two tiles of the Azores are what gdalbuildvrt makes of them`() throws {
    let scratch = try Scratch()
    let paths = ["N38W029", "N38W028"].map { "\(Self.folder)/\($0).SRTMGL3.hgt.zip" }
    let sources = zip(paths, ["N38W029", "N38W028"]).map { "/vsizip/\($0)/\($1).hgt" }
    try Program.output("gdalbuildvrt", ["-q", scratch.path("a.vrt")] + sources)
    let ours = try cells(try Terrain.open(paths))
    #expect(ours.count == 2401 * 1201)
    #expect(try theirs(scratch.path("a.vrt"), scratch) == ours)
    // The VRT itself is terrain as well.
    #expect(try cells(try Terrain.open([scratch.path("a.vrt")], within: "/")) == ours)
  }

  @Test(
    .enabled(if: isReady && Program.has("unzip"), "needs ../shared/data/terrain, GDAL and unzip"),
    arguments: ["S32W070.hgt.zip", "n00_e006_3arc_v2.dt1"])
  func `voids are unknown and all else is as in the file, range and mean as gdalinfo tells them`(_ name: String) throws
  {
    let scratch = try Scratch()
    let terrain = try Terrain.open(["\(Self.folder)/\(name)"])
    var path = "\(Self.folder)/\(name)"
    if name.hasSuffix(".zip") {
      try Program.output("unzip", ["-q", path, "-d", scratch.path])
      path = scratch.path("S32W070.hgt")
      // The file itself: big-endian, −32768 is a void.
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
      let raw = stride(from: 0, to: bytes.count, by: 2).map { index -> Int16 in
        Int16(bitPattern: UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1]))
      }
      let ours = try cells(terrain)
      #expect(zip(raw, ours).allSatisfy { $0 == -32768 ? $1.isNaN : $1 == Float($0) })
      #expect(raw.count { $0 == -32768 } == 1927)
    }
    let statistics = try terrain.statistics()
    #expect(try statistics.voids == cells(terrain).count(where: \.isNaN))
    let text = try Program.output("gdalinfo", ["-stats", "--config", "GDAL_PAM_ENABLED", "NO", path])
    func told(_ key: String) -> Double? {
      text.split(separator: "\n").first { $0.contains("STATISTICS_\(key)=") }
        .flatMap { Double($0.split(separator: "=")[1]) }
    }
    #expect(statistics.lowest.map(Double.init) == told("MINIMUM"))
    #expect(statistics.highest.map(Double.init) == told("MAXIMUM"))
    // gdalinfo prints 14 digits; sums of whole numbers are exact.
    #expect(abs((statistics.mean ?? .nan) - (told("MEAN") ?? .nan)) < 1e-9)
  }

  @Test(.enabled(if: isReady, "needs ../shared/data/terrain and GDAL"))
  func `many tasks that read at once read the same`() async throws {
    let terrain = try Terrain.open([Self.folder + "/vraem-30s.tif"])
    let whole = try cells(terrain)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<60 {
        group.addTask {
          let (row, column) = (number * 17, number * 13)
          let part = try terrain.read(rows: row..<row + 200, columns: column..<column + 300)
          return (0..<200).allSatisfy { line in
            let start = (row + line) * 1260 + column
            return whole[start..<start + 300].elementsEqual(part.cells[line * 300..<line * 300 + 300])
          }
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test(
    .enabled(if: isReady && Program.has("gdalwarp"), "needs ../shared/data/terrain and GDAL"),
    arguments: ["EPSG:32718", "EPSG:4269"])
  func `a place on a grid of metres or other degrees is in the cell that gdallocationinfo names`(_ crs: String) throws {
    let scratch = try Scratch()
    let path = scratch.path("utm.tif")
    try Program.output(
      "gdalwarp",
      ["-q", "-t_srs", crs, "-dstnodata", "-32768", Self.folder + "/vraem-30s.tif", path])
    let terrain = try Terrain.open([path])
    var random = SplitMix(seed: 5)
    let places = (0..<200).map { _ in
      Position(latitudeDegrees: random.next(in: -16.9 ... -6.6), longitudeDegrees: random.next(in: -78.4 ... -68.1))
    }
    let input = places.map { "\($0.longitudeDegrees) \($0.latitudeDegrees)" }
    let printed = try Program.lines("gdallocationinfo", ["-valonly", "-wgs84", path], input: input)
    let cells = try terrain.cells(of: places)
    #expect(printed.count == places.count)
    for (value, cell) in zip(printed, cells) {
      let cell = try #require(cell)
      let (row, column) = (Int(cell.row.rounded()), Int(cell.column.rounded()))
      let ours = try terrain.read(rows: row..<row + 1, columns: column..<column + 1).cells[0]
      #expect(ours.isNaN ? value == "-32768" : Float(value) == ours)
    }
  }
}
