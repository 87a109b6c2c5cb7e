/// The search for the assignment of the smallest total lateness: branch and bound over the services in the order in which
/// aircraft are sent.
///
/// Every assignment in which each aircraft goes as soon as it can is met once in that order. A branch ends where the lateness
/// so far and the least that each flight left over must add, were it alone, are no less than the best found.
struct AssignmentSearch {
  private let calls: [Call]
  private(set) var best: [Assignment.Service?]
  private var bestTotal: Duration
  private let penalty: Duration
  private var chosen: [Assignment.Service?]
  private var fleet: Fleet
  private var effort: Int
  /// Whether nothing was left out.
  private(set) var isComplete = true

  init(_ calls: [Call], _ fleet: Fleet, incumbent: [Assignment.Service?], latePenalty: Duration, effort: Int) {
    self.calls = calls
    best = incumbent
    penalty = latePenalty
    bestTotal = incumbent.reduce(.zero) { $0 + ($1.map { Self.cost($0, latePenalty) } ?? .zero) }
    chosen = calls.map { _ in nil }
    self.fleet = fleet
    self.effort = effort
  }

  /// What a service adds to the total.
  private static func cost(_ service: Assignment.Service, _ penalty: Duration) -> Duration {
    service.lateness + (service.lateness > .zero ? penalty : .zero)
  }

  mutating func run() {
    // Those that nobody serves are nobody's business.
    let open = calls.indices.filter { best[$0] != nil }
    extend(open, .zero, after: (.seconds(-1e13), -1))
  }

  /// Goes on with the flights that are open.
  /// - Parameters:
  ///   - total: Cost so far.
  ///   - last: When the last aircraft was sent, and to which flight.
  private mutating func extend(_ open: [Int], _ total: Duration, after last: (sent: Duration, call: Int)) {
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
      guard let least = own.map({ Self.cost($0, penalty) }).min() else { return }
      bound += least
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
        open.filter { $0 != service.call }, total + Self.cost(service, penalty), after: (service.sent, service.call))
      chosen[service.call] = nil
      fleet.recall(service, to: before)
      guard effort >= 0 else { return }
    }
  }
}
