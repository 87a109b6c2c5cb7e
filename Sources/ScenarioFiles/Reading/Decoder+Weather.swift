import Foundation
import Geodesy
import Interception
import Response
import Scenario
import Units

extension Decoder {
  /// Puts wind, air and the sky's daylight into a scenario, and says what was assumed.
  func addConditions(_ settings: Settings, to scenario: inout Scenario, origin: Origin) {
    addSky(settings, to: &scenario, origin: origin)
    let weather = settings.flyingWeather
    scenario.wind = wind(weather)
    scenario.air = air(weather)
    addWeatherFile(weather, to: &scenario, origin: origin)
    if scenario.air != nil {
      if weather?.qnhHectopascals == nil {
        scenario.defaultedSettings.insert("weather.qnh_hpa")
        scenario.defaultsTaken.append("pressure altitudes at 1013.25 hPa")
      }
      if scenario.air?.isHumid == false { scenario.defaultsTaken.append("density altitudes of dry air") }
    } else if weather?.qnhHectopascals != nil {
      diagnostics.warning(
        .incomplete, at: weather?.origin ?? origin, field: "weather.qnh_hpa", "says nothing without a temperature",
        "state isa_deviation_k, or a layer air")
    }
  }

  /// The wind of the block or of the layer; nil for neither.
  private func wind(_ weather: WeatherSettings?) -> WindProfile? {
    guard let layer = layers[WeatherFields.windLayer.key], !layer.records.isEmpty else {
      return weather?.wind.map { WindProfile($0) }
    }
    refuseBoth(weather?.wind != nil, weather, "wind", layer)
    let levels = rows(of: layer).compactMap { row -> WindLevel? in
      let (altitude, wind) = (row.required(WeatherFields.altitude), row.required(WeatherFields.windThere))
      let time = row.optional(WeatherFields.time)
      guard let altitude, let wind else { return nil }
      return WindLevel(altitude: altitude, wind: wind, time: time)
    }
    guard levels.count == layer.records.count else { return nil }
    return profile(of: layer) { () throws(ConditionsError) in try WindProfile(levels: levels) }
  }

  /// The air of the block or of the layer; nil for neither.
  private func air(_ weather: WeatherSettings?) -> AirProfile? {
    let qnh = weather?.qnhHectopascals.map { $0 * 100 }
    guard let layer = layers[WeatherFields.airLayer.key], !layer.records.isEmpty else {
      return weather?.isaDeviationKelvins.map { AirProfile(isaDeviationKelvins: $0, qnhPascals: qnh) }
    }
    refuseBoth(weather?.isaDeviationKelvins != nil, weather, "isa_deviation_k", layer)
    let levels = rows(of: layer).compactMap { row -> AirLevel? in
      typealias F = WeatherFields
      let (altitude, celsius) = (row.required(F.altitude), row.required(F.temperature))
      let (dewPoint, time) = (row.optional(F.dewPoint), row.optional(F.time))
      guard let altitude, let celsius else { return nil }
      if let dewPoint, dewPoint > celsius {
        row.report(
          .range, F.dewPoint, "\(dewPoint.plain) is above the temperature, \(celsius.plain)",
          "a dew point is at most the temperature")
        return nil
      }
      return AirLevel(
        altitude: altitude, temperature: .celsius(celsius), dewPoint: dewPoint.map { .celsius($0) }, time: time)
    }
    guard levels.count == layer.records.count else { return nil }
    return profile(of: layer) { () throws(ConditionsError) in try AirProfile(levels: levels, qnhPascals: qnh) }
  }

  /// Takes from a file of levels what is stated nowhere else.
  private func addWeatherFile(_ weather: WeatherSettings?, to scenario: inout Scenario, origin: Origin) {
    guard let weather, let path = weather.file else { return }
    func report(_ code: ScenarioProblem.Code, _ problem: String, _ remedy: String) {
      diagnostics.error(code, at: weather.origin, field: "weather.file", problem, remedy)
    }
    let places = scenario.bases.map(\.position) + scenario.strips.map(\.position)
    guard let place = ItuMaps.middle(of: scenario.bases.isEmpty ? places : scenario.bases.map(\.position)) else {
      return report(.missing, "has no base at which it could be asked", "state a base")
    }
    let isNeeded = (wind: scenario.wind == nil, air: scenario.air == nil)
    do throws(FieldIssue) {
      let file = try WeatherFile(
        URL(fileURLWithPath: path, relativeTo: folder).path, at: place, on: scenario.date,
        offset: scenario.utcOffset ?? .zero)
      let qnh = weather.qnhHectopascals.map { $0 * 100 }
      if isNeeded.wind, !file.winds.isEmpty {
        scenario.wind = try conditions { () throws(ConditionsError) in try WindProfile(levels: file.winds) }
      }
      if isNeeded.air, !file.airs.isEmpty {
        scenario.air = try conditions { () throws(ConditionsError) in
          try AirProfile(levels: file.airs, qnhPascals: qnh)
        }
      }
      scenario.weatherTaken = "wind and air of \(path) at \(place.decimal(decimals: 2))"
    } catch { report(error.code, error.problem, error.remedy ?? "") }
  }

  private func refuseBoth(_ isStated: Bool, _ weather: WeatherSettings?, _ key: String, _ layer: RecordLayer) {
    guard isStated else { return }
    diagnostics.error(
      .value, at: weather?.origin ?? layer.origin, field: "weather.\(key)",
      "does not go with the layer \(layer.format.key)",
      "state one of them")
  }

  /// A profile, or nil after a report.
  private func profile<Value>(of layer: RecordLayer, _ make: () throws(ConditionsError) -> Value) -> Value? {
    do { return try make() } catch {
      diagnostics.error(.value, at: layer.origin, field: layer.format.key, error.problem, error.remedy ?? "")
      return nil
    }
  }

  /// Date, clock and, unless the scenario states hours, civil twilight's daylight.
  private func addSky(_ settings: Settings, to scenario: inout Scenario, origin: Origin) {
    guard let date = settings.date else { return }
    scenario.date = date
    let bases = scenario.bases.map(\.position)
    let places = bases + scenario.strips.map(\.position) + scenario.sites.map(\.position)
    guard let first = places.first else { return }
    let offset = settings.utcOffset ?? .hours((first.normalized.longitudeDegrees / 15).rounded())
    scenario.utcOffset = offset
    let solar = Duration.hours(first.normalized.longitudeDegrees / 15)
    // China's west is three hours from its clock; further away it is a slip of the sign.
    let apart = (offset - solar).inSeconds.remainder(dividingBy: Double(Duration.secondsPerDay)).magnitude
    if apart > 3.5 * 3600 {
      diagnostics.warning(
        .value, at: origin, field: SettingFields.utcOffset.name,
        "is \((apart / 3600).fixed(0)) hours from the Sun’s time at the first base",
        "check its sign: west of Greenwich it is −")
    }
    if settings.utcOffset == nil {
      scenario.defaultedSettings.insert(SettingFields.utcOffset.name)
      scenario.defaultsTaken.append("local time \(scenario.clockName ?? "UTC") by longitude")
    }
    guard !settings.hasDaylight, let daylight = Daylight(on: date, at: places, offset: offset) else { return }
    scenario.daylight = daylight
    scenario.defaultedSettings.subtract(["daylight.begin", "daylight.end"])
    scenario.defaultsTaken.removeAll { $0.hasPrefix("daylight ") }
  }
}
