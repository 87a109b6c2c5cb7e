public import Units

/// How long one asset takes from the order to a strip, and whether it can at all.
public struct ResponseTime: Sendable, Hashable {
  /// Why an asset cannot serve a strip.
  public enum Obstacle: Sendable, Hashable {
    /// The way out, the time there and the way back need more than endurance less reserve.
    case endurance(needed: Duration, available: Duration)
    /// The strip lies above the aircraft's ceiling.
    case ceiling(strip: Length, ceiling: Length)
    /// The asset does not fly in this period.
    case notFlown(Period)
    /// The air at the strip or at the altitude of the cruise is thinner than the aircraft's ceiling allows.
    case thinAir(altitude: Length, densityAltitude: Length, ceiling: Length, isCruise: Bool)
    /// It cannot hover at the strip, or it is not known to.
    case hover(HoverAnswer, temperature: Temperature)
    /// The base lies above the highest place at which its engines start again.
    case engineStart(base: Length, limit: Length)
    /// No heading holds the course there or back.
    case wind(course: Angle, wind: WindVector, isBack: Bool)
    /// No legal way leads there over the terrain, or none back.
    case noRoute(RouteFault, isBack: Bool)
    /// The speed at the altitude of the cruise is not known: its table ends before.
    case unknownCruise(densityAltitude: Length)
    /// The fuel does not last, and no place to refuel helps: how many do not, and why.
    case noRefuelling([StopRefusal: Int])
    /// It cannot hand over anywhere and come home: how many places do not serve, and why.
    case noHandOver([StopRefusal: Int])
    /// The runway of the base is shorter than the aeroplane needs at its density altitude.
    case baseRunway(needed: Length, runway: Length, densityAltitude: Length?)
  }

  /// What a crew must know of a strip that is in reach.
  public enum Caution: Sendable, Hashable {
    /// The engines must not be shut down there: they may not start again.
    case enginesRunning(strip: Length, limit: Length)
    /// The aeroplane circles, because the strip is shorter than it needs at its density altitude; nil: the need is unknown.
    case shortRunway(needed: Length?, strip: Length?, densityAltitude: Length?)
    /// Whether the helicopter can hover there is unknown: no hover ceilings are stated for it.
    case unknownHover
    /// Whether the aeroplane can take off from its base is unknown: the length of the runway there, or what it needs.
    case unknownBaseRunway(needed: Length?)
    /// The aeroplane lands, by a rule of thumb that lengthens its runway of sea level for the density altitude of the strip.
    case estimatedRunway(needed: Length, densityAltitude: Length)
    /// The aeroplane lands by a runway that is stated for no altitude; by the rule of thumb one of sea level would be too long
    /// for the strip at its density altitude.
    case uncheckedRunway(stated: Length, needed: Length, densityAltitude: Length)
  }

  /// What the asset does at the strip.
  public enum Arrival: String, Sendable, Hashable, CaseIterable {
    /// Lands there.
    case landing
    /// Circles overhead: it cannot land there.
    case overhead
  }

  /// Who flies.
  public var asset: Asset
  /// Where to.
  public var strip: Strip
  /// By day or by night.
  public var period: Period
  /// Geodesic distance from base to strip.
  public var distance: Length
  /// From the order to take-off; nil when the asset does not fly in this period.
  public var readiness: Duration?
  /// Start, taxi and climb.
  public var departure: Duration
  /// Flight at cruise.
  public var cruise: Duration
  /// From overhead to people on the ground; zero when the aircraft stays overhead.
  public var landing: Duration
  /// Whether it lands or circles.
  public var arrival: Arrival
  /// Everything that stands in the way; empty when the strip is in reach.
  public var obstacles: [Obstacle]
  /// What else a crew must know.
  public var cautions: [Caution] = []
  /// Density altitude of the strip at the time of the order; nil where its elevation is unknown.
  public var densityAltitude: Length?
  /// Temperature of the air at the strip at that time; nil where its elevation is unknown or no air is stated.
  public var temperature: Temperature?
  /// The local time of day whose weather that is: that of the order, or the one that stands for the period; nil where neither
  /// weather nor performance by altitude is stated.
  public var weatherTime: Duration?
  /// Flight at cruise back to the base; nil where it takes as long as the way there, without wind.
  public var cruiseBack: Duration?

  /// How long the fuel lasts beyond the way there, the time at the strip, the way back and the reserve, negative where it does
  /// not; nil where the endurance is unknown.
  public var fuelLeft: Duration?

  /// The whole mission leg by leg, with stops for fuel and the hand-over; nil where it has neither, and where it cannot be
  /// flown.
  public var mission: Mission?

  /// Its flight over the terrain, which ``cruise`` and ``cruiseBack`` are then of; nil where routes are not asked for, and where
  /// the straight line shows already that it is of no use. A way with stops has its routes in ``mission``.
  public var routed: RoutedFlight?
  /// The straight line at cruise, of which ``cruise`` is where nothing is routed.
  public var straightCruise: Duration?

  /// What stops for fuel on the way there add: landing, stay and start of each.
  public var stopped: Duration { mission?.stopped ?? .zero }
  /// Off-blocks to arrival: departure, cruise, stops for fuel and landing.
  public var block: Duration { departure + cruise + stopped + landing }
  /// From the strip back to the base: start and climb where the asset has landed, the same way, landing; with a mission its
  /// legs after the strip and the stays on the way.
  public var wayBack: Duration {
    if let mission { return mission.wayBack }
    return (arrival == .landing ? departure : .zero) + (cruiseBack ?? cruise) + asset.aircraft.landingAllowance
  }
  /// Order to arrival; nil when the asset does not fly in this period, and when the wind does not let it.
  public var total: Duration? { isHeld ? readiness.map { $0 + block } : nil }
  /// Whether a time can be given at all: some heading holds the course there, at a speed that is known.
  var isHeld: Bool {
    obstacles.allSatisfy {
      switch $0 {
      case .wind(_, _, let isBack), .noRoute(_, let isBack): isBack
      case .unknownCruise: false
      default: true
      }
    }
  }
  /// Whether it cannot leave its base, or not fly at the altitude of its cruise: it meets nobody in flight either.
  package var isGrounded: Bool {
    obstacles.contains {
      switch $0 {
      case .engineStart, .baseRunway, .unknownCruise, .thinAir(_, _, _, isCruise: true): true
      default: false
      }
    }
  }
  /// Whether nothing stands in the way.
  public var isReachable: Bool { obstacles.isEmpty }

  /// A response time.
  package init(
    asset: Asset, strip: Strip, period: Period, distance: Length, readiness: Duration?, departure: Duration,
    cruise: Duration, landing: Duration, arrival: Arrival, obstacles: [Obstacle]
  ) {
    self.asset = asset
    self.strip = strip
    self.period = period
    self.distance = distance
    self.readiness = readiness
    self.departure = departure
    self.cruise = cruise
    self.landing = landing
    self.arrival = arrival
    self.obstacles = obstacles
  }
}
