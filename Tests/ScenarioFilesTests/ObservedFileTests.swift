import Foundation
import Geodesy
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// The problems of a file of observations; none when it can be read.
private func problems(
  _ name: String, _ text: String, _ options: ObservedOptions = ObservedOptions()
) throws -> [ScenarioProblem] {
  do {
    _ = try read(name, text, options)
    return []
  } catch let error as ScenarioError { return error.problems }
}

private func read(_ name: String, _ text: String, _ options: ObservedOptions = ObservedOptions()) throws -> ObservedFile
{
  let folder = try Scratch([name: text])
  return try ObservedFile.read(folder.path(name), options)
}

@Test func `plots of a table are read with units, times and notations of their own`() throws {
  let file = try read(
    "plots.csv",
    """
    sensor,timestamp,icao24,lat,lon,altitude_amsl_ft
    r1,2015-05-03T14:22:05.5Z,e48,-12.5,-73.25,10000
    r1,2015-05-03 16:22:06+02:00,e48,"12°30'S","73°15'W",10000
    r2,1430662927000,,-12.5,-73.25,10000
    """)
  #expect(file.form == .plots && file.observations.map(\.radar) == ["r1", "r1", "r2"])
  // date -u -d 2015-05-03T14:22:05Z +%s
  #expect(file.observations.map(\.seconds) == [1_430_662_925.5, 1_430_662_926, 1_430_662_927])
  #expect(file.observations.map(\.track) == ["e48", "e48", nil])
  for observation in file.observations {
    #expect(abs(observation.position.latitudeDegrees + 12.5) < 1e-9)
    #expect(observation.altitude == .aboveSeaLevel(.feet(10_000)))
  }
}

@Test func `columns of other names are mapped, and other systems transformed`() throws {
  let options = ObservedOptions(
    crs: "EPSG:32718", columns: [("altitude_amsl_m", "geoaltitude"), ("x", "ost"), ("y", "nord")])
  let file = try read("p.csv", "ost,nord,geoaltitude,time\n500000,8670000,1200,10:00:00\n", options)
  let place = try #require(file.observations.first).position
  // The central meridian of zone 18 south; cs2cs of PROJ for the latitude.
  #expect(abs(place.longitudeDegrees + 75) < 1e-9 && abs(place.latitudeDegrees + 12.0319) < 1e-3)
  #expect(file.observations[0].seconds == 36_000 && file.observations[0].altitude == .aboveSeaLevel(.metres(1200)))
}

@Test func `points of a GeoJSON are read, with heights where the caller says what they are`() throws {
  let text = """
    { "type": "FeatureCollection", "features": [ { "type": "Feature",
      "properties": { "radar": "r", "time": "2015-05-03T14:22:05Z" },
      "geometry": { "type": "Point", "coordinates": [-73.25, -12.5, 3000] } } ] }
    """
  let file = try read("p.geojson", text, ObservedOptions(heights: "amsl"))
  #expect(file.observations.map(\.altitude) == [.aboveSeaLevel(.metres(3000))])
  // RFC 7946 counts heights above the ellipsoid: they are not taken by themselves.
  #expect(try read("p.geojson", text).observations.map(\.altitude) == [nil])
}

@Test func `an outline of a receiver has feet, and its parts are chosen`() throws {
  let text = """
    { "actualRange": { "last24h": { "points": [
    [-11.0000,-73.0000,38000],
    [0,0,0],
    [-12.0000,-72.0000,1000]
    ]}, "alltime": { "points": [[-10.5,-73,41000],[-12,-71,39000],[-13,-73,30000],[-12,-75,20000]] } } }
    """
  let file = try read("outline.json", text)
  #expect(file.form == .outline && file.part == "alltime" && file.observations.count == 4)
  let day = try read("outline.json", text, ObservedOptions(part: "last24h"))
  // A direction in which nothing was heard is written as 0, 0.
  #expect(day.observations.map(\.altitude) == [.aboveSeaLevel(.feet(38_000)), .aboveSeaLevel(.feet(1000))])
  #expect(
    try problems("outline.json", text, ObservedOptions(part: "last24")).first?.remedy?.contains("last24h") == true)
}

@Test(arguments: [
  "{\"points\": [[-11,-73],[-12,-72]]}", "{\"multiRange\": [[[-11,-73],[-12,-72]]]}",
  "{\"actualRange\": {\"last24h\": {\"points\": [[-11,-73],[-12,-72]]}}}",
])
func `an outline of an older receiver has no altitudes and says so`(text: String) throws {
  let found = try problems("outline.json", text)
  #expect(found.count == 1 && found[0].remedy?.contains("--altitude") == true, "\(found)")
  let stated = try read("outline.json", text, ObservedOptions(altitude: .aboveSeaLevel(.metres(9000))))
  #expect(stated.observations.map(\.altitude) == [.aboveSeaLevel(.metres(9000)), .aboveSeaLevel(.metres(9000))])
}

