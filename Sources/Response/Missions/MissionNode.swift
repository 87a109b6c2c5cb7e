internal import Geodesy
internal import Units

/// A place of a mission: base, strip, or where the aircraft lands on its way.
struct MissionNode {
  var end: Mission.End
  var id: String
  var name: String
  var position: Position
  var elevation: Length?
  /// From overhead to the ground; zero where the aircraft stays overhead.
  var landing: Duration
  var isLanded: Bool
  var stay: Duration
  var hours: DailyHours?

  init(_ base: Base, _ aircraft: Aircraft) {
    (end, id, name) = (.base, base.id, base.name)
    (position, elevation) = (base.position, base.elevation)
    (landing, isLanded, stay) = (aircraft.landingAllowance, true, .zero)
  }

  init(_ response: ResponseTime, stay: Duration) {
    (end, id, name) = (.strip, response.strip.id, response.strip.name)
    (position, elevation) = (response.strip.position, response.strip.elevation)
    (landing, isLanded, self.stay) = (response.landing, response.arrival == .landing, stay)
  }

  init(_ place: StopPlace, _ end: Mission.End, _ aircraft: Aircraft) {
    (self.end, id, name) = (end, place.id, place.name)
    (position, elevation, hours) = (place.position, place.elevation, place.hours)
    (landing, isLanded, stay) = (aircraft.landingAllowance, true, place.stay)
  }
}

/// Where a mission is, ready to go on.
struct MissionLabel {
  /// Position among the nodes.
  var node: Int
  /// From the order, the stay included.
  var time: Duration
  /// How long the fuel lasts beyond the reserve; nil: without end.
  var fuel: Duration?
  /// Stops for fuel so far.
  var stops: Int
  var legs: [Mission.Leg]

  /// Whether nothing speaks for another label at the same node: it is no later, has no less fuel and no more stops.
  func isAsGood(as other: MissionLabel) -> Bool {
    guard time <= other.time, stops <= other.stops else { return false }
    guard let fuel, let others = other.fuel else { return true }
    return fuel >= others
  }
}
