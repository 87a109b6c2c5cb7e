import Coverage
import Geodesy
import Interception
import Radar
import Response
import Scenario
import ScenarioSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\n"

@Test func `settings have the documented defaults and say so`() throws {
  let scenario = try load(head)
  #expect(scenario.effectiveEarthFactor == 4.0 / 3)
  #expect(scenario.altitudeBands == [50, 150, 300, 600, 1500].map { Length.metres($0) })
  #expect(scenario.coverageTarget.crossSection == .squareMetres(1) && !scenario.coverageTarget.hasTransponder)
  #expect(scenario.daylight == Daylight(begin: .seconds(6 * 3600), end: .seconds(18 * 3600)))
  #expect(scenario.alertChain == AlertChain(confirmation: .seconds(30), decision: .seconds(300)))
  #expect(scenario.onSceneTime == .seconds(600))
  #expect(scenario.groundElevation == .zero && scenario.isGroundElevationDefault)
  #expect(scenario.defaultsTaken.count == 8)
}

@Test func `stated settings are taken`() throws {
  let scenario = try load(
    head + """
      ground_elevation: 1000 ft
      effective_earth_k: 1.5
      target_rcs: 10 dBsm
      target_transponder: sí
      altitude_bands: [1 km, 500 ft]
      altitudes_amsl: [10000 ft, -100 m]
      daylight: { begin: "05:45", end: "18:15:30" }
      alert: { confirmation: 12 s, decision: 0.5 min }
      on_scene_time: 1 h 5 min
      """)
  #expect(abs(scenario.groundElevation.metres - 304.8) < 1e-9)
  #expect(scenario.effectiveEarthFactor == 1.5)
  #expect(abs(scenario.coverageTarget.crossSection.squareMetres - 10) < 1e-12)
  #expect(scenario.coverageTarget.hasTransponder)
  #expect(scenario.altitudeBands.map { $0.metres.rounded() } == [152, 1000])
  #expect(scenario.altitudes.map { $0.metres.rounded() } == [-100, 3048])
  #expect(scenario.daylight == Daylight(begin: .seconds(20_700), end: .seconds(65_730)))
  #expect(scenario.alertChain == AlertChain(confirmation: .seconds(12), decision: .seconds(30)))
  #expect(scenario.onSceneTime == .seconds(3900))
}

@Test(arguments: [
  "effective_earth_k: 0", "effective_earth_k: -1", "effective_earth_k: inf", "target_rcs: 0 m²", "altitude_bands: []",
  "altitude_bands: 50 m", "altitudes_amsl: []", "altitudes_amsl: [1 km, 1000 m]", "altitude_bands: [50 m, 50 m]",
  "daylight: dawn", "daylight: { begin: \"06:00\" }",
  "atalaya: 2",
  "alert: 5 min", "alert: { confirmation: -5 s }", "on_scene_time: -1 min", "currency: Soles", "layers: [a]",
])
func `settings out of range are refused`(line: String) throws {
  let text = line.hasPrefix("atalaya") ? "name: Test\n" + line : head + line
  #expect(try problems(text).count == 1)
}

@Test
func `the default ground elevation is the lowest of sites, strips and bases, so that no antenna loses its height`()
  throws
{
  let bases = "  bases: [{ id: b, position: \"1, 1\", elevation: 50 m }]\n"
  let sites = "  sites: s.csv\n"
  let table = ["s.csv": "id,lat,lon,elevation_m\na,1,1,100\nb,1.1,1,\nc,1.2,1,300\nd,1.3,1,900\ne,1.4,1,500\n"]
  #expect(try load(head + "layers:\n" + bases + sites, table).groundElevation == .metres(50))
  let smooth = try load(head + "layers:\n" + sites, table)
  #expect(smooth.groundElevation == .metres(100))
  #expect(try load(head + "layers:\n" + bases).groundElevation == .metres(50))
}

@Test func `a radar type is read from text and from columns with units alike`() throws {
  let inline = try load(
    head + """
      layers:
        radar_types:
          - { id: a, name: A, kind: primary, instrumented_range: 240 nmi, detection_range: 300 km, reference_rcs: 2 m²,
              minimum_range: 2000 m, antenna_height: 8 m, minimum_elevation: -0.5 deg, maximum_elevation: 20°, revisit: 12 s,
              price_low: USD 10M, price: USD 17.8M, price_high: 20M USD }
      """)
  let table = try load(
    head + "layers:\n  radar_types: r.csv\n",
    [
      "r.csv": """
      id,name,kind,instrumented_range_nmi,detection_range_km,reference_rcs_m2,minimum_range_m,antenna_height_m,\
      minimum_elevation_deg,maximum_elevation_deg,revisit_s,price_low_usd_m,price_base_usd,price_high_usd_m,notes
      a,A,primary,240,300,2,2000,8,\u{2212}0.5,20,12,10,"17,800,000",20,ignored
      """
    ])
  let type = try #require(inline.radarTypes.first)
  #expect(inline.radarTypes == table.radarTypes)
  // 240 nautical miles of 1852 m.
  #expect(type.instrumentedRange.metres == 444_480)
  #expect(type.minimumElevation == .degrees(-0.5))
  #expect(type.price?.base == Money(17.8e6, "USD"))
}

