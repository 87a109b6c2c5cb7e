public import Units

/// One entry of an aircraft catalogue.
public struct Aircraft: Sendable, Hashable {
  /// How it flies.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Lands on any strip.
    case helicopter
    /// Lands where the strip is long enough, and is overhead elsewhere.
    case aeroplane
  }

  /// The key by which assets and flights name it.
  public var id: String
  /// Name for people.
  public var name: String
  /// Helicopter or aeroplane.
  public var kind: Kind
  /// True airspeed in cruise.
  public var cruise: Speed
  /// From take-off power to cruise: what start, taxi and climb cost over a flight at cruise from the first second.
  public var departureAllowance: Duration
  /// From cruise overhead to people on the ground.
  public var landingAllowance: Duration
  /// Time in the air on full fuel, reserve included; nil when unknown (then endurance is not checked, with a warning).
  public var endurance: Duration?
  /// Fuel time that is never planned away.
  public var reserve: Duration
  /// Highest strip elevation it can use or altitude it can fly at; nil when not stated.
  public var ceiling: Length?
  /// Shortest runway an aeroplane lands on; nil: it does not land on strips. No meaning for a helicopter.
  public var requiredRunway: Length?
  /// Radar cross-section; needed of an aircraft that flights use.
  public var crossSection: Area?
  /// What it transmits of itself.
  public var transponder: Transponder
  /// What it can do by altitude, and where that is stated from; nil when nothing of it is stated.
  public var performance: Performance?
  /// Whether it flies with a transponder switched on.
  public var hasTransponder: Bool { transponder.answers }

  /// A catalogue entry.
  public init(
    id: String, name: String, kind: Kind, cruise: Speed, departureAllowance: Duration, landingAllowance: Duration,
    endurance: Duration?, reserve: Duration, ceiling: Length? = nil, requiredRunway: Length? = nil,
    crossSection: Area? = nil, hasTransponder: Bool = false
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.cruise = cruise
    self.departureAllowance = departureAllowance
    self.landingAllowance = landingAllowance
    self.endurance = endurance
    self.reserve = reserve
    self.ceiling = ceiling
    self.requiredRunway = requiredRunway
    self.crossSection = crossSection
    transponder = hasTransponder ? .answering : .none
  }
}

extension Aircraft {
  /// How far it has flown some time after take-off, start and climb included; zero while it still climbs.
  package func distanceFlown(in time: Duration) -> Length {
    .metres(max(cruise.metresPerSecond * (time - departureAllowance).inSeconds, 0))
  }
}
