internal import Geodesy
internal import Units

/// The search for the earliest arrival whose whole mission can be flown.
///
/// A mission that gets to the strip without a stop is taken where one can be flown: stops cost time. Otherwise ways there are looked
/// at in the order of their arrival, those to a hand-over in the order of theirs, and of the ways home that with the fewest
/// stops, then the shortest. Nothing of it is left out: of two ways to one place only that is dropped which is no earlier, has no more
/// fuel and no fewer stops.
/// - Accuracy: exact where no wind changes with the time of day and no place closes (`missions are those of all orders of stops`);
///   where they do, of two ways to a place the later one may have been the better one.
struct MissionSearch {
  let legs: MissionLegs
  /// The base, the strip, then places to refuel, then places to hand over.
  let nodes: [MissionNode]
  let fuelNodes: [Int]
  let handOverNodes: [Int]
  let mostStops: Int
  /// Fuel of a full tank beyond the reserve; nil: without end.
  let tank: Duration?
  private let readiness: Duration
  private let isHandingOver: Bool
  private let refusals: (refuelling: [StopRefusal], handOver: [StopRefusal])

  static let (base, strip) = (0, 1)

  /// - Parameters:
  ///   - response: A response to a strip that the aircraft can use, but for the way there and back.
  ///   - onScene: Time at the strip.
  init(_ response: ResponseTime, _ support: MissionSupport, onScene: Duration, at order: Duration) {
    let (asset, aircraft) = (response.asset, response.asset.aircraft)
    func usable(_ places: [StopPlace], _ end: Mission.End) -> (nodes: [MissionNode], refusals: [StopRefusal]) {
      var (nodes, refusals): ([MissionNode], [StopRefusal]) = ([], [])
      for place in places {
        if let refusal = StripConditions.refusal(of: place, to: asset, by: response.period, at: order) {
          refusals.append(refusal)
        } else {
          nodes.append(MissionNode(place, end, aircraft))
        }
      }
      return (nodes, refusals)
    }
    isHandingOver = response.arrival == .landing && !support.handOver.isEmpty
    let fuel = usable(aircraft.endurance == nil ? [] : support.refuelling, .refuelling)
    let handOver = usable(isHandingOver ? support.handOver : [], .handOver)
    nodes = [MissionNode(asset.base, aircraft), MissionNode(response, stay: onScene)] + fuel.nodes + handOver.nodes
    fuelNodes = Array(2..<2 + fuel.nodes.count)
    handOverNodes = Array(2 + fuel.nodes.count..<nodes.count)
    refusals = (fuel.refusals, handOver.refusals)
    mostStops = support.mostStops
    tank = aircraft.endurance.map { $0 - aircraft.reserve }
    readiness = response.readiness ?? .zero
    legs = MissionLegs(asset: asset, strip: response.strip, period: response.period, order: order)
  }

  /// The mission; nil where none can be flown.
  func mission() -> Mission? {
    let start = MissionLabel(node: Self.base, time: readiness, fuel: tank, stops: 0, legs: [])
    if let there = legs.label(start, to: Self.strip, in: self), let home = completion(of: there) {
      return Mission(legs: home.legs)
    }
    guard !fuelNodes.isEmpty, mostStops > 0 else { return nil }
    var ways = MissionWays(self, from: start, to: [Self.strip], .earliest)
    return best(of: &ways) { completion(of: $0) }.map { Mission(legs: $0.legs) }
  }

  /// The way on from the strip.
  private func completion(of label: MissionLabel) -> MissionLabel? {
    guard isHandingOver else { return home(from: label) }
    var ways = MissionWays(self, from: label, to: handOverNodes, .earliest)
    return best(of: &ways) { home(from: $0) }
  }

  private func home(from label: MissionLabel) -> MissionLabel? {
    var ways = MissionWays(self, from: label, to: [Self.base], .fewestStops)
    return ways.next()
  }

  /// The first of some ways that can be gone on with; of those at the same time that with the fewest stops, then the soonest.
  private func best(
    of ways: inout MissionWays, _ goOn: (MissionLabel) -> MissionLabel?
  ) -> MissionLabel? {
    var found: (time: Duration, end: MissionLabel)?
    while let label = ways.next() {
      if let found, label.time > found.time { break }
      guard let end = goOn(label) else { continue }
      if let best = found?.end, (best.stops, best.time) <= (end.stops, end.time) { continue }
      found = (label.time, end)
    }
    return found?.end
  }

  /// What stands in the way of every mission, besides the fuel for the way there and back.
  func obstacles(isFuelShort: Bool) -> [ResponseTime.Obstacle] {
    func counts(_ refusals: [StopRefusal], _ nodes: [Int]) -> [StopRefusal: Int] {
      let reached = nodes.map { isEverOpen($0) ? StopRefusal.fuel : .closed }
      return Dictionary((refusals + reached).map { ($0, 1) }, uniquingKeysWith: +)
    }
    var result: [ResponseTime.Obstacle] = []
    if isHandingOver, !isFuelShort { result.append(.noHandOver(counts(refusals.handOver, handOverNodes))) }
    let isStranded = !handOverNodes.isEmpty || !isHandingOver
    if isFuelShort || isStranded, !fuelNodes.isEmpty || !refusals.refuelling.isEmpty {
      result.append(.noRefuelling(counts(refusals.refuelling, fuelNodes)))
    }
    return result
  }

  /// Whether a place is open at some time in the hours after the order in which the aircraft could come.
  private func isEverOpen(_ node: Int) -> Bool {
    guard let hours = nodes[node].hours else { return true }
    let start = MissionLabel(node: Self.base, time: readiness, fuel: nil, stops: 0, legs: [])
    guard let soonest = legs.bound(start, to: node, in: self) else { return true }
    return hours.hold(from: legs.order + soonest - nodes[node].stay, for: nodes[node].stay)
  }
}
