import Foundation
import TestSupport
import Testing

@Suite struct TerrainCommandTests {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch([
      "a.asc": "ncols 3\nnrows 2\nxllcorner 10\nyllcorner 0\ncellsize 0.5\nNODATA_value -9999\n1 2 -9999\n4 5 9\n",
      "a.prj":
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
    ])
  }

  private func info(_ arguments: String...) throws -> Program.Outcome {
    try Program.atalaya.run(["terrain", "info"] + arguments)
  }

  @Test func `terrain info tells grid, datum, range and voids`() throws {
    let outcome = try info(scratch.path("a.asc"))
    #expect(outcome.status == 0)
    func line(_ title: String) -> String? { outcome.lines.first { $0.hasPrefix(title) } }
    #expect(line("size")?.contains("3 columns × 2 rows") == true)
    // Half a degree is 1800 seconds.
    #expect(line("cell")?.contains("1800″ × 1800″") == true)
    #expect(line("bounds")?.contains("south 0.000000°, north 1.000000°, west 10.000000°, east 11.500000°") == true)
    // (1 + 2 + 4 + 5 + 9) / 5
    #expect(line("elevation")?.contains("1.0 m to 9.0 m, mean 4.2 m") == true)
    #expect(line("unknown")?.contains("1 cells (16.667 %)") == true)
    #expect(line("heights")?.contains("assumed") == true)
    #expect(outcome.errors.contains("warning: no vertical datum is stated"))
  }

  @Test func `rasters and mosaics with names of one character are read`() throws {
    // Foundation's folder of such a path traps on Linux.
    try scratch.file("t", Data(contentsOf: Checkout.root.appendingPathComponent("GeoData/lima/terrain.tif")))
    let frame = "rasterXSize=\"2401\" rasterYSize=\"2401\""
    let mosaic = """
      <VRTDataset \(frame)><SRS>EPSG:4326</SRS><GeoTransform>-78,0.001,0,-11,0,-0.001</GeoTransform>\
      <VRTRasterBand dataType="Int16" band="1"><SimpleSource><SourceFilename relativeToVRT="1">t</SourceFilename>\
      <SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>
      """
    try scratch.file("v.vrt", mosaic)
    for name in ["t", "./t", "v.vrt"] {
      let outcome = try Program.atalaya.run(["terrain", "info", name], in: scratch.path)
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
    }
  }

  @Test func `a raster without any height of the Earth says so, and that they may be feet`() throws {
    // The Andes in feet, whose unit the file does not state.
    try scratch.file("a.asc", "ncols 2\nnrows 1\nxllcorner 10\nyllcorner 0\ncellsize 0.5\n14000 16500\n")
    let outcome = try info(scratch.path("a.asc"))
    #expect(outcome.status == 0 && outcome.output.contains("nothing known"))
    #expect(outcome.errors.contains("no cell has a height of -12000 m to 9000 m") && outcome.errors.contains("feet"))
  }

  @Test(.enabled(if: Program.has("gdal_create"), "needs gdal_create"))
  func `terrain around a pole reaches to it and holds all longitudes`() throws {
    let path = scratch.path("pole.tif")
    try Program.output(
      "gdal_create",
      ["-of", "GTiff", "-outsize", "40", "40", "-ot", "Float32", "-burn", "2800", "-a_srs", "EPSG:3031"]
        + ["-a_ullr", "-20000", "20000", "20000", "-20000", path])
    let bounds = try info(path).lines.first { $0.hasPrefix("bounds") }
    // 20√2 km from the pole, at the map's scale of 0.97 there: 0.26°.
    #expect(bounds?.contains("south -90.000000°, north -89.73") == true, "\(bounds ?? "")")
    #expect(bounds?.contains("west -180.000000°, east 180.000000°") == true)
  }

  @Test func `tiles that contradict each other are told, by terrain info and by a floor over them`() throws {
    try scratch.file("b.asc", "ncols 2\nnrows 2\nxllcorner 10\nyllcorner 0\ncellsize 0.5\n1 2\n54 5\n")
    try FileManager.default.copyItem(atPath: scratch.path("a.prj"), toPath: scratch.path("b.prj"))
    let (a, b) = (scratch.path("a.asc"), scratch.path("b.asc"))
    let text =
      "warning: \(a) and \(b) differ by more than 5 m at 1 of the 4 posts of both, by up to 50 m: the heights of \(a) are taken, which comes first\n"
    #expect(try info(a, b).errors.contains(text))
    let floor = try Program.atalaya.run(
      ["floor", a, b, "--at", "0.5, 10.5", "--antenna-altitude", "100m", "--range", "80km"]
        + ["--output", scratch.path("floor.tif"), "--causes", scratch.path("causes.tif"), "--target-height", "100m"])
    #expect(floor.status == 0, "\(floor.errors)")
    #expect(floor.errors.components(separatedBy: text).count == 2, "\(floor.errors)")
  }

  @Test func `as json every figure has a key, and standard output is nothing else`() throws {
    let outcome = try info(scratch.path("a.asc"), "--format", "json")
    let facts = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(facts["columns"] as? Int == 3 && facts["rows"] as? Int == 2 && facts["voids"] as? Int == 1)
    #expect(facts["verticalDatumBasis"] as? String == "assumed" && facts["meanMetres"] as? Double == 4.2)
    #expect((facts["voidShare"] as? Double).map { abs($0 - 1.0 / 6) < 1e-12 } == true)
  }

  @Test func `what is no terrain ends with 1 and one line that says why`() throws {
    let text = try scratch.file("b.tif", "no raster")
    for path in [text, scratch.path("none"), scratch.path("a.prj")] {
      let outcome = try info(path)
      #expect(outcome.status == 1 && outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("error: \(path): ") && outcome.errors.split(separator: "\n").count == 1)
    }
    #expect(try info().status == 64)
  }
}
