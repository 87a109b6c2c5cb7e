import GeoFiles
import Geodesy
import Radar
import Scenario
import TestSupport
import Testing
import Units

@testable import ScenarioFiles

private let frame = """
  atalaya: 1
  name: Drafts
  ground_elevation: 100 m
  layers:
    radar_types:
      - { id: far, kind: primary, instrumented_range: 200 km, detection_range: 150 km, reference_rcs: 1 m², antenna_height: 10 m }

  """

/// A scenario whose sites are those of a file.
private func scenario(_ sites: String, _ files: [String: String]) throws -> Scratch {
  try Scratch(files.merging(["scenario.yaml": frame + "  sites: \(sites)\n"]) { $1 })
}

/// The text of the file that the draft has in place of one on the disk.
private func text(_ draft: ScenarioDraft, _ name: String) -> String? {
  draft.files[name].map { String(decoding: $0.bytes, as: UTF8.self) }
}

@Test func `a cell of a table changes and its row, quotes, order and line breaks stay`() throws {
  let table =
    "\u{FEFF}id;name;lat;lon;antenna_height_ft;note\r\na;\"A; \"\"one\"\"\";-12.1;-74;20;x\r\n\r\nb; B ;-12.2;-75\r\n"
  let folder = try scenario("sites.csv", ["sites.csv": table])
  defer { withExtendedLifetime(folder) {} }
  var draft = try ScenarioDraft(folder: folder.path)
  try draft.apply(.set(layer: "sites", id: "a", fields: ["antenna_height": "30.48 m"]))
  #expect(text(draft, "sites.csv") == table.replacing(";20;x", with: ";100;x"))
  try draft.apply(
    .set(layer: "sites", id: "a", fields: ["antenna_height": "20 ft", "position": "12°06'00\"S 74°00'00\"W"]))
  #expect(draft.files.isEmpty, "the old text is the old file")
  try draft.apply(
    .set(layer: "sites", id: "b", fields: ["position": "-12.25, -75.5", "radar": "far", "tilt": "1 deg"]))
  #expect(
    text(draft, "sites.csv")
      == "\u{FEFF}id;name;lat;lon;antenna_height_ft;note;radar;tilt\r\na;\"A; \"\"one\"\"\";-12.1;-74;20;x;;\r\n\r\n"
      + "b; B ;-12.25;-75.5;;;far;1 deg\r\n")
  try draft.apply(.add(layer: "sites", fields: ["name": "New; one", "position": "-12, -76"]))
  try draft.apply(.remove(layer: "sites", id: "a"))
  #expect(
    text(draft, "sites.csv")
      == "\u{FEFF}id;name;lat;lon;antenna_height_ft;note;radar;tilt\r\n\r\nb; B ;-12.25;-75.5;;;far;1 deg\r\n"
      + "new-one;\"New; one\";-12;-76;;;;\r\n")
  let read = try draft.load()
  #expect(read.sites.map(\.id) == ["b", "new-one"])
  #expect(read.sites[0].radar?.id == "far" && read.sites[0].position.latitudeDegrees == -12.25)
}

@Test func `a place is written in the notation that a row has`() throws {
  let folder = try scenario(
    "{ file: sites.csv, crs: \"EPSG:32718\", columns: { x: ESTE, y: NORTE } }",
    ["sites.csv": "id,ESTE,NORTE\na,500000,8674000\n"])
  defer { withExtendedLifetime(folder) {} }
  var draft = try ScenarioDraft(folder: folder.path)
  try draft.apply(.set(layer: "sites", id: "a", fields: ["position": "18L 501000 8675000"]))
  // UTM in, UTM out: PROJ there and back is good to a millimetre.
  #expect(text(draft, "sites.csv") == "id,ESTE,NORTE\na,501000.00,8675000.00\n")

  let inline = try scenario(
    "[{ id: a, position: \"12°36'00\\\"S 73°49'48\\\"W\" }, { id: b, lat: -12, lon: -74 }]", [:])
  defer { withExtendedLifetime(inline) {} }
  draft = try ScenarioDraft(folder: inline.path)
  try draft.apply(.set(layer: "sites", id: "a", fields: ["position": "-12.5, -73.5"]))
  try draft.apply(.set(layer: "sites", id: "b", fields: ["latitude": "-12.25", "longitude": "-74.5"]))
  #expect(draft.main.text.contains(#"position: "12°30'00.000\"S 73°30'00.000\"W""#))
  #expect(draft.main.text.contains("{ id: b, lat: -12.25, lon: -74.5 }"))
}

