import Foundation
import Geodesy
import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\nlayers:\n"

private let hasOGR = Program.has("ogr2ogr")

/// Two sites in GeoJSON with typed attributes: a number as key, a real number in a column with a unit.
private let sites = """
  {"type":"FeatureCollection","features":[
  {"type":"Feature","properties":{"CODE":7,"elevation_m":500.5,"radar_now":null},
   "geometry":{"type":"Point","coordinates":[-73.5,-12.5]}},
  {"type":"Feature","properties":{"CODE":8,"elevation_m":600,"radar_now":null},
   "geometry":{"type":"Point","coordinates":[-73.9,-12.6]}}]}
  """

@Test(
  .enabled(if: hasOGR, "ogr2ogr is not installed"),
  arguments: [
    ("GPKG", "gpkg", "EPSG:32718", "elevation_m: elevation_m"),
    ("GeoJSON", "geojson", "EPSG:4326", "elevation_m: elevation_m"),
    ("KML", "kml", "EPSG:4326", "elevation_m: elevation_m"),
    // A Shapefile cuts names to ten characters.
    ("ESRI Shapefile", "shp", "EPSG:32719", "elevation_m: elevation_"),
  ])
func `a layer is the same from every format`(driver: String, suffix: String, crs: String, mapping: String) throws {
  let folder = try Scratch(["in.json": sites])
  try Program.output("ogr2ogr", ["-f", driver, "-t_srs", crs, "out.\(suffix)", "in.json"], in: folder.path)
  try folder.file("scenario.yaml", head + "  sites: { file: out.\(suffix), columns: { id: CODE, \(mapping) } }\n")
  let scenario = try Scenario.load(folder: folder.path)
  #expect(scenario.sites.map(\.id) == ["7", "8"])
  #expect(scenario.sites.map(\.elevation) == [.metres(500.5), .metres(600)])
  for (site, place) in zip(scenario.sites, [(-12.5, -73.5), (-12.6, -73.9)]) {
    let expected = Position(latitudeDegrees: place.0, longitudeDegrees: place.1)
    // The formats keep coordinates to a millimetre or better.
    #expect(Ellipsoid.wgs84.distance(from: site.position, to: expected) < .metres(0.002))
  }
}

@Test func `columns are mapped, one to several fields, and defaults fill empty fields`() throws {
  let yaml =
    head + """
        bases:
          file: b.csv
          columns: { id: Nombre, name: Nombre, latitude: LAT, longitude: LON, elevation_ft: Altura }
          defaults: { elevation: 10 m }
      """
  let scenario = try load(yaml, ["b.csv": "Nombre;LAT;LON;Altura;id\nPichari;-12.5;-73.8;1000;x\nOtro;-12;-73;;y\n"])
  #expect(scenario.bases.map(\.id) == ["Pichari", "Otro"])
  #expect(scenario.bases.map(\.name) == ["Pichari", "Otro"])
  #expect(scenario.bases.map { $0.elevation?.metres.rounded() } == [305, 10])
}

@Test func `a mapping of an unknown field or a missing column is refused with the nearest name`() throws {
  let yaml = head + "  bases: { file: b.csv, columns: { elevaton_m: H, id: COD }, default: { a: b } }\n"
  let found = try problems(yaml, ["b.csv": "CODE,id,lat,lon,H\na,a,1,2,3\n"])
  #expect(found.map(\.field) == ["bases.default", "bases.columns.elevaton_m", "bases.columns.id"], "\(found)")
  #expect(found.map(\.remedy).map { $0.contains("did you mean") } == [true, true, true], "\(found)")
}

@Test func `a wrong default is reported once`() throws {
  let found = try problems(
    head + "  bases: { file: b.csv, defaults: { elevation: 10 } }\n", ["b.csv": "id,lat,lon\na,1,2\nb,2,3\nc,3,4\n"])
  #expect(found.map(\.file) == ["scenario.yaml"])
}

@Test func `positions are read from degrees, minutes and seconds, from UTM and from MGRS`() throws {
  // GeoConvert (GeographicLib 2.1.2) writes 18south 627084 8606816 as 18LXM2708406816.
  let scenario = try load(
    head + """
        bases:
          - { id: a, position: "18L 627084 8606816" }
          - { id: b, position: "18LXM2708406816" }
          - { id: c, latitude: "12°36'00\\"S", longitude: "73°49'48\\"O" }
          - { id: d, lat: "\u{2212}12.6", lon: "-73.83" }
      """)
  let bases = scenario.bases.map(\.position)
  // An MGRS square of 1 m is read at its centre, 0.71 m from its corner.
  #expect(Ellipsoid.wgs84.distance(from: bases[0], to: bases[1]) < .metres(0.72))
  #expect(Ellipsoid.wgs84.distance(from: bases[2], to: bases[3]) < .metres(0.001))
}

