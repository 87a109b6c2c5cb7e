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
  /// The verdict, what keeps the asset where it is busy, and whether it could only wait in the aircraft’s way.
  func words(_ say: ReportLanguage) -> String {
    if verdict == .inFlight, isSlower { return "\(say(verdict.phrase)), \(say(.slowerThanFlight))" }
    return duty.map { say(.busyWith, $0.flightID.isolated, $0.until.clockText) } ?? say(verdict.phrase)
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
    case .thinAir(let altitude, let density, let ceiling, let isCruise):
      say(
        isCruise ? .thinAirAtCruise : .thinAirAtStrip, altitude.heightText, density.heightText, ceiling.heightText)
    case .hover(let answer, let temperature): answer.words(at: temperature, in: say)
    case .engineStart(let base, let limit): say(.enginesStartUpTo, base.heightText, limit.heightText)
    case .wind(_, let wind, let isBack):
      say(isBack ? .noHeadingBack : .noHeadingOut, wind.speed.text, wind.direction.compassText)
    case .noRoute(let fault, let isBack): say(isBack ? .routeNoneBack : .routeNone, say(fault.phrase))
    case .noRefuelling(let refusals): say(.refuellingNone, StopRefusal.words(refusals, in: say))
    case .noHandOver(let refusals): say(.handOverNone, StopRefusal.words(refusals, in: say))
    case .unknownCruise(let density): say(.cruiseUnknown, density.heightText)
    case .baseRunway(let needed, let runway, let density?):
      say(.baseRunwayShortAt, runway.heightText, needed.heightText, density.heightText)
    case .baseRunway(let needed, let runway, nil): say(.baseRunwayShort, runway.heightText, needed.heightText)
    }
  }
}

extension StopRefusal {
  /// How many places do not serve, by why: `2 out of range, 1 closed`.
  fileprivate static func words(_ refusals: [StopRefusal: Int], in say: ReportLanguage) -> String {
    allCases.compactMap { refusal in refusals[refusal].map { say(refusal.phrase, String($0)) } }
      .joined(separator: ", ")
  }

  private var phrase: Phrase {
    switch self {
    case .kind: .stopKind
    case .ceiling: .stopCeiling
    case .hover: .stopHover
    case .runway: .stopRunway
    case .closed: .stopClosed
    case .fuel: .stopFuel
    }
  }
}

extension RouteFault {
  /// Why there is no way.
  fileprivate var phrase: Phrase {
    switch self {
    case .closed: .routeClosed
    case .enclosed: .routeEnclosed
    case .insideArea: .routeInside
    case .unknownGround: .routeUnknownGround
    case .aboveCeiling: .routeAboveCeiling
    case .wind: .routeWind
    case .speed, .altitude, .area, .terrain: .routeOther
    }
  }
}

extension HoverAnswer {
  /// Why a helicopter cannot hover, or is not known to.
  func words(at temperature: Temperature, in say: ReportLanguage) -> String {
    let effect = say(effect == .inside ? .inGroundEffect : .outOfGroundEffect)
    guard let densityAltitude else { return say(.hoverUnknownPlace, effect, mass.text) }
    let (celsius, density) = ("\(temperature.celsius.fixed(0)) °C", densityAltitude.heightText)
    guard isPossible == false else { return say(.hoverUnknown, effect, celsius, mass.text, density) }
    guard let ceiling else { return say(.cannotHover, effect, celsius, mass.text, density) }
    return say(.cannotHoverUpTo, effect, celsius, mass.text, density, ceiling.heightText)
  }
}

extension ResponseTime.Caution {
  func words(in say: ReportLanguage) -> String {
    switch self {
    case .enginesRunning(let strip, let limit): say(.keepEnginesRunning, strip.heightText, limit.heightText)
    case .shortRunway(let needed?, _, let density?): say(.runwayShort, needed.text, density.heightText)
    case .shortRunway: say(.runwayUnknown)
    case .unknownHover: say(.hoverNotChecked)
    case .unknownBaseRunway(let needed?): say(.baseRunwayUnknown, needed.heightText)
    case .unknownBaseRunway: say(.baseRunwayNeedUnknown)
    case .estimatedRunway(let needed, let density): say(.runwayEstimated, needed.heightText, density.heightText)
    case .uncheckedRunway(let stated, let needed, let density):
      say(.runwayUnchecked, stated.heightText, needed.heightText, density.heightText)
    }
  }
}

extension Angle {
  /// A direction of the compass for people: `090°`.
  fileprivate var compassText: String {
    let whole = degrees.rounded().truncatingRemainder(dividingBy: 360).fixed(0)
    return String(repeating: "0", count: max(0, 3 - whole.count)) + whole + "°"
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