@Test func `range rings have metres, a place and a refraction`() throws {
  let file = try read(
    "upintheair.json",
    """
    {"id":"FRUXK2G7","lat":-12.0,"lon":-73.0,"elev_amsl":120,"refraction":"0.25","rings":[
    {"points":[[-11.0,-73.0],[-12.0,-72.0]],"alt":"12192"},{"points":[[-11.5,-73.0]],"alt":3048}]}
    """)
  #expect(file.form == .rings && file.centre == Position(latitudeDegrees: -12, longitudeDegrees: -73))
  #expect(file.observations.map(\.altitude) == [12_192, 12_192, 3048].map { .aboveSeaLevel(.metres($0)) })
  // k = 1/(1 − 0.25)
  #expect(abs((file.earthFactor ?? 0) - 4.0 / 3) < 1e-12)
}

@Test func `a trace of readsb is a track, without the ground and without unknown altitudes`() throws {
  let file = try read(
    "trace_full_e48.json",
    """
    {"icao":"e48abc","timestamp": 1430662925.000,"trace":[ [0.0,-12.0,-73.0,"ground",5,0,0,0,null],
    [60.5,-12.1,-73.1,1500,100,0,0,0,null],[70,-12.2,-73.2,null,100,0,0,0,null] ] }
    """)
  #expect(file.observations.count == 1 && file.observations[0].seconds == 1_430_662_985.5)
  #expect(file.observations[0].track == "e48abc" && file.observations[0].altitude == .aboveSeaLevel(.feet(1500)))
}

@Test func `a KML of rings takes altitudes from the names of its placemarks`() throws {
  func ring(_ name: String, _ radius: Double) -> String {
    let points = (0...12).map { step -> String in
      let angle = Double(step % 12) * .pi / 6
      return "\(-73 + radius * sin(angle)),\(-12 + radius * cos(angle)),0"
    }
    return
      "<Placemark><name>\(name)</name><LineString><coordinates>\(points.joined(separator: " "))</coordinates></LineString></Placemark>"
  }
  let file = try read(
    "rings.kml",
    "<?xml version=\"1.0\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder><name>f</name>\(ring("Range at 10000 ft", 1))\(ring("30000ft", 2))</Folder></Document></kml>"
  )
  #expect(file.form == .rings && file.observations.count == 24)
  #expect(Set(file.observations.map(\.altitude)) == [.aboveSeaLevel(.feet(10_000)), .aboveSeaLevel(.feet(30_000))])
}

@Test(arguments: [
  ("time\nyesterday", "time"), ("time\n2015-02-30T00:00:00Z", "time"), ("time\n25:00", "time"),
  ("altitude_amsl\n3000", "altitude_amsl"), ("altitude\n3000 m", "altitude"), ("x,y\n500000,8670000", "x"),
])
func `what cannot be read is told with its line and field`(columns: String, field: String) throws {
  let parts = columns.split(separator: "\n")
  let isPlaced = parts[0].contains("x,")
  let text = isPlaced ? columns : "lat,lon,\(parts[0])\n-12,-73,\(parts[1])\n"
  let found = try problems("p.csv", text)
  #expect(found.count == 1 && found[0].line == 2 && found[0].field == field, "\(found)")
}

@Test func `a latitude beyond the pole asks whether it is swapped`() throws {
  let found = try problems("p.csv", "lat,lon,altitude_amsl_m\n-103,-12,3000\n")
  #expect(found.count == 1 && found[0].remedy?.contains("swapped") == true)
  let receiver = try problems("outline.json", "{\"points\": [[-103,-12,30000]]}")
  #expect(receiver.count == 1 && receiver[0].remedy?.contains("swapped") == true)
}

@Test(arguments: ["", "\n", "{", "[1,2]", "{\"a\": 1}", "{\"rings\": 1}", "{\"trace\": []}", "{\"points\": [[1]]}"])
func `a JSON that is none of these is refused`(text: String) throws {
  #expect(try !problems("x.json", text).isEmpty)
}

@Test func `times of day and dates do not go together`() throws {
  let found = try problems(
    "p.csv", "lat,lon,time,altitude_amsl_m\n-12,-73,10:00:00,100\n-12,-73,2015-05-03T14:22:05Z,100\n")
  #expect(found.map(\.field) == ["time"])
}

@Test(arguments: [
  ("time", "2015-05-03 14:22:05", true), ("time", "2015-05-03T14:22:05.5", true), ("time", "14:22:05", true),
  ("time", "14:22", true), ("time", "2015-05-03T14:22:05Z", false), ("time", "2015-05-03 14:22:05-05:00", false),
  ("time", "14:22:05+02", false), ("time", "2015-05-03 14:22:05 UTC", false), ("time", "1430662925", false),
  ("time_utc", "2015-05-03 14:22:05", false),
])
func `times without a zone are told to be UTC, once a file`(column: String, time: String, isTold: Bool) throws {
  let row = "-12,-73,\(time),100\n"
  let file = try read("p.csv", "lat,lon,\(column),altitude_amsl_m\n\(row)\(row)\(row)")
  let told = file.warnings.filter { $0.field == "time" }
  #expect(told.count == (isTold ? 1 : 0) && file.assumesUTC == isTold, "\(file.warnings)")
  #expect(told.allSatisfy { $0.problem.contains("count as UTC") && $0.line == 2 })
}