@Test func `names of columns are read whatever their case, marks and unit in brackets`() throws {
  let scenario = try load(
    head + "  aircraft: a.csv\n",
    ["a.csv": "ID,Kind,Cruise (km/h),Departure-Allowance [min],RCS (m²)\na,helicopter,225,3,2\n"])
  let aircraft = try #require(scenario.aircraft.first)
  #expect(abs(aircraft.cruise.metresPerSecond - 62.5) < 1e-12)
  #expect(aircraft.departureAllowance == .seconds(180) && aircraft.crossSection == .squareMetres(2))
}

@Test func `degrees may have a decimal comma`() throws {
  let scenario = try load(head + "  bases: b.csv\n", ["b.csv": "id;latitude;longitude\na;-12,603;-73,83\n"])
  #expect(scenario.bases.first?.position == Position(latitudeDegrees: -12.603, longitudeDegrees: -73.83))
}

/// Makes a zip archive of some files of a folder.
private func zip(_ name: String, _ members: [String], in folder: Scratch) throws {
  let script = """
    import sys, os, zipfile
    with zipfile.ZipFile(sys.argv[1], 'w') as z:
      for m in sys.argv[2:]:
        for f in ([m + '/' + n for n in sorted(os.listdir(m))] if os.path.isdir(m) else [m]): z.write(f)
    """
  try Program.output("python3", ["-c", script, name] + members, in: folder.path)
}

private let canWriteGeodatabases =
  hasOGR && Program.has("python3")
  && (try? Program.output("ogrinfo", ["--format", "OpenFileGDB"]).contains("DCAP_CREATE")) == true

@Test(.enabled(if: canWriteGeodatabases, "needs a GDAL that writes file geodatabases, and Python"))
func `a file geodatabase is read from its folder and from an archive`() throws {
  let folder = try Scratch(["in.json": sites])
  try Program.output("ogr2ogr", ["-f", "OpenFileGDB", "s.gdb", "in.json", "-nln", "sites"], in: folder.path)
  try zip("s.zip", ["s.gdb"], in: folder)
  for name in ["s.gdb", "s.zip", "s.zip/s.gdb", "{ file: s.gdb, layer: sites }", "{ file: s.zip/s.gdb, layer: sites }"]
  {
    let options =
      name.hasPrefix("{")
      ? name.replacing(" }", with: ", columns: { id: CODE } }") : "{ file: \(name), columns: { id: CODE } }"
    try folder.file("scenario.yaml", head + "  sites: \(options)\n")
    #expect(try Scenario.load(folder: folder.path).sites.map(\.id) == ["7", "8"], "\(name)")
  }
  try Program.output("mkfifo", ["s.gdb/a00000099.gdbtable"], in: folder.path)
  try folder.file("scenario.yaml", head + "  sites: s.gdb\n")
  let found = try #require(throws: ScenarioError.self) { try Scenario.load(folder: folder.path) }
  #expect("\(found.problems)".contains("a00000099.gdbtable, which is not a regular file"), "\(found)")
}

@Test(.enabled(if: hasOGR && Program.has("python3"), "needs ogr2ogr and Python"))
func `a member of an archive is named as the error says`() throws {
  let folder = try Scratch(["in.json": sites])
  for (driver, name) in [("ESRI Shapefile", "a.shp"), ("GPKG", "b.gpkg")] {
    try Program.output("ogr2ogr", ["-f", driver, name, "in.json"], in: folder.path)
  }
  try zip("two.zip", ["a.shp", "a.shx", "a.dbf", "a.prj", "b.gpkg"], in: folder)
  try folder.file("scenario.yaml", head + "  sites: { file: two.zip, columns: { id: CODE } }\n")
  let found = try #require(throws: ScenarioError.self) { try Scenario.load(folder: folder.path) }
  #expect("\(found.problems)".contains("name one: two.zip/a.shp, two.zip/b.gpkg"), "\(found)")
  for name in ["two.zip/b.gpkg", folder.path("two.zip/b.gpkg")] {
    try folder.file("scenario.yaml", head + "  sites: { file: \(name), columns: { id: CODE } }\n")
    #expect(try Scenario.load(folder: folder.path).sites.map(\.id) == ["7", "8"], "\(name)")
  }
  try folder.file("scenario.yaml", head + "  sites: two.zip/c.gpkg\n")
  let missing = try #require(throws: ScenarioError.self) { try Scenario.load(folder: folder.path) }
  #expect("\(missing.problems)".contains("the archive holds no c.gpkg"), "\(missing)")
}
