internal import Coverage
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

extension PlanDocument {
  /// Every setting of the scenario that is one number or a few.
  static func parameters(_ scenario: Scenario) -> JSON {
    func parameter(_ name: String, _ value: JSON, _ unit: String?) -> JSON {
      .object([
        "name": .string(name), "value": value, "unit": .optional(unit),
        "is_default": .bool(scenario.defaultedSettings.contains(name)),
      ])
    }
    let target = scenario.coverageTarget
    return .array([
      parameter("ground_elevation", .metres(scenario.groundElevation), "m AMSL"),
      parameter("effective_earth_k", .number(scenario.effectiveEarthFactor, decimals: 9), nil),
      parameter("earth_mean_radius", .metres(EffectiveEarth.meanRadius), "m"),
      parameter("target_rcs", .number(target.crossSection.squareMetres, decimals: 9), "m2"),
      parameter("target_transponder", .bool(target.hasTransponder), nil),
      parameter("altitude_bands", .array(scenario.altitudeBands.map { .metres($0) }), "m AGL"),
      parameter("altitudes_amsl", .array(scenario.altitudes.map { .metres($0) }), "m AMSL"),
      parameter("daylight.begin", .string(scenario.daylight.begin.clockText), "local time"),
      parameter("daylight.end", .string(scenario.daylight.end.clockText), "local time"),
      parameter("alert.confirmation", .seconds(scenario.alertChain.confirmation), "s"),
      parameter("alert.decision", .seconds(scenario.alertChain.decision), "s"),
      parameter("alert.track_memory", .seconds(scenario.alertChain.trackMemory), "s"),
      parameter("on_scene_time", .seconds(scenario.onSceneTime), "s"),
      parameter("units", .string(scenario.units.rawValue), nil),
    ])
  }

  /// What the scenario asks for, and whether the plan gives it.
  static func requirements(_ plan: Plan) -> JSON {
    .array(
      plan.requirementChecks.map { check in
        .object([
          "name": .string(check.name), "required": .number(check.required, decimals: 6),
          "reached": .optional(check.reached, decimals: 6), "is_met": .bool(check.isMet),
        ])
      })
  }

  static func aircraft(_ aircraft: Aircraft) -> JSON {
    .object([
      "id": .string(aircraft.id), "name": .string(aircraft.name), "kind": .string(aircraft.kind.rawValue),
      "cruise_m_s": .number(aircraft.cruise.metresPerSecond, decimals: 6),
      "departure_allowance_s": .seconds(aircraft.departureAllowance),
      "landing_allowance_s": .seconds(aircraft.landingAllowance), "endurance_s": .seconds(aircraft.endurance),
      "reserve_s": .seconds(aircraft.reserve), "ceiling_amsl_m": .metres(aircraft.ceiling),
      "required_runway_m": .metres(aircraft.requiredRunway),
    ])
  }

  static func base(_ base: Base) -> JSON {
    .object([
      "id": .string(base.id), "name": .string(base.name), "latitude": .degrees(base.position.latitudeDegrees),
      "longitude": .degrees(base.position.longitudeDegrees), "elevation_amsl_m": .metres(base.elevation),
    ])
  }

  static func asset(_ asset: Asset) -> JSON {
    .object([
      "id": .string(asset.id), "base": .string(asset.base.id), "aircraft": .string(asset.aircraft.id),
      "count": .integer(asset.count), "readiness_day_s": .seconds(asset.readinessByDay),
      "readiness_night_s": .seconds(asset.readinessByNight),
    ])
  }

  /// A strip and, over terrain, from where on an aircraft over it is seen.
  static func strip(_ strip: Strip, _ floor: PlaceFloor?, _ plan: Plan) -> JSON {
    let stations = plan.network.stations
    let seen: JSON =
      floor.map { floor in
        .object([
          "ground_amsl_m": .metres(floor.ground), "lowest_seen_amsl_m": .metres(floor.lowest),
          "second_seen_amsl_m": .metres(floor.second), "station": .optional(floor.station.map { stations[$0].id }),
        ])
      } ?? .null
    return .object([
      "id": .string(strip.id), "name": .string(strip.name), "latitude": .degrees(strip.position.latitudeDegrees),
      "longitude": .degrees(strip.position.longitudeDegrees), "elevation_amsl_m": .metres(strip.elevation),
      "length_m": .metres(strip.length), "is_approximate": .bool(strip.isApproximate), "over_terrain": seen,
    ])
  }
}
