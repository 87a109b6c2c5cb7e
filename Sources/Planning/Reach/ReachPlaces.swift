internal import Foundation
internal import Geodesy
internal import Response
internal import Scenario
internal import Units

/// When each asset is at each strip and demand point.
struct ReachPlaces: Sendable {
  let places: [Reach.Place]
  /// By place: whether its ground is unknown.
  let isUnknown: [Bool]
  /// By period, then place, then asset; nil where it does not get there.
  let times: [[[Duration?]]]
  let assets: [Asset]
  let periods: [Period]

  /// The first of some assets at a place; of equal ones that which stands first.
  func first(_ period: Int, _ place: Int, _ counts: (Asset) -> Bool = { _ in true }) -> Reach.Arrival? {
    var first: Reach.Arrival?
    for (asset, time) in zip(assets, times[period][place]) where counts(asset) {
      guard let time else { continue }
      if let first, first.time <= time { continue }
      first = Reach.Arrival(asset: asset, time: time)
    }
    return first
  }

  /// What some assets reach within a limit: of weights, and of strips.
  func parts(
    _ period: Int, _ limit: Duration, _ counts: (Asset) -> Bool = { _ in true }
  ) -> (demand: Reach.Part, strips: Reach.Part) {
    var demand = Reach.Part(reached: 0, total: 0)
    var strips = demand
    for (index, place) in places.enumerated() {
      let isReached = first(period, index, counts).map { $0.time <= limit } ?? false
      if let weight = place.weight {
        demand.total += weight
        if isReached { demand.reached += weight }
      } else {
        strips.total += 1
        if isReached { strips.reached += 1 }
      }
    }
    return (demand, strips)
  }

  /// Who is first everywhere.
  func rows(_ limits: [Duration]) -> [Reach.PlaceReach] {
    places.indices.flatMap { place in
      periods.indices.map { period in
        let first = first(period, place)
        let second = first.flatMap { best in self.first(period, place) { $0.base.id != best.asset.base.id } }
        return Reach.PlaceReach(
          place: places[place], period: periods[period], first: first, second: second, isUnknown: isUnknown[place],
          limit: first.flatMap { first in limits.first { first.time <= $0 } })
      }
    }
  }

  /// The places that fall beyond a limit without a base.
  func fallen(_ period: Int, _ limit: Duration, without base: Base) -> [Reach.Fallen] {
    places.indices.compactMap { place in
      guard let before = first(period, place)?.time, before <= limit else { return nil }
      let after = first(period, place) { $0.base.id != base.id }?.time
      if let after, after <= limit { return nil }
      return Reach.Fallen(place: places[place], before: before, after: after)
    }
  }
}
