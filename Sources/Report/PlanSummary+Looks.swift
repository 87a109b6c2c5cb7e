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

  /// What confirms a track.
  func trackText(_ value: (String, String...) -> String) -> String {
    guard let detection = scenario.detection else {
      return value("track after \(scenario.alertChain.confirmation.text)", "alert.confirmation")
    }
    return value("track after \(detection.track.hits) of \(detection.track.window) looks", "detection.track")
  }

  /// What counts as detected; nil where looks do not count and all radars state their revisit.
  var detectionText: String? {
    let silent = network.stations.filter { $0.type.revisit == nil }
    let names = SummaryText.list(silent.map(\.id), separator: ", ", most: 3, rest: "plan.json")
    guard let detection = scenario.detection else {
      return silent.isEmpty ? nil : "any look counts where no revisit is stated (\(names))*"
    }
    return looksText(detection)
      + (silent.isEmpty
        ? "" : ", a look every \(DetectionSettings.assumedRevisit.text) where no revisit is stated (\(names))*")
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
            value("false-alarm probability \(detection.falseAlarmProbability)", "false_alarm_probability")
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
      ] + texts).joined(separator: ", ")
  }
}

extension LookTimes {
  /// `detected 93 %, tracked 81 % before landing (tracked 05:52:10, 05:54:00, never with 10, 50, 90 %), 12 % of its time in view
  /// rejected`.
  fileprivate var words: String {
    guard detection > 0 else { return "never in view" }
    let times = [trackTimes.tenth, trackTimes.median, trackTimes.ninetieth].map { $0?.clockSecondsText ?? "never" }
    let rejected =
      rejected > .zero ? ", \((rejectedShare ?? 0).percent) of its time in view rejected for radial speed" : ""
    return "detected \(detectionBeforeLanding.percent), tracked \(trackBeforeLanding.percent) before landing "
      + "(\(times.joined(separator: ", ")) with 10, 50, 90 %)" + rejected
  }
}
