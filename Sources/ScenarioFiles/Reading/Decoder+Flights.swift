import Coverage
import Geodesy
import Interception
import Response
import Scenario
import Units

extension Decoder {
  /// Flights, their routes joined to their strips.
  func flights(_ aircraft: Index<Aircraft>, _ strips: Index<Strip>, _ routes: Index<Route>) -> Index<Flight> {
    typealias F = FlightFields
    return decode("flights", id: { $0.required(F.id) }) { row, id in
      let aircraft = aircraft.resolve(F.aircraft, of: row, "aircraft")
      let strip = strips.resolve(F.strip, of: row, "strip")
      let inbound = routes.resolve(F.inbound, of: row, "route")
      let outbound = routes.resolve(F.outbound, of: row, "route", required: false)
      let altitude = row.altitude()
      let speed = row.optional(F.speed) ?? aircraft?.cruise
      let groundTime = row.required(F.groundTime)
      let perDay = row.optional(F.perDay) ?? 1
      let (departure, landing) = (row.optional(F.departure), row.optional(F.landing))
      checkTimes(row)
      let target = target(row, aircraft)
      let name = row.optional(F.name) ?? id
      guard let aircraft, let strip, let inbound, let speed, let groundTime, let target else { return nil }
      guard !row.has(F.outbound) || outbound != nil else { return nil }
      let ways = FlightPath(strip: strip, fallback: altitude, row: row)
      let waysIn = ways.inbound(inbound)
      let waysOut = outbound.map { ways.outbound($0) } ?? waysIn.map { Array($0.reversed()) }
      guard let waysIn, let waysOut else { return nil }
      let flown = zip(waysIn, waysIn.dropFirst()).reduce(0) { sum, leg in
        sum + Ellipsoid.wgs84.distance(from: leg.0.position, to: leg.1.position).metres
      }
      let start = departure ?? landing.map { $0 - .seconds(clamping: flown / speed.metresPerSecond) }
      guard let start else { return nil }
      return Flight(
        id: id, name: name, aircraft: aircraft, target: target, strip: strip, inbound: waysIn, outbound: waysOut,
        speed: speed, departure: start, groundTime: groundTime, perDay: perDay)
    }
  }

  private func checkTimes(_ row: Row) {
    typealias F = FlightFields
    switch (row.has(F.departure), row.has(F.landing)) {
    case (true, true):
      row.report(
        .duplicate, F.landing, "is given together with a departure", "state departure or landing, the other follows")
    case (false, false):
      row.report(.missing, F.departure, "is missing", "state departure or landing as HH:MM")
    default: break
    }
  }

  private func target(_ row: Row, _ aircraft: Aircraft?) -> Target? {
    let own = row.optional(FlightFields.crossSection)
    let transponder = row.optional(FlightFields.transponder) ?? aircraft?.transponder ?? .none
    if let crossSection = own ?? aircraft?.crossSection {
      return Target(crossSection: crossSection, transponder: transponder)
    }
    if let aircraft, !row.has(FlightFields.crossSection) {
      row.report(
        .missing, FlightFields.crossSection, "neither the flight nor its aircraft “\(aircraft.id)” states an rcs",
        "state the radar cross-section, as in 2 m² or 3 dBsm")
    }
    return nil
  }
}

/// Joins routes to the strip of a flight.
private struct FlightPath {
  let strip: Strip
  /// The flight's altitude, for points without one.
  let fallback: Altitude?
  let row: Row

  /// A route that ends within this distance of the strip ends on it.
  static let joint = Length.kilometres(1)

  /// From the origin to the strip.
  func inbound(_ route: Route) -> [Waypoint]? { join(route.points, FlightFields.inbound, route.id) }

  /// From the strip to the exit.
  func outbound(_ route: Route) -> [Waypoint]? {
    join(route.points.reversed(), FlightFields.outbound, route.id).map { $0.reversed() }
  }

  /// A way towards the strip, with the strip as its last point.
  private func join(_ points: [Route.Point], _ field: Field<String>, _ id: String) -> [Waypoint]? {
    var points = points
    let first = points.first.map { distance($0.position) }
    let last = points.last.map { distance($0.position) }
    if let last, last <= Self.joint { points.removeLast() }
    if points.count > 1, let first, let last, first <= Self.joint, last > Self.joint {
      let (end, way) = field.name == "inbound" ? ("begins", "away from") : ("ends", "towards")
      row.warn(
        .position, field, "the route “\(id)” \(end) at the strip: does it lead \(way) it?",
        "list the points in the order of flight")
    }
    guard points.allSatisfy({ $0.altitude != nil || fallback != nil }) else {
      row.report(
        .missing, AltitudeFields.altitude,
        "neither the route “\(id)” nor the flight states an altitude for every point",
        "state altitude with its datum, as in 150 m AGL")
      return nil
    }
    var way: [Waypoint] = []
    for point in points where way.last?.position != point.position {
      guard let altitude = point.altitude ?? fallback else { continue }
      way.append(Waypoint(position: point.position, altitude: altitude))
    }
    if way.last?.position == strip.position { way.removeLast() }
    way.append(Waypoint(position: strip.position, altitude: .aboveGround(.zero)))
    guard way.count >= 2 else {
      row.report(
        .position, field, "the route “\(id)” has no point besides the strip",
        "a route needs a point away from its strip")
      return nil
    }
    return way
  }

  private func distance(_ position: Position) -> Length { Ellipsoid.wgs84.distance(from: position, to: strip.position) }
}
