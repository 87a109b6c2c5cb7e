import Foundation
import GeoFiles
import TestSupport
import Testing
import Units

/// GeoPackages that are programs: tables, functions and values by which one would reach other files, or never end.
@Suite(.serialized, .enabled(if: Program.has("ogr2ogr") && Program.has("python3"), "needs ogr2ogr and Python"))
struct HostileDatabaseTests {
  private let scratch: Scratch
  private static let secret = "TOP-SECRET-0123456789"

  init() throws {
    scratch = try Scratch()
    try scratch.file("secret.csv", "key,value\n\(Self.secret),1\n")
    let row =
      "{\"type\":\"Feature\",\"properties\":{\"id\":\"ID\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[-70,-10]}}"
    let rows = ["a", "b"].map { row.replacingOccurrences(of: "ID", with: $0) }.joined(separator: ",")
    let source = try scratch.file("source.geojson", "{\"type\":\"FeatureCollection\",\"features\":[\(rows)]}")
    try Program.output("ogr2ogr", ["-f", "GPKG", scratch.path("base.gpkg"), source, "-nln", "places"])
  }

  /// A copy of the GeoPackage after some statements; the statement `table` goes into its schema as it is.
  private struct Copy: Encodable {
    var path: String
    var statements: [String]
    var table: String?
  }

  /// Makes copies, all of them in one run of Python.
  private func databases(_ copies: [(statements: [String], table: String?)]) throws -> [String] {
    let copies = copies.map {
      Copy(path: scratch.path("\(UUID().uuidString).gpkg"), statements: $0.statements, table: $0.table)
    }
    let script = """
      import json, shutil, sqlite3, sys
      for copy in json.load(sys.stdin):
        shutil.copy(sys.argv[1], copy['path'])
        c = sqlite3.connect(copy['path'], isolation_level=None)
        c.create_function('ST_IsEmpty', 1, lambda a: 0)
        if copy.get('table'):
          c.execute('PRAGMA writable_schema = ON')
          c.execute("INSERT INTO sqlite_master(type, name, tbl_name, rootpage, sql) VALUES('table', 'vt', 'vt', 0, ?)", (copy['table'],))
        for s in copy['statements']: c.execute(s)
        c.close()
      """
    let input = String(decoding: try JSONEncoder().encode(copies), as: UTF8.self)
    try Program.output("python3", ["-c", script, scratch.path("base.gpkg")], input: input)
    return copies.map(\.path)
  }

  private func database(_ statements: [String], table: String? = nil) throws -> String {
    try #require(try databases([(statements, table)]).first)
  }

  /// What makes a layer `v` that is a view with one more column.
  private func viewing(_ column: String) -> [String] {
    [
      "CREATE VIEW v AS SELECT fid, geom, id, \(column) AS name FROM places",
      "INSERT INTO gpkg_contents(table_name, data_type, identifier, srs_id) VALUES('v','features','v',4326)",
      "INSERT INTO gpkg_geometry_columns VALUES('v','geom','POINT',4326,0,0)",
    ]
  }

  private func view(_ column: String, table: String? = nil) throws -> String {
    try database(viewing(column), table: table)
  }

  private func views(_ columns: [String]) throws -> [String] { try databases(columns.map { (viewing($0), nil) }) }

  /// The error of reading a layer, which must be one and hold nothing of the other file.
  private func refusal(_ path: String, _ what: String) throws -> String {
    let error = try #require(VectorLayer.failure(path: path, layer: "v"), "\(what) was read")
    #expect(!"\(error)".contains(Self.secret), "\(what)")
    #expect(try VectorLayer.read(path: path, layer: "places").features.count == 2, "\(what)")
    return error.problem
  }

  @Test func `virtual tables that open other files are refused by their kind`() throws {
    let (csv, folder) = (scratch.path("secret.csv"), scratch.path)
    let kinds = [
      "VirtualText('\(csv)','UTF-8',1)", "VirtualOGR('\(csv)')", "VirtualShape('\(folder)/secret','UTF-8',4326)",
      "VirtualDbf('\(folder)/secret.dbf','UTF-8')", "VirtualXL('\(folder)/secret.xls')",
      "VirtualGeoJSON('\(folder)/source.geojson',4326)", "VirtualXPath('places','id')", "VirtualFDO('places')",
      "VirtualNetwork('places')", "VirtualElementary()", "fts5vocab('places','row')", "csv(filename='\(csv)')",
      "dbstat()",
    ]
    let statements = kinds.flatMap { kind in
      ["create virtual table vt using \(kind)", "CREATE /**/ Virtual\n-- x\nTABLE \"vt\" USING/**/\(kind)"].map {
        (kind: kind, sql: $0)
      }
    }
    let paths = try databases(statements.map { (viewing("(SELECT group_concat(rowid) FROM vt)"), $0.sql) })
    try #require(paths.count == 26)
    for ((kind, sql), path) in zip(statements, paths) {
      let module = String(kind.prefix { $0 != "(" })
      let problem = try refusal(path, sql)
      #expect(problem.contains("virtual table of the kind \(module)"), "\(problem)")
    }
  }

  @Test func `a virtual table is refused as a layer and in an archive too`() throws {
    let sql = "CREATE VIRTUAL TABLE vt USING VirtualText('\(scratch.path("secret.csv"))','UTF-8',1)"
    let path = try database(
      ["INSERT INTO gpkg_contents(table_name, data_type, identifier) VALUES('vt','attributes','vt')"], table: sql)
    #expect(VectorLayer.failure(path: path, layer: "vt")?.problem.contains("VirtualText") == true)
    let inner = try view("(SELECT group_concat(COL001) FROM vt)", table: sql)
    let script = "import sys, zipfile; zipfile.ZipFile(sys.argv[1], 'w').write(sys.argv[2], 'a.gpkg')"
    try Program.output("python3", ["-c", script, scratch.path("a.zip"), inner])
    #expect(VectorLayer.failure(path: scratch.path("a.zip"), layer: "v")?.problem.contains("VirtualText") == true)
    #expect(try VectorLayer.read(path: scratch.path("a.zip"), layer: "places").features.count == 2)
  }

