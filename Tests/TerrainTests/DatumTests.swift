import Foundation
import GeoFiles
import Terrain
import TestSupport
import Testing
import Units

@Suite struct DatumTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func file(_ crs: String, unit: String = "") throws -> String {
    let frame = GridFrame(columns: 2, rows: 1, firstX: 10, firstY: 50, stepX: 0.1, stepY: -0.1, crs: crs)
    let path = scratch.path("a.tif")
    try RasterWriter.write(Grid<Float>(frame: frame, cells: [100, 200]), to: path, options: .init(unit: unit))
    return path
  }

  private func failure(_ path: String) -> GeoFileError? {
    do throws(GeoFileError) {
      _ = try Terrain.open([path])
      return nil
    } catch { return error }
  }

  @Test(arguments: [
    ("EPSG:4326+5773", "EGM96 height"), ("EPSG:4326+3855", "EGM2008 height"), ("EPSG:4269+5703", "NAVD88 height"),
  ])
  func `heights above a sea level are taken and their datum named`(_ crs: String, _ name: String) throws {
    let terrain = try Terrain.open([try file(crs)])
    #expect(terrain.verticalDatum.name == name && terrain.verticalDatum.basis == .stated)
    #expect(try terrain.read(rows: 0..<1, columns: 0..<2).cells == [100, 200])
  }

  @Test func `heights above the ellipsoid and depths are refused with the way to change them`() throws {
    let ellipsoidal = failure(try file("EPSG:4979"))
    #expect(ellipsoidal?.code == .unfitRaster && ellipsoidal?.problem.contains("above the ellipsoid") == true)
    #expect(ellipsoidal?.remedy?.contains("gdalwarp") == true)
    #expect(failure(try file("EPSG:4326+5715"))?.problem.contains("depths") == true)
  }

  @Test(arguments: [
    // EPSG:8228 is NAVD88 height in feet of 0.3048 m, EPSG:6360 in US survey feet of 1200/3937 m.
    ("EPSG:4269+8228", "", 30.48), ("EPSG:4269+6360", "", 120_000.0 / 3937), ("EPSG:4326", "ft", 30.48),
    ("EPSG:4326", "us-ft", 120_000.0 / 3937), ("EPSG:4326", "m", 100),
  ])
  func `feet become metres, and that is said`(_ crs: String, _ unit: String, _ metres: Double) throws {
    let terrain = try Terrain.open([try file(crs, unit: unit)])
    // Cells are floats: near 30 m they are 2e-6 m apart.
    #expect(abs(Double(try terrain.read(rows: 0..<1, columns: 0..<1).cells[0]) - metres) < 4e-6)
    #expect(terrain.warnings.contains { $0.code == .converted && $0.text.contains("to metres") } == (metres != 100))
  }

  @Test(.enabled(if: Program.has("gdalwarp") && Program.has("sh"), "needs gdalwarp"))
  func `what is advised for a turned grid leaves the heights as they are`() throws {
    // Above EGM96, which gdalwarp would by itself turn into heights above the ellipsoid.
    _ = try file("EPSG:4326+5773")
    try scratch.file(
      "turned.vrt",
      """
      <VRTDataset rasterXSize="2" rasterYSize="1"><SRS>EPSG:4326+5773</SRS>
      <GeoTransform>-77, 0.1, 0.01, -12, 0.01, -0.1</GeoTransform><VRTRasterBand dataType="Float32" band="1">
      <ComplexSource><SourceFilename relativeToVRT="1">a.tif</SourceFilename><SourceBand>1</SourceBand>
      <ScaleOffset>700</ScaleOffset><ScaleRatio>0</ScaleRatio></ComplexSource></VRTRasterBand></VRTDataset>
      """)
    let remedy = try #require(failure(scratch.path("turned.vrt"))?.remedy)
    let command = try #require(remedy.components(separatedBy: " makes one").first)
    try Program.output("sh", ["-c", command], in: scratch.path)
    let terrain = try Terrain.open([scratch.path("north-up.tif")])
    let heights = try terrain.read(rows: 0..<terrain.frame.rows, columns: 0..<terrain.frame.columns).cells
    #expect(heights.contains(700) && heights.allSatisfy { $0 == 700 || $0.isNaN })
  }

  @Test func `bytes are doubted`() throws {
    let frame = GridFrame(columns: 2, rows: 1, firstX: 10, firstY: 50, stepX: 0.1, stepY: -0.1, crs: "EPSG:4326")
    try RasterWriter.write(Grid<UInt8>(frame: frame, cells: [100, 200]), to: scratch.path("b.tif"))
    #expect(try Terrain.open([scratch.path("b.tif")]).warnings.contains { $0.code == .notHeights })
    #expect(try !Terrain.open([try file("EPSG:4326")]).warnings.contains { $0.code == .notHeights })
  }

  @Test(.enabled(if: Program.has("gdal_translate"), "needs gdal_translate"))
  func `complex numbers are refused`() throws {
    try Program.output("gdal_translate", ["-q", "-ot", "CFloat32", try file("EPSG:4326"), scratch.path("c.tif")])
    #expect(failure(scratch.path("c.tif"))?.problem.contains("complex") == true)
  }

  @Test func `a unit that is no length of ours is refused`() throws {
    #expect(failure(try file("EPSG:4326", unit: "fathom"))?.problem == "its heights are in “fathom”")
  }

  @Test func `a file that says nothing is taken to be above sea level, with a warning`() throws {
    let terrain = try Terrain.open([try file("EPSG:4326")])
    #expect(terrain.verticalDatum.basis == .assumed)
    #expect(terrain.warnings.contains { $0.code == .assumedDatum })
  }

  @Test(.enabled(if: Program.has("gdal_translate"), "needs gdal_translate"))
  func `a site's own grid, and a geocentric one, are refused by the file's name`() throws {
    let path = try file("EPSG:32718")
    for system in ["LOCAL_CS[\"our site\",UNIT[\"metre\",1]]", "EPSG:4978"] {
      try Program.output("gdal_translate", ["-q", "-a_srs", system, path, scratch.path("site.tif")])
      let error = failure(scratch.path("site.tif"))
      #expect(error?.path == scratch.path("site.tif") && error?.problem.contains("no longitudes") == true)
      #expect(error?.remedy?.contains("gdal_edit.py -a_srs") == true)
    }
  }

  @Test func `a file that does not say where it lies, or in which system, is refused`() throws {
    #expect(failure(try file(""))?.problem == "states no coordinate system")
  }

  @Test func `the fingerprint changes with the content and not with folder or time`() throws {
    let path = try file("EPSG:4326")
    let first = try Terrain.open([path]).fingerprint
    #expect(try Terrain.open([path]).fingerprint == first)
    #expect(try Terrain.open([path], missing: .sea).fingerprint != first)
    let other = try Scratch()
    try FileManager.default.moveItem(atPath: path, toPath: other.path("a.tif"))
    #expect(try Terrain.open([other.path("a.tif")]).fingerprint == first)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: other.path("a.tif"))
    #expect(try Terrain.open([other.path("a.tif")]).fingerprint == first)
    // One byte of the heights, the size and the time as they were.
    var data = try Data(contentsOf: URL(fileURLWithPath: other.path("a.tif")))
    data[data.count - 1] ^= 1
    try data.write(to: URL(fileURLWithPath: other.path("a.tif")))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: other.path("a.tif"))
    #expect(try Terrain.open([other.path("a.tif")]).fingerprint != first)
  }
}
