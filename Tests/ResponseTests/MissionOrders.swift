import Geodesy
import Response
import Units

/// All orders of stops of a small mission, one by one, in plain numbers: what the search is compared with.
struct MissionOrders {
  /// What is known of the best mission so far; times in seconds from the order.
  struct Best: Comparable {
    var arrival: Double
    var handOver: Double
    var stops: Int
    var home: Double

    /// Times within a microsecond are one: they are sums of the same parts in another order.
    static func < (a: Best, b: Best) -> Bool {
      if abs(a.arrival - b.arrival) > 1e-6 { return a.arrival < b.arrival }
      if abs(a.handOver - b.handOver) > 1e-6 { return a.handOver < b.handOver }
      return a.stops == b.stops ? a.home < b.home - 1e-6 : a.stops < b.stops
    }
  }

  var base: Position
  var strip: Position
  var fuel: [(place: Position, stay: Double)]
  var handOver: [(place: Position, stay: Double)]
  var mostStops: Int
  var tank: Double
  var metresPerSecond: Double
  var departure: Double
  var landing: Double
  var readiness: Double
  var onScene: Double

  /// The best of all, or nil where none can be flown.
  func best() -> Best? {
    var best: Best?
    for out in orders(mostStops) {
      for back in orders(mostStops - out.count) {
        guard !handOver.isEmpty else {
          take(&best, out, nil, [], back)
          continue
        }
        for place in handOver.indices {
          for home in orders(mostStops - out.count - back.count) { take(&best, out, place, back, home) }
        }
      }
    }
    return best
  }

  /// Every sequence of so many stops at most.
  private func orders(_ most: Int) -> [[Int]] {
    var result: [[Int]] = [[]]
    var last: [[Int]] = [[]]
    for _ in 0..<max(most, 0) {
      last = last.flatMap { order in fuel.indices.map { order + [$0] } }
      result += last
    }
    return result
  }

  /// Flies one order: stops before the strip, between strip and hand-over, and before the base.
  private func take(_ best: inout Best?, _ out: [Int], _ place: Int?, _ between: [Int], _ home: [Int]) {
    var (time, left, here) = (readiness, tank, base)
    func fly(to there: Position) -> Bool {
      let distance = Ellipsoid.wgs84.distance(from: here, to: there).metres
      let needed = here == there ? 0 : departure + distance / metresPerSecond + landing
      (time, left, here) = (time + needed, left - needed, there)
      return left >= 0
    }
    func refuel(_ stops: [Int]) -> Bool {
      for stop in stops {
        guard fly(to: fuel[stop].place) else { return false }
        (time, left) = (time + fuel[stop].stay, tank)
      }
      return true
    }
    guard refuel(out), fly(to: strip) else { return }
    var found = Best(arrival: time, handOver: 0, stops: out.count + between.count + home.count, home: 0)
    (time, left) = (time + onScene, left - onScene)
    guard left >= 0, refuel(between) else { return }
    if let place {
      guard fly(to: handOver[place].place) else { return }
      found.handOver = time
      (time, left) = (time + handOver[place].stay, left - handOver[place].stay)
      guard left >= 0 else { return }
    }
    guard refuel(home), fly(to: base) else { return }
    found.home = time
    if best.map({ found < $0 }) ?? true { best = found }
  }
}
