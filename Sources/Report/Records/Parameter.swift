internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Terrain
internal import Units

/// A setting of the scenario that is one number or a few.
struct Parameter {
  var key: String
  var value: JSON
  var unit: String?
  var isDefault: Bool
  /// Whether it follows from others, or from the terrain's files.
  var isComputed = false

  /// Whether it is a constant of the tool, which no scenario states.
  var isConstant: Bool { key == "earth_mean_radius" }
  /// Whether the scenario states it, or leaves it to a default: not a constant, nor what follows from others,
  /// nor a list that is empty.
  var isSetting: Bool { !isConstant && !isComputed && value != .array([]) && value != .null }

  static func all(_ scenario: Scenario) -> [Parameter] {
    func parameter(_ key: String, _ value: JSON, _ unit: String? = nil) -> Parameter {
      Parameter(key: key, value: value, unit: unit, isDefault: scenario.defaultedSettings.contains(key))
    }
    func computed(_ key: String, _ value: JSON, _ unit: String? = nil) -> Parameter {
      Parameter(key: key, value: value, unit: unit, isDefault: false, isComputed: true)
    }
    let terrainKind = JSON.string(scenario.terrain?.model.kind.rawValue ?? "unknown")
    let target = scenario.coverageTarget
    return [
      parameter("ground_elevation", .metres(scenario.groundElevation), "m AMSL"),
      parameter("effective_earth_k", .number(scenario.statedEarthFactor, decimals: 9)),
      parameter("earth_mean_radius", .metres(EffectiveEarth.meanRadius), "m"),
      parameter("target_rcs", .number(scenario.statedCrossSection.squareMetres, decimals: 9), "m2"),
      parameter("target_transponder", .bool(target.hasTransponder)),
      parameter("altitude_bands", .array(scenario.altitudeBands.map { .metres($0) }), "m AGL"),
      parameter("altitudes_amsl", .array(scenario.altitudes.map { .metres($0) }), "m AMSL"),
      parameter("daylight.begin", .string(scenario.daylight.begin.clockText), "local time"),
      parameter("daylight.end", .string(scenario.daylight.end.clockText), "local time"),
      parameter("alert.confirmation", .seconds(scenario.alertChain.confirmation), "s"),
      parameter("alert.decision", .seconds(scenario.alertChain.decision), "s"),
      parameter("alert.track_memory", .seconds(scenario.alertChain.trackMemory), "s"),
    ] + sensors(scenario) + looks(scenario.detection, parameter) + [
      parameter("on_scene_time", .seconds(scenario.onSceneTime), "s"),
      parameter("assignment", .string(scenario.assignment.rawValue)),
      parameter("units", .string(scenario.units.rawValue)),
    ] + routing(scenario) { parameter($0, $1, $2) }
      + refuelling(scenario) { parameter($0, $1, $2) } + reach(scenario) { parameter($0, $1, $2) }
      + performance(scenario)
      + conditions(scenario)
      + (scenario.groundCover.map { cover in
        [
          parameter("ground_cover.height", cover.height.map { .metres($0) } ?? .null, "m AGL"),
          parameter("ground_cover.clearing", .metres(cover.clearing), "m"),
          parameter("ground_cover.areas", .integer(cover.areas.count)),
          parameter("ground_cover.raster", cover.raster.map { .string($0.file.path) } ?? .null),
          computed("ground_cover.share_added", .number(scenario.terrain?.model.shareOfCover ?? 1, decimals: 3)),
          scenario.terrain?.model.isStated == true
            ? parameter("terrain.model", terrainKind) : computed("terrain.model", terrainKind),
        ]
      } ?? [])
      + (scenario.doubt.map { doubt in
        let band = [doubt.low, doubt.median, doubt.high]
        return [
          parameter("atmosphere.k_band", .array(band.map { .number($0.k, decimals: 9) })),
          parameter("atmosphere.percent_of_time", .array(band.map { .number($0.percent, decimals: 6) }), "%"),
          parameter("atmosphere.rcs_spread_db", .number(doubt.crossSectionSpread.value, decimals: 6), "dB"),
          parameter("terrain.error", .metres(doubt.terrainError), "m"),
          parameter("terrain.error_correlation", .metres(doubt.errorCorrelation), "m"),
          computed("counted.effective_earth_k", .number(scenario.effectiveEarthFactor, decimals: 9)),
          computed("counted.target_rcs", .number(target.crossSection.squareMetres, decimals: 9), "m2"),
        ]
      } ?? [])
  }

  /// What sensors that receive what others transmit do not state.
  private static func sensors(_ scenario: Scenario) -> [Parameter] {
    scenario.radarTypes.flatMap { type in
      type.sensorAssumptions.map { assumption in
        let (value, unit) = assumption.figure
        return Parameter(
          key: "radar_types.\(type.id).\(assumption.column)", value: .number(value, decimals: 12), unit: unit,
          isDefault: true)
      }
    }
  }

  /// How looks count; nothing where they do not.
  private static func looks(
    _ detection: DetectionSettings?, _ parameter: (String, JSON, String?) -> Parameter
  ) -> [Parameter] {
    guard let detection else { return [] }
    return [
      parameter("detection.probability", .number(detection.probability, decimals: 9), nil),
      parameter("detection.false_alarm_probability", .number(detection.falseAlarmProbability, decimals: 20), nil),
      parameter("detection.fluctuation", .integer(detection.fluctuation.rawValue), "Swerling case"),
      parameter("detection.track", .string("\(detection.track.hits) of \(detection.track.window)"), "looks"),
      parameter("detection.confidence", .number(detection.confidence, decimals: 9), nil),
    ] + losses(detection.losses, parameter)
  }

  /// What the way takes from looks; nothing where no loss counts.
  private static func losses(
    _ losses: LookLosses?, _ parameter: (String, JSON, String?) -> Parameter
  ) -> [Parameter] {
    guard let losses else { return [] }
    let weather = losses.weather
    return [
      parameter("detection.gases", .bool(losses.gases), nil), parameter("detection.rain", .bool(losses.rain), nil),
      parameter("detection.diffraction", .bool(losses.diffraction), nil),
    ]
      + (losses.gases
        ? [parameter("atmosphere.vapour_density", .number(weather.surfaceVapourDensity, decimals: 6), "g/m3")] : [])
      + (losses.rain
        ? [
          parameter("atmosphere.rain_rate", .number(weather.rainRate, decimals: 6), "mm/h"),
          parameter("atmosphere.rain_height", .metres(weather.rainHeight), "m AMSL"),
        ] : [])
  }
}
