internal import Coverage
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

extension Window.Verdict {
  var phrase: Phrase {
    switch self {
    case .beforeLanding: .beforeLanding
    case .onGround: .onGround
    case .inFlight: .inFlight
    case .busy: .busy
    case .untracked: .untracked
    case .tooLate: .tooLate
    case .outOfReach: .outOfReach
    case .notFlown: .notFlown
    case .neverTracked: .neverTracked
    case .neverSeen: .neverSeen
    }
  }
}

extension Window {
  /// The verdict, and what keeps the asset where it is busy.
  func words(_ say: ReportLanguage) -> String {
    duty.map { say(.busyWith, $0.flightID.isolated, $0.until.clockText) } ?? say(verdict.phrase)
  }
}

extension PlanOutcome {
  /// The median warning, in the report's languages.
  func medianWarningText(_ say: ReportLanguage) -> String {
    medianWarning?.text ?? (flightsPerDay > 0 ? say(.noWarning) : "–")
  }
}

extension Period {
  var phrase: Phrase { self == .day ? .day : .night }
}

extension RadarType.Kind {
  /// Says which sensors of the kind cannot see an aircraft without what they receive; nil for echoes, which every aircraft
  /// gives.
  var blindPhrase: Phrase? {
    switch self {
    case .primary, .passive: nil
    case .secondary: .seenBlind
    case .multilateration: .seenBlindStations
    case .adsb: .seenBlindBroadcast
    }
  }
}

extension CoverageRing.Limit {
  var phrase: Phrase {
    switch self {
    case .instrumented: .limitInstrumented
    case .detection: .limitDetection
    case .horizon: .limitHorizon
    case .beam: .limitBeam
    case .blind: .limitBlind
    }
  }
}

extension ResponseTime.Obstacle {
  func words(in say: ReportLanguage) -> String {
    switch self {
    case .endurance(let needed, let available): say(.fuelShort, available.text, needed.text)
    case .ceiling(let strip, let ceiling): say(.aboveCeiling, strip.heightText, ceiling.heightText)
    case .notFlown(let period): say(.notFlownBy, say(period.phrase))
    }
  }
}

extension Plan {
  /// The names of the network's radars by their ids.
  var radarNames: [String: String] { Dictionary(network.stations.map { ($0.id, $0.name) }) { first, _ in first } }

  /// The radars of a flight's first sighting by their names, as short as a table needs.
  func firstRadars(of flight: FlightWindows) -> [String] {
    let names = radarNames
    return flight.timeline.firstStationIDs.map { Called.short(names[$0] ?? "", $0, most: 30) }
  }
}
