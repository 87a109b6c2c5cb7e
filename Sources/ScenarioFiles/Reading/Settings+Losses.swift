import Coverage
import Interception
import Radar
import Scenario
import Units

extension Settings {
  /// Takes the air and the rain for the losses of looks, where these count.
  /// - Parameter part: The keys under `atmosphere`; nil for none.
  mutating func readWeather(ofLooks part: Row?, _ row: Row) {
    typealias F = AtmosphereFields
    warnOfUncounted(part)
    guard var losses = alert.detection?.losses else { return }
    losses.weather = weather
    alert.detection?.losses = losses
    func isStated<Value>(_ field: Field<Value>) -> Bool { part?.has(field) ?? false }
    if losses.gases, !isStated(F.vapour), !isStated(F.humidity), !isStated(F.maps) {
      defaultedSettings.insert("atmosphere.vapour_density")
      defaultsTaken.append("\(weather.surfaceVapourDensity.plain) g/m³ of water vapour at sea level")
    }
    guard losses.rain else { return }
    if weather.rainRate <= 0, !(isStated(F.rainRate) && part?.optional(F.rainRate) == nil) {
      row.report(
        .missing, SettingFields.detection, "counts rain, and there is none",
        "state atmosphere.rain_rate, as in 20 mm/h, or leave detection.rain out")
    }
    if !isStated(F.rainHeight), !isStated(F.maps) {
      defaultedSettings.insert("atmosphere.rain_height")
      defaultsTaken.append("rain up to \(weather.rainHeight.heightText) above sea level")
    }
    if weather.rainHeight == .zero {
      part?.warn(
        .range, F.rainHeight, "is 0 m: it rains nowhere above the sea", "state the top of the rain, as in 5 km")
    }
  }

  /// Says what the block states of the air and the rain that no look counts, where looks count.
  private func warnOfUncounted(_ part: Row?) {
    typealias F = AtmosphereFields
    guard let part, let detection = alert.detection else { return }
    func warn<Value>(_ field: Field<Value>, _ key: String) {
      guard part.has(field) else { return }
      part.warn(
        .value, field, "counts in atalaya profile and radar only: no look of a plan counts it",
        "detection: { \(key): yes } counts it")
    }
    if detection.losses?.rain != true {
      if weather.rainRate > 0 { warn(F.rainRate, "rain") }
      if part.optional(F.mapRain) == true { warn(F.mapRain, "rain") }
    }
    if detection.losses?.gases != true {
      warn(F.vapour, "gases")
      warn(F.humidity, "gases")
    }
  }
}

extension Decoder {
  /// - Source: ITU-R P.676-13, annex 1, scope.
  private static let gasFrequencies = Frequency.gigahertz(1)...(.gigahertz(1000))

  /// Reports radars whose losses cannot count because their types state no frequency.
  func checkLosses(_ scenario: Scenario, origin: Origin) {
    guard let losses = scenario.detection?.losses else { return }
    let stations = scenario.existingStations + scenario.purchases.flatMap { scenario.stations(adding: $0) }
    var (silent, low, extrapolated, known): ([String], [String], [String], Int) = ([], [], [], 0)
    func note(_ id: String, _ list: inout [String]) { if !list.contains(id) { list.append(id) } }
    // Without a radar that of a purchase of `place` may be any of the catalogue's.
    for type in stations.isEmpty ? scenario.radarTypes : stations.map(\.type) {
      // Those that see only together do not look.
      guard type.kind.rule.arrangement == .alone else { continue }
      guard let wave = type.looks?.wave else {
        let isOfLink = type.sensorAssumptions.contains { $0.column == RadarSignalFields.frequency.name }
        note(isOfLink ? "\(type.id) (that of its link is assumed)" : type.id, &silent)
        continue
      }
      known += 1
      if losses.gases, !Self.gasFrequencies.contains(wave.frequency) { note(type.id, &extrapolated) }
      if losses.rain, wave.frequency < LookWave.lowestOfRain { note("\(type.id) (rain, below 1 GHz)", &low) }
      if losses.diffraction, wave.frequency < LookWave.lowestOfDiffraction {
        note("\(type.id) (diffraction, below 10 MHz)", &low)
      }
    }
    let what = [("gases", losses.gases), ("rain", losses.rain), ("diffraction", losses.diffraction)].filter(\.1)
      .map(\.0).joined(separator: ", ")
    if !extrapolated.isEmpty {
      diagnostics.warning(
        .range, at: origin, field: "detection",
        "counts gases beyond the frequencies of ITU-R P.676, 1 GHz to 1000 GHz: \(extrapolated.joined(separator: ", "))",
        "the loss there is extrapolated")
    }
    guard !silent.isEmpty || !low.isEmpty else { return }
    if known == 0 {
      diagnostics.error(
        .missing, at: origin, field: "detection",
        "counts \(what) on the way of looks, and no radar in use states its frequency: \(silent.joined(separator: ", "))",
        "state frequency in radar_types, as in 1.3 GHz, or leave these keys out")
      return
    }
    if !silent.isEmpty {
      diagnostics.warning(
        .incomplete, at: origin, field: "detection",
        "counts \(what), but not for radar types that state no frequency, whose looks are in free space and whose shadows "
          + "have a sharp edge: \(silent.joined(separator: ", "))", "state frequency in radar_types")
    }
    if !low.isEmpty {
      diagnostics.warning(
        .range, at: origin, field: "detection",
        "counts \(what), but not where the Recommendation has no figures: \(low.joined(separator: ", "))")
    }
  }
}
