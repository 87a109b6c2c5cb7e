public import Units

/// What an aircraft can do by altitude, as far as it is stated; what is not is not checked, except where it is asked for
/// beyond what a table holds: there it is unknown.
///
/// Altitudes of tables are density altitudes: manuals give them by pressure altitude in the standard atmosphere, where the
/// two are one.
public struct Performance: Sendable, Hashable {
  /// True airspeed in cruise by density altitude; nil: ``Aircraft/cruise`` at every altitude.
  public var cruise: AltitudeTable<Speed>?
  /// The altitude of the cruise above mean sea level; nil when not stated.
  public var cruiseAltitude: Length?
  /// Rate of climb by density altitude.
  public var climb: AltitudeTable<Speed>?
  /// Rate of descent by density altitude.
  public var descent: AltitudeTable<Speed>?
  /// Hover ceilings.
  public var hover: HoverLimits?
  /// How it must be able to hover where it lands: out of ground effect over trees and slopes, in it on open flat ground.
  public var landingHover: GroundEffect?
  /// Mass on the mission, for the hover; nil: ``maximumMass``, else the heaviest that the hover tables know.
  public var missionMass: Mass?
  /// Greatest take-off mass.
  public var maximumMass: Mass?
  /// Highest place, above mean sea level, at which the engines may be shut down, since they may not start again above it.
  public var engineStopLimit: Length?
  /// Runway that an aeroplane needs by density altitude; nil: ``Aircraft/requiredRunway`` everywhere.
  public var runway: AltitudeTable<Length>?
  /// Fuel, from which the endurance follows where none is stated.
  public var fuel: FuelSupply?
  /// Lowest legal height above the terrain by day; nil when not stated.
  public var minimumHeightByDay: Length?
  /// Lowest legal height above the terrain by night; nil when not stated.
  public var minimumHeightByNight: Length?
  /// Where the figures come from, those of a table in the order of its rows.
  public var sources: [PerformanceFigure: [FigureSource]]

  /// Nothing known.
  public init() { sources = [:] }

  /// The lowest legal height above the terrain in a period; nil when not stated.
  public func minimumHeight(by period: Period) -> Length? {
    period == .day ? minimumHeightByDay : minimumHeightByNight
  }

  /// The mass for which the hover is looked up: the stated one, else the greatest that may take off, else the heaviest that
  /// the hover tables know; nil when none is known.
  public var hoverMass: Mass? {
    missionMass ?? maximumMass
      ?? GroundEffect.allCases.compactMap { hover?.table($0)?.rows.last?.mass }.max()
  }

  /// How it must be able to hover where it lands; where that is not stated, out of ground effect when that table is known,
  /// else in it. Nil without hover tables.
  public var hoverNeeded: GroundEffect? {
    guard let hover, !hover.isEmpty else { return nil }
    return landingHover ?? (hover.outOfGroundEffect == nil ? .inside : .outside)
  }

  /// Whether it is out of the question, possible or unknown to hover as a landing at a density altitude needs; nil without
  /// hover tables.
  public func landing(at densityAltitude: Length?) -> HoverAnswer? {
    guard let hover, let effect = hoverNeeded, let mass = hoverMass else { return nil }
    let can = densityAltitude.flatMap { hover.canHover(effect, mass, at: $0) }
    return HoverAnswer(
      effect: effect, mass: mass, densityAltitude: densityAltitude, ceiling: hover.table(effect)?.ceiling(at: mass),
      isPossible: can)
  }
}

/// Whether a helicopter hovers at a place, and the figures behind the answer.
public struct HoverAnswer: Sendable, Hashable {
  /// In or out of ground effect.
  public var effect: GroundEffect
  /// Its mass.
  public var mass: Mass
  /// Of the place; nil when unknown.
  public var densityAltitude: Length?
  /// The hover ceiling at this mass, a density altitude; nil when unknown.
  public var ceiling: Length?
  /// Whether it hovers there; nil when unknown.
  public var isPossible: Bool?
}
