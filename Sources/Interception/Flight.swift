public import Coverage
public import Geodesy
public import Response
public import Units

/// A point of a route.
public struct Waypoint: Sendable, Hashable {
  /// Where.
  public var position: Position
  /// How high the aircraft is there; between waypoints the height changes linearly with distance.
  public var altitude: Altitude

  /// A point of a route.
  public init(position: Position, altitude: Altitude) {
    self.position = position
    self.altitude = altitude
  }
}

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

/// What passes between the first echo and the order to take off, and for how long a track outlasts the last echo.
public struct AlertChain: Sendable, Hashable {
  /// How long a target must be seen without a break before it is a track.
  public var confirmation: Duration
  /// From the track to the order.
  public var decision: Duration
  /// How long a track is kept after the last sight of the aircraft.
  public var trackMemory: Duration

  /// The track memory of a scenario that states none: twelve scans of a 10 s radar.
  public static let defaultTrackMemory = Duration.minutes(2)

  /// The delays.
  public init(confirmation: Duration, decision: Duration, trackMemory: Duration = AlertChain.defaultTrackMemory) {
    self.confirmation = confirmation
    self.decision = decision
    self.trackMemory = trackMemory
  }
}

/// The hours of daylight in local time, from begin to end; everything else is night.
public struct Daylight: Sendable, Hashable {
  /// First light, since midnight.
  public var begin: Duration
  /// Last light, since midnight; before ``begin`` when the day runs over midnight of the clock used.
  public var end: Duration

  /// The hours of daylight.
  public init(begin: Duration, end: Duration) {
    self.begin = begin
    self.end = end
  }
}
