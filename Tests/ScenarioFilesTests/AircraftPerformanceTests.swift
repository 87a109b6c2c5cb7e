import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import Testing
import Units

private func yaml(_ aircraft: String, _ more: String = "", layers: String = "") -> String {
  """
  atalaya: 1
  name: Aircraft
  ground_elevation: 100 m
  daylight: { begin: "06:00", end: "18:00" }
  alert: { confirmation: 30 s, decision: 5 min }
  \(more)
  layers:
    aircraft:
      - \(aircraft)
    bases: [{ id: base, position: "-12.1, -74.4", elevation: 100 m }]
    assets: [{ base: base, aircraft: mi, readiness_day: 10 min, readiness_night: 25 min, turn_round: 40 min }]
    strips: [{ id: s, position: "-12.5, -73.8", elevation: 3500 m, length: 700 m }]
  \(layers)
  """
}

private let catalogue = """
  id,name,kind,figure,at,value,condition,certainty,source
  mi-17,Mil Mi-17,helicopter,cruise,,220 km/h,,corroborated,one; another
  mi-17,Mil Mi-17,helicopter,ceiling,,6000 m,,manufacturer,manual
  mi-17,Mil Mi-17,helicopter,hover_oge,13000 kg,1760 m,greatest mass,secondary,magazine
  mi-17,Mil Mi-17,helicopter,hover_oge,11100 kg,3980 m,normal mass,manufacturer,manual
  mi-17,Mil Mi-17,helicopter,climb_rate,0 m,9 m/s,,manufacturer,manual
  mi-17,Mil Mi-17,helicopter,climb_rate,4000 m,4 m/s,,manufacturer,manual
  """

@Test func `an aircraft that states nothing by altitude has no performance`() throws {
  let scenario = try load(yaml("{ id: mi, kind: helicopter, cruise: 220 km/h, ceiling: 6000 m }"))
  #expect(scenario.aircraft[0].performance == nil && scenario.assets[0].weather == nil)
  #expect(scenario.assets[0].turnRound == .minutes(40))
}

@Test func `performance by altitude is read as it is written`() throws {
  let scenario = try load(
    yaml(
      """
      { id: mi, kind: helicopter, cruise: 220 km/h, cruise_table: "0 m: 240 km/h; 4000 m: 200 km/h",
              cruise_altitude: 3000 m, climb_rate: 500 ft/min, descent_rate: "0 m: 6 m/s; 3000 m: 5 m/s",
              hover_ige: "11100 kg: 4500 m; 13 t: 2500 m", hover_oge: "13000 kg: 1760 m; 11100 kg: 3980 m",
              landing_hover: ige, mission_mass: 12 t, maximum_mass: 13000 kg, engine_stop_limit: 4000 m,
              usable_fuel: 2000 kg, fuel_flow: 640 kg/h, minimum_height_day: 150 m, minimum_height_night: 600 m }
      """))
  let performance = try #require(scenario.aircraft[0].performance)
  #expect(performance.cruise?.value(at: .metres(2000)) == .kilometresPerHour(220))
  #expect(performance.cruiseAltitude == .metres(3000))
  #expect(performance.climb?.value(at: .metres(5000)) == .feetPerMinute(500))
  #expect(performance.descent?.value(at: .metres(1500)) == .metresPerSecond(5.5))
  #expect(performance.descent?.value(at: .metres(3500)) == nil)
  #expect(performance.hover?.outOfGroundEffect?.ceiling(at: .kilograms(12_050)) == .metres(2870))
  #expect(performance.hover?.inGroundEffect?.ceiling(at: .kilograms(13_000)) == .metres(2500))
  #expect(performance.landingHover == .inside && performance.missionMass == .kilograms(12_000))
  #expect(performance.engineStopLimit == .metres(4000))
  #expect(performance.minimumHeight(by: .day) == .metres(150) && performance.minimumHeight(by: .night) == .metres(600))
  // 2000 kg at 640 kg/h.
  #expect(scenario.aircraft[0].endurance == .minutes(187.5))
}

@Test func `figures that no aircraft can have are all reported at once, each with its place`() throws {
  let found = try problems(
    yaml(
      """
      { id: mi, kind: helicopter, cruise: 0 km/h, cruise_table: "0 m: 0 km/h", climb_rate: "0 m: 5 m/s; 0 m: 4 m/s",
              hover_oge: "11100 kg: 1760 m; 13000 kg: 3980 m", mission_mass: 14 t, maximum_mass: 13 t,
              usable_fuel: 2000 kg, fuel_flow: 640 L/h, runway_table: "600 m", minimum_height_day: -5 m }
      """))
  let fields = Set(found.compactMap(\.place.field))
  #expect(
    fields.isSuperset(of: [
      "cruise", "cruise_table", "climb_rate", "hover_oge", "mission_mass", "fuel_flow", "runway_table",
      "minimum_height_day",
    ]), "\(fields)")
  #expect(found.contains { $0.problem.contains("upside down") })
  let swapped = try problems(
    yaml(
      """
      { id: mi, kind: helicopter, cruise: 220 km/h, hover_ige: "11100 kg: 3000 m", hover_oge: "11100 kg: 3980 m" }
      """))
  #expect(swapped.count == 1 && swapped[0].problem.contains("out of ground effect"))
}

