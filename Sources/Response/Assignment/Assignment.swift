/// Which aircraft goes to which flight and when, each being at one place at a time.
///
/// An aircraft is sent at the order or, where it is away then, as soon as it can be sent again: late, if need be. Lateness is
/// the time by which it arrives after the deadline of its option, and never less than zero. A flight that no asset can serve
/// is left out of the total.
public struct Assignment: Sendable, Hashable {
  /// How flights and aircraft are brought together.
  public enum Rule: String, Sendable, Hashable, CaseIterable {
    /// Flights in the order of their orders, those of one instant in the order given; each takes the aircraft that arrives
    /// first.
    case firstCome = "first_come"
    /// The smallest total lateness over all flights; of several such the one in which the fewest are late, and of these the
    /// one in which they wait the least in all.
    case best
  }

  /// An aircraft that goes to a flight.
  public struct Service: Sendable, Hashable {
    /// Index of the flight.
    public var call: Int
    /// Index of the asset.
    public var asset: Int
    /// Which of its aircraft, from zero.
    public var aircraft: Int
    /// When it is sent.
    public var sent: Duration
    /// When it arrives.
    public var arrival: Duration
    /// When it can be sent again.
    public var free: Duration
    /// By how much it is late; zero in time.
    public var lateness: Duration
  }

  /// The service of each call; nil for one that no asset can serve.
  public let services: [Service?]
  /// Whether ``totalLateness`` is proven the smallest there is; of ``Rule/firstCome`` only where it is zero.
  public let isProvenBest: Bool

  /// The sum over all flights that are served.
  public var totalLateness: Duration { services.reduce(.zero) { $0 + ($1?.lateness ?? .zero) } }
  /// Flights that are served in time.
  public var inTime: Int { services.count { $0.map { $0.lateness == .zero } ?? false } }

  /// Assigns aircraft to flights.
  /// - Parameters:
  ///   - calls: The flights, each with an option for every asset.
  ///   - counts: How many aircraft each asset has; of no account where `free` says when they can be sent.
  ///   - rule: How.
  ///   - free: When each aircraft of each asset can first be sent; nil: from the beginning.
  ///   - effort: How many partial assignments ``Rule/best`` looks at before it gives the best found so far, unproven.
  /// - Complexity: ``Rule/firstCome`` O(calls × aircraft); ``Rule/best`` grows exponentially with the flights that compete at
  ///   one time.
  public init(
    of calls: [Call], counts: [Int], by rule: Rule, free: [[Duration]]? = nil, effort: Int = 200_000
  ) {
    let fleet = free.map(Fleet.init(free:)) ?? Fleet(counts)
    let firstCome = Self.firstCome(calls, fleet)
    let total = firstCome.reduce(Duration.zero) { $0 + ($1?.lateness ?? .zero) }
    guard rule == .best, total > .zero else {
      services = firstCome
      isProvenBest = total == .zero
      return
    }
    var search = AssignmentSearch(calls, fleet, incumbent: firstCome, effort: effort)
    search.run()
    services = search.best
    isProvenBest = search.isComplete
  }

  private static func firstCome(_ calls: [Call], _ fleet: Fleet) -> [Service?] {
    var services = [Service?](repeating: nil, count: calls.count)
    var fleet = fleet
    for call in calls.indices.sorted(by: { (calls[$0].order, $0) < (calls[$1].order, $1) }) {
      let offers = fleet.free.indices.compactMap { fleet.offer(of: $0, to: call, calls[call]) }
      guard let service = offers.min(by: { ($0.arrival, $0.asset) < ($1.arrival, $1.asset) }) else { continue }
      fleet.send(service)
      services[call] = service
    }
    return services
  }
}

/// When each aircraft can be sent again.
struct Fleet {
  /// By asset and aircraft.
  private(set) var free: [[Duration]]

  init(free: [[Duration]]) { self.free = free }

  init(_ counts: [Int]) {
    free = counts.map { Array(repeating: .seconds(-1e12), count: max($0, 0)) }
  }

  /// What the aircraft of an asset that is free first can do for a call; nil where the asset cannot serve it.
  func offer(of asset: Int, to index: Int, _ call: Call) -> Assignment.Service? {
    guard call.options.indices.contains(asset), let option = call.options[asset] else { return nil }
    // Of several that are free at the order the first is taken: they do not differ.
    var aircraft: Int?
    for (number, time) in free[asset].enumerated() where aircraft.map({ time < free[asset][$0] }) ?? true {
      aircraft = number
      if time <= call.order { break }
    }
    guard let aircraft else { return nil }
    let sent = max(call.order, free[asset][aircraft])
    let arrival = sent + option.delay
    return Assignment.Service(
      call: index, asset: asset, aircraft: aircraft, sent: sent, arrival: arrival, free: sent + option.occupied,
      lateness: max(arrival - option.deadline, .zero))
  }

  mutating func send(_ service: Assignment.Service) { free[service.asset][service.aircraft] = service.free }
  mutating func recall(_ service: Assignment.Service, to time: Duration) {
    free[service.asset][service.aircraft] = time
  }
}
