internal import Coverage
internal import Interception
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What the summary says of looks.
extension Plan {
  /// With what probability each flight is detected and tracked before it lands, when, and what radial speed takes of it.
  var looksLine: String? {
    let parts = flights.compactMap { entry in entry.timeline.looks.map { "\(entry.flight.id) \($0.words)" } }
    return parts.isEmpty ? nil : SummaryText.list(parts, separator: "; ", most: 10, rest: "windows.csv")
  }

  /// `at 50 m 120 km² with Pd 0.8 by one look of each radar and 300 km² within a minute; …`.
  var probabilityLine: String? {
    let rows = ProbabilityRow.all(self)
    guard !rows.isEmpty, let level = DetectionAreas.levels.firstIndex(of: 0.8) else { return nil }
    return zip(rows, coverage.bands).map { row, band in
      "at \(band.height.heightText) \(row.areas.perLook(atLeast: level).text) with Pd 0.8 by one look of each radar, "
        + "\(row.areas.perMinute(atLeast: level).text) within a minute"
    }.joined(separator: "; ") + withoutLooksText
  }

  /// Which stations are in what is seen and not in what looks detect; empty for none.
  private var withoutLooksText: String {
    let names = stationsWithoutLooks.map(\.id)
    guard !names.isEmpty else { return "" }
    return
      "; not in these, but in what is covered: \(SummaryText.list(names, separator: ", ", most: 3, rest: "plan.json")), "
      + "for which looks do not count"
  }

  /// What confirms a track.
  func trackText(_ value: (String, String...) -> String) -> String {
    guard let detection = scenario.detection else {
      return value("track after \(scenario.alertChain.confirmation.text)", "alert.confirmation")
    }
    return value("track after \(detection.track.hits) of \(detection.track.window) looks", "detection.track")
  }

