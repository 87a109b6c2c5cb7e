import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

/// One GeoJSON source, written by ogr2ogr into other formats and systems, read by us.
@Suite struct VectorLayerTests {
  private static let source = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"id":"a","n":7,"r":2.5,"ok":true},
     "geometry":{"type":"Point","coordinates":[-73.8254321,-12.5987654]}},
    {"type":"Feature","properties":{"id":"b ñ","n":null,"r":null,"ok":false},
     "geometry":{"type":"Point","coordinates":[-74.25,-13.125]}}]}
    """
  private static let places = [(-12.5987654, -73.8254321), (-13.125, -74.25)]
    .map { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }

  private static func places(_ layer: VectorLayer) -> [Position] {
    layer.features.compactMap { if case .point(let place) = $0.geometry { place } else { nil } }
  }

  /// Metres on the ground between what was read and what was written.
  private static func errors(_ layer: VectorLayer) -> [Double] {
    zip(places(layer), places).map { Ellipsoid.wgs84.distance(from: $0, to: $1).metres }
  }

  @Test func `GeoJSON gives its values with their types`() throws {
    let scratch = try Scratch()
    let layer = try VectorLayer.read(path: try scratch.file("p.geojson", Self.source))
    #expect(layer.columns == ["id", "n", "r", "ok"])
    #expect(layer.features[0].fields.map(\.value) == [.text("a"), .integer(7), .real(2.5), .text("yes")])
    #expect(layer.features[1].fields.map(\.value) == [.text("b ñ"), .null, .null, .text("no")])
    #expect(Self.places(layer) == Self.places)
    #expect(layer.rows == [.row(1), .row(2)])
    #expect(layer.warnings.isEmpty && layer.problems.isEmpty)
  }

  @Test(
    .enabled(if: Program.has("ogr2ogr"), "needs ogr2ogr"),
    arguments: [
      ("GPKG", "p.gpkg"), ("KML", "p.kml"), ("LIBKML", "p.kmz"), ("ESRI Shapefile", "p.shp"), ("FlatGeobuf", "p.fgb"),
      ("GML", "p.gml"), ("MapInfo File", "p.tab"), ("GeoJSONSeq", "p.geojsonl"), ("GPX", "p.gpx"),
    ])
  func `the same places come out of every format`(driver: String, name: String) throws {
    let scratch = try Scratch()
    let path = scratch.path(name)
    let source = try scratch.file("source.geojson", Self.source)
    try Program.output(
      "ogr2ogr",
      ["-f", driver, path, source, "-nln", driver == "GPX" ? "waypoints" : "p"]
        + (driver == "GPX" ? ["-dsco", "GPX_USE_EXTENSIONS=YES"] : []))
    let layer = try VectorLayer.read(path: path, layer: driver == "GPX" ? "waypoints" : nil)
    // GPX keeps nine digits, a millimetre; MapInfo whole steps of 2000 degrees / 2^31, a decimetre.
    #expect(Self.errors(layer).count == 2)
    #expect(Self.errors(layer).allSatisfy { $0 < (driver == "MapInfo File" ? 0.2 : 0.02) })
  }

  @Test(
    .enabled(if: Program.has("ogr2ogr"), "needs ogr2ogr"), arguments: ["EPSG:24878", "EPSG:32718", "EPSG:4248"])
  func `a Shapefile in another system is brought to WGS 84`(system: String) throws {
    let scratch = try Scratch()
    let source = try scratch.file("source.geojson", Self.source)
    try Program.output("ogr2ogr", [scratch.path("p.shp"), source, "-t_srs", system])
    let layer = try VectorLayer.read(path: scratch.path("p.shp"))
    // The file holds doubles; both ways go through PROJ's choice for the place, which may differ between a whole
    // country and a single place by the accuracy of PSAD56, some metres.
    #expect(Self.errors(layer).count == 2)
    #expect(Self.errors(layer).allSatisfy { $0 < (system == "EPSG:32718" ? 0.001 : 10) })
    // Without its .prj nothing tells what the numbers mean …
    try FileManager.default.removeItem(atPath: scratch.path("p.prj"))
    let error = VectorLayer.failure(path: scratch.path("p.shp"))
    #expect(error?.code == .noCoordinateSystem)
    #expect(error?.remedy?.contains("crs:") == true)
    // … until the user says so.
    let stated = try VectorLayer.read(path: scratch.path("p.shp"), crs: system)
    #expect(stated.coordinateSystem == system)
    #expect(Self.places(stated).count == 2)
    #expect(
      zip(Self.places(stated), Self.places(layer)).allSatisfy {
        Ellipsoid.wgs84.distance(from: $0, to: $1).metres < 0.001
      })
  }

  @Test(.enabled(if: Program.has("ogr2ogr") && Program.has("python3"), "needs ogr2ogr and Python"))
  func `zipped files open by the archive's name, or by the member's when there are several`() throws {
    let scratch = try Scratch()
    let source = try scratch.file("source.geojson", Self.source)
    try Program.output("ogr2ogr", ["-f", "ESRI Shapefile", scratch.path("p.shz"), source])
    try FileManager.default.moveItem(atPath: scratch.path("p.shz"), toPath: scratch.path("p.zip"))
    let errors = Self.errors(try VectorLayer.read(path: scratch.path("p.zip")))
    #expect(errors.count == 2 && errors.allSatisfy { $0 < 0.001 })
    _ = try scratch.file("t.csv", "id\na\n")
    try Program.output(
      "python3",
      [
        "-c",
        "import sys,zipfile\nz=zipfile.ZipFile(sys.argv[1],'w')\nz.write(sys.argv[2],'in/t.csv')\nz.write(sys.argv[3],'s.geojson')",
        scratch.path("two.zip"), scratch.path("t.csv"), source,
      ])
    #expect(VectorLayer.failure(path: scratch.path("two.zip"))?.code == .ambiguousLayer)
    #expect(try VectorLayer.read(path: scratch.path("two.zip/in/t.csv")).text(0, "id") == "a")
    #expect(try VectorLayer.read(path: scratch.path("two.zip/s.geojson")).features.count == 2)
    #expect(VectorLayer.failure(path: scratch.path("two.zip/no.csv"))?.code == .missing)
  }

  @Test func `of several layers one must be named`() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.gpkg")
    let layers = ["x", "y"].map { OutputLayer(name: $0, geometry: .none, fields: [.init("id", .text)]) }
    try VectorFile.write(layers, to: path, format: .geoPackage)
    let error = VectorLayer.failure(path: path)
    #expect(error?.code == .ambiguousLayer)
    #expect(error?.remedy?.contains("x, y") == true)
    #expect(try VectorLayer.read(path: path, layer: "y").name == "y")
    #expect(VectorLayer.failure(path: path, layer: "z")?.code == .noSuchLayer)
  }

  @Test func `rings are closed and wound whatever the file does`() throws {
    let scratch = try Scratch()
    // Outer ring clockwise and open, hole anticlockwise.
    let layer = try VectorLayer.read(
      path: try scratch.file(
        "p.geojson",
        #"{"type":"Polygon","coordinates":[[[0,0],[0,4],[4,4],[4,0]],[[1,1],[2,1],[2,2],[1,2],[1,1]]]}"#))
    guard case .polygons(let polygons) = layer.features[0].geometry else {
      Issue.record("no polygon")
      return
    }
    #expect(polygons.count == 1)
    let outer = polygons[0][0]
    #expect(outer.first == outer.last && outer.count == 5)
    // Anticlockwise from the corner 0, 0 goes east first, or comes back along the west side.
    #expect(outer[1] == Position(latitudeDegrees: 0, longitudeDegrees: 4))
    #expect(polygons[0][1][1] == Position(latitudeDegrees: 2, longitudeDegrees: 1))
  }

  @Test func `geometries that are no places are problems with their row, and the others stand`() throws {
    let scratch = try Scratch()
    let geometries = [
      #"{"type":"Point","coordinates":[-73,95]}"#, #"{"type":"Point","coordinates":[-73,-12,350]}"#,
      #"{"type":"Point","coordinates":[1e999,-12]}"#, #"{"type":"Point","coordinates":[NaN,-12]}"#, "null",
      #"{"type":"MultiPoint","coordinates":[[1,2],[3,4]]}"#, #"{"type":"LineString","coordinates":[[1,2]]}"#,
      #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},{"type":"LineString","coordinates":[[1,2],[3,4]]}]}"#,
      #"{"type":"Point","coordinates":[-73,-12]}"#, #"{"type":"Point","coordinates":[900,1]}"#,
      #"{"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]}"#,
    ]
    let rows = geometries.map { #"{"type":"Feature","properties":{"id":1},"geometry":\#($0)}"# }
    let layer = try VectorLayer.read(
      path: try scratch.file(
        "p.geojson", #"{"type":"FeatureCollection","features":["# + rows.joined(separator: ",") + "]}"))
    #expect(layer.features.count == geometries.count)
    #expect(layer.problems.map(\.place.row) == [1, 3, 4, 6, 7, 8, 10].map { .row($0) })
    #expect(
      layer.problems.map(\.code) == [
        .badCoordinate, .badCoordinate, .badCoordinate, .badGeometry, .badGeometry, .badGeometry, .badCoordinate,
      ])
    let good = Position(latitudeDegrees: -12, longitudeDegrees: -73)
    #expect(layer.features[1].geometry == .point(good))
    #expect(layer.features[8].geometry == .point(good))
    guard case .lines(let lines) = layer.features[10].geometry else {
      Issue.record("no lines")
      return
    }
    #expect(lines.count == 2)
  }

  @Test func `a place outside the area of its coordinate system is warned of`() throws {
    let scratch = try Scratch()
    func warnings(_ crs: String, _ place: String) throws -> [GeoFileWarning] {
      try VectorLayer.read(path: try scratch.file("t.csv", "WKT\nPOINT (\(place))\n"), crs: crs).warnings
    }
    // EPSG's area of WGS 84 / UTM zone 18S is 78°W to 72°W; 500 000 m east is its central meridian, 75°W, and
    // 1 500 000 m east lies some 9° beyond it at this latitude.
    #expect(try warnings("EPSG:32718", "500000 8600000") == [])
    let warning = try #require(try warnings("EPSG:32718", "1500000 8600000").first)
    #expect(warning.code == .transformation && warning.text.contains("UTM zone 18S"))
    // New Zealand's area crosses the antimeridian; 1 600 000 m east is its central meridian, 173°E.
    #expect(try warnings("EPSG:2193", "1600000 5400000") == [])
    // An ellipsoid without a datum: PROJ can only guess.
    #expect(try warnings("+proj=longlat +ellps=bessel", "10 50").contains { $0.text.contains("ballpark") })
  }

  @Test(arguments: ["EPSG:999999", "nonsense", "EPSG:", "http://example.com/crs", "", "/etc/passwd"])
  func `a coordinate system that PROJ does not know is named`(crs: String) throws {
    let scratch = try Scratch()
    let error = VectorLayer.failure(path: try scratch.file("p.geojson", Self.source), crs: crs)
    #expect(error?.code == .badCoordinateSystem)
    #expect(error?.problem.contains("'\(crs)'") == true)
  }
}