@Test func `a table with decimal commas gets decimal commas`() throws {
  let folder = try scenario("sites.csv", ["sites.csv": "id;lat;lon;elevation_m\na;-12,5;-74,5;100,5\n"])
  defer { withExtendedLifetime(folder) {} }
  var draft = try ScenarioDraft(folder: folder.path)
  try draft.apply(.set(layer: "sites", id: "a", fields: ["elevation": "200.5 m", "position": "-12.25, -74.25"]))
  #expect(text(draft, "sites.csv") == "id;lat;lon;elevation_m\na;-12,25;-74,25;200,5\n")
  #expect(try draft.load().sites[0].elevation == .metres(200.5))
}

@Test func `a feature changes where it stands`() throws {
  let json = """
    {"type": "FeatureCollection", "features": [
      {"type": "Feature", "properties": {"id": "a", "elevation_m": 100, "owner": {"x": [1]}}, "geometry": {"type": "Point", "coordinates": [-74, -12, 5]}},
      {"type": "Feature", "properties": {"id": "b", "elevation_m": 50}, "geometry": {"type": "Point", "coordinates": [-75, -12]}}
    ]}

    """
  let folder = try scenario("{ file: sites.geojson, ignore: [owner], heights: ignore }", ["sites.geojson": json])
  defer { withExtendedLifetime(folder) {} }
  var draft = try ScenarioDraft(folder: folder.path)
  try draft.apply(
    .set(layer: "sites", id: "a", fields: ["elevation": "120 m", "position": "-12.5, -74.5", "radar": "far"]))
  #expect(
    text(draft, "sites.geojson")
      == json.replacing("\"elevation_m\": 100", with: "\"elevation_m\": 120")
      .replacing("[-74, -12, 5]", with: "[-74.5, -12.5, 5]").replacing("[1]}}", with: "[1]}, \"radar\": \"far\"}"))
  try draft.apply(.add(layer: "sites", fields: ["id": "c", "elevation": "10 m", "position": "-13, -74"]))
  try draft.apply(.remove(layer: "sites", id: "b"))
  let read = try draft.load()
  #expect(read.sites.map(\.id) == ["a", "c"])
  #expect(read.sites.map(\.elevation) == [.metres(120), .metres(10)])
}

@Test(.enabled(if: Program.has("ogr2ogr"), "ogr2ogr is not installed"), arguments: ["GPKG", "KML", "FlatGeobuf"])
func `a file that is not changed in place is copied and says the same`(_ driver: String) throws {
  let name = ["GPKG": "s.gpkg", "KML": "s.kml", "FlatGeobuf": "s.fgb"][driver] ?? ""
  let folder = try scenario(
    "{ file: \(name), columns: { id: code, elevation_m: alt }, ignore: [description, Name, code2], defaults: { radar: far } }",
    ["in.csv": "code,alt,name,WKT\na,100.5,\"A, one\",POINT (-74.123456789 -12.5)\nb,20,B,POINT (-75 -13)\n"])
  defer { withExtendedLifetime(folder) {} }
  try Program.output(
    "ogr2ogr",
    ["-f", driver, name, "in.csv", "-a_srs", "EPSG:4326"] + (driver == "KML" ? ["-dsco", "NameField=name"] : []),
    in: folder.path)
  var draft = try ScenarioDraft(folder: folder.path)
  let before: Scenario
  do { before = try draft.load() } catch {
    Issue.record("\(error)")
    return
  }
  try draft.apply(.set(layer: "sites", id: "b", fields: ["antenna_height": "30 m"]))
  let after = try draft.load()
  #expect(draft.main.text.contains("sites: { file: sites.csv, defaults: { radar: far } }"))
  #expect(after.sites[1].antennaHeight == .metres(30))
  for (old, new) in zip(before.sites, after.sites) {
    #expect(old.id == new.id && old.position == new.position && old.elevation == new.elevation && old.name == new.name)
    #expect(new.radar?.id == "far")
  }
}

@Test func `lines of a file that is not changed in place keep their altitudes`() throws {
  let kml = """
    <kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>r</name><ExtendedData><Data name="id"><value>r</value></Data>
    </ExtendedData><LineString><altitudeMode>absolute</altitudeMode><coordinates>-74,-12,500 -74.5,-12.25,600 -75,-12.5,700</coordinates>
    </LineString></Placemark></Document></kml>
    """
  let folder = try Scratch(["r.kml": kml, "scenario.yaml": frame + "  routes: r.kml\n"])
  defer { withExtendedLifetime(folder) {} }
  var draft = try ScenarioDraft(folder: folder.path)
  let before = try draft.load().routes
  try draft.apply(.set(layer: "routes", id: "r", fields: ["id": "s"]))
  let after = try draft.load().routes
  #expect(after.map(\.id) == ["s"])
  #expect(after[0].points.map(\.position) == before[0].points.map(\.position))
  #expect(after[0].points.map(\.altitude) == before[0].points.map(\.altitude))
}
