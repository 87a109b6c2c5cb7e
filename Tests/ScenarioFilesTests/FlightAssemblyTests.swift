import Geodesy
import Interception
import Response
import Scenario
import ScenarioSupport
import Testing
import Units

private func flight(_ flight: String, routes: String) throws -> Flight? {
  try load(yaml(flight, routes: routes)).flights.first
}

private func yaml(_ flight: String, routes: String) -> String {
  """
  atalaya: 1
  name: Test
  layers:
    aircraft: [{ id: a, kind: aeroplane, cruise: 180 km/h, rcs: 1 m² }]
    strips: [{ id: s, position: "0, 0" }]
    routes:
  \(routes.split(separator: "\n").map { "    - \($0)" }.joined(separator: "\n"))
    flights:
      - { id: f, aircraft: a, strip: s, ground_time: 0 min, \(flight) }
  """
}

private func at(_ north: Double, _ east: Double) -> Position {
  Position(latitudeDegrees: north, longitudeDegrees: east)
}

private let ground = Altitude.aboveGround(.zero)

@Test func `the strip is appended, and the way out is the way in reversed`() throws {
  let found = try flight(
    "inbound: r, departure: \"06:00\"", routes: "{ id: r, altitude: 150 m AGL, points: [\"0, 2\", \"0, 1\"] }")
  let low = Altitude.aboveGround(.metres(150))
  #expect(found?.inbound.map(\.position) == [at(0, 2), at(0, 1), at(0, 0)])
  #expect(found?.inbound.map(\.altitude) == [low, low, ground])
  #expect(found?.outbound == found?.inbound.reversed())
  #expect(found?.departure == .seconds(6 * 3600) && found?.groundTime == .zero && found?.perDay == 1)
}

@Test func `a route that ends within a kilometre of the strip ends on it`() throws {
  // 0.005 degrees of the equator are 557 m, 0.02 degrees 2.2 km.
  let near = try flight(
    "inbound: r, altitude: 900 m AMSL, departure: \"06:00\"", routes: "{ id: r, points: [\"0, 2\", \"0, 0.005\"] }")
  #expect(near?.inbound.map(\.position) == [at(0, 2), at(0, 0)])
  #expect(near?.inbound.map(\.altitude) == [.aboveSeaLevel(.metres(900)), ground])
  let far = try flight(
    "inbound: r, altitude: 900 m AMSL, departure: \"06:00\"", routes: "{ id: r, points: [\"0, 2\", \"0, 0.02\"] }")
  #expect(far?.inbound.count == 3)
}

@Test func `the strip is put before a stated way out`() throws {
  let found = try flight(
    "inbound: r, outbound: o, altitude: 1000 ft AGL, departure: \"06:00\"",
    routes: "{ id: r, points: [\"0, 2\"] }\n{ id: o, points: [\"1, 0\", { position: \"2, 0\", altitude: 1 km AMSL }] }")
  #expect(found?.inbound.map(\.position) == [at(0, 2), at(0, 0)])
  #expect(found?.outbound.map(\.position) == [at(0, 0), at(1, 0), at(2, 0)])
  #expect(found?.outbound.map(\.altitude) == [ground, .aboveGround(.feet(1000)), .aboveSeaLevel(.metres(1000))])
}

@Test func `the departure follows from the landing, the geodesic length and the speed`() throws {
  let found = try flight(
    "inbound: r, landing: \"00:10\"", routes: "{ id: r, altitude: 1 km AGL, points: [\"0, 0.5\", \"0, 1\"] }")
  // From 0.5 back to 1 and then to 0 degrees east: 1.5 degrees of the equator, an arc of a circle of radius 6378137 m,
  // at 50 m/s. Tolerance: 1 µm of length.
  let seconds = 600 - 1.5 * .pi / 180 * 6_378_137 / 50
  #expect(abs((found?.departure ?? .zero).inSeconds - seconds) < 1e-6)
}

