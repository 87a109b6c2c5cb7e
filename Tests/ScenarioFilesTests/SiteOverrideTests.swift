import Coverage
import Radar
import Scenario
import ScenarioSupport
import Testing
import Units

private let yaml = """
  atalaya: 1
  name: Test
  layers:
    radar_types:
      - { id: r, kind: secondary, instrumented_range: 200 km, antenna_height: 10 m }
      - { id: s, kind: secondary, instrumented_range: 100 km, antenna_height: 30 m }
    sites:
      - { id: a, position: "1, 2", elevation: 0 m, radar: r }
      - { id: b, position: "1, 3", elevation: 0 m, radar: r, range_scale: 0.9, horizon_mask: "10-20: 1" }
    purchases:
      - { id: new, radars: [{ site: a, type: s }] }

  """

@Test func `a site override holds instead of what the site has`() throws {
  let scenario = try load(
    yaml + "  site_overrides: o.csv\n",
    ["o.csv": "site,antenna_height_m,range_scale,horizon_mask,source\na,23.5,0.85,\"0-30: 0.5; 30-60: 1.2\",fit\n"])
  let station = scenario.existingStations[0]
  #expect(station.antennaHeight == .metres(23.5) && station.rangeScale == 0.85)
  #expect(station.horizonMask == (try HorizonMask.parse("0-30: 0.5; 30-60: 1.2")))
  #expect(station.instrumentedRange == .kilometres(170))
  // The other site keeps its own.
  #expect(scenario.existingStations[1].rangeScale == 0.9)
  #expect(scenario.existingStations[1].horizonMask.text == "10-20: 1")
  // Another radar on the same site has its own mast and range, and the horizon of the site.
  let bought = scenario.stations(adding: scenario.purchases[0])[2]
  #expect(bought.antennaHeight == .metres(30) && bought.rangeScale == 1 && !bought.horizonMask.isEmpty)
}

@Test func `what an override leaves empty stays`() throws {
  let scenario = try load(yaml + "  site_overrides: [{ site: b, antenna_height: 5 m }]\n")
  let station = scenario.existingStations[1]
  #expect(station.antennaHeight == .metres(5) && station.rangeScale == 0.9 && station.horizonMask.text == "10-20: 1")
}

@Test(arguments: [
  ("{ site: c, range_scale: 1 }", "site"), ("{ range_scale: 1 }", "site"),
  ("{ site: a, range_scale: 0 }", "range_scale"),
  ("{ site: a, horizon_mask: \"0-30\" }", "horizon_mask"), ("{ site: a, hight: 1 m }", "hight"),
])
func `a site override that is none is told`(row: String, field: String) throws {
  #expect(try problems(yaml + "  site_overrides: [\(row)]\n").map(\.field) == [field])
}

@Test(arguments: ["{ site: c, range_scale: 0, horizon_mask: \"0-30\" }", "{ range_scale: 0, horizon_mask: \"0-30\" }"])
func `everything that is wrong with a site override is told at once`(row: String) throws {
  // The unknown or missing site does not hide what else is wrong.
  let fields = try problems(yaml + "  site_overrides: [\(row)]\n").map(\.field)
  #expect(Set(fields) == ["site", "range_scale", "horizon_mask"] && fields.count == 3)
}

@Test(arguments: [
  ("0-30: 0.5; 20-60: 1.2", "0-30: 0.5", "20-60: 1.2"), ("350-10: 1; 5-20: 2", "350-10: 1", "5-20: 2"),
  ("10-20: 1; 30-40: 2; 0-360: 0.1", "10-20: 1", "0-360: 0.1"), ("5-20: 2; 5-20: 3", "5-20: 2", "5-20: 3"),
])
func `azimuths that a horizon mask states twice are told`(mask: String, one: String, other: String) throws {
  for row in ["site_overrides: [{ site: a, horizon_mask: \"\(mask)\" }]", nil] {
    let text = row.map { yaml + "  \($0)\n" } ?? yaml.replacing("\"10-20: 1\"", with: "\"\(mask)\"")
    let warning = try #require(try load(text).warnings.first { $0.field == "horizon_mask" })
    #expect(warning.problem.contains("\(one) and \(other)"), "\(warning)")
  }
}

@Test func `parts of a mask that only touch are no overlap`() throws {
  let text = yaml.replacing("\"10-20: 1\"", with: "\"0-30: 0.5; 30-60: 1.2; 60-0: 0.1\"")
  #expect(try load(text).warnings.allSatisfy { $0.field != "horizon_mask" })
}
