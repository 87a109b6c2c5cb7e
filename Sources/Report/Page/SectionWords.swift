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
    medianWarning?.text ?? (flightsPerDay > 0 ? say(.never) : "–")
  }
}

extension Period {
  var phrase: Phrase { self == .day ? .day : .night }
}

extension SensorRule.Signal {
  /// Which radars see nothing of an aircraft that does not give it; nil for a signal that every aircraft gives.
  var blindPhrase: Phrase? {
    switch self {
    case .echo: nil
    case .reply: .seenBlind
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

/// A slack for people: what is left, or how late.
enum SlackText {
  static func text(_ slack: Duration, _ say: ReportLanguage) -> String {
    slack < .zero ? say(.late, (.zero - slack).text) : say(.spare, slack.text)
  }

  /// `+35 min`, `−12 min`.
  static func signed(_ slack: Duration) -> String { (slack < .zero ? "" : "+") + slack.text }

  /// Below this a plan has no room for a late start: one cell of the matrix is marked.
  static let tight = Duration.minutes(15)

  static func cssClass(_ slack: Duration) -> String {
    slack < .zero ? "late" : slack < tight ? "tight" : "good"
  }
}
