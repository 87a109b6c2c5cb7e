internal import Coverage
internal import Interception
internal import Response
internal import Units

/// The words and keys by which outputs name the cases of the models: files have the key, people the words.
extension Window.Verdict {
  /// In files: `before_landing`.
  var key: String {
    switch self {
    case .beforeLanding: "before_landing"
    case .onGround: "on_ground"
    case .inFlight: "in_flight"
    case .busy: "busy"
    case .untracked: "untracked"
    case .tooLate: "too_late"
    case .outOfReach: "out_of_reach"
    case .notFlown: "not_flown"
    case .neverTracked: "never_tracked"
    case .neverSeen: "never_seen"
    }
  }

  /// In files, of every case.
  static var keys: [String] { allCases.map(\.key) }

  /// For people: `before landing`.
  var words: String {
    switch self {
    case .untracked: "in flight but untracked"
    case .neverTracked: "detected but never tracked"
    case .neverSeen: "never detected"
    default: key.replacing("_", with: " ")
    }
  }
}

extension ResponseTime.Obstacle {
  /// In files: `endurance`.
  enum Reason: String, CaseIterable {
    case endurance, ceiling, hover, wind
    case notFlown = "not_flown"
    case thinAir = "density_altitude"
    case hoverUnknown = "hover_unknown"
    case engineStart = "engine_start"
    case unknownCruise = "cruise_unknown"
    case baseRunway = "base_runway"
    case noRoute = "no_route"
    case noRouteBack = "no_route_back"
    case refuelling
    case handOver = "hand_over"
  }

  var reason: Reason {
    switch self {
    case .endurance: .endurance
    case .ceiling: .ceiling
    case .notFlown: .notFlown
    case .thinAir: .thinAir
    case .hover(let answer, _): answer.isPossible == false ? .hover : .hoverUnknown
    case .engineStart: .engineStart
    case .wind: .wind
    case .unknownCruise: .unknownCruise
    case .baseRunway: .baseRunway
    case .noRoute(_, let isBack): isBack ? .noRouteBack : .noRoute
    case .noRefuelling: .refuelling
    case .noHandOver: .handOver
    }
  }

  /// For people: `fuel for 2 h 30 min, needs 3 h 10 min`.
  var words: String {
    switch self {
    case .endurance(let needed, let available):
      "fuel for \(available.text), needs \(needed.text)"
    case .ceiling(let strip, let ceiling):
      "strip at \(strip.heightText), ceiling \(ceiling.heightText)"
    case .notFlown(let period): "does not fly by \(period.rawValue)"
    case .thinAir, .hover, .engineStart, .wind, .unknownCruise, .baseRunway, .noRoute, .noRefuelling, .noHandOver:
      words(in: .en)
    }
  }
}
