import ArgumentParser
import Atalaya

/// The aircraft of a route: one of a scenario, figures of the command line, or both.
struct FlightOptions: ParsableArguments {
  @Option(help: ArgumentHelp("An aircraft of the scenario.", valueName: "id"))
  var aircraft: String?

  @Option(help: "True airspeed in cruise, as in 225km/h (default: the aircraft's).")
  var airspeed: OptionValue<Speed>?

  @Option(help: "Rate of climb, as in 540m/min (default: the aircraft's, else 1000 ft/min).")
  var climb: OptionValue<Speed>?

  @Option(help: "Rate of descent (default: the aircraft's, else 1000 ft/min).")
  var descent: OptionValue<Speed>?

  @Option(help: "Highest altitude above mean sea level, as in 4500m or FL150 (default: the aircraft's, else 4500 m).")
  var ceiling: OptionValue<SeaLevelHeight>?

  @Option(
    help: "Least height above the ground on the way (default: the aircraft's, else 150 m by day and 300 m by night).")
  var clearance: OptionValue<Length>?

  @Flag(help: "Fly at the clearance of the night.")
  var night = false

  @Option(
    help: ArgumentHelp(
      "Wind as whence/speed, as in 240/15kt, or at an altitude, as in 3000m:270/40kt; may be repeated (default: calm).",
      valueName: "wind"))
  var wind: [OptionValue<LevelWind>] = []

  @Option(
    help: ArgumentHelp(
      "Areas to keep out of: a layer of polygons, whose fields bottom_m and top_m may limit them; may be repeated.",
      valueName: "file"), completion: .file())
  var avoid: [String] = []

  func check(_ usage: inout Usage, hasScenario: Bool) {
    let speeds = Speed.metresPerSecond(0.1)...Speed.metresPerSecond(1000)
    usage.check("--airspeed", airspeed, in: speeds, "a speed above zero")
    usage.check("--climb", climb, in: .metresPerSecond(0.01) ... .metresPerSecond(500), "a rate above zero")
    usage.check("--descent", descent, in: .metresPerSecond(0.01) ... .metresPerSecond(500), "a rate above zero")
    usage.check("--ceiling", ceiling)
    usage.check("--clearance", clearance, in: .zero ... .kilometres(20), "a height from 0 to 20 km")
    usage.check("--wind", wind)
    if wind.count > 1, wind.contains(where: { (try? $0.get())?.altitude == nil && $0.problem == nil }) {
      usage.report("--wind: of several winds each needs its altitude, as in 3000m:270/40kt")
    }
    if aircraft == nil, airspeed == nil {
      usage.report("name the aircraft: --aircraft ID of a --scenario, or --airspeed")
    }
    usage.require("--scenario", hasScenario, for: ["--aircraft": aircraft != nil])
  }

  /// Start and landing of an aircraft of which nothing is said: the middle of 3 to 5 minutes.
  private static let usualAllowance = Duration.minutes(4)

  /// The aircraft, its start and landing, and what was assumed of it.
  func flown(in scenario: Scenario?) throws -> (aircraft: RouteAircraft, allowance: Duration, assumed: [String]) {
    let period: Period = night ? .night : .day
    var base = Aircraft(
      id: "", name: "", kind: .helicopter, cruise: try airspeed?.get() ?? .zero, departureAllowance: .zero,
      landingAllowance: .zero, endurance: nil, reserve: .zero)
    if let aircraft {
      let known = scenario?.aircraft ?? []
      guard let found = known.first(where: { $0.id == aircraft }) else {
        throw OptionProblem(
          "the scenario has no aircraft “\(aircraft)”; \(NearestName.choices(for: aircraft, among: known.map(\.id)))")
      }
      base = found
    }
    var (route, assumed) = try RouteAircraft.of(base, by: period)
    func stated(_ word: String) { assumed.removeAll { $0.hasPrefix(word) } }
    if let airspeed { route.airspeed = try SpeedByAltitude(airspeed.get()) }
    if let climb {
      route.climb = try SpeedByAltitude(climb.get())
      stated("climb")
    }
    if let descent {
      route.descent = try SpeedByAltitude(descent.get())
      stated("descent")
    }
    if let ceiling {
      route.ceiling = try ceiling.get().height
      stated("ceiling")
    }
    if let clearance {
      route.clearance = try clearance.get()
      stated("clearance")
    }
    guard aircraft == nil else { return (route, base.departureAllowance + base.landingAllowance, assumed) }
    assumed.append("\(Self.usualAllowance.minutesText) for start and landing")
    return (route, Self.usualAllowance, assumed)
  }

  /// The wind by altitude.
  func blowing() throws -> RouteWind {
    try RouteWind(
      wind.map { stated in
        let level = try stated.get()
        return RouteWind.Level(
          altitude: level.altitude ?? .zero, east: .metresPerSecond(level.wind.east),
          north: .metresPerSecond(level.wind.north))
      })
  }

  /// The areas of all layers: their outer rings, so that holes are kept out of as well.
  func areas() throws -> [RouteArea] {
    try avoid.flatMap { path in
      let layer = try VectorLayer.read(path: path)
      return try layer.features.flatMap { feature -> [RouteArea] in
        guard case .polygons(let polygons) = feature.geometry else { return [] }
        func height(_ name: String) -> Length? {
          switch feature[name] {
          case .integer(let metres): .metres(Double(metres))
          case .real(let metres): .metres(metres)
          case .text(let text): (try? NumberText.parse(text)).map { .metres($0) }
          case .null, nil: nil
          }
        }
        var name = layer.name
        if case .text(let text) = feature["name"] { name = text }
        return try polygons.compactMap(\.first).map { ring in
          try RouteArea(
            name: name, ring: ring, bottom: height("bottom_m"), top: height("top_m"))
        }
      }
    }
  }
}
