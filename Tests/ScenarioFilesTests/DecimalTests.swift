import Foundation
import Geodesy
import Interception
import Radar
import Response
import Scenario
import ScenarioSupport
import TestSupport
import Testing
import Units

private func elevation(_ table: String, options: String = "") throws -> (Double?, [ScenarioProblem]) {
  let yaml = "atalaya: 1\nname: T\nlayers:\n  bases: { file: b.csv\(options) }\n"
  do { return (try load(yaml, ["b.csv": table]).bases.first?.elevation?.metres, []) } catch let error as ScenarioError {
    return (nil, error.problems)
  }
}

private let tables: [(String, Double)] = [
  // The rows show a decimal comma: in a position, in another row, in two groups of thousands.
  ("id;lat;lon;elevation_m\na;40,30;-30,00;1.420\n", 1420.0),
  ("id;lat;lon;elevation_m\na;40;-30;1.420\nb;41;-30;420,5\n", 1420),
  ("id;lat;lon;elevation\na;40;-30;1.420 m\nb;41;-30;0,5 km\n", 1420),
  ("id,lat,lon,elevation_m\na,\"40,30\",\"-30,00\",1.420\n", 1420),
  ("id;position;elevation_m\na;\"40,30; -30,00\";1.420\n", 1420),
  // They show a decimal point.
  ("id;lat;lon;elevation_m\na;40.3;-30;1.420\n", 1.42),
  ("id;lat;lon;elevation_m\na;40.3;-30;\"1,420\"\n", 1420),
  ("id;lat;lon;elevation_m\na;40;-30;1.420\nb;41;-30;0.5\n", 1.42),
  // A comma between columns goes with decimal points.
  ("id,lat,lon,elevation_m\na,40,-30,1.420\n", 1.42),
  // One reading whatever the rest is.
  ("id;lat;lon;elevation_m\na;40;-30;1'420\n", 1420), ("id;lat;lon;elevation_m\na;40;-30;1\u{A0}420,0\n", 1420),
]

@Test(arguments: tables)
func `the rows of a table show its decimal mark`(table: String, metres: Double) throws {
  let (found, problems) = try elevation(table)
  #expect(found == metres, "\(problems)")
}

@Test(arguments: [
  "id;lat;lon;elevation_m\na;40;-30;1.420\n", "id;lat;lon;elevation_m\na;40;-30;\"1,420\"\n",
  "id\tlat\tlon\televation_m\na\t40\t-30\t1.420\n",
  // Both marks are shown.
  "id;lat;lon;elevation_m\na;40.3;-30;1.420\nb;41;-30;420,5\n",
])
func `a number with two readings and no evidence is refused and the layer's key decides`(table: String) throws {
  let (_, problems) = try elevation(table)
  #expect(problems.count == 1 && problems[0].what.contains("has two readings"), "\(problems)")
  #expect(problems.first?.remedy.contains("decimal: comma or decimal: point") == true)
}

@Test func `a layer can state its decimal mark`() throws {
  let table = "id;lat;lon;elevation_m\na;40;-30;1.420\n"
  #expect(try elevation(table, options: ", decimal: comma").0 == 1420)
  #expect(try elevation(table, options: ", decimal: point").0 == 1.42)
  let (_, problems) = try elevation(table, options: ", decimal: dot")
  #expect(problems.first?.field == "bases.decimal")
}

@Test func `typed numbers have one reading whatever the texts beside them show`() throws {
  let layer = """
    {"type":"FeatureCollection","features":[
    {"type":"Feature","properties":{"id":"a","elevation_m":1.42,"note":"40,30"},"geometry":{"type":"Point","coordinates":[-30,40]}}]}
    """
  for options in ["", ", decimal: comma"] {
    let scenario = try load(
      "atalaya: 1\nname: T\nlayers:\n  bases: { file: b.geojson\(options) }\n", ["b.geojson": layer])
    #expect(scenario.bases.first?.elevation == .metres(1.42))
  }
}

@Test func `prices, cross sections, sectors and inline rows follow the same rule`() throws {
  let scenario = try load(
    """
    atalaya: 1
    name: T
    layers:
      radar_types: r.csv
      sites:
        - { id: s, latitude: "40,30", longitude: "-30,00", elevation: 1.420 m, blind_sectors: "90-120,5" }
    """,
    [
      "r.csv": """
      id;kind;instrumented_range_km;detection_range_km;reference_rcs_m2;antenna_height_m;price_usd
      a;primary;444,48;300;1;12;17.800.000
      b;primary;300;300;1;12;17.800
      """
    ])
  #expect(scenario.radarTypes.map { $0.price?.base.amount } == [17.8e6, 17_800])
  #expect(scenario.radarTypes.first?.instrumentedRange == .kilometres(444.48))
  #expect(scenario.sites.first?.elevation == .metres(1420))
  #expect(scenario.sites.first?.blindSectors.first?.end.degrees == 120.5)
}

@Test func `flight levels are altitudes above the sea, said once`() throws {
  let scenario = try load(
    """
    atalaya: 1
    name: T
    altitudes_amsl: [FL100, 1000 m]
    layers:
      aircraft: [{ id: h, kind: helicopter, cruise: 120 kt, ceiling: FL 200, rcs: 1 m² }]
      strips: [{ id: s, lat: 40, lon: -30 }]
      routes: [{ id: r, altitude: FL130, points: ["41, -30", "40, -30"] }]
      flights: [{ id: f, aircraft: h, strip: s, inbound: r, landing: "07:00", ground_time: 5 min }]
    """)
  #expect(scenario.altitudes == [.metres(1000), .feet(10_000)])
  #expect(scenario.aircraft.first?.ceiling == .feet(20_000))
  #expect(scenario.flights.first?.inbound.first?.altitude == .aboveSeaLevel(.feet(13_000)))
  #expect(scenario.warnings.filter { $0.what.contains("standard atmosphere") }.count == 1)
}
