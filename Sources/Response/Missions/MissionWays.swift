internal import Units

/// Ways of a mission from one place to the first of some others, with stops for fuel, one after the other as they are asked
/// for.
struct MissionWays {
  /// Which way comes first.
  enum Order {
    /// That which arrives first, then that with fewer stops.
    case earliest
    /// That with the fewest stops, then the earliest.
    case fewestStops
  }

  /// A leg that may be the next one.
  private struct Candidate {
    /// Where it begins.
    var from: MissionLabel
    var node: Int
    /// When it would be there at the soonest, its stay included.
    var time: Duration
    var stops: Int
    /// Where it ends; nil until its route has been looked for.
    var found: MissionLabel?
  }

  private let search: MissionSearch
  private let goals: [Int]
  private let order: Order
  private var candidates: [Candidate] = []
  private var settled: [Int: [MissionLabel]] = [:]

  init(_ search: MissionSearch, from start: MissionLabel, to goals: [Int], _ order: Order) {
    (self.search, self.goals, self.order) = (search, goals, order)
    expand(start)
  }

  /// The next way to one of the goals; nil where there is none left.
  mutating func next() -> MissionLabel? {
    while let index = candidates.indices.min(by: { comes(candidates[$0], before: candidates[$1]) }) {
      var candidate = candidates.remove(at: index)
      guard let label = candidate.found else {
        guard let found = search.legs.label(candidate.from, to: candidate.node, in: search) else { continue }
        (candidate.found, candidate.time) = (found, found.time)
        candidates.append(candidate)
        continue
      }
      guard !settled[label.node, default: []].contains(where: { $0.isAsGood(as: label) }) else { continue }
      settled[label.node, default: []].append(label)
      if goals.contains(label.node) { return label }
      expand(label)
    }
    return nil
  }

  private mutating func expand(_ label: MissionLabel) {
    let stops = label.stops < search.mostStops ? search.fuelNodes : []
    for node in goals + stops where node != label.node {
      let isStop = search.nodes[node].end == .refuelling
      guard let time = search.legs.bound(label, to: node, in: search) else { continue }
      candidates.append(
        Candidate(from: label, node: node, time: time, stops: label.stops + (isStop ? 1 : 0), found: nil))
    }
  }

  private func comes(_ a: Candidate, before b: Candidate) -> Bool {
    let least = Duration.zero
    func fuel(_ candidate: Candidate) -> Duration { least - (candidate.found?.fuel ?? least) }
    switch order {
    case .earliest: return (a.time, a.stops, fuel(a)) < (b.time, b.stops, fuel(b))
    case .fewestStops: return (a.stops, a.time, fuel(a)) < (b.stops, b.time, fuel(b))
    }
  }
}
