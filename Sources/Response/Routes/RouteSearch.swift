internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Units

/// The search for one route: times from both ends over a grid, lines through the best meeting places, and their refinement.
struct RouteSearch {
  let question: RouteQuestion
  /// Its ground is the question's, or a part of it.
  var grid: RouteGrid
  let start: Position
  let end: Position
  /// Altitudes over start and end, m.
  let first: Double
  let last: Double
  /// No altitude below this one is of use, m.
  let lowest: Double
  /// Levels for the search.
  let column: AirColumn
  /// Intervals in which the search judges a line, m.
  let interval: Double
  /// And those in which the result is flown, m.
  let fineInterval: Double

  /// The altitudes that areas make edges of.
  static func marks(_ question: RouteQuestion) -> [Double] {
    question.areas.flatMap { [$0.bottom?.metres, $0.top?.metres] }.compactMap { $0 }
  }

  /// The times over the grid.
  /// - Parameters:
  ///   - isReversed: From the end, backwards in time.
  ///   - limit: Seconds from end to end beyond which no way is of use.
  func field(
    floors: [Float], isReversed: Bool, isLoose: Bool = false, within limit: Double = .infinity
  ) throws(RouteError) -> ArrivalField {
    let ends = try grid.ground.cells(of: isReversed ? [end, start] : [start, end]).map(grid.point(ofGround:))
    return ArrivalField(
      grid: grid, floors: floors, start: ends[0],
      clock: clock(isReversed: isReversed, isLoose: isLoose), speeds: speeds(isReversed: isReversed),
      goal: limit < .infinity ? ArrivalField.Goal(place: ends[1], seconds: limit) : nil)
  }

  func clock(isReversed: Bool, isLoose: Bool) -> VerticalClock {
    let level = column.level(of: isReversed ? last : first)
    let steps =
      isReversed
      ? (isLoose ? column.fastestDescents : column.descents) : (isLoose ? column.fastestClimbs : column.climbs)
    return VerticalClock(column, from: level, steps: steps, cap: column.altitudes.count - 1)
  }

  private func speeds(isReversed: Bool) -> SpeedTable {
    let level = column.level(of: isReversed ? last : first)
    return SpeedTable(
      column, levels: level...column.altitudes.count - 1, lowest: 0, isBest: true, sign: isReversed ? -1 : 1,
      north: grid.north)
  }

  /// Lines through the places at which the times from both ends add up to the least, one for each part of the way.
  func candidates(_ out: ArrivalField, _ back: ArrivalField) throws(RouteError) -> [[Position]] {
    let parts = 9
    var best = [(time: Double, node: Int)](repeating: (.infinity, -1), count: parts)
    for node in out.nodes.indices {
      let (a, b) = (out.nodes[node].seconds, back.nodes[node].seconds)
      let sum = a + b
      guard sum < .infinity else { continue }
      let part = min(Int(a / max(sum, 1e-9) * Double(parts)), parts - 1)
      if sum < best[part].time { best[part] = (sum, node) }
    }
    guard let least = best.map(\.time).min(), least < .infinity else { return [] }
    var ways: [[Position]] = []
    var known: Set<[Int]> = []
    for (time, node) in best where time < least * 1.3 {
      let nodes = out.turns(to: node) + back.turns(to: node).reversed().dropFirst()
      guard known.insert(nodes).inserted else { continue }
      var way = [start]
      for node in nodes {
        let (row, column) = (Double(node / grid.columns), Double(node % grid.columns))
        let frame = grid.ground.frame
        if let place = try grid.ground.position(
          column: min(column * grid.step, Double(frame.columns - 1)), row: min(row * grid.step, Double(frame.rows - 1)))
        {
          way.append(place)
        }
      }
      ways.append(way + [end])
    }
    return ways
  }

  /// The time along a line, s; above ``penalty`` where it cannot be flown, by how far it lies where no one can fly.
  func cost(_ way: [Position]) throws(RouteError) -> Double {
    var legs = RouteLegs(question, interval: interval)
    return try cost(way, &legs)
  }

  /// - Parameter limit: A way that the fastest level flight with its climb and descent shows not to be faster is not looked at further.
  private func cost(
    _ way: [Position], _ legs: inout RouteLegs, below limit: Double = .infinity
  ) throws(RouteError) -> Double {
    let line = try legs.line(through: way)
    if column.isCalm, isOneSpeed, question.areas.isEmpty {
      if let time = FlightProfile.time(
        line, column, up: clock(isReversed: false, isLoose: false), down: clock(isReversed: true, isLoose: false))
      {
        return time
      }
    } else if line.floors.allSatisfy({ $0 <= column.altitudes[column.altitudes.count - 1] + 1e-6 }) {
      let (up, down) = (clock(isReversed: false, isLoose: false), clock(isReversed: true, isLoose: false))
      if limit < Self.penalty, let least = FlightProfile.chain(line, column.levelTimes(line), up: up, down: down),
        least >= limit
      {
        return least
      }
      if let profile = FlightProfile(line, column, from: column.level(of: first), to: column.level(of: last)) {
        return profile.seconds
      }
    }
    var excess = 0.0
    let top = column.altitudes[column.altitudes.count - 1]
    for (index, floor) in line.floors.enumerated() {
      let above = floor.isFinite ? max(floor - top, 0) : 5000
      excess += line.lengths[index] * (above / 100 + (above > 0 ? 1 : 0) + (line.closed[index].isEmpty ? 0 : 1))
    }
    return Self.penalty + line.length + excess * 10
  }

  /// Whether the airspeed is the same at every level.
  private var isOneSpeed: Bool { column.airspeeds.allSatisfy { $0 == column.airspeeds[0] } }

  static let penalty = 1e9

  /// Shortens a line and moves its corners for as long as that saves time.
  func refined(_ way: [Position], reach: Double) throws(RouteError) -> (way: [Position], cost: Double) {
    var way = way
    var legs = RouteLegs(question, interval: interval)
    var best = try cost(way, &legs)
    // A corner less.
    var index = 1
    while index < way.count - 1 {
      var shorter = way
      shorter.remove(at: index)
      let time = try cost(shorter, &legs, below: best + 1e-6)
      if time <= best + 1e-9 || (best >= Self.penalty && time < best) {
        (way, best) = (shorter, time)
        index = max(1, index - 1)
      } else {
        index += 1
      }
    }
    var step = reach
    let least = reach / 40
    var trials = 0
    while step > least, way.count > 2, trials < 600 {
      var isBetter = false
      for index in 1..<way.count - 1 {
        for direction in 0..<8 {
          var moved = way
          moved[index] =
            Ellipsoid.wgs84.direct(
              from: way[index], azimuth: .degrees(Double(direction) * 45), distance: .metres(step)
            ).position
          let time = try cost(moved, &legs, below: best - 1e-3)
          trials += 1
          if time < best - 1e-3 {
            (way, best) = (moved, time)
            legs.keep(way)
            isBetter = true
            break
          }
        }
      }
      if !isBetter { step /= 2 }
    }
    return (way, best)
  }
}
