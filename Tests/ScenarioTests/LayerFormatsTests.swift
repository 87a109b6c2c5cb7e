import Foundation
import Geodesy
import Response
import Scenario
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
