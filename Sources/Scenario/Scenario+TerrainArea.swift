internal import Coverage
public import Geodesy
internal import Interception
internal import Response
public import Units

extension Scenario {
  /// The circles for which a plan needs terrain: the range of each radar, existing or in a purchase, and 10 km around every
  /// site, base, strip and route.
  ///
  /// A radar's circle has its range for the scenario's target, or for the flight that it sees farthest.
  public var terrainArea: [(centre: Position, radius: Length)] {
    let nearby = Length.kilometres(10)
    let targets = [coverageTarget] + flights.map(\.target)
    let radars = purchases.reduce(into: stations(adding: nil)) { $0 += stations(adding: $1) }
    var circles = radars.map { station in
      (centre: station.position, radius: max(nearby, targets.map(station.slantRange).max() ?? nearby))
    }
    circles += (sites.map(\.position) + bases.map(\.position) + strips.map(\.position)).map { ($0, nearby) }
    for flight in flights {
      for path in [flight.inbound, flight.outbound] {
        for (a, b) in zip(path, path.dropFirst()) {
          let way = Ellipsoid.wgs84.inverse(from: a.position, to: b.position)
          // A point each 10 km, so that the circles around them overlap.
          let count = max(1, min(1_000_000, Int(clamping: (way.distance / nearby).rounded(.up))))
          for step in 0...count {
            let distance = way.distance * (Double(step) / Double(count))
            circles.append(
              (Ellipsoid.wgs84.direct(from: a.position, azimuth: way.azimuth, distance: distance).position, nearby))
          }
        }
      }
    }
    return circles
  }
}
