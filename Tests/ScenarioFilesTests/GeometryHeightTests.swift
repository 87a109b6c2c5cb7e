import Foundation
import Geodesy
import Interception
import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private func kml(_ mode: String, _ z: String, extra: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>
  <Placemark><name>a</name><ExtendedData><Data name="id"><value>a</value></Data>\(extra)</ExtendedData>
  <Point>\(mode.isEmpty ? "" : "<altitudeMode>\(mode)</altitudeMode>")<coordinates>-30,40,\(z)</coordinates></Point></Placemark>
  </Document></kml>
  """
}

private func bases(_ name: String, _ text: String, options: String = "") throws -> Scenario {
  try load("atalaya: 1\nname: T\nlayers:\n  bases: { file: \(name)\(options) }\n", [name: text])
}

private func unused(_ scenario: Scenario) -> Int {
  scenario.warnings.count { $0.what.contains("third coordinates") && $0.what.contains("not read") }
}

@Test func `an absolute height in KML is the elevation, another one is reported`() throws {
  let absolute = try bases("b.kml", kml("absolute", "420"))
  #expect(absolute.bases.first?.elevation == .metres(420))
  #expect(absolute.warnings.contains { $0.what.contains("taken from the heights") })
  for mode in ["", "clampToGround", "relativeToGround"] {
    let other = try bases("b.kml", kml(mode, "420"))
    #expect(other.bases.first?.elevation == nil && unused(other) == 1, "\(mode)")
  }
  // Google Earth writes a zero behind every place it clamps.
  #expect(unused(try bases("b.kml", kml("", "0"))) == 0)
  let column = "<Data name=\"elevation_m\"><value>300</value></Data>"
  let stated = try bases("b.kml", kml("absolute", "420", extra: column))
  #expect(stated.bases.first?.elevation == .metres(300))
  #expect(stated.warnings.contains { $0.what.contains("differs from the height") })
}

@Test func `heights of GeoJSON are above the ellipsoid, unless the layer says otherwise`() throws {
  let layer = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"a"},
    "geometry":{"type":"Point","coordinates":[-30,40,420]}}]}
    """
  let silent = try bases("b.geojson", layer)
  #expect(silent.bases.first?.elevation == nil && unused(silent) == 1)
  #expect(try bases("b.geojson", layer, options: ", heights: amsl").bases.first?.elevation == .metres(420))
  let feet = try bases("b.geojson", layer, options: ", heights: amsl_ft").bases.first?.elevation
  #expect(abs((feet?.metres ?? 0) - 128.016) < 1e-9)
  #expect(unused(try bases("b.geojson", layer, options: ", heights: ignore")) == 0)
}

private func way(_ routes: String, _ files: [String: String]) throws -> Scenario {
  try load(
    """
    atalaya: 1
    name: T
    layers:
      aircraft: [{ id: h, kind: helicopter, cruise: 120 kt, rcs: 1 m² }]
      strips: [{ id: s, lat: 39.55, lon: -30.05 }]
      routes: \(routes)
      flights: [{ id: f, aircraft: h, strip: s, inbound: r, landing: "07:10", ground_time: 8 min }]
    """, files)
}

private func track(_ segments: [[(Double, Double, String)]], times: [[String]] = []) -> String {
  var clock = times.joined().makeIterator()
  let lines = segments.map { points in
    "<trkseg>"
      + points.map { lat, lon, ele in
        "<trkpt lat=\"\(lat)\" lon=\"\(lon)\">\(ele.isEmpty ? "" : "<ele>\(ele)</ele>")"
          + (clock.next().map { "<time>\($0)</time>" } ?? "") + "</trkpt>"
      }.joined() + "</trkseg>"
  }
  return """
    <?xml version="1.0"?><gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>r</name>\(lines.joined())</trk></gpx>
    """
}

private let tracks = "{ file: w.gpx, layer: tracks, columns: { id: name } }"

