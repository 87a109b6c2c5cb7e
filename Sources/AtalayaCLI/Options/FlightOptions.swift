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
      "Local time of day of the take-off, for the scenario's wind, air and areas (default: the middle of the day, or of the night).",
      valueName: "HH:MM"))
  var time: OptionValue<ClockTime>?

  @Option(
    help: ArgumentHelp(
      "Wind as whence/speed, as in 240/15kt, or at an altitude, as in 3000m:270/40kt; may be repeated (default: the scenario's, else calm).",
      valueName: "wind"))
  var wind: [OptionValue<LevelWind>] = []

  @Option(
    help: ArgumentHelp(
      "Areas to keep out of: a layer of polygons, whose fields bottom_m, top_m, bottom_ft and top_ft may limit them; may be repeated.",
      valueName: "file"), completion: .file())
  var avoid: [String] = []

  func check(_ usage: inout Usage, hasScenario: Bool) {
    let speeds = Speed.metresPerSecond(0.1)...Speed.metresPerSecond(1000)
    usage.check("--airspeed", airspeed, in: speeds, "a speed above zero")
    usage.check("--climb", climb, in: .metresPerSecond(0.01) ... .metresPerSecond(500), "a rate above zero")
    usage.check("--descent", descent, in: .metresPerSecond(0.01) ... .metresPerSecond(500), "a rate above zero")
    usage.check("--ceiling", ceiling)
    usage.check("--clearance", clearance, in: .metres(1) ... .kilometres(20), "a height from 1 m to 20 km")
    usage.check("--wind", wind)
    usage.check("--time", time)
    if wind.count > 1, wind.contains(where: { (try? $0.get())?.altitude == nil && $0.problem == nil }) {
      usage.report("--wind: of several winds each needs its altitude, as in 3000m:270/40kt")
    }
    if aircraft == nil, airspeed == nil {
      usage.report("name the aircraft: --aircraft ID of a --scenario, or --airspeed")
    }
    usage.require("--scenario", hasScenario, for: ["--aircraft": aircraft != nil, "--time": time != nil])
  }

  /// Start and landing of an aircraft of which nothing is said: the middle of 3 to 5 minutes.
  private static let usualAllowance = Duration.minutes(4)

  /// Day or night.
  var period: Period { night ? .night : .day }

  /// What the catalogue says of the aircraft; one with the stated speed and nothing else where none is named.
  private func base(in scenario: Scenario?) throws -> Aircraft {
    guard let aircraft else {
      return Aircraft(
        id: "", name: "", kind: .helicopter, cruise: try airspeed?.get() ?? .zero, departureAllowance: .zero,
        landingAllowance: .zero, endurance: nil, reserve: .zero)
    }
    let known = scenario?.aircraft ?? []
    guard let found = known.first(where: { $0.id == aircraft }) else {
      throw OptionProblem(
        "the scenario has no aircraft “\(aircraft)”; \(NearestName.choices(for: aircraft, among: known.map(\.id)))")
    }
    return found
  }

  /// The aircraft, its start and landing, the air it flies in, and what was assumed of it.
  func flown(in scenario: Scenario?) throws -> FlownAircraft {
    let base = try base(in: scenario)
    let weather = scenario?.flyingWeather
    let time = try time?.get().time ?? weather?.time(by: period) ?? .hours(night ? 0 : 12)
    var (route, assumed) = try RouteAircraft.of(
      base, by: period, densityExcess: weather?.densityExcess(upTo: base.ceiling, at: time) ?? .zero)
    if let routing = scenario?.routing, base.performance?.minimumHeight(by: period) == nil {
      route.clearance = routing.clearance(by: period)
      assumed.removeAll { $0.hasPrefix("clearance") }
    }
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
    let clock = "at \(time.clockText)"
    if weather?.air != nil { assumed.append("the scenario’s air \(clock)") }
    var flown = FlownAircraft(base: base, route: route, wind: try blowing(), areas: try areas(), time: time)
    if wind.isEmpty, let profile = weather?.wind {
      flown.wind = try RouteWind(profile, at: time)
      assumed.append("the scenario’s wind \(clock)")
    } else if wind.isEmpty {
      assumed.append("calm")
    }
    flown.areas += scenario?.routing?.areas.map(\.area) ?? []
    if aircraft == nil {
      flown.base.departureAllowance = Self.usualAllowance / 2
      flown.base.landingAllowance = Self.usualAllowance / 2
      assumed.append("\(Self.usualAllowance.minutesText) for start, climb and landing")
    }
    flown.assumed = assumed
    return flown
  }

  /// The wind by altitude, as it is stated.
  private func blowing() throws -> RouteWind {
    try RouteWind(
      wind.map { stated in
        let level = try stated.get()
        return RouteWind.Level(
          altitude: level.altitude ?? .zero, east: .metresPerSecond(level.wind.east),
          north: .metresPerSecond(level.wind.north))
      })
  }

  /// The areas of all layers.
  private func areas() throws -> [RouteArea] { try avoid.flatMap { try AvoidedLayer(path: $0).areas() } }
}
