internal import Geodesy
internal import Units

/// The legs of a mission in the weather of their hour: straight, or by routes over terrain.
struct MissionLegs {
  let asset: Asset
  let strip: Strip
  let period: Period
  /// Local time of day of the order.
  let order: Duration

  /// From over one place to over another on the straight line, from a time after the order; nil where no heading holds the
  /// course or the speed is unknown.
  private func straight(_ a: MissionNode, _ b: MissionNode, at time: Duration) -> (time: Duration, distance: Length)? {
    let distance = Ellipsoid.wgs84.distance(from: a.position, to: b.position)
    let conditions = StripConditions(asset: asset, strip: strip, period: period, time: order)
    guard let flight = conditions.flight(between: a.elevation, b.elevation),
      let time = try? flight.time(from: a.position, to: b.position, distance: distance, at: order + time)
    else { return nil }
    return (time, distance)
  }

  /// When a label would be at a place by the straight line, its stay included: no route is faster. Nil where the line cannot be flown
  /// or the fuel does not last.
  func bound(_ label: MissionLabel, to node: Int, in search: MissionSearch) -> Duration? {
    self.label(label, to: node, in: search, isRouted: false, isTimed: false)?.time
  }

  /// A label at another place; nil where no way leads there, the fuel does not last, or the place is closed then.
  func label(_ label: MissionLabel, to node: Int, in search: MissionSearch) -> MissionLabel? {
    self.label(label, to: node, in: search, isRouted: asset.routes != nil, isTimed: true)
  }

  private func label(
    _ label: MissionLabel, to node: Int, in search: MissionSearch, isRouted: Bool, isTimed: Bool
  ) -> MissionLabel? {
    let (from, to) = (search.nodes[label.node], search.nodes[node])
    var leg = Mission.Leg(
      end: to.end, placeID: to.id, placeName: to.name, from: from.position, to: to.position, departure: .zero,
      cruise: .zero, landing: .zero, distance: .zero, arrival: label.time, stay: to.stay)
    if !(from.isLanded && to.isLanded && from.position == to.position) {
      if from.isLanded { leg.departure = asset.aircraft.departureAllowance }
      leg.landing = to.landing
      // As in responses without stops, the cruise from the strip counts from the end of the stay for the wind.
      let begin = label.time + (from.end == .strip ? .zero : leg.departure)
      guard let straight = straight(from, to, at: begin) else { return nil }
      (leg.cruise, leg.distance) = straight
      guard lasts(leg, label) else { return nil }
      if isRouted, let book = asset.routes {
        let turned = label.legs.last.flatMap { last -> [Position]? in
          from.end == .strip && last.from == to.position ? last.route.map { $0.corners.reversed() } : nil
        }
        let answer = book.route(
          asset, from.position, to.position, period, order + begin, straight.time, along: turned)
        guard case .success(let route) = answer else { return nil }
        (leg.cruise, leg.distance, leg.route) = (route.cruise, route.distance, route)
        guard lasts(leg, label) else { return nil }
      }
    }
    leg.arrival = label.time + leg.duration
    leg.fuelLeft = label.fuel.map { $0 - leg.duration }
    if isTimed, let hours = to.hours, !hours.hold(from: order + leg.arrival, for: to.stay) { return nil }
    var next = MissionLabel(
      node: node, time: leg.arrival + to.stay, fuel: leg.fuelLeft, stops: label.stops, legs: label.legs + [leg])
    switch to.end {
    case .refuelling: (next.fuel, next.stops) = (search.tank, label.stops + 1)
    case .strip, .handOver:
      // Engines may run, and an aircraft that circles flies.
      next.fuel = next.fuel.map { $0 - to.stay }
      if let fuel = next.fuel, fuel < .zero { return nil }
    case .base: break
    }
    return next
  }

  private func lasts(_ leg: Mission.Leg, _ label: MissionLabel) -> Bool {
    label.fuel.map { leg.duration <= $0 } ?? true
  }
}
