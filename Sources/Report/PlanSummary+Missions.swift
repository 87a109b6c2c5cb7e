internal import Planning
internal import Response
internal import Scenario
internal import Units

extension Plan {
  /// `refuelling 15 min at 3 places`; nil where nobody refuels on the way.
  /// - Parameter value: Marks what is a default.
  func refuellingText(_ value: (String, String) -> String) -> String? {
    scenario.refuelling.map { refuelling in
      value("refuelling \(refuelling.time.text)", "refuelling.time") + " at \(refuelling.places.count.counted("place"))"
        + value(", up to \(refuelling.mostStops.counted("stop"))", "refuelling.most_stops")
    }
  }

  /// How many responses need fuel on their way, and the soonest hand-overs; nil where there is neither.
  var missionLine: String? {
    let missions = responses.filter { $0.mission != nil }
    let out = missions.count { $0.mission?.out.contains { $0.end == .refuelling } ?? false }
    let back = missions.count { $0.mission?.back.contains { $0.end == .refuelling } ?? false }
    let handOvers = missions.compactMap { $0.mission?.handOver?.arrival }.sorted()
    var parts: [String] = []
    if out > 0 { parts.append("\(out.counted("response")) refuel\(out == 1 ? "s" : "") on the way there") }
    if back > 0 { parts.append("\(back.counted("response")) on the way home") }
    if let first = handOvers.first, let last = handOvers.last {
      parts.append("hand-over \(first.text) to \(last.text) after the order")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
