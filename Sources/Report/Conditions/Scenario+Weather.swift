internal import Response
internal import Scenario
internal import Units

extension Scenario {
  /// The wind and the air that the scenario states, for the summary's assumptions; empty where it states none.
  var weatherTexts: [String] {
    func star(_ key: String) -> String { defaultedSettings.contains(key) ? "*" : "" }
    var texts: [String] = []
    if let wind { texts.append("wind " + wind.words) }
    if let air {
      texts.append(
        "air \(air.words), \((air.qnhPascals / 100).significant(6)) hPa\(star("weather.qnh_hpa")) at sea level"
          + basesText(of: air))
    }
    if let weatherTaken { texts.append(ConsoleText.harmless(weatherTaken)) }
    return texts
  }

  /// `: 32 °C at mazamari at 12:03`: how warm it is by day at the first bases with an elevation; the time where it matters.
  private func basesText(of air: AirProfile) -> String {
    let known = assets.compactMap { asset -> (id: String, text: String)? in
      guard let elevation = asset.base.elevation, let time = asset.weather?.timeByDay else { return nil }
      let celsius = air.air(at: elevation, time: time).temperature.celsius.fixed(0)
      let clock = air.changesWithTime ? " at \(time.clockText)" : ""
      return (asset.base.id, "\(celsius) °C by day at \(ConsoleText.harmless(asset.base.id))\(clock)")
    }
    var texts: [String] = []
    for text in known.map(\.text) where !texts.contains(text) { texts.append(text) }
    return texts.isEmpty ? "" : ", " + SummaryText.list(texts, separator: ", ", most: 2, rest: "responses.csv")
  }
}

extension WindProfile {
  /// `from 240° at 46 km/h`, or how many levels there are.
  var words: String {
    guard isUniform, let wind = levels.first?.wind else { return "of \(levels.count) levels" }
    return wind.words
  }
}

extension WindVector {
  /// `from 240° at 46 km/h`
  var words: String { self == .calm ? "calm" : "from \(direction.degrees.fixed(0))° at \(speed.text)" }
}

extension AirProfile {
  /// `20 K above standard, dry`, or how many levels there are.
  var words: String {
    let moisture = isHumid ? "" : ", dry"
    guard let isaDeviationKelvins else {
      return levels.count == 1 ? "of a station\(moisture)" : "of \(levels.count) levels\(moisture)"
    }
    return
      "\(abs(isaDeviationKelvins).significant(4)) K \(isaDeviationKelvins < 0 ? "below" : "above") standard\(moisture)"
  }
}

extension Parameter {
  /// Date, clock, wind and air; nothing of what the scenario does not state.
  static func conditions(_ scenario: Scenario) -> [Parameter] {
    func parameter(_ key: String, _ value: JSON, _ unit: String? = nil) -> Parameter {
      Parameter(key: key, value: value, unit: unit, isDefault: scenario.defaultedSettings.contains(key))
    }
    var list: [Parameter] = []
    if let date = scenario.date { list.append(parameter("date", .string("\(date)"))) }
    if let clock = scenario.clockName { list.append(parameter("utc_offset", .string(clock))) }
    if let wind = scenario.wind { list.append(parameter("weather.wind", .string(wind.words))) }
    if let air = scenario.air {
      list.append(parameter("weather.air", .string(air.words)))
      list.append(parameter("weather.qnh_hpa", .number(air.qnhPascals / 100, decimals: 3), "hPa"))
    }
    return list
  }
}
