public import Geodesy
public import Units

/// A response from its base to the strip and home again, leg by leg.
public struct Mission: Sendable, Hashable {
  /// What is at the end of a leg.
  public enum End: String, Sendable, Hashable, CaseIterable {
    /// Fuel.
    case refuelling
    /// The strip.
    case strip
    /// Those who take over whom the aircraft carries.
    case handOver = "hand_over"
    /// Its base.
    case base
  }

  /// A flight from one place to the next.
  public struct Leg: Sendable, Hashable {
    /// What is at its end.
    public var end: End
    /// Id of the place at its end.
    public var placeID: String
    /// Name of the place at its end.
    public var placeName: String
    /// Where it begins.
    public var from: Position
    /// Where it ends.
    public var to: Position
    /// Start and climb; zero where the aircraft is in the air, and where it stays where it is.
    public var departure: Duration
    /// Flight at cruise.
    public var cruise: Duration
    /// From overhead to the ground; zero where it stays overhead or where it is.
    public var landing: Duration
    /// What is flown over the ground: the geodesic, or the route.
    public var distance: Length
    /// The route over terrain; nil on a straight line.
    public var route: Route?
    /// From the order to the arrival at its end.
    public var arrival: Duration
    /// The stay there; zero at the base.
    public var stay: Duration
    /// How long the fuel lasts beyond the reserve on arrival, before refuelling; nil where the endurance is unknown.
    public var fuelLeft: Duration?

    /// Start, climb, cruise and landing.
    public var duration: Duration { departure + cruise + landing }
  }

  /// The legs in order, that to the strip and that to the base among them.
  public var legs: [Leg]

  /// The legs that end at the strip or before it.
  public var out: [Leg] { Array(legs.prefix(through: strip)) }
  /// The legs after the strip.
  public var back: [Leg] { Array(legs.dropFirst(strip + 1)) }
  /// The stops for fuel.
  public var stops: [Leg] { legs.filter { $0.end == .refuelling } }
  /// The leg that ends where the aircraft hands over; nil where it does not.
  public var handOver: Leg? { legs.first { $0.end == .handOver } }

  private var strip: Int { legs.firstIndex { $0.end == .strip } ?? legs.count - 1 }

  /// What stops on the way there add: landing, stay and start of each.
  var stopped: Duration {
    out.dropLast().reduce(.zero) { $0 + $1.landing + $1.stay } + out.dropFirst().reduce(.zero) { $0 + $1.departure }
  }

  /// From the end of the stay at the strip to the landing at the base, with every stop on the way.
  var wayBack: Duration {
    back.reduce(.zero) { $0 + $1.duration } + back.dropLast().reduce(.zero) { $0 + $1.stay }
  }
}
