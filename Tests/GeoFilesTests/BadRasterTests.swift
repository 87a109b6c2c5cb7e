import Foundation
import GeoFiles
import TestSupport
import Testing
import Units

/// Broken and odd rasters, made of a sound one.
@Suite struct BadRasterTests {
  private let scratch: Scratch
  private static let canRun = Program.has("gdal_translate")
  private let frame = GridFrame(
    columns: 600, rows: 500, firstX: 10, firstY: 50, stepX: 0.001, stepY: -0.001, crs: "EPSG:4326")

  init() throws { scratch = try Scratch() }

  private func sound(_ options: RasterWriter.Options = .init()) throws -> String {
    var random = SplitMix(seed: 2)
    let cells = (0..<300_000).map { _ in Float.random(in: 0...100, using: &random) }
    let path = scratch.path("sound.tif")
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: path, options: options)
    return path
  }

  private func cut(_ path: String, to share: Double, as name: String) throws -> String {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    return try scratch.file(name, data.prefix(Int(Double(data.count) * share)))
  }

  private func failure(reading path: String) -> GeoFileError? {
    do throws(GeoFileError) {
      let file = try RasterFile(path: path)
      _ = try file.readFloats(rows: 0..<file.frame.rows, columns: 0..<file.frame.columns)
      return nil
    } catch { return error }
  }

  @Test(arguments: [true, false], [0.02, 0.5, 0.95])
  func `a GeoTIFF that breaks off is an error, never a raster with holes`(_ isCompressed: Bool, _ share: Double) throws
  {
    let path = try cut(try sound(.init(isCompressed: isCompressed)), to: share, as: "cut.tif")
    let error = try #require(failure(reading: path))
    #expect(
      [.corrupt, .notRaster].contains(error.code) && error.path == path && error.remedy?.contains("again") == true)
  }

  @Test(.enabled(if: canRun, "needs gdal_translate"), arguments: [("SRTMHGT", "N49E010.hgt"), ("DTED", "n49e010.dt1")])
  func `a tile that breaks off is an error`(_ driver: String, _ name: String) throws {
    let tile = GridFrame(
      columns: 1201, rows: 1201, firstX: 10, firstY: 50, stepX: 1 / 1200, stepY: -1 / 1200, crs: "EPSG:4326")
    try RasterWriter.write(
      Grid(frame: tile, cells: [Int32](repeating: 5, count: 1201 * 1201)), to: scratch.path("tile.tif"))
    let whole = scratch.path(name)
    try Program.output("gdal_translate", ["-q", "-ot", "Int16", "-of", driver, scratch.path("tile.tif"), whole])
    #expect(failure(reading: whole) == nil)
    try FileManager.default.removeItem(atPath: scratch.path("tile.tif"))
    let data = try Data(contentsOf: URL(fileURLWithPath: whole))
    try scratch.file(name, data.prefix(data.count * 2 / 3))
    let error = try #require(failure(reading: whole))
    #expect([.corrupt, .notRaster].contains(error.code) && !error.description.contains("\n"))
  }

  @Test(.enabled(if: Program.has("python3"), "needs python3"))
  func `a flipped bit in a packed tile is an error, not ground`() throws {
    // A ramp of 1201 × 1201 posts, big-endian; GDAL unpacks the damaged stream to its end without a word.
    let script = """
      import sys, zipfile, struct
      name = sys.argv[1] + '/N49E010.hgt'
      posts = b''.join(struct.pack('>h', (r * r * 7 + c * c * 3) % 911) for r in range(1201) for c in range(1201))
      with zipfile.ZipFile(name + '.zip', 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('N49E010.hgt', posts)
      """
    try Program.output("python3", ["-c", script, scratch.path])
    let path = scratch.path("N49E010.hgt.zip")
    #expect(failure(reading: path) == nil)
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    for place in stride(from: data.count / 3, to: data.count * 2 / 3, by: data.count / 20) {
      data[place] ^= 0x10
      try scratch.file("N49E010.hgt.zip", data)
      let error = try #require(failure(reading: path))
      #expect([.corrupt, .notRaster].contains(error.code) && !error.description.contains("\n"))
      data[place] ^= 0x10
    }
  }

  @Test(.enabled(if: canRun && Program.has("gdalbuildvrt"), "needs GDAL's programs"))
  func `a VRT whose tile is gone is an error`() throws {
    let path = try sound()
    try Program.output("gdalbuildvrt", ["-q", scratch.path("a.vrt"), path])
    #expect(failure(reading: scratch.path("a.vrt")) == nil)
    try FileManager.default.removeItem(atPath: path)
    let error = failure(reading: scratch.path("a.vrt"))
    #expect(error?.code == .corrupt && error?.problem.contains(path) == true, "\(error as Any)")
    #expect(error?.remedy?.contains("mosaic") == true)
  }

  /// A tile of 3″ of one height, as its format has it, under a name.
  private func tile(_ name: String) throws -> String {
    let post = [UInt8]([0, 77])
    return try scratch.file(name, Data([[UInt8]](repeating: post, count: 1201 * 1201).joined()))
  }

  @Test func `an .hgt file whose name is no place says so`() throws {
    #expect(failure(reading: try tile("N38W028.hgt")) == nil)
    let error = failure(reading: try tile("azores.hgt"))
    #expect(error?.code == .notRaster && error?.remedy?.contains("call it as N38W028.hgt") == true)
    let short = failure(reading: try scratch.file("N38W028.hgt", Data(count: 1000)))
    #expect(short?.remedy?.contains("has to be fetched again") == true)
  }

  @Test(.enabled(if: Program.has("gzip") && Program.has("python3"), "needs gzip and Python"))
  func `tiles in gzip files, and in archives that macOS made, are read`() throws {
    let whole = try tile("N38W028.hgt")
    try FileManager.default.createDirectory(atPath: scratch.path("__MACOSX"), withIntermediateDirectories: true)
    try scratch.file("__MACOSX/._N38W028.hgt", "what macOS keeps")
    try Program.output(
      "python3",
      ["-m", "zipfile", "-c", scratch.path("mac.zip"), whole, scratch.path("__MACOSX")])
    try Program.output("gzip", [whole])
    for name in ["mac.zip", "N38W028.hgt.gz"] {
      let file = try RasterFile(path: scratch.path(name))
      #expect(file.driver == "SRTMHGT" && file.frame.columns == 1201)
      #expect(try file.readFloats(rows: 1200..<1201, columns: 0..<1201).allSatisfy { $0 == 77 })
    }
    #expect(scratch.names == ["N38W028.hgt.gz", "__MACOSX", "mac.zip"])
    // Half of it, and one whose checksum is wrong.
    let data = try Data(contentsOf: URL(fileURLWithPath: scratch.path("N38W028.hgt.gz")))
    var wrong = data
    wrong[data.count - 8] ^= 1
    for bytes in [data.prefix(data.count / 2), wrong] {
      try FileManager.default.createDirectory(atPath: scratch.path("bad"), withIntermediateDirectories: true)
      #expect(failure(reading: try scratch.file("bad/N38W028.hgt.gz", bytes)) != nil)
    }
  }

  @Test(.enabled(if: canRun, "needs gdal_translate"))
  func `several bands and colours are a picture, opacity is not`() throws {
    let path = try sound()
    func isPicture(_ options: String...) throws -> Bool {
      try Program.output("gdal_translate", ["-q", "-ot", "Byte"] + options + [path, scratch.path("a.tif")])
      return try RasterFile(path: scratch.path("a.tif")).isPicture
    }
    #expect(try isPicture("-b", "1", "-b", "1", "-b", "1"))
    #expect(try !isPicture("-b", "1", "-b", "1", "-colorinterp", "gray,alpha"))
    #expect(try !isPicture())
    try RasterWriter.write(
      Grid<UInt8>(frame: frame, cells: [UInt8](repeating: 0, count: 300_000)), to: path,
      options: .init(colours: [.init(red: 1, green: 2, blue: 3)]))
    #expect(try RasterFile(path: path).isPicture)
  }

  @Test(.enabled(if: canRun, "needs gdal_translate"))
  func `cells under a mask, or without opacity, are unknown`() throws {
    let small = GridFrame(columns: 3, rows: 1, firstX: 0, firstY: 0, stepX: 1, stepY: -1, crs: "EPSG:32718")
    let path = scratch.path("a.tif")
    try RasterWriter.write(Grid<UInt8>(frame: small, cells: [0, 7, 0]), to: path)
    for options in [["-b", "1", "-mask", "1"], ["-b", "1", "-b", "1", "-colorinterp", "gray,alpha"]] {
      try Program.output("gdal_translate", ["-q"] + options + [path, scratch.path("masked.tif")])
      let cells = try RasterFile(path: scratch.path("masked.tif")).readFloats(rows: 0..<1, columns: 0..<3)
      #expect(cells.map { $0.isNaN ? -1 : $0 } == [-1, 7, -1], "\(options)")
    }
  }

  @Test(.enabled(if: canRun, "needs gdal_translate"))
  func `scale and offset are applied, and the lowest double as nodata is a void`() throws {
    let small = GridFrame(columns: 3, rows: 1, firstX: 0, firstY: 0, stepX: 1, stepY: -1, crs: "EPSG:32718")
    let path = scratch.path("a.tif")
    try RasterWriter.write(Grid<Int32>(frame: small, cells: [10, 20, -1]), to: path, options: .init(noData: -1))
    try Program.output("gdal_translate", ["-q", "-a_scale", "0.5", "-a_offset", "100", path, scratch.path("b.tif")])
    let scaled = try RasterFile(path: scratch.path("b.tif")).readFloats(rows: 0..<1, columns: 0..<3)
    #expect(scaled.map { $0.isNaN ? -1 : $0 } == [105, 110, -1])
    try scratch.file(
      "c.vrt",
      """
      <VRTDataset rasterXSize="3" rasterYSize="1"><GeoTransform>0, 1, 0, 0, 0, -1</GeoTransform>
      <VRTRasterBand dataType="Float64" band="1"><NoDataValue>-1.79769313486232e+308</NoDataValue>
      <ComplexSource><SourceFilename relativeToVRT="1">a.tif</SourceFilename><SourceBand>1</SourceBand><NODATA>-1</NODATA>
      </ComplexSource></VRTRasterBand></VRTDataset>
      """)
    let lowest = try RasterFile(path: scratch.path("c.vrt")).readFloats(rows: 0..<1, columns: 0..<3)
    #expect(lowest.map { $0.isNaN ? -1 : $0 } == [10, 20, -1])
  }

  @Test(.enabled(if: canRun, "needs gdal_translate"))
  func `a rotated grid is told`() throws {
    try scratch.file(
      "a.vrt",
      """
      <VRTDataset rasterXSize="2" rasterYSize="2"><GeoTransform>0, 1, 0.5, 0, 0.5, -1</GeoTransform>
      <VRTRasterBand dataType="Int16" band="1"/></VRTDataset>
      """)
    #expect(try RasterFile(path: scratch.path("a.vrt")).isRotated)
  }
}
