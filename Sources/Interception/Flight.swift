public import Coverage
public import Response
public import Units

/// One expected flight: in along a route, minutes on a strip, out along a route.
public struct Flight: Sendable, Hashable {
  /// Key.
  public var id: String
  /// Name for people.
  public var name: String
  /// What it flies.
  public var aircraft: Aircraft
  /// What a radar sees of it.
  public var target: Target
  /// Where it lands.
  public var strip: Strip
  /// From the origin to the strip, both included; at least two points.
  public var inbound: [Waypoint]
  /// From the strip to the exit, both included; at least two points.
  public var outbound: [Waypoint]
  /// Ground speed along the routes.
  public var speed: Speed
  /// When it leaves its origin: local time since midnight. May be negative or above 24 h.
  public var departure: Duration
  /// Time on the strip.
  public var groundTime: Duration
  /// How many such flights a day: a weight. Whatever it is, the flight takes one aircraft that responds to it (``Roster``).
  public var perDay: Double

  /// A flight.
  public init(
    id: String, name: String, aircraft: Aircraft, target: Target, strip: Strip, inbound: [Waypoint],
    outbound: [Waypoint], speed: Speed, departure: Duration, groundTime: Duration, perDay: Double
  ) {
    self.id = id
    self.name = name
    self.aircraft = aircraft
    self.target = target
    self.strip = strip
    self.inbound = inbound
    self.outbound = outbound
    self.speed = speed
    self.departure = departure
    self.groundTime = groundTime
    self.perDay = perDay
  }
}