  @Test func `functions that read, write, fetch or transform are refused`() throws {
    let csv = scratch.path("secret.csv")
    let calls = [
      "ogr_geocode('Lima')", "ogr_datasource_load_layers('\(csv)')", "ogr_GetConfigOption('HOME')",
      "readfile('\(csv)')",
      "gdal_get_pixel_value('\(csv)',1,'georef',0,0)", "BlobFromFile('\(csv)')", "XB_LoadXML('\(csv)')",
      "EvalJS('1')", "ImportSHP('\(csv)','a','UTF-8')", "writefile('\(csv).2','x')", "BlobToFile(x'00','\(csv).2')",
      "load_extension('\(csv)')", "fts3_tokenizer('simple')", "ST_Transform(geom,4326)", "edit('x')",
    ]
    for (call, path) in zip(calls, try views(calls)) {
      let error = try #require(VectorLayer.failure(path: path, layer: "v"), "\(call) was read")
      #expect(
        error.problem.contains(call.prefix { $0 != "(" }) || error.problem.contains("calls a function of GDAL"),
        "\(error)")
      #expect(!"\(error)".contains(Self.secret))
    }
    #expect(!FileManager.default.fileExists(atPath: "\(csv).2"))
    let files = try view("(SELECT group_concat(file) FROM pragma_database_list)")
    #expect(try refusal(files, "pragma_database_list").contains("pragma_database_list"))
  }

  @Test(.timeLimit(.minutes(5))) func `one call of a function does not take minutes`() throws {
    let long = "hex(zeroblob(15000000))"
    let calls = [
      "printf('%.*c',900000000,'x')", "format('%.900000000c','x')", "format('%0900000000d',1)", "zeroblob(900000000)",
      "instr(\(long),\(long)||'1')", "replace(\(long),substr(\(long),1,9999999)||'1','a')", "trim(\(long),\(long))",
      "json_patch('{\"a\":\"'||\(long)||'\"}','{\"a\":\"'||\(long)||'\"}')",
      "\(long) LIKE '%'||substr(\(long),1,900)||'1%'",
      "\(long) GLOB '*'||substr(\(long),1,900)||'1*'",
    ]
    for (call, path) in zip(calls, try views(calls)) {
      let before = processorSeconds
      #expect(VectorLayer.failure(path: path, layer: "v") != nil, "\(call) was read")
      #expect(processorSeconds - before < 5, "\(call)")
    }
  }

  @Test(.timeLimit(.minutes(5))) func `a view that gathers rows without end fills neither disk nor memory`() throws {
    let path = try view(
      """
      (WITH RECURSIVE k(x, b) AS (SELECT 1, zeroblob(1000000) UNION ALL SELECT x + 1, zeroblob(1000000) FROM k) \
      SELECT count(*) FROM (SELECT DISTINCT hex(b) || x FROM k))
      """)
    // Memory runs out long before the steps do; PROJ’s own databases, which other tests read, take some of it.
    SQLiteGuard.$heapBytes.withValue(256 << 20) {
      #expect(VectorLayer.failure(path: path, layer: "v")?.problem.contains("million steps") == false)
    }
  }

  @Test func `views call SQLite's ordinary functions and JSON's tables as ever`() throws {
    let calls = [
      ("upper(replace(id, 'a', 'xyz'))", "XYZ"), ("printf('%05d|%-4s|%.2f%%', 42, id, 1.5)", "00042|a   |1.50%"),
      ("trim('--' || id || '--', '-')", "a"), ("instr('éa' || id, 'a')", "2"), ("id LIKE 'A%'", "1"),
      ("id GLOB 'a*' AND 'a%' LIKE 'ax%' ESCAPE 'x'", "1"),
      ("(SELECT group_concat(value) FROM json_each('[1,2]'))", "1,2"),
      ("coalesce(trim(NULL, 'a'), 'none')", "none"), ("json_patch('{\"a\":1}', '{\"b\":2}')", "{\"a\":1,\"b\":2}"),
    ]
    for ((call, result), path) in zip(calls, try views(calls.map { "CAST(\($0.0) AS TEXT)" })) {
      let layer = try VectorLayer.read(path: path, layer: "v")
      #expect(layer.features.count == 2 && layer.text(0, "name") == result, "\(call): \(layer.features[0])")
    }
  }

  @Test func `several layers with spatial indexes, attributes and a view between them are read`() throws {
    let path = scratch.path("several.gpkg")
    let source = scratch.path("source.geojson")
    try Program.output("ogr2ogr", ["-f", "GPKG", path, source, "-nln", "one"])
    try Program.output("ogr2ogr", ["-f", "GPKG", "-update", path, source, "-nln", "two", "-t_srs", "EPSG:32719"])
    try Program.output("ogr2ogr", ["-f", "GPKG", "-update", path, source, "-nln", "bare", "-nlt", "NONE"])
    for name in ["one", "two", "bare"] {
      let layer = try VectorLayer.read(path: path, layer: name)
      #expect(layer.features.count == 2 && layer.text(1, "id") == "b" && layer.warnings.isEmpty, "\(layer.warnings)")
    }
  }

  /// Of this thread: other tests may hold the readings up.
  private var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
