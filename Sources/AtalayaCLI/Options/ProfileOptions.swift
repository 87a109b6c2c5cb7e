import ArgumentParser
import Atalaya
import Foundation

/// The line or skyline that is asked for.
struct ProfileOptions: ParsableArguments {
  @Argument(help: "The antenna's place.")
  var a: String?

  @Argument(help: "The target's place.")
  var b: String?

  @Option(help: "Rasters, or folders of tiles; may be repeated (default: the scenario's terrain).", completion: .file())
  var dem: [String] = []

  @OptionGroup(title: "With --dem, how to read terrain whose files do not say") var reading: TerrainReadingOptions

  @Option(
    help: ArgumentHelp(
      "A table in place of A, B and terrain: columns distance_km, height_m, optionally cover_m and zone.",
      valueName: "file"), completion: .file())
  var profileFile: String?

  @Option(help: "A scenario whose sites, bases and strips may be named.", completion: .directory)
  var scenario: String?

  @Option(help: "Antenna above ground, as in 20m (default: the site's radar, else 20 m).")
  var antennaHeight: OptionValue<Length>?

  @Option(help: "Antenna above mean sea level, as in 1250m.")
  var antennaAltitude: OptionValue<Length>?

  @Option(help: "Target above ground, as in 100m (default: as the point of a route says, else 100 m).")
  var targetHeight: OptionValue<Length>?

  @Option(help: "Target above mean sea level, as in 3000m or FL100.")
  var targetAltitude: OptionValue<SeaLevelHeight>?

  @Option(help: "Effective Earth radius factor: 4/3, 1.15 (default: the scenario's, else 4/3).")
  var k: OptionValue<EarthFactor>?

  @Option(help: "The effective Earth radius itself, as in 8500km, in place of --k.")
  var effectiveRadius: OptionValue<Length>?

  @Option(
    help: ArgumentHelp(
      "Refractivity gradient in the lowest kilometre, N-units/km, as in -39, in place of --k.", valueName: "gradient"))
  var refractivityGradient: OptionValue<RefractivityGradient>?

  @OptionGroup var beam: BeamOptions

  @OptionGroup(title: "Losses on the path") var wave: WaveOptions

  @OptionGroup(title: "What is not stated, from maps") var maps: MapOptions

  @Option(
    help:
      "With --itu-maps and --profile-file: where the path lies, in any notation of `atalaya locate` (without one: its middle)."
  )
  var at: String?

  @Flag(help: "Print the skyline around A instead of the line to B.")
  var horizon = false

  @Option(help: "With --horizon: how far out to look (default: 100km).")
  var range: OptionValue<Length>?

  @Option(help: "With --horizon: the step between azimuths (default: 1deg).")
  var step: OptionValue<AzimuthStep>?

