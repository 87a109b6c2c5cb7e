internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

extension Target {
  /// What it transmits of itself, for people: `with transponder`, `with ADS-B Out`.
  var transponderText: String {
    switch transponder {
    case .none: "without transponder"
    case .answering: "with transponder"
    case .modeAC: "with a Mode A/C transponder"
    case .modeS: "with a Mode S transponder"
    case .adsb: "with ADS-B Out"
    }
  }

  /// The kind of its transponder where it is stated.
  var statedTransponder: String? { transponder == .none || transponder == .answering ? nil : transponder.rawValue }
}

extension RadarType.Kind {
  /// Whether planners call it a radar: it transmits.
  var isRadar: Bool { self == .primary || self == .secondary }
}

extension RadarStation {
  /// The first station of its multilateration system; nil of other kinds.
  var systemLead: String? {
    switch partners {
    case .stations: id
    case .member(let lead): lead
    case .none, .illuminators: nil
    }
  }

  /// How many stations it stands for; nil for a station that stands for no system.
  var systemCount: Int? {
    if case .stations(let stations) = partners { stations.count } else { nil }
  }

  /// The illuminators of a passive sensor; nil of other kinds.
  var illuminatorIDs: [String]? {
    if case .illuminators(let illuminators) = partners { illuminators.map(\.id) } else { nil }
  }
}

extension Plan {
  /// What sensors of the network that receive what others transmit do not state; nil where nothing is assumed.
  var sensorText: String? {
    var types: [RadarType] = []
    for station in network.stations where !types.contains(where: { $0.id == station.type.id }) {
      types.append(station.type)
    }
    let texts = types.compactMap { type -> String? in
      let assumed = type.sensorAssumptions.map { $0.text + "*" }
      return assumed.isEmpty ? nil : "\(type.id): " + assumed.joined(separator: ", ")
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}

extension SensorAssumption {
  /// What is assumed, with its unit.
  var figure: (value: Double, unit: String?) {
    switch self {
    case .transponderPower(let power): (power.watts, "W")
    case .frequency(let frequency): (frequency.megahertz, "MHz")
    case .receiveGain(let gain): (gain.value, "dBi")
    case .sensitivity(let level): (level.value, "dBm")
    case .losses(let losses): (losses.value, "dB")
    case .instrumentedRange(let range): (range.kilometres, "km")
    case .stationsNeeded(let count): (Double(count), nil)
    case .timing(let seconds): (seconds, "s")
    }
  }
}

extension Field {
  /// The kind of a target's transponder where it is stated: documents leave it out otherwise.
  static func transponder(_ target: @escaping (Row) -> Target) -> Field {
    Field.text(
      "transponder", { target($0).statedTransponder }, meaning: "The kind of its transponder, where it is stated."
    ).inDocumentsIfAny
  }
}

extension PlanTerrain {
  /// How well a multilateration system places what it sees of the coverage target, by altitude band; none for other stations.
  /// - Parameter target: Another target; nil for that of coverage.
  func placeErrors(of station: RadarStation, in scenario: Scenario, target: Target? = nil) -> [PlaceErrors] {
    guard station.systemCount != nil, let place = coverage.positions(of: [station])?.first else { return [] }
    return coverage.placeErrors(
      of: place, heights: scenario.altitudeBands.map { .aboveGround($0) }, target: target ?? scenario.coverageTarget)
  }
}

extension Plan {
  /// The systems of the network and how well they place what they see; nil without one.
  var systemsLine: String? {
    let texts = network.stations.indices.compactMap { index -> String? in
      let station = network.stations[index]
      guard let count = station.systemCount else { return nil }
      let target = scenario.coverageTarget
      let signal = station.type.kind.rule.signal
      func errors(_ target: Target) -> String? {
        let parts = (terrain?.placeErrors(of: station, in: scenario, target: target) ?? []).map { errors in
          // What it sees is known of the coverage target.
          let band = coverage.bands.first { .aboveGround($0.height) == errors.height }
          let area = band.flatMap { $0.ringAreas.indices.contains(index) ? $0.ringAreas[index] : nil }
          let seen = target == scenario.coverageTarget ? area.map { "\($0.text), " } ?? "" : ""
          return
            "\(seen)\(errors.median?.heightText ?? "not determined") (95 % \(errors.ninetyFifth?.heightText ?? "not determined")) "
            + "at \(errors.height.placeText)"
        }
        guard !parts.isEmpty else { return nil }
        let what = target == scenario.coverageTarget ? "area seen and median position error" : "median position error"
        return "\(what) \(parts.joined(separator: "; "))"
      }
      let head = "\(station.type.id) of \(station.id) and \((count - 1).counted("other station")), "
      let needed = "\(station.type.neededStations) of \(count) have to hear a target: "
      guard target.gives(signal) else {
        let carrier = signal.carrier ?? ""
        let answering = errors(target.giving(signal)).map { "; of one with it, \($0)" } ?? ""
        return head + needed + "blind to the coverage target, which has no \(carrier)\(answering)"
      }
      return head + needed + (errors(target) ?? "nothing seen")
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  /// Stations that see the coverage target although looks do not count for them: what is in their view is seen, with no
  /// probability. None where looks do not count at all.
  var stationsWithoutLooks: [RadarStation] {
    guard scenario.detection != nil else { return [] }
    return network.stations.filter { station in
      station.type.looks == nil && !station.isMember && scenario.coverageTarget.isDetectable(by: station.type.kind)
    }
  }
}
