internal import Planning
internal import Response
internal import Scenario
internal import Units

extension Plan {
  /// `mi-17 hovers out of ground effect* with 13000 kg*`: what the limits of aircraft rest on; nil where none states them.
  var aircraftText: String? {
    let parts = scenario.limitedTypes.compactMap { type -> String? in
      guard let limits = type.performance, let mass = limits.hoverMass, let effect = limits.hoverNeeded else {
        return nil
      }
      let how = effect == .inside ? "in ground effect" : "out of ground effect"
      return "\(ConsoleText.harmless(type.id)) hovers \(how)\(limits.landingHover == nil ? "*" : "") with \(mass.text)"
        + (limits.missionMass == nil ? "*" : "")
    }
    let isLayered = scenario.assets.contains {
      $0.aircraft.performance?.cruiseAltitude == nil
        && ($0.weather != nil || $0.aircraft.performance?.cruise != nil)
    }
    let cruise =
      isLayered ? ["cruise \(Length.feet(1000).heightText)* or the lowest legal height above the higher end"] : []
    return parts.isEmpty && cruise.isEmpty
      ? nil : SummaryText.list(parts + cruise, separator: "; ", most: 4, rest: "plan.json")
  }
}

extension Assignment.Rule {
  /// For people: how aircraft are sent to flights that compete.
  var words: String {
    switch self {
    case .firstCome: "aircraft sent as orders come"
    case .best: "aircraft sent for the smallest total lateness"
    }
  }
}
