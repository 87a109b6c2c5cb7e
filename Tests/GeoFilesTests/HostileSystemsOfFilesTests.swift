import Foundation
import GeoFiles
import TestSupport
import Testing
import Units

/// Coordinate systems in files, which may name any file of this machine as a grid.
@Suite struct HostileSystemsOfFilesTests {
  private let scratch: Scratch
  private let pipe: String
  private let descriptor: Int32

  init() throws {
    scratch = try Scratch()
    pipe = scratch.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    // With both ends open nobody waits for us, and what is in it shows whether somebody read.
    descriptor = open(pipe, O_RDWR | O_NONBLOCK)
    try #require(write(descriptor, "x", 1) == 1)
  }

  private func expectUntouched(_ what: String) {
    var byte: UInt8 = 0
    #expect(read(descriptor, &byte, 1) == 1, "\(what) was read")
    _ = write(descriptor, "x", 1)
  }

  private func wkt(_ grid: String) -> String {
    """
    GEOGCS["x",DATUM["y",SPHEROID["z",6378137,298.25],EXTENSION["PROJ4_GRIDS","\(grid)"]],PRIMEM["G",0],\
    UNIT["degree",0.0174532925199433]]
    """
  }

  private func layer(_ crs: String) throws -> String {
    let name = String(decoding: try JSONEncoder().encode(crs), as: UTF8.self)
    return try scratch.file(
      "a.geojson",
      """
      {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":\(name)}},"features":[{"type":"Feature",
      "properties":{"id":"a"},"geometry":{"type":"Point","coordinates":[9,50]}}]}
      """)
  }

  @Test(.timeLimit(.minutes(1))) func `a layer's own system that names a file by its path is refused`() throws {
    for crs in [
      "+proj=longlat +nadgrids=\(pipe)", "+proj=longlat +nadgrids=@\(pipe)", "+proj=longlat +nadgrids=\"\(pipe)\"",
      wkt(pipe),
      "+proj=longlat +ellps=bessel +nadgrids=/dev/stdin", "+proj=longlat +nadgrids=./nothing",
    ] {
      let error = try #require(VectorLayer.failure(path: try layer(crs)), "\(crs) was taken")
      #expect(error.code == .badCoordinateSystem && error.problem.contains("names a file"), "\(crs): \(error)")
      expectUntouched(crs)
    }
    // GDAL makes no system of these.
    for crs in ["+init=\(pipe):a", "+proj=pipeline +step +proj=hgridshift +grids=\(pipe)"] {
      #expect(VectorLayer.failure(path: try layer(crs)) != nil, "\(crs) was taken")
      expectUntouched(crs)
    }
  }

  @Test(.timeLimit(.minutes(1))) func `a stated system that names a file by its path is refused`() throws {
    let table = try scratch.file("a.csv", "id,WKT\na,POINT (9 50)\n")
    for crs in [wkt(pipe), "+proj=longlat +nadgrids=\(pipe)", "+init=\(pipe):a"] {
      for path in [table, try layer("EPSG:4326")] {
        #expect(VectorLayer.failure(path: path, crs: crs)?.code == .badCoordinateSystem, "\(crs)")
        expectUntouched(crs)
      }
    }
  }

  @Test(.timeLimit(.minutes(1))) func `terrain whose system names a file by its path is refused`() throws {
    let cells = "ncols 2\nnrows 2\nxllcorner 9\nyllcorner 50\ncellsize 1\n1 2\n3 4\n"
    let vertical = """
      COMPD_CS["c",GEOGCS["x",DATUM["y",SPHEROID["z",6378137,298.25]],PRIMEM["G",0],UNIT["degree",0.0174532925199433]],\
      VERT_CS["v",VERT_DATUM["d",2005,EXTENSION["PROJ4_GRIDS","\(pipe)"]],UNIT["metre",1],AXIS["Up",UP]]]
      """
    for system in [wkt(pipe), wkt("../pipe"), vertical] {
      let path = try scratch.file("t.asc", cells)
      try scratch.file("t.prj", system)
      do throws(GeoFileError) {
        _ = try RasterFile(path: path)
        Issue.record("\(system) was taken")
      } catch { #expect(error.code == .badCoordinateSystem && error.problem.contains("names a file"), "\(error)") }
      expectUntouched(system)
    }
    try scratch.file("t.prj", "")
    for system in ["+init=\(pipe):a", "+proj=longlat +nadgrids=\(pipe)"] {
      let path = try scratch.file(
        "t.vrt",
        """
        <VRTDataset rasterXSize="2" rasterYSize="2"><SRS>\(system)</SRS><GeoTransform>9, 1, 0, 52, 0, -1</GeoTransform>
        <VRTRasterBand dataType="Float32" band="1"><SimpleSource><SourceFilename relativeToVRT="1">t.asc</SourceFilename>
        </SimpleSource></VRTRasterBand></VRTDataset>
        """)
      _ = try? RasterFile(path: path)
      expectUntouched(system)
    }
  }
}