@Test func `the heights of a GPX track are altitudes above the sea`() throws {
  let file = track([[(38.3, -29.6, "900"), (38.7, -29.7, "950.5"), (39.2, -29.8, "800")]])
  let scenario = try way(tracks, ["w.gpx": file])
  let flown = try #require(scenario.flights.first).inbound.dropLast().map(\.altitude)
  #expect(flown == [900, 950.5, 800].map { .aboveSeaLevel(.metres($0)) })
  // A stated altitude holds, with a word; the layer's key turns that round.
  let stated = "{ file: w.gpx, layer: tracks, columns: { id: name }, defaults: { altitude: 500 m AGL }HEIGHTS }"
  let kept = try way(stated.replacing("HEIGHTS", with: ""), ["w.gpx": file])
  #expect(kept.flights.first?.inbound.first?.altitude == .aboveGround(.metres(500)))
  #expect(kept.warnings.contains { $0.what.contains("heights of its points are not read") })
  let taken = try way(stated.replacing("HEIGHTS", with: ", heights: amsl"), ["w.gpx": file])
  #expect(taken.flights.first?.inbound.first?.altitude == .aboveSeaLevel(.metres(900)))
}

@Test func `a point of a track without a height has none, not zero`() throws {
  let file = track([[(38.3, -29.6, "900"), (38.7, -29.7, ""), (39.2, -29.8, "800")]])
  #expect(throws: ScenarioError.self) { try way(tracks, ["w.gpx": file]) }
  let options =
    "{ file: w.gpx, layer: tracks, columns: { id: name }, defaults: { altitude: 500 m AGL }, heights: amsl }"
  let scenario = try way(options, ["w.gpx": file])
  #expect(scenario.flights.first?.inbound[1].altitude == .aboveGround(.metres(500)))
  #expect(scenario.warnings.contains { $0.what == "1 of 3 points have no height" })
}

@Test func `segments that follow each other are one route, and the gap is named with its time`() throws {
  let segments = [[(38.3, -29.6, "900"), (38.7, -29.7, "900")], [(38.8, -29.72, "900"), (39.2, -29.8, "900")]]
  let times = [["2024-05-01T10:00:00Z", "2024-05-01T10:10:00Z"], ["2024-05-01T10:12:30Z", "2024-05-01T10:20:00Z"]]
  let scenario = try way(tracks, ["w.gpx": track(segments, times: times)])
  #expect(scenario.flights.first?.inbound.count == 5)
  let gap = Ellipsoid.wgs84.distance(
    from: Position(latitudeDegrees: 38.7, longitudeDegrees: -29.7),
    to: Position(latitudeDegrees: 38.8, longitudeDegrees: -29.72))
  let warning = try #require(scenario.warnings.first { $0.what.contains("joined straight") })
  #expect(warning.what.contains("\(gap.text), 2 min 30 s"), "\(warning)")
}

@Test(arguments: [
  // A branch from the middle, one from the begin, two lines that meet at their ends.
  [[(-30.0, 38.0), (-30.0, 38.5), (-30.0, 39.0)], [(-29.9, 38.5), (-29.5, 38.5)]],
  [[(-30.0, 38.0), (-30.0, 39.0)], [(-30.0, 38.0), (-29.5, 38.5)]],
  [[(-30.0, 38.0), (-30.0, 39.0)], [(-30.0, 40.0), (-30.0, 39.0)]],
])
func `lines that branch are no route`(lines: [[(Double, Double)]]) throws {
  let text = lines.map { "[" + $0.map { "[\($0.0),\($0.1)]" }.joined(separator: ",") + "]" }.joined(separator: ",")
  let layer = """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"r","altitude":"900 m AMSL"},
    "geometry":{"type":"MultiLineString","coordinates":[\(text)]}}]}
    """
  #expect {
    try way("r.geojson", ["r.geojson": layer])
  } throws: {
    ($0 as? ScenarioError)?.problems.contains { $0.what.contains("do not follow each other") } == true
  }
}
