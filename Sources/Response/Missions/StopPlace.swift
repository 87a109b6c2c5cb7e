public import Geodesy
public import Units

/// A place where responding aircraft land on their way: for fuel, or to hand over whom they carry.
public struct StopPlace: Sendable, Hashable {
  /// Identifier, unique among the places of its kind.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where it is.
  public var position: Position
  /// Elevation above mean sea level; nil when unknown: helicopters whose hover is checked do not land there then.
  public var elevation: Length?
  /// Usable length of its runway; nil when unknown: then the landing of aeroplanes is not checked.
  public var runway: Length?
  /// Which aircraft it serves.
  public var kinds: Set<Aircraft.Kind>
  /// When it is open, from the landing to the end of the stay; nil: always.
  public var hours: DailyHours?
  /// From the landing until the aircraft may start again.
  public var stay: Duration

  /// A place that serves every aircraft at all hours.
  public init(id: String, name: String, position: Position, elevation: Length?, runway: Length? = nil, stay: Duration) {
    self.id = id
    self.name = name
    self.position = position
    self.elevation = elevation
    self.runway = runway
    self.stay = stay
    kinds = Set(Aircraft.Kind.allCases)
  }

  /// A base as such a place.
  public init(_ base: Base, stay: Duration) {
    self.init(
      id: base.id, name: base.name, position: base.position, elevation: base.elevation, runway: base.runway, stay: stay)
  }

  /// The place as a destination, for what the aircraft and the air allow.
  var strip: Strip {
    Strip(id: id, name: name, position: position, elevation: elevation, length: runway, isApproximate: false)
  }
}

/// Why a place does not serve a mission.
public enum StopRefusal: String, Sendable, Hashable, CaseIterable {
  /// It does not serve aircraft of the kind.
  case kind
  /// It lies above the ceiling, or its air is too thin.
  case ceiling
  /// The helicopter cannot hover there, or is not known to.
  case hover
  /// Its runway is shorter than the aeroplane needs.
  case runway
  /// It is closed when the aircraft is there.
  case closed
  /// The fuel does not last for the way there and on, or no way leads there.
  case fuel
}

extension StripConditions {
  /// Why an aircraft cannot use a place, whenever it comes; nil where nothing is known that keeps it away.
  static func refusal(of place: StopPlace, to asset: Asset, by period: Period, at time: Duration) -> StopRefusal? {
    let aircraft = asset.aircraft
    guard place.kinds.contains(aircraft.kind) else { return .kind }
    if let ceiling = aircraft.ceiling, let elevation = place.elevation, elevation > ceiling { return .ceiling }
    let conditions = StripConditions(asset: asset, strip: place.strip, period: period, time: time)
    for obstacle in conditions.obstacles {
      switch obstacle {
      case .thinAir(_, _, _, isCruise: false): return .ceiling
      case .hover: return .hover
      default: continue
      }
    }
    if aircraft.kind == .aeroplane, let needed = conditions.runwayNeeded, let runway = place.runway, runway < needed {
      return .runway
    }
    return nil
  }
}