@Test(arguments: [
  ("kind: primary, instrumented_range: 5 km, antenna_height: 1 m", ["detection_range", "reference_rcs"]),
  ("kind: secondary, antenna_height: 1 m", ["instrumented_range"]),
  ("kind: secondary, instrumented_range: 5 km, antenna_height: -1 m", ["antenna_height"]),
  ("kind: secondary, instrumented_range: 5 km, antenna_height: 1 m, minimum_range: 5 km", ["minimum_range"]),
  (
    "kind: secondary, instrumented_range: 5 km, antenna_height: 1 m, minimum_elevation: 9°, maximum_elevation: 3°",
    ["minimum_elevation"]
  ),
  ("kind: secondary, instrumented_range: 5 km, antenna_height: 1 m, price: USD 5M, price_low: USD 6M", ["price_low"]),
  ("kind: secondary, instrumented_range: 5 km, antenna_height: 1 m, price: USD 5M, price_high: USD 4M", ["price_high"]),
  ("kind: secondary, instrumented_range: 5 km, antenna_height: 1 m, price: USD 5M, price_high: EUR 9M", ["price_high"]),
  ("kind: secondary, instrumented_range: 5 km, antenna_height: 1 m, price: USD -5M", ["price"]),
  ("kind: secondary, instrumented_range: 5 km, antenna_height: 1 m, price_low: USD 5M", ["price_low"]),
])
func `a radar type at odds with itself is refused`(fields: String, wrong: [String]) throws {
  let found = try problems(head + "layers:\n  radar_types:\n    - { id: a, \(fields) }\n")
  #expect(found.map(\.field) == wrong, "\(found)")
}

@Test func `endurance follows from range and cruise`() throws {
  let scenario = try load(
    head + """
      layers:
        aircraft:
          - { id: a, kind: helicopter, cruise: 200 km/h, range: 500 km }
          - { id: b, kind: aeroplane, cruise: 200 km/h, endurance: 4 h, reserve: 45 min, rcs: -10 dBsm, transponder: yes }
          - { id: c, kind: aeroplane, cruise: 200 km/h }
      """)
  // 500 km at 200 km/h are 2.5 h.
  #expect(abs((scenario.aircraft[0].endurance ?? .zero).inSeconds - 9000) < 1e-6)
  #expect(scenario.aircraft[0].reserve == .seconds(1800))
  #expect(scenario.aircraft[0].departureAllowance == .seconds(120))
  #expect(scenario.aircraft[1].endurance == .seconds(14_400) && scenario.aircraft[1].hasTransponder)
  #expect(scenario.aircraft[2].endurance == nil)
}

@Test func `assets take their key from base and aircraft and need a readiness`() throws {
  let layers = """
    layers:
      bases: [{ id: b, position: "1, 1" }]
      aircraft: [{ id: a, kind: helicopter, cruise: 200 km/h, endurance: 2 h }]
      assets:
    """
  func asset(_ fields: String) -> String { head + layers + "\n    - { base: b, aircraft: a\(fields) }\n" }
  let scenario = try load(asset(", readiness_day: 15 min, readiness_night: none"))
  #expect(scenario.assets.map(\.id) == ["b/a"])
  #expect(scenario.assets[0].readinessByDay == .seconds(900) && scenario.assets[0].readinessByNight == nil)
  #expect(!scenario.warnings.contains { $0.field == "readiness_night" })
  #expect(try load(asset(", readiness_day: 15 min")).warnings.contains { $0.field == "readiness_night" })
  #expect(try load(asset(", readiness_night: 15 min")).warnings.contains { $0.field == "readiness_day" })
  for bad in ["", ", readiness_day: none", ", readiness_day: none, readiness_night: none", ", readiness_day: -5 min"] {
    #expect(try problems(asset(bad)).count == 1, "\(bad)")
  }
}

@Test func `a purchase is the same from a list and from a table`() throws {
  let layers = """
    layers:
      radar_types: [{ id: t, kind: secondary, instrumented_range: 5 km, antenna_height: 1 m, price: USD 5M }]
      sites: [{ id: s, position: "1, 1" }, { id: u, position: "2, 2" }]

    """
  let inline = try load(
    head + layers + """
        purchases:
          - { id: p, name: P, budget: USD 12M, radars: [{ site: s, type: t }, { site: u, type: t }] }
      """)
  let table = try load(
    head + layers + "  purchases: p.csv\n", ["p.csv": "purchase,name,budget_usd_m,site,type\np,P,12,s,t\np,,,u,t\n"])
  #expect(inline.purchases == table.purchases)
  #expect(inline.purchases.first?.price?.base == Money(10e6, "USD"))
  let bad = try problems(
    head + layers + "  purchases:\n    - { id: p, radars: [{ site: x, type: t, colour: red }, 5] }\n")
  #expect(bad.map(\.code) == [.unknownField, .reference, .syntax])
}
