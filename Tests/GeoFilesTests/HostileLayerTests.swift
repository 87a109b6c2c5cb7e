import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

/// Layers that never end, that are far too large, or that ask for something elsewhere.
@Suite struct HostileLayerTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func point(_ name: String, _ longitude: Double) -> String {
    """
    {"type":"Feature","properties":{"id":"\(name)"},"geometry":{"type":"Point","coordinates":[\(longitude),-10]}}
    """
  }

  /// A GeoPackage with two points, and a view over them that is registered as a layer.
  private func view(_ sql: String) throws -> String {
    let source = try scratch.file(
      "source.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(point("a", -70)),\(point("b", -71))]}")
    let path = scratch.path("v.gpkg")
    try? FileManager.default.removeItem(atPath: path)
    try Program.output("ogr2ogr", ["-f", "GPKG", path, source, "-nln", "places"])
    let script = """
      import sqlite3, sys
      c = sqlite3.connect(sys.argv[1])
      c.execute("CREATE VIEW v AS " + sys.argv[2])
      c.execute("INSERT INTO gpkg_contents(table_name, data_type, identifier, srs_id) VALUES('v','features','v',4326)")
      c.execute("INSERT INTO gpkg_geometry_columns VALUES('v','geom','POINT',4326,0,0)")
      c.commit()
      """
    try Program.output("python3", ["-c", script, path, sql])
    return path
  }

  private static let numbers = "WITH RECURSIVE k(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM k)"
  private static let canRun = Program.has("ogr2ogr") && Program.has("python3")

  @Test(
    .enabled(if: canRun, "needs ogr2ogr and Python"), .timeLimit(.minutes(5)),
    arguments: [
      // A row after the other without end, never a first row, and a product of a table with itself that finds none.
      "\(numbers) SELECT k.x AS fid, p.geom, p.id FROM k, places p",
      "\(numbers) SELECT k.x AS fid, p.geom, p.id FROM k, places p WHERE k.x < 0",
      """
      WITH RECURSIVE k(x) AS (SELECT 1 UNION ALL SELECT x+1 FROM k LIMIT 4000) SELECT a.x AS fid, p.geom, p.id
      FROM k a, k b, k c, places p WHERE a.x + b.x + c.x < 0
      """,
    ])
  func `a view without end is an error`(_ sql: String) throws {
    let path = try view(sql)
    // Views end at the limit whatever it is: few steps are enough to see that.
    try SQLiteGuard.$stepLimit.withValue(5_000_000) { () throws in
      let error = VectorLayer.failure(path: path, layer: "v")
      #expect(error?.code == .tooLarge && error?.problem.contains("5 million steps") == true, "\(error as Any)")
      #expect(try VectorLayer.read(path: path, layer: "places").features.count == 2)
    }
  }

  @Test(.enabled(if: canRun, "needs ogr2ogr and Python"), .timeLimit(.minutes(5)))
  func `the limit that is set takes seconds, not minutes`() throws {
    let path = try view("\(Self.numbers) SELECT k.x AS fid, p.geom, p.id FROM k, places p WHERE k.x < 0")
    #expect(VectorLayer.failure(path: path, layer: "v")?.problem.contains("150 million steps") == true)
  }

  @Test(.enabled(if: canRun, "needs ogr2ogr and Python"), .timeLimit(.minutes(5)))
  func `a view without end is an error after another database was read`() throws {
    // GDAL forgets the functions of ours that watch databases when it closes one.
    let path = try view("\(Self.numbers) SELECT k.x AS fid, p.geom, p.id FROM k, places p WHERE k.x < 0")
    try SQLiteGuard.$stepLimit.withValue(5_000_000) { () throws in
      for _ in 0..<2 {
        #expect(try VectorLayer.read(path: path, layer: "places").features.count == 2)
        #expect(VectorLayer.failure(path: path, layer: "v")?.code == .tooLarge)
      }
    }
  }

  @Test(.enabled(if: canRun, "needs ogr2ogr and Python"))
  func `a view that ends is a layer like any other`() throws {
    let layer = try VectorLayer.read(
      path: try view("SELECT fid, geom, upper(id) AS id FROM places WHERE id <> 'a'"), layer: "v")
    #expect(layer.features.count == 1 && layer.text(0, "id") == "B")
  }

  @Test(.timeLimit(.minutes(2))) func `more rows than any layer has are refused`() throws {
    let row = "{\"type\":\"Feature\",\"properties\":null,\"geometry\":null}\n"
    let most = try scratch.file("most.geojsonl", String(repeating: row, count: 2000))
    let more = try scratch.file("more.geojsonl", String(repeating: row, count: 2001))
    try ReadingLimits.$rows.withValue(2000) { () throws in
      #expect(try VectorLayer.read(path: most).features.count == 2000)
      #expect(VectorLayer.failure(path: more)?.problem == "has more than 2000 rows")
    }
  }

  @Test func `the limits are those that are promised`() throws {
    let promises = try String(contentsOf: Checkout.root.appendingPathComponent("SECURITY.md"), encoding: .utf8)
    #expect(
      ReadingLimits.rows == 1_000_000 && promises.contains("| rows, points, values, text of a layer | 1,000,000;"))
    #expect(
      ReadingLimits.textBytes == 64 << 20
        && promises.contains("GeoJSON, KML, GPX, GML, XLSX, ODS), unpacked | 64 MiB |"))
    #expect(SQLiteGuard.stepLimit == 150_000_000 && SQLiteGuard.heapBytes == 1 << 30)
    #expect(promises.contains("| 150 million steps of SQLite (2 to 4 s), 1,000,000 rows, 1 GiB of memory |"))
  }

  @Test(.enabled(if: Program.has("python3"), "needs Python"), .timeLimit(.minutes(2)))
  func `archives that unpack to more than a layer has are refused`() throws {
    let script = """
      import sys, zipfile
      for name, member in [('b.kmz', 'doc.kml'), ('b.zip', 'b.geojson'), ('b.xlsx', 'xl/worksheets/sheet1.xml'), ('b.ods', 'content.xml')]:
        with zipfile.ZipFile(sys.argv[1] + '/' + name, 'w', zipfile.ZIP_DEFLATED) as z:
          with z.open(member, 'w') as f:
            for _ in range(70): f.write(b' ' * (1 << 14))
      """
    try Program.output("python3", ["-c", script, scratch.path])
    // 70 × 16 KiB.
    ReadingLimits.$textBytes.withValue(1 << 20) {
      for name in ["b.kmz", "b.zip", "b.xlsx", "b.ods"] {
        #expect(VectorLayer.failure(path: scratch.path(name))?.code == .tooLarge, "\(name)")
      }
    }
  }

  @Test func `virtual layers, pictures and documents are refused by what they are`() throws {
    let other = try scratch.file("a.geojson", "{\"type\":\"FeatureCollection\",\"features\":[]}")
    let claims = [
      (
        "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>\(other)</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>",
        "virtual layer"
      ),
      ("%PDF-1.5", "PDF"), ("<OGRWFSDataSource><URL>http://127.0.0.1:9/</URL></OGRWFSDataSource>", "WFS"),
    ]
    for (text, name) in claims {
      for file in ["l.vrt", "l.geojson", "l.kml", "l.dat"] {
        let error = try #require(VectorLayer.failure(path: try scratch.file(file, text)))
        #expect(error.code == .notVector && error.problem.contains(name) && error.remedy != nil, "\(error)")
      }
    }
  }

  @Test func `a system from an address is not fetched, and the layer is not taken for WGS 84`() throws {
    let links = [
      "{\"type\":\"link\",\"properties\":{\"href\":\"http://127.0.0.1:9/crs\",\"type\":\"proj4\"}}",
      "{\"type\":\"URL\",\"properties\":{\"url\":\"http://127.0.0.1:9/crs\"}}",
    ]
    for link in links {
      let path = try scratch.file(
        "l.geojson", "{\"type\":\"FeatureCollection\",\"crs\":\(link),\"features\":[\(point("a", -70))]}")
      let error = try #require(VectorLayer.failure(path: path))
      #expect(error.code == .noCoordinateSystem && error.problem.contains("http://127.0.0.1:9/crs"), "\(error)")
      #expect(error.remedy?.contains("crs: EPSG:4326") == true)
      let layer = try VectorLayer.read(path: path, crs: "EPSG:4326")
      #expect(layer.features.map(\.geometry) == [.point(Position(latitudeDegrees: -10, longitudeDegrees: -70))])
    }
    let plain = try scratch.file("p.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(point("a", -70))]}")
    for crs in [
      "http://127.0.0.1:9/crs", "/etc/passwd", "dict:/etc/passwd,1", "/vsicurl/http://127.0.0.1:9/crs", plain,
      "+proj=longlat +datum=WGS84 +nadgrids=/dev/zero", "+init=/etc/passwd:a",
      "+proj=longlat +ellps=intl +nadgrids=@http://127.0.0.1:9/g.tif",
    ] {
      let error = try #require(VectorLayer.failure(path: plain, crs: crs))
      #expect(error.code == .badCoordinateSystem && error.problem.contains(crs), "\(error)")
      #expect(error.remedy?.contains("EPSG:4326") == true)
    }
  }

  @Test(arguments: [
    (#"{"type":"name","properties":{"name":"urn:x:survey-2019"}}"#, "urn:x:survey-2019"),
    (#"{"type":"name","properties":{"name":"http://127.0.0.1:9/crs"}}"#, "http://127.0.0.1:9/crs"),
    (#"{"type":"name","properties":{"name":"EPSG:999999"}}"#, "EPSG:999999"),
    (#"{"type":"EPSG","properties":{"code":999999}}"#, "EPSG:999999"), (#"{"type":"local"}"#, "local"),
    (#""My grid""#, "grid"),
  ])
  func `a GeoJSON whose system nobody knows is not taken for WGS 84`(_ crs: String, _ name: String) throws {
    for key in ["crs", "c\\u0072s"] {
      for (head, tail) in [("\"\(key)\":\(crs),", ""), ("", ",\"\(key)\": \(crs)")] {
        let path = try scratch.file(
          "l.geojson",
          "{\"type\":\"FeatureCollection\",\"name\":\"a:\\\"{,\",\(head)\"features\":[\(point("a", -70))]\(tail)}")
        let error = try #require(VectorLayer.failure(path: path), "\(crs)")
        #expect(error.code == .badCoordinateSystem && error.problem.contains(name), "\(error)")
        #expect(error.remedy?.contains("crs: EPSG:4326") == true)
        #expect(try VectorLayer.read(path: path, crs: "EPSG:4326").features.count == 1)
      }
    }
  }

  @Test(arguments: [
    "null", #"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#,
    #"{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}"#,
    #"{"type":"name","properties":{"name":"EPSG:4326"}}"#, #"{"type":"EPSG","properties":{"code":4326}}"#,
    // One within another member is none of the file's.
    #"null,"more":{"crs":{"type":"local"}}"#,
  ])
  func `a GeoJSON that says WGS 84 in its old member is read`(_ crs: String) throws {
    let path = try scratch.file(
      "l.geojson", "{\"type\":\"FeatureCollection\",\"crs\":\(crs),\"features\":[\(point("a", -70))]}")
    let layer = try VectorLayer.read(path: path)
    #expect(layer.features.map(\.geometry) == [.point(Position(latitudeDegrees: -10, longitudeDegrees: -70))])
    #expect(layer.warnings.isEmpty, "\(layer.warnings)")
  }

  @Test(.enabled(if: Program.has("mkfifo"), "needs mkfifo"), .timeLimit(.minutes(1)))
  func `a layer's system does not make PROJ open a file by its path`() throws {
    // To open a pipe that nobody writes to would take for ever.
    let pipe = scratch.path("grid")
    try Program.output("mkfifo", [pipe])
    let source = try scratch.file("p.csv", "id,WKT\na,POINT(-70 -10)\n")
    let wgs84 =
      #"GEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]],"#
      + #"CS[ellipsoidal,2],AXIS["latitude",north],AXIS["longitude",east],UNIT["degree",0.0174532925199433]]"#
    let bound =
      "BOUNDCRS[SOURCECRS[\(wgs84)],TARGETCRS[\(wgs84)],ABRIDGEDTRANSFORMATION[\"grid\",METHOD[\"NTv2\","
      + "ID[\"EPSG\",9615]],PARAMETERFILE[\"Latitude and longitude difference file\",\"\(pipe)\",ID[\"EPSG\",8656]]]]"
    for crs in ["+proj=longlat +datum=WGS84 +nadgrids=\(pipe)", bound] {
      #expect(VectorLayer.failure(path: source, crs: crs)?.code == .badCoordinateSystem)
    }
  }

  @Test(.enabled(if: Program.has("ogr2ogr"), "needs ogr2ogr"))
  func `reading a GML leaves no file beside it`() throws {
    let source = try scratch.file("p.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(point("a", -70))]}")
    try Program.output("ogr2ogr", ["-f", "GML", scratch.path("p.gml"), source])
    try? FileManager.default.removeItem(atPath: scratch.path("p.xsd"))
    _ = try? VectorLayer.read(path: scratch.path("p.gml"))
    #expect(scratch.names == ["p.geojson", "p.gml"])
  }

  private static let nested = """
    <?xml version="1.0" encoding="UTF-8"?>
    <kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Plan</name>
    <Placemark><name>top</name><Point><coordinates>-70,-10</coordinates></Point></Placemark>
    <Folder><name>North</name>
    <Placemark><name>a</name><Point><coordinates>-70.1,-10</coordinates></Point></Placemark>
    <Folder><name>Proposed</name>
    <Placemark><name>b</name><ExtendedData><Data name="antenna"><value>12 m</value></Data></ExtendedData>
    <Point><coordinates>-70.2,-10</coordinates></Point></Placemark>
    <Folder><name>Old</name><Placemark><name>c</name><Point><coordinates>-70.3,-10</coordinates></Point></Placemark></Folder>
    </Folder></Folder>
    <Folder><name>South</name><Placemark><name>d</name><Point><coordinates>-70.4,-10</coordinates></Point></Placemark></Folder>
    <Folder><name>Empty</name></Folder></Document></kml>
    """

  @Test(.enabled(if: Program.has("python3"), "needs Python"))
  func `a KML with folders in folders is one layer, and so is a KMZ`() throws {
    try scratch.file("doc.kml", Self.nested)
    try Program.output(
      "python3", ["-m", "zipfile", "-c", scratch.path("p.kmz"), scratch.path("doc.kml")])
    for name in ["doc.kml", "p.kmz"] {
      let layer = try VectorLayer.read(path: scratch.path(name))
      let column = try #require(layer.columns.first { $0.lowercased() == "name" })
      let names = layer.features.indices.compactMap { layer.text($0, column) }
      #expect(names.sorted() == ["a", "b", "c", "d", "top"], "\(name)")
      for (row, name) in names.enumerated() {
        guard case .point(let place) = layer.features[row].geometry else {
          Issue.record("\(name) is no point")
          continue
        }
        let east = ["top": -70, "a": -70.1, "b": -70.2, "c": -70.3, "d": -70.4][name]
        #expect(east.map { abs(place.longitudeDegrees - $0) < 1e-9 } == true)
        #expect(layer.text(row, "antenna") == (name == "b" ? "12 m" : nil))
      }
      #expect(try VectorLayer.read(path: scratch.path(name), layer: "South").features.count == 1)
      #expect(VectorLayer.failure(path: scratch.path(name), layer: "West")?.remedy?.contains("North") == true)
    }
  }
}
