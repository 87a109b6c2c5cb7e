import Geodesy
import Scenario
import ScenarioSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\nlayers:\n"

private func warnings(_ table: String) throws -> [ScenarioProblem] {
  try load(head + "  sites: s.csv\n", ["s.csv": "id,latitude,longitude\n" + table]).warnings.filter {
    $0.field == "position"
  }
}

@Test func `an exchanged latitude and longitude is noticed and the right order suggested`() throws {
  let found = try warnings("a,-12.0,-74.0\nb,-12.5,-73.0\nc,-73.5,-12.2\nd,-11.5,-75.0\n")
  #expect(found.map(\.line) == [4])
  #expect(found.first?.problem.contains("swapped") == true)
  #expect(found.first?.remedy?.contains("latitude −12.2°, longitude −73.5°") == true)
}

@Test func `two sites within a kilometre are noticed, two farther apart are not`() throws {
  // A degree of latitude at 12° south is 110.6 km: 0.008 of it is 885 m, 0.01 is 1106 m.
  #expect(try warnings("a,-12.000,-74\nb,-12.008,-74\n").map(\.line) == [3])
  #expect(try warnings("a,-12.000,-74\nb,-12.010,-74\n").isEmpty)
}

@Test func `a site far from all others is noticed, also across the antimeridian`() throws {
  #expect(try warnings("a,-12,-74\nb,-12.5,-74\nc,-12.5,-73.5\nd,-12,-60\n").map(\.line) == [5])
  #expect(try warnings("a,-17,179.8\nb,-17,-179.8\nc,-17.3,179.9\nd,-16.8,-179.9\n").isEmpty)
}

@Test func `a flight below the ground and an aircraft of unknown endurance are noticed`() throws {
  let scenario = try load(
    """
    atalaya: 1
    name: Test
    ground_elevation: 560 m
    layers:
      aircraft: [{ id: a, kind: aeroplane, cruise: 180 km/h, rcs: 1 m² }]
      bases: [{ id: b, position: "0, 0" }]
      assets: [{ base: b, aircraft: a, readiness_day: 5 min, readiness_night: 5 min }]
      strips: [{ id: s, position: "0, 0", approximate: yes }]
      routes: [{ id: r, altitude: 500 m AMSL, points: ["0, 2"] }]
      flights:
        - { id: f, aircraft: a, strip: s, inbound: r, departure: "06:00", ground_time: 5 min }
    """)
  #expect(Set(scenario.warnings.compactMap(\.field)) == ["altitude", "endurance", "approximate", "layers.sites"])
}

@Test func `two positions of one row that disagree are noticed and the first is taken`() throws {
  let rows =
    "  sites: [{ id: a, position: \"1, 1\", latitude: 1, longitude: 1.01 }, { id: b, position: \"2, 1\", lat: 2, lon: 1 }]\n"
  let scenario = try load(head + rows)
  #expect(scenario.warnings.filter { $0.field == "position" }.count == 1)
  #expect(scenario.sites.first?.position.longitudeDegrees == 1)
}

@Test func `an exchanged point of a route is noticed`() throws {
  let scenario = try load(
    head + """
        strips: [{ id: s, position: "-12, -74" }, { id: t, position: "-12.5, -73.5" }, { id: u, position: "-12.2, -73" }]
        routes:
          - id: r
            altitude: 150 m AGL
            points:
              - "-13.8, -68.1"
              - "-71.2, -12.9"
      """)
  #expect(scenario.warnings.filter { $0.field == "position" }.map(\.line) == [10])
}
