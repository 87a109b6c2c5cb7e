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
  func placeErrors(of station: RadarStation, in scenario: Scenario) -> [PlaceErrors] {
    guard station.systemCount != nil, let place = coverage.positions(of: [station])?.first else { return [] }
    return coverage.placeErrors(
      of: place, heights: scenario.altitudeBands.map { .aboveGround($0) }, target: scenario.coverageTarget)
  }
}

extension Plan {
  /// The systems of the network and how well they place what they see; nil without one.
  var systemsLine: String? {
    let texts = network.stations.compactMap { station -> String? in
      guard let count = station.systemCount else { return nil }
      let errors = terrain?.placeErrors(of: station, in: scenario) ?? []
      let parts = errors.map { "\($0.median?.heightText ?? "not determined") at \($0.height.bandText)" }
      return "\(station.id): \(count.counted("station")), \(station.type.neededStations) needed"
        + (parts.isEmpty ? ", nothing seen" : "; median position error \(parts.joined(separator: ", "))")
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }
}

extension Altitude {
  /// For people: `150 m AGL`.
  fileprivate var bandText: String {
    switch self {
    case .aboveGround(let height): "\(height.heightText) AGL"
    case .aboveSeaLevel(let altitude): "\(altitude.heightText) AMSL"
    }
  }
}
