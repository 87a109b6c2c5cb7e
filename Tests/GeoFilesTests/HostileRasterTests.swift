import Foundation
import GeoFiles
import TestSupport
import Testing
import Units

/// Rasters that claim to be something else, or that name what is not theirs.
@Suite struct HostileRasterTests {
  private let scratch: Scratch
  private let frame = GridFrame(
    columns: 4, rows: 4, firstX: 10, firstY: 50, stepX: 0.5, stepY: -0.5, crs: "EPSG:4326")

  init() throws {
    scratch = try Scratch()
    for folder in ["inside/tiles", "outside"] {
      try FileManager.default.createDirectory(atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    for name in ["inside/a.tif", "inside/tiles/b.tif", "outside/c.tif"] {
      try RasterWriter.write(Grid(frame: frame, cells: [Int32](repeating: 7, count: 16)), to: scratch.path(name))
    }
  }

  private func failure(_ name: String, within folder: String? = nil) -> GeoFileError? {
    do throws(GeoFileError) {
      let file = try RasterFile(path: scratch.path(name), within: folder.map(scratch.path))
      _ = try file.readFloats(rows: 0..<file.frame.rows, columns: 0..<file.frame.columns)
      return nil
    } catch { return error }
  }

  private func vrt(_ source: String, relative: Bool = true, band: String = "", more: String = "") -> String {
    """
    <VRTDataset rasterXSize="4" rasterYSize="4"><SRS>EPSG:4326</SRS><GeoTransform>10, 0.5, 0, 50, 0, -0.5</GeoTransform>
    <VRTRasterBand dataType="Int32" band="1"\(band)>\(more)<SimpleSource><SourceFilename relativeToVRT="\(relative ? 1 : 0)">\
    \(source)</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand></VRTDataset>
    """
  }

  @Test func `a mosaic of files in its folder is read, and one in a scenario's folder may use the whole folder`() throws
  {
    try scratch.file("inside/m.vrt", vrt("tiles/b.tif"))
    try scratch.file("inside/n.vrt", vrt("m.vrt"))
    try scratch.file("inside/tiles/up.vrt", vrt("../a.tif"))
    try scratch.file("inside/absolute.vrt", vrt(scratch.path("inside/a.tif"), relative: false))
    for name in ["inside/m.vrt", "inside/n.vrt", "inside/absolute.vrt"] { #expect(failure(name) == nil, "\(name)") }
    #expect(failure("inside/tiles/up.vrt", within: "inside") == nil)
    #expect(failure("inside/tiles/up.vrt")?.problem.contains("outside of") == true)
    // A scenario that names a mosaic kept elsewhere: it may use its own folder.
    try scratch.file("outside/m.vrt", vrt("c.tif"))
    #expect(failure("outside/m.vrt", within: "inside") == nil)
  }

  @Test func `a mosaic that names a file outside of its folder is refused, however it gets there`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("inside/link.tif"), withDestinationPath: scratch.path("outside/c.tif"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("inside/folder"), withDestinationPath: scratch.path("outside"))
    let names = [
      (scratch.path("outside/c.tif"), false), ("../outside/c.tif", true), ("link.tif", true), ("folder/c.tif", true),
      ("tiles/../../outside/c.tif", true), ("../outside/none.tif", true),
    ]
    for (name, isRelative) in names {
      try scratch.file("inside/m.vrt", vrt(name, relative: isRelative))
      let error = failure("inside/m.vrt")
      #expect(error?.code == .notRaster && error?.problem.contains("outside of") == true, "\(name): \(error as Any)")
      // And in a VRT in a VRT.
      try scratch.file("inside/n.vrt", vrt("m.vrt"))
      #expect(failure("inside/n.vrt")?.problem.contains("outside of") == true, "\(name)")
    }
  }

  @Test(arguments: [
    "/vsicurl/http://127.0.0.1:9/a.tif", "/vsis3/bucket/a.tif", "/vsistdin/", "/vsisubfile/0_100,a.tif",
    "/vsimem/a.tif",
    "/vsizip//vsicurl/http://127.0.0.1:9/a.zip/a.tif", "GTIFF_DIR:1:a.tif", "GTIFF_RAW:a.tif", "NETCDF:\"a.nc\":z",
    "&lt;VRTDataset/&gt;", "WMS:http://127.0.0.1:9/", "DERIVED_SUBDATASET:AMPLITUDE:a.tif", "/dev/zero",
  ])
  func `a mosaic that names no file is refused`(_ name: String) throws {
    for isRelative in [true, false] {
      try scratch.file("inside/m.vrt", vrt(name, relative: isRelative))
      let error = try #require(failure("inside/m.vrt"))
      #expect([.notRaster, .corrupt].contains(error.code))
      #expect(error.problem.contains("is not a raster file") || error.problem.contains("outside of"), "\(error)")
    }
  }

  @Test func `raw bands, pixel functions, options of drivers and hidden names are refused`() throws {
    let parts = [
      vrt("a.tif", band: " subClass=\"VRTRawRasterBand\""),
      vrt("a.tif", band: " subClass=\"VRTDerivedRasterBand\"", more: "<PixelFunctionType>sum</PixelFunctionType>"),
      vrt("a.tif", more: "<PixelFunctionType>sum</PixelFunctionType>"),
      vrt("a.tif").replacingOccurrences(of: "<SimpleSource>", with: "<SimpleSource><OpenOptions/>"),
      vrt("a.tif").replacingOccurrences(
        of: "<SimpleSource>", with: "<SimpleSource SourceFilename=\"../outside/c.tif\">"),
      vrt("a.tif").replacingOccurrences(of: "<VRTRasterBand", with: "<vrtrasterband subclass=\"vrtRAWrasterband\"")
        .replacingOccurrences(of: "</VRTRasterBand", with: "</vrtrasterband"),
      vrt("a.tif").replacingOccurrences(of: "EPSG:4326", with: "http://127.0.0.1:9/crs"),
      vrt("a.tif", more: "<Metadata domain=\"OVERVIEWS\"><MDI key=\"OVERVIEW_FILE\">../outside/c.tif</MDI></Metadata>"),
    ]
    for text in parts {
      try scratch.file("inside/m.vrt", text)
      let error = failure("inside/m.vrt")
      #expect(error?.code == .notRaster && error?.problem.contains("VRT with") == true, "\(text): \(error as Any)")
    }
    // A mask and overviews of its own are checked, not refused.
    try scratch.file(
      "inside/m.vrt",
      vrt("a.tif", more: "<Overview><SourceFilename relativeToVRT=\"1\">tiles/b.tif</SourceFilename></Overview>"))
    #expect(failure("inside/m.vrt") == nil)
    try scratch.file(
      "inside/m.vrt",
      vrt("a.tif", more: "<Overview><SourceFilename relativeToVRT=\"1\">../outside/c.tif</SourceFilename></Overview>"))
    #expect(failure("inside/m.vrt")?.problem.contains("outside of") == true)
  }

  @Test(.timeLimit(.minutes(1))) func `mosaics that name themselves, or each other without end, are refused`() throws {
    try scratch.file("inside/m.vrt", vrt("m.vrt"))
    #expect(failure("inside/m.vrt")?.code == .notRaster)
    try scratch.file("inside/m.vrt", vrt("n.vrt"))
    try scratch.file("inside/n.vrt", vrt("m.vrt"))
    #expect(failure("inside/m.vrt")?.code == .notRaster)
    // Each of seven names the next a hundred times: 10¹⁴ rasters.
    for level in 0..<7 {
      let source = "<SimpleSource><SourceFilename relativeToVRT=\"1\">l\(level + 1).vrt</SourceFilename></SimpleSource>"
      try scratch.file(
        "inside/l\(level).vrt",
        "<VRTDataset rasterXSize=\"4\" rasterYSize=\"4\"><VRTRasterBand dataType=\"Int32\" band=\"1\">"
          + String(repeating: source, count: 100) + "</VRTRasterBand></VRTDataset>")
    }
    try scratch.file("inside/l7.vrt", vrt("a.tif"))
    #expect(failure("inside/l0.vrt")?.problem.contains("200000 sources") == true)
  }

  @Test func `a file that is something else than its name says is refused by what it is`() throws {
    let claims = [
      ("<MRF_META><CachedSource><Source>a.tif</Source></CachedSource><Raster/></MRF_META>", "MRF"),
      ("\n <GDAL_WMS><Service name=\"TMS\"/></GDAL_WMS>", "WMS"), ("<GDAL_WMTS/>", "WMTS"), ("<WCS_GDAL/>", "WCS"),
      (vrt("a.tif"), "VRT"), ("{\"type\":\"FeatureCollection\",\"stac_version\":\"1\"}", "STAC"),
      ("<OGRVRTDataSource/>", "virtual layer"), ("<?xml version=\"1.0\"?><a/>", "XML"), ("%PDF-1.5", "PDF"),
      ("CDF\u{1}", "netCDF"), ("SQLite format 3\0", "database"),
    ]
    for (text, name) in claims {
      for file in ["inside/t.tif", "inside/N50E010.hgt", "inside/t.dem"] {
        try scratch.file(file, text)
        let error = try #require(failure(file))
        #expect(error.code == .notRaster && error.problem.contains(name), "\(error)")
      }
    }
    try scratch.file("inside/m.vrt", vrt("t.tif"))
    try scratch.file("inside/t.tif", claims[0].0)
    #expect(failure("inside/m.vrt")?.problem.contains("MRF") == true)
  }

  @Test func `side-cars that name files elsewhere are refused, others are read`() throws {
    func notes(_ overview: String) -> String {
      "<PAMDataset><Metadata domain=\"OVERVIEWS\"><MDI key=\"OVERVIEW_FILE\">\(overview)</MDI></Metadata></PAMDataset>"
    }
    for name in ["http://127.0.0.1:9/o.tif", "/vsicurl/http://127.0.0.1:9/o.tif", "../outside/c.tif", "/etc/passwd"] {
      try scratch.file("inside/a.tif.aux.xml", notes(name))
      #expect(failure("inside/a.tif")?.problem.contains("elsewhere") == true, "\(name)")
    }
    try scratch.file(
      "inside/a.tif.aux.xml",
      "<PAMDataset><PAMRasterBand band=\"1\"><UnitType>ft</UnitType></PAMRasterBand></PAMDataset>")
    #expect(try RasterFile(path: scratch.path("inside/a.tif")).unit == "ft")
    try scratch.file("inside/a.tif.ovr", vrt("../outside/c.tif"))
    #expect(failure("inside/a.tif")?.problem.contains("not an overview") == true)
  }

  @Test func `a header of a stranger's makes no terrain of a file elsewhere`() throws {
    try scratch.file("outside/secret", "sixteen bytes...")
    let header = """
      NROWS 4\nNCOLS 4\nNBANDS 1\nNBITS 8\nLAYOUT BIL\nULXMAP 10\nULYMAP 50\nXDIM 0.5\nYDIM 0.5\n
      """
    try scratch.file("inside/s.hdr", header)
    try scratch.file("inside/s.bil", "sixteen bytes...")
    #expect(failure("inside/s.bil") == nil)
    try FileManager.default.removeItem(atPath: scratch.path("inside/s.bil"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("inside/s.bil"), withDestinationPath: scratch.path("outside/secret"))
    #expect(failure("inside/s.bil")?.problem.contains("another folder") == true)
    // A GeoTIFF that lies elsewhere is what it is.
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("inside/c.tif"), withDestinationPath: scratch.path("outside/c.tif"))
    #expect(failure("inside/c.tif") == nil)
  }

  @Test(.timeLimit(.minutes(1))) func `a pipe beside a raster is refused and not waited for`() throws {
    #expect(mkfifo(scratch.path("inside/a.tfw"), 0o600) == 0)
    #expect(failure("inside/a.tif")?.problem.contains("not an ordinary file") == true)
  }

  @Test(.timeLimit(.minutes(1))) func `sizes without sense are refused before memory is taken`() throws {
    for (columns, rows) in [(2_000_000_000, 2_000_000_000), (1_000_000_000, 1), (1_000_000_000, 1000)] {
      try scratch.file(
        "inside/big.asc",
        "ncols \(columns)\nnrows \(rows)\nxllcorner 10\nyllcorner 50\ncellsize 0.5\n1 2 3\n")
      #expect(failure("inside/big.asc") != nil, "\(columns) × \(rows)")
      try scratch.file(
        "inside/big.vrt",
        vrt("a.tif").replacingOccurrences(of: "XSize=\"4\"", with: "XSize=\"\(columns)\"")
          .replacingOccurrences(of: "YSize=\"4\"", with: "YSize=\"\(rows)\""))
      #expect([.tooLarge, .notRaster].contains(failure("inside/big.vrt")?.code), "\(columns) × \(rows)")
    }
    let bands = (1...1001).map { "<VRTRasterBand dataType=\"Byte\" band=\"\($0)\"/>" }.joined()
    try scratch.file(
      "inside/bands.vrt",
      "<VRTDataset rasterXSize=\"4\" rasterYSize=\"4\"><GeoTransform>10, 0.5, 0, 50, 0, -0.5</GeoTransform>\(bands)</VRTDataset>"
    )
    #expect(failure("inside/bands.vrt")?.code == .tooLarge)
  }

  @Test func `reading writes nothing beside what it reads`() throws {
    try scratch.file("inside/m.vrt", vrt("tiles/b.tif"))
    let before = try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted()
    for name in ["inside/a.tif", "inside/m.vrt"] { #expect(failure(name) == nil) }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: scratch.path).sorted() == before)
  }
}
