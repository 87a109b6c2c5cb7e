import Foundation
import GeoFiles
import TestSupport
import Testing
import Units

@Suite struct RasterTests {
  private let frame = GridFrame(
    columns: 700, rows: 600, firstX: 10, firstY: 50, stepX: 0.001, stepY: -0.001, crs: "EPSG:4326")

  private var grid: Grid<Float> {
    Grid(frame: frame, cells: (0..<420_000).map { $0 == 5 ? -9999 : Float($0) / 7 })
  }

  @Test func `a window of a frame begins at its own first cell and keeps the steps`() {
    let window = frame.window(rows: 20..<50, columns: 300..<310)
    #expect((window.columns, window.rows) == (10, 30))
    // The centre of the cell in row 20 and column 300: 10° + 0.3°, 50° − 0.02°, to the rounding of doubles.
    #expect(abs(window.firstX - 10.3) < 1e-12 && abs(window.firstY - 49.98) < 1e-12)
    #expect((window.stepX, window.stepY, window.crs) == (0.001, -0.001, "EPSG:4326"))
  }

  @Test(arguments: [true, false], [true, false])
  func `what is written is read back`(isCompressed: Bool, isCloudOptimized: Bool) throws {
    let scratch = try Scratch()
    let path = scratch.path("floor.tif")
    try RasterWriter.write(
      grid, to: path,
      options: .init(isCompressed: isCompressed, isCloudOptimized: isCloudOptimized, noData: -9999, unit: "m"))
    let file = try RasterFile(path: path)
    #expect((file.frame.columns, file.frame.rows, file.noData, file.unit) == (700, 600, -9999, "m"))
    #expect(file.isWGS84)
    let cells = try file.readFloats(rows: 0..<600, columns: 0..<700)
    #expect(cells[5].isNaN)
    #expect(cells[6...] == grid.cells[6...])
    #expect(scratch.names == ["floor.tif"])
    #expect((file.overviews > 0) == isCloudOptimized)
    if let gdalinfo = Program("gdalinfo") {
      let text = try gdalinfo.run([path]).output
      #expect(text.contains("LAYOUT=COG") == isCloudOptimized)
      // The corner lies half a cell north-west of the centre of the first cell.
      #expect(text.contains("Upper Left  (   9.9995000,  50.0005000)"))
    }
  }

  @Test(.enabled(if: Program.has("gdalinfo"), "needs gdalinfo"))
  func `a cloud-optimised raster is the same however its cells waited for its overviews`() throws {
    let scratch = try Scratch()
    let sums = try [true, false].map { isHeldInMemory in
      let path = scratch.path("\(isHeldInMemory).tif")
      try RasterWriter.write(
        grid, to: path,
        options: .init(
          isCloudOptimized: true, isHeldInMemory: isHeldInMemory, noData: -9999, unit: "m", description: "a floor"))
      return try Program.output("gdalinfo", ["-checksum", path]).replacing(path, with: "")
    }
    #expect(sums[0] == sums[1] && sums[0].contains("Overviews checksum"))
  }

  @Test func `windows written in any order make the whole`() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.tif")
    let small = GridFrame(columns: 3, rows: 2, firstX: 0, firstY: 0, stepX: 1, stepY: -1, crs: "EPSG:32718")
    try RasterWriter.write(to: path, frame: small, of: Int32.self) { (sink) throws(GeoFileError) in
      try sink.write([4, 5, 6], rows: 1..<2, columns: 0..<3)
      try sink.write([2, 3], rows: 0..<1, columns: 1..<3)
      try sink.write([1], rows: 0..<1, columns: 0..<1)
    }
    #expect(try RasterFile(path: path).readFloats(rows: 0..<2, columns: 0..<3) == [1, 2, 3, 4, 5, 6])
  }

  @Test(.enabled(if: Program.has("gdalinfo"), "needs gdalinfo"), arguments: [true, false])
  func `colours go with bytes`(isCloudOptimized: Bool) throws {
    let scratch = try Scratch()
    let path = scratch.path("bands.tif")
    let small = GridFrame(columns: 2, rows: 1, firstX: 0, firstY: 0, stepX: 1, stepY: -1, crs: "EPSG:32718")
    try RasterWriter.write(
      Grid<UInt8>(frame: small, cells: [0, 1]), to: path,
      options: .init(
        isCloudOptimized: isCloudOptimized, noData: 255,
        colours: [.init(red: 255, green: 0, blue: 0), .init(red: 1, green: 2, blue: 3)]))
    let text = try Program.output("gdalinfo", [path])
    #expect(text.contains("0: 255,0,0,255") && text.contains("1: 1,2,3,255") && text.contains("NoData Value=255"))
  }

  @Test(
    .enabled("needs the right to mount a small file system") { SmallDisk.isPossible() }, arguments: [true, false],
    [true, false])
  func `a full disk gives a clear error and leaves the old file`(isCompressed: Bool, isCloudOptimized: Bool) throws {
    let disk = try SmallDisk(kilobytes: 256)
    let path = try disk.file("a.tif", "old")
    var random = SplitMix(seed: 1)
    let noise = Grid(frame: frame, cells: (0..<420_000).map { _ in Float.random(in: 0...1, using: &random) })
    do throws(GeoFileError) {
      try RasterWriter.write(
        noise, to: path, options: .init(isCompressed: isCompressed, isCloudOptimized: isCloudOptimized))
      Issue.record("a full disk went unnoticed")
    } catch {
      #expect(error.code == .unwritable && error.path == path)
      #expect(error.remedy?.hasPrefix("the disk of \(disk.path) is full (") == true, "\(error)")
      #expect(!error.description.contains(".replacing-"), "\(error)")
      // 9 blocks of 256 × 256 × 4 bytes and their head: known before it is written where it is not packed.
      if !isCompressed { #expect(error.remedy?.contains("takes 2.5 MB or more") == true, "\(error)") }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(disk.names == ["a.tif"])
  }
}