  /// What counts as detected; nil where looks do not count and all radars state their revisit.
  var detectionText: String? {
    // A revisit counts for what looks.
    let silent = network.stations.filter {
      $0.type.revisit == nil && (scenario.detection == nil || $0.type.looks != nil)
    }
    let names = SummaryText.list(silent.map(\.id), separator: ", ", most: 3, rest: "plan.json")
    guard let detection = scenario.detection else {
      let parts = [
        silent.isEmpty ? nil : "any look counts where no revisit is stated (\(names))*", uncountedText,
      ].compactMap(\.self)
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
    return looksText(detection)
      + (silent.isEmpty
        ? "" : ", a look every \(DetectionSettings.assumedRevisit.text) where no revisit is stated (\(names))*")
  }

  /// What types state that counts with looks only; nil for nothing.
  private var uncountedText: String? {
    var seen: Set<String> = []
    let texts = network.stations.compactMap { station -> String? in
      let (type, parameters) = (station.type, station.type.parameters)
      let columns = [
        ("elevation_pattern", parameters.elevationPattern != nil),
        ("minimum_radial_speed", parameters.minimumRadialSpeed != nil),
      ].filter(\.1).map(\.0)
      guard !columns.isEmpty, seen.insert(type.id).inserted else { return nil }
      return "\(columns.joined(separator: " and ")) of \(type.id)"
    }
    guard !texts.isEmpty else { return nil }
    return SummaryText.list(texts, separator: ", ", most: 3, rest: "the catalogue")
      + " not counted without the key detection"
  }

  /// How looks count: `looks count: covered where one detects with probability 0.8*, …`.
  private func looksText(_ detection: DetectionSettings) -> String {
    func value(_ text: String, _ key: String) -> String {
      scenario.defaultedSettings.contains("detection." + key) ? text + "*" : text
    }
    // By type: what one states and another assumes would contradict one another.
    let assumed = network.stations.flatMap { station in
      (station.type.lookModel()?.assumptions ?? []).map { assumption in
        let text =
          switch assumption {
          case .falseAlarmProbability:
            value("false-alarm probability \(detection.falseAlarmProbability.powerText)", "false_alarm_probability")
          case .fluctuation(.steady): assumption.text + "*"
          case .fluctuation: value("Swerling \(detection.fluctuation.rawValue) targets", "fluctuation")
          default: assumption.text + "*"
          }
        return (text: text, type: station.type.id)
      }
    }
    let types = Set(network.stations.map(\.type.id))
    var seen: Set<String> = []
    let texts = assumed.map(\.text).filter { seen.insert($0).inserted }.map { text in
      let own = Set(assumed.filter { $0.text == text }.map(\.type))
      return own == types ? text : "\(text) (\(own.sorted().joined(separator: ", ")))"
    }
    return
      ([
        "looks count: covered where one detects with probability "
          + value(DecimalText.text(detection.probability, decimals: 6) ?? "–", "probability"),
        value(
          "flights detected and tracked with probability \(DecimalText.text(detection.confidence, decimals: 6) ?? "–")",
          "confidence"),
      ] + texts + lossWords(detection.losses)).joined(separator: ", ")
  }

  /// What the way takes from looks, and for which radars it is not known.
  private func lossWords(_ losses: LookLosses?) -> [String] {
    guard let losses else { return [] }
    let weather = losses.weather
    func value(_ text: String, _ key: String) -> String {
      scenario.defaultedSettings.contains(key) ? text + "*" : text
    }
    var words: [String] = []
    if losses.gases {
      words.append(
        "gases on the way with "
          + value(
            "\(DecimalText.text(weather.surfaceVapourDensity, decimals: 3) ?? "–") g/m³ of water vapour",
            "atmosphere.vapour_density"))
    }
    if losses.rain {
      words.append(
        "rain of \(DecimalText.text(weather.rainRate, decimals: 3) ?? "–") mm/h "
          + value("up to \(weather.rainHeight.heightText)", "atmosphere.rain_height"))
    }
    if losses.diffraction { words.append("diffraction at the edges of shadows") }
    let unknown = network.stations.filter { $0.type.looks != nil && $0.type.looks?.wave == nil }.map(\.id)
    if !unknown.isEmpty {
      let names = SummaryText.list(unknown, separator: ", ", most: 3, rest: "plan.json")
      words.append("without losses where no frequency is stated (\(names))*")
    }
    let flat = network.stations.filter { $0.type.looks?.wave != nil && $0.type.parameters.polarization == nil }
    if losses.rain || losses.diffraction, !flat.isEmpty { words.append("horizontal polarization*") }
    return words
  }
}

extension LookTimes {
  /// `detected 93 %, tracked 81 % before landing (tracked 05:52:10, 05:54:00, never with 10, 50, 90 %), 12 % of its time in view
  /// rejected`.
  fileprivate var words: String {
    guard detection > 0 else {
      return inView > .zero ? "never detected, in view for \(inView.text)\(rejectedWords)" : "never in view"
    }
    let tracked = [trackTimes.tenth, trackTimes.median, trackTimes.ninetieth]
    let times = tracked.map { $0?.clockSecondsText ?? "never" }.joined(separator: ", ")
    let when = tracked.contains { $0 != nil } ? "; a track by \(times) with 10, 50, 90 %" : ""
    let lost =
      firstLoss.flatMap { $0.beforeLanding > 0.0005 ? ", lost again before landing \($0.beforeLanding.percent)" : nil }
      ?? ""
    return "detected \(detectionBeforeLanding.percent), tracked \(trackBeforeLanding.percent) before landing"
      + lost + when + rejectedWords
  }

  /// `, 12 % of its time in view rejected for radial speed (9 % across the beam, 3 % at a blind speed)`; empty for nothing.
  private var rejectedWords: String {
    guard rejected > .zero else { return "" }
    return ", \((rejectedShare ?? 0).percent) of its time in view rejected for radial speed"
      + (atBlindSpeed > .zero
        ? " (\((notchShare ?? 0).percent) across the beam, \((blindSpeedShare ?? 0).percent) at a blind speed)" : "")
  }
}
