internal import Geodesy
internal import Response
internal import Units

extension Records {
  /// Sun and Moon, of `atalaya conditions`.
  static var sky: [Field<SkyConditions>] {
    [
      .number.within(.latitude)("latitude", \.position.latitudeDegrees, csv: .decimals(7), json: .exact),
      .number.within(.longitude)("longitude", \.position.longitudeDegrees, csv: .decimals(7), json: .exact),
      .text(
        "date", \.times.date.description, csv: true, json: true,
        meaning: "The solar day of the place: UTC and an hour for every 15° of longitude."),
      .text("civil_dawn", \.times.civilDawn?.text, csv: true, json: true, meaning: "UTC; null where there is none."),
      .text("sunrise", \.times.sunrise?.text, csv: true, json: true),
      .text("solar_noon", \.times.noon.text, csv: true, json: true),
      .text("sunset", \.times.sunset?.text, csv: true, json: true),
      .text("civil_dusk", \.times.civilDusk?.text, csv: true, json: true),
      .word(SunTimes.Course.words)(
        "sun_up", \.times.sun.rawValue, csv: true, json: true, meaning: "For which part of the day the Sun is up."),
      .word(SunTimes.Course.words)("civil_light", \.times.civilLight.rawValue, csv: true, json: true),
      .text("moon_time", \.instant.text, csv: true, json: true, meaning: "When Sun and Moon have the altitudes, UTC."),
      .angle("sun_altitude", \.view.sunAltitude, csv: .degrees(3), json: .degrees(3)),
      .angle("moon_altitude", \.view.moonAltitude, csv: .degrees(3), json: .degrees(3)),
      .share("moon_illuminated", \.view.moonIlluminated, csv: .decimals(4), json: .decimals(4)),
    ]
  }

  /// The air, of `atalaya conditions`.
  static var air: [Field<AirState>] {
    [
      .signedLength("pressure_altitude", \.pressureAltitude, csv: true, json: true),
      .anyNumber("temperature_c", \.temperature.celsius, csv: true, json: true),
      .anyNumber("dewpoint_c", \.dewPoint?.celsius, csv: true, json: true),
      .anyNumber("isa_deviation_k", \.isaDeviationKelvins, csv: true, json: true),
      .number("air_density_kg_m3", \.densityKilogramsPerCubicMetre, csv: true, json: true),
      .signedLength("density_altitude", \.densityAltitude, csv: true, json: true),
    ]
  }

  /// The wind triangle, of `atalaya conditions`.
  static var windTriangle: [Field<WindConditions>] {
    [
      .angle("course", \.course, csv: .degrees(12), json: .degrees(12)),
      .speed("tas", \.trueAirspeed, csv: .metresPerSecond(12), json: .metresPerSecond(12)),
      .angle("wind_from", \.wind.direction, csv: .degrees(12), json: .degrees(12)),
      .speed("wind", \.wind.speed, csv: .metresPerSecond(12), json: .metresPerSecond(12)),
      .angle(
        "heading", \.triangle?.heading, csv: .degrees(12), json: .degrees(12),
        meaning: "Null where no heading holds the course."),
      .angle(
        "drift", \.triangle?.crab, csv: .degrees(12), json: .degrees(12),
        meaning: "Heading less course, positive to the right."),
      .speed("ground_speed", \.triangle?.groundSpeed, csv: .metresPerSecond(12), json: .metresPerSecond(12)),
    ]
  }
}

extension Records {
  /// Sun and Moon over a base, of plan.json, and of the page by the scenario's clock.
  static var skyOfBase: Record<SkyRow> {
    [
      Field.text("base", \.base.id, json: true).page(.base) { row, _ in Called.html(row.base.name, row.base.id) },
      .inside(sky, \.sky),
      Field().page(.civilDawn, isNumeric: true) { row, _ in "\(row.clock(row.sky.times.civilDawn))" },
      Field().page(.sunrise, isNumeric: true) { row, _ in "\(row.clock(row.sky.times.sunrise))" },
      Field().page(.sunset, isNumeric: true) { row, _ in "\(row.clock(row.sky.times.sunset))" },
      Field().page(.civilDusk, isNumeric: true) { row, _ in "\(row.clock(row.sky.times.civilDusk))" },
      Field().page(.moonLit, isNumeric: true) { row, _ in
        "\((row.sky.view.moonIlluminated * 100).fixed(0)) %"
      },
      Field().page(.moonAltitude, isNumeric: true) { row, _ in
        "\(row.sky.view.moonAltitude.degrees.fixed(0))° (\(row.clock(row.sky.instant)))"
      },
    ]
  }
}
