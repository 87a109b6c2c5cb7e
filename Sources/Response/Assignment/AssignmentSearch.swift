/// What an assignment costs: lateness before the number of those that are late before the time of arrival.
struct AssignmentCost: Comparable {
  var lateness = Duration.zero
  var late = 0
  var arrival = Duration.zero

  init() {}

  init(_ service: Assignment.Service) {
    lateness = service.lateness
    late = service.lateness > .zero ? 1 : 0
    arrival = service.arrival
  }

  static func + (a: Self, b: Self) -> Self {
    var sum = a
    sum.lateness += b.lateness
    sum.late += b.late
    sum.arrival += b.arrival
    return sum
  }

  static func < (a: Self, b: Self) -> Bool { (a.lateness, a.late, a.arrival) < (b.lateness, b.late, b.arrival) }

  /// No more in any part than either.
  func least(_ other: Self) -> Self {
    var least = self
    least.lateness = min(lateness, other.lateness)
    least.late = min(late, other.late)
    least.arrival = min(arrival, other.arrival)
    return least
  }
}

/// The search for the assignment of the smallest total lateness: branch and bound over the services in the order in which
/// aircraft are sent.
///
/// Every assignment in which each aircraft goes as soon as it can is met once in that order. A branch ends where the cost
/// so far and the least that each flight left over must add, were it alone, are no less than the best found.
struct AssignmentSearch {
  private let calls: [Call]
  private(set) var best: [Assignment.Service?]
  private var bestTotal: AssignmentCost
  private var chosen: [Assignment.Service?]
  private var fleet: Fleet
  private var effort: Int
  /// Whether nothing was left out.
  private(set) var isComplete = true

  init(_ calls: [Call], _ fleet: Fleet, incumbent: [Assignment.Service?], effort: Int) {
    self.calls = calls
    best = incumbent
    bestTotal = incumbent.reduce(AssignmentCost()) { $0 + ($1.map(AssignmentCost.init) ?? AssignmentCost()) }
    chosen = calls.map { _ in nil }
    self.fleet = fleet
    self.effort = effort
  }

  mutating func run() {
    // Those that nobody serves are nobody's business.
    let open = calls.indices.filter { best[$0] != nil }
    extend(open, AssignmentCost(), after: (.seconds(-1e13), -1))
  }

  /// Goes on with the flights that are open.
  /// - Parameters:
  ///   - total: Cost so far.
  ///   - last: When the last aircraft was sent, and to which flight.
  private mutating func extend(_ open: [Int], _ total: AssignmentCost, after last: (sent: Duration, call: Int)) {
    guard !open.isEmpty else {
      if total < bestTotal { (best, bestTotal) = (chosen, total) }
      return
    }
    effort -= 1
    guard effort >= 0 else {
      isComplete = false
      return
    }
    var bound = total
    var offers: [Assignment.Service] = []
    for call in open {
      let own = fleet.free.indices.compactMap { fleet.offer(of: $0, to: call, calls[call]) }
      guard let first = own.first else { return }
      bound = bound + own.dropFirst().reduce(AssignmentCost(first)) { $0.least(AssignmentCost($1)) }
      offers += own
    }
    guard bound < bestTotal else { return }
    // What is sent earlier has been sent: the same services in another order are another branch.
    let next = offers.filter { ($0.sent, $0.call) > (last.sent, last.call) }
      .sorted { ($0.lateness, $0.arrival, $0.call, $0.asset) < ($1.lateness, $1.arrival, $1.call, $1.asset) }
    for service in next {
      let before = fleet.free[service.asset][service.aircraft]
      fleet.send(service)
      chosen[service.call] = service
      extend(
        open.filter { $0 != service.call }, total + AssignmentCost(service), after: (service.sent, service.call))
      chosen[service.call] = nil
      fleet.recall(service, to: before)
      guard effort >= 0 else { return }
    }
  }
}