  func check(_ usage: inout Usage) {
    if profileFile != nil {
      usage.refuse(
        with: "--profile-file", true,
        [
          "a place": a != nil, "--dem": !dem.isEmpty, "--scenario": scenario != nil, "--horizon": horizon,
        ])
      usage.refuse(with: "--profile-file", true, beam.given)
    } else if a == nil {
      usage.report("name the antenna's place and the target's, or give --profile-file")
    } else {
      if horizon, b != nil { usage.report("--horizon takes the antenna's place only") }
      if !horizon, b == nil { usage.report("name the target's place as well, or give --horizon") }
    }
    usage.check("--antenna-height", antennaHeight)
    usage.check("--antenna-altitude", antennaAltitude)
    usage.check("--target-height", targetHeight)
    usage.check("--target-altitude", targetAltitude)
    usage.check("--range", range)
    usage.check("--step", step)
    usage.check("--k", k)
    beam.check(&usage)
    reading.check(&usage)
    wave.check(&usage)
    usage.check(
      "--effective-radius", effectiveRadius, in: .kilometres(7) ... .kilometres(1e9), "a radius of 7 km to 1e9 km")
    usage.check("--refractivity-gradient", refractivityGradient)
    usage.refuse(
      with: "--k", k != nil,
      ["--effective-radius": effectiveRadius != nil, "--refractivity-gradient": refractivityGradient != nil])
    usage.refuse(
      with: "--effective-radius", effectiveRadius != nil, ["--refractivity-gradient": refractivityGradient != nil])
    usage.refuse(with: "--antenna-height", antennaHeight != nil, ["--antenna-altitude": antennaAltitude != nil])
    usage.refuse(with: "--target-height", targetHeight != nil, ["--target-altitude": targetAltitude != nil])
    usage.refuse(
      with: "--horizon", horizon,
      ["--target-height": targetHeight != nil, "--target-altitude": targetAltitude != nil])
    usage.refuse(with: "--horizon", horizon, beam.given)
    checkMaps(&usage)
    usage.refuse(
      with: "--horizon", horizon,
      ["--frequency": wave.frequency != nil, "--effective-radius": effectiveRadius != nil])
    usage.require("--horizon", horizon, for: ["--range": range != nil, "--step": step != nil])
    usage.require("--dem", !dem.isEmpty, for: reading.given)
    guard scenario == nil, profileFile == nil else { return }
    if dem.isEmpty { usage.report("name the terrain: --dem PATH, or a --scenario that has one") }
    for text in [a, b].compactMap({ $0 }) {
      do { _ = try Position(parsing: text) } catch { usage.report(NegativeArguments.plain("\(error)")) }
    }
  }

  private func checkMaps(_ usage: inout Usage) {
    maps.check(&usage, rain: wave.weather.rain != nil)
    usage.require("--frequency", wave.frequency != nil, for: ["--itu-rain": maps.ituRain])
    usage.require("--profile-file", profileFile != nil, for: ["--at": at != nil])
    usage.require("--itu-maps", maps.ituMaps != nil, for: ["--at": at != nil])
    if profileFile != nil {
      usage.require("--at", at != nil, for: ["--itu-maps": maps.ituMaps != nil])
    }
    if let at {
      do { _ = try Position(parsing: at) } catch { usage.report("--at: \(NegativeArguments.plain("\(error)"))") }
    }
    usage.require(
      "--rain, --itu-rain or --scenario", wave.weather.rain != nil || maps.ituRain || scenario != nil,
      for: ["--rain-height": wave.weather.rainHeight != nil])
  }

  /// What is asked.
  /// - Parameters:
  ///   - ground: Where places lie; nil for a profile file.
  ///   - note: Takes a line for people.
  func question(over ground: Ground?, note: (String) -> Void) throws -> SightQuestion {
    var question = SightQuestion(terrain: ground?.terrain, scenario: ground?.scenario)
    question.antenna =
      try antennaHeight.map { .aboveGround(try $0.get()) } ?? antennaAltitude.map { .aboveSeaLevel(try $0.get()) }
    question.k = try k?.get().factor ?? refractivityGradient?.get().earth.k
    question.effectiveRadius = try effectiveRadius?.get()
    var usual = ground?.scenario?.weather ?? Weather()
    if maps.ituMaps != nil {
      let place = try at.map { try Position(parsing: $0) } ?? question.middle(from: a ?? "", to: b)
      let isStated = k != nil || refractivityGradient != nil || effectiveRadius != nil
      let figures = try maps.fill(
        &usual, at: place, beside: wave.weather, ground?.scenario, wantsFactor: !isStated,
        wantsAir: wave.frequency != nil)
      if let figures {
        question.k = figures.factor ?? question.k
        note(
          "note: by the ITU’s maps at \(place.decimal(decimals: 2)): \(figures.text.isEmpty ? "nothing, since all is stated" : figures.text)"
        )
      }
    }
    question.wave = try wave.wave(in: usual)
    question.limits = try beam.limits()
    return question
  }

  /// How high the target is; nil where that is not stated.
  func target() throws -> Altitude? {
    try targetAltitude.map { .aboveSeaLevel(try $0.get().height) } ?? targetHeight.map { .aboveGround(try $0.get()) }
  }
}