@Test(arguments: [
  ("inbound: r, departure: \"06:00\"", "{ id: r, points: [\"0, 2\"] }", "altitude"),
  ("inbound: r, departure: \"06:00\"", "{ id: r, altitude: 150 m, points: [\"0, 2\"] }", "altitude"),
  ("inbound: r, altitude: 1 km AGL, departure: \"06:00\"", "{ id: r, points: [\"0, 0.001\"] }", "inbound"),
  ("inbound: r, departure: \"06:00\"", "{ id: r, altitude: 1 km AGL, points: [] }", "points"),
  ("inbound: r", "{ id: r, altitude: 1 km AGL, points: [\"0, 2\"] }", "departure"),
  (
    "inbound: r, departure: \"06:00\", landing: \"07:00\"", "{ id: r, altitude: 1 km AGL, points: [\"0, 2\"] }",
    "landing"
  ),
  ("inbound: r, departure: \"06:00\", speed: 0 kt", "{ id: r, altitude: 1 km AGL, points: [\"0, 2\"] }", "speed"),
  ("inbound: r, departure: \"06:00\", per_day: -1", "{ id: r, altitude: 1 km AGL, points: [\"0, 2\"] }", "per_day"),
  ("inbound: q, departure: \"06:00\"", "{ id: r, altitude: 1 km AGL, points: [\"0, 2\"] }", "inbound"),
  ("inbound: r, departure: \"06:00\"", "{ id: r, altitude: 1 km AGL, points: [\"0, nan\"] }", "points[1].position"),
])
func `a flight or route that cannot be flown is refused`(fields: String, routes: String, field: String) throws {
  let found = try problems(yaml(fields, routes: routes))
  #expect(found.map(\.field) == [field], "\(found)")
}

@Test func `a table of points is a route in the order of its numbers`() throws {
  let text = yaml("inbound: r, departure: \"06:00\"", routes: "x").replacing(
    "  routes:\n    - x", with: "  routes: r.csv")
  let table =
    "route,order,latitude,longitude,altitude_agl_ft,altitude_amsl_m\nr,2,0,1,500,\nr,10,0,0.5,,900\nr,1,0,2,500,\n"
  let found = try load(text, ["r.csv": table]).flights.first
  #expect(found?.inbound.map(\.position) == [at(0, 2), at(0, 1), at(0, 0.5), at(0, 0)])
  #expect(found?.inbound[2].altitude == .aboveSeaLevel(.metres(900)))
  let twice = try problems(text, ["r.csv": table.replacing("r,10", with: "r,1")])
  #expect(twice.map(\.field) == ["order"])
}

@Test func `a line layer is a route, and a line of one point is refused`() throws {
  let text = yaml("inbound: r, departure: \"06:00\"", routes: "x").replacing(
    "  routes:\n    - x", with: "  routes: r.geojson")
  func line(_ coordinates: String) -> String {
    """
    {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"r","altitude":"150 m AGL"},
    "geometry":{"type":"LineString","coordinates":\(coordinates)}}]}
    """
  }
  let found = try load(text, ["r.geojson": line("[[2,0],[1,0]]")]).flights.first
  #expect(found?.inbound.map(\.position) == [at(0, 2), at(0, 1), at(0, 0)])
  for bad in ["[[2,0]]", "[]", "[[2,95],[1,0]]", "[[2,0],[null,0]]"] {
    #expect(try problems(text, ["r.geojson": line(bad)]).count == 1, "\(bad)")
  }
}

@Test func `a strip on a base and a flight without a day are fine`() throws {
  let text = yaml(
    "inbound: r, departure: \"06:00\", per_day: 0", routes: "{ id: r, altitude: 1 km AGL, points: [\"0, 2\"] }")
  let scenario = try load(text + "\n  bases: [{ id: b, position: \"0, 0\" }]\n")
  #expect(scenario.flights.first?.perDay == 0)
  #expect(scenario.bases.first?.position == scenario.strips.first?.position)
}
