import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\n"

private func ring(_ properties: String, _ corners: String = "[[-75, -12], [-74, -12], [-74, -11], [-75, -12]]")
  -> String
{
  """
  {"type": "Feature", "properties": {\(properties)}, "geometry": {"type": "Polygon", "coordinates": [\(corners)]}}
  """
}

private func areas(_ features: [String]) -> [String: String] {
  ["areas.geojson": #"{"type": "FeatureCollection", "features": [\#(features.joined(separator: ", "))]}"#]
}

@Suite struct RoutingKeyTests {
  @Test func `without the key nothing is routed, and what it leaves out is told`() throws {
    let plain = try load(head)
    #expect(plain.routing == nil && !plain.defaultedSettings.contains { $0.hasPrefix("routing") })
    let problems = try problems(head + "routing: {}\n")
    #expect(problems.map(\.field) == ["routing"])
    #expect(problems[0].remedy?.contains("terrain") == true)
  }

  @Test func `areas have altitudes and hours, and holes do not open them`() throws {
    let features = [
      ring(#""name": "R1", "bottom_amsl_ft": 1000, "top_amsl": "FL95", "begin": "22:00", "end": "06:00""#),
      ring(
        "",
        "[[-75, -12], [-74, -12], [-74, -11], [-75, -12]], [[-74.5, -11.8], [-74.4, -11.8], [-74.4, -11.7], [-74.5, -11.8]]"
      ),
    ]
    let scratch = try Scratch(areas(features))
    defer { withExtendedLifetime(scratch) {} }
    try scratch.file("flat.asc", "ncols 3\nnrows 3\nxllcorner -76\nyllcorner -13\ncellsize 1\n0 0 0\n0 0 0\n0 0 0\n")
    try scratch.file(
      "flat.prj",
      "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]"
    )
    try scratch.file(
      "scenario.yaml",
      head + "terrain: flat.asc\nrouting: { clearance: 500 ft }\nlayers:\n  restricted_areas: areas.geojson\n")
    let scenario = try Scenario.load(folder: scratch.path)
    let routing = try #require(scenario.routing)
    #expect(abs(routing.clearanceByDay.metres - 152.4) < 1e-9)
    #expect(routing.areas.count == 2)
    #expect(routing.areas[0].area.name == "R1")
    #expect(abs((routing.areas[0].area.bottom ?? .zero).metres - 304.8) < 1e-6)
    #expect(routing.areas[0].begin == .hours(22) && routing.areas[0].end == .hours(6))
    #expect(routing.areas[1].area.ring.count == 3 && routing.areas[1].area.bottom == nil)
    #expect(routing.areas[1].begin == nil)
    #expect(scenario.defaultedSettings.contains("routing.clearance_by_night"))
    #expect(!scenario.defaultedSettings.contains("routing.clearance"))
  }

  @Test func `areas without routes are warned of`() throws {
    let scenario = try load(
      head + "layers:\n  restricted_areas: areas.geojson\n", areas([ring("")]))
    #expect(scenario.warnings.contains { $0.field == "restricted_areas" })
  }

  @Test func `everything that is wrong is reported at once`() throws {
    let features = [
      ring(#""bottom_amsl_m": 3000, "top_amsl_m": 1000"#), ring(#""begin": "06:00""#),
      ring(#""end": "25:00", "begin": "1""#),
      #"{"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [-75, -12]}}"#,
    ]
    let found = try problems(
      head
        + "routing: { clearance: -3 m, clearance_by_night: high, ceiling: 3 km }\nlayers:\n  restricted_areas: areas.geojson\n",
      areas(features))
    let text = found.map(\.description).joined(separator: "\n")
    for part in [
      "routing.clearance", "routing.clearance_by_night", "routing.ceiling", "needs terrain", "top", "end", "25:00",
      "is not a polygon",
    ] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
    #expect(found.count >= 8, "\(text)")
  }
}