@Test func `an aircraft has the figures of its type in the catalogue, and its own before them`() throws {
  let scenario = try load(
    yaml(
      "{ id: mi, figures_of: mi-17, cruise: 210 km/h, mission_mass: 11500 kg }", layers: "  aircraft_figures: types.csv"
    ),
    ["types.csv": catalogue])
  let aircraft = scenario.aircraft[0]
  #expect(aircraft.name == "Mil Mi-17" && aircraft.kind == .helicopter && aircraft.cruise == .kilometresPerHour(210))
  #expect(aircraft.ceiling == .metres(6000))
  let performance = try #require(aircraft.performance)
  #expect(performance.hover?.outOfGroundEffect?.ceiling(at: .kilograms(12_050)) == .metres(2870))
  #expect(performance.climb?.value(at: .metres(2000)) == .metresPerSecond(6.5))
  #expect(performance.sources[.hoverOutside]?.map(\.certainty) == [.secondary, .manufacturer])
  #expect(performance.sources[.cruise] == nil && performance.sources[.ceiling]?.first?.text == "manual")
  // What rests on one source at second hand is warned of, once.
  #expect(scenario.warnings.count { $0.problem.contains("one source at second hand") } == 1)
}

@Test func `a type that the catalogue does not have, and a catalogue that is wrong, say so`() throws {
  let unknown = try problems(
    yaml("{ id: mi, figures_of: mi-71 }", layers: "  aircraft_figures: types.csv"), ["types.csv": catalogue])
  #expect(unknown.count == 1 && unknown[0].place.field == "figures_of" && unknown[0].message.contains("mi-17"))
  let none = try problems(yaml("{ id: mi, figures_of: mi-17 }"))
  #expect(none.count == 1 && none[0].message.contains("aircraft_figures"))
  let wrong =
    catalogue + """

      mi-17,Mil Mi-17,aeroplane,range,,500 km,,manufacturer,manual
      mi-17,Mil Mi-17,helicopter,ceiling,,5000 m,,manufacturer,manual
      mi-17,Mil Mi-17,helicopter,speed,,220 km/h,,rumour,
      """
  let all = try problems(
    yaml("{ id: mi, figures_of: mi-17 }", layers: "  aircraft_figures: types.csv"), ["types.csv": wrong])
  #expect(Set(all.compactMap(\.place.field)).isSuperset(of: ["kind", "figure"]), "\(all)")
  #expect(all.allSatisfy { $0.place.file == "types.csv" }, "\(all)")
}

@Test func `every figure of the catalogue is a field of aircraft`() {
  // The format's reference lists the fields of `aircraft`, one a line.
  let reference = Scenario.formatReference
  for figure in PerformanceFigure.allCases { #expect(reference.contains("`\(figure.rawValue)"), "\(figure.rawValue)") }
}

@Test func `assets fly in the wind and the air of the scenario, those to be bought too`() throws {
  let scenario = try load(
    yaml(
      """
      { id: mi, kind: helicopter, cruise: 220 km/h, hover_oge: "11100 kg: 3980 m; 13000 kg: 1760 m" }
      """, "weather: { wind: \"090/20 kt\", isa_deviation_k: 15 }"))
  let weather = try #require(scenario.assets[0].weather)
  #expect(weather.wind?.isCalm == false && weather.timeByDay == .hours(12) && weather.timeByNight == .zero)
  let response = ResponseTime(
    asset: scenario.assets[0], strip: scenario.strips[0], period: .day, onScene: .minutes(10))
  // 13 t over a strip at 3,500 m, hotter than standard.
  #expect(
    response.obstacles.contains { if case .hover(let answer, _) = $0 { answer.isPossible == false } else { false } })
  #expect(response.cruise > .seconds(response.distance.metres / (220 / 3.6)))
}

@Test func `the rule of assignment is first come unless it is stated`() throws {
  let aircraft = "{ id: mi, kind: helicopter, cruise: 220 km/h }"
  let plain = try load(yaml(aircraft))
  #expect(plain.assignment == .firstCome && plain.defaultedSettings.contains("assignment"))
  let best = try load(yaml(aircraft, "assignment: best"))
  #expect(best.assignment == .best && !best.defaultedSettings.contains("assignment"))
  #expect(try problems(yaml(aircraft, "assignment: fairest")).count == 1)
}

@Test func `areas closed to pursuit are polygons`() throws {
  let aircraft = "{ id: mi, kind: helicopter, cruise: 220 km/h }"
  let polygon = """
    { "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": {}, "geometry": { "type": "Polygon",
      "coordinates": [[[-74, -12], [-73, -12], [-73, -11], [-74, -11], [-74, -12]]] } }] }
    """
  let scenario = try load(
    yaml(aircraft, layers: "  no_pursuit: closed.geojson"), ["closed.geojson": polygon])
  #expect(scenario.pursuitAreas.count == 1)
  let line = polygon.replacing("Polygon", with: "LineString").replacing("[[[", with: "[[").replacing("]]]", with: "]]")
  #expect(
    try problems(yaml(aircraft, layers: "  no_pursuit: closed.geojson"), ["closed.geojson": line]).count == 1)
}
