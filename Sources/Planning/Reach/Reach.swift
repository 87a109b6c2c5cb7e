public import Geodesy
public import Response
internal import Scenario
internal import Units

/// What assets reach, how soon, and what is lost without each base.
///
/// Times count from the order to the arrival, as in ``ResponseTime``: readiness, departure, flight and landing, with the limits of
/// fuel, ceiling and hover. A helicopter lands at a place, an aeroplane circles over it; at strips as their length allows.
public struct Reach: Sendable {
  /// What was asked, with ascending limits.
  public let question: ReachQuestion
  /// The cells.
  public let area: ReachArea
  /// Cells whose ground is unknown: outside the terrain or in a void; they are reached by no one. All false without terrain.
  public let isUnknown: [Bool]
  /// Whether the scenario has terrain: else ceilings and hover are not checked in the cells.
  public let hasTerrain: Bool
  /// Minutes to every cell: all together, then each base, then each asset, by day before by night.
  public let fields: [ReachField]
  /// What is reached within each limit: by field, then limit.
  public let shares: [Share]
  /// Who is first at each strip and demand point.
  public let places: [PlaceReach]
  /// What is lost without each base: by base, then period, then limit.
  public let losses: [Loss]
  /// Bases that have assets which were asked for, in the order of the scenario.
  public let bases: [Base]
  /// Assets that were asked for, in the order of the scenario.
  public let assets: [Asset]
  /// What was assumed where nothing is stated, in words.
  public let assumed: [String]
  /// What to bear in mind, in words.
  public let notes: [String]

  /// A part of a whole that is reached.
  public struct Part: Sendable, Hashable {
    /// What is reached.
    public var reached: Double
    /// All.
    public var total: Double
    /// The share, 0 to 1; nil of nothing.
    public var share: Double? { total > 0 ? min(reached / total, 1) : nil }
  }

  /// What a subject reaches within a limit.
  public struct Share: Sendable, Hashable {
    /// Whose reach.
    public var subject: ReachSubject
    /// By day or by night.
    public var period: Period
    /// Time from the order.
    public var limit: Duration
    /// Of the area, m²: unknown ground counts to the whole and is not reached.
    public var area: Part
    /// Of the weights of demand points.
    public var demand: Part
    /// Of the strips.
    public var strips: Part
  }

  /// A strip or a demand point.
  public enum Place: Sendable, Hashable {
    /// A strip.
    case strip(Strip)
    /// A demand point.
    case demand(DemandPoint)

    /// `strip` or `demand_point`.
    public var kind: String {
      switch self {
      case .strip: "strip"
      case .demand: "demand_point"
      }
    }
    /// Its id.
    public var id: String {
      switch self {
      case .strip(let strip): strip.id
      case .demand(let point): point.id
      }
    }
    /// Its name.
    public var name: String {
      switch self {
      case .strip(let strip): strip.name
      case .demand(let point): point.name
      }
    }
    /// Where it is.
    public var position: Position {
      switch self {
      case .strip(let strip): strip.position
      case .demand(let point): point.position
      }
    }
    /// The weight of a demand point; nil for a strip.
    public var weight: Double? { if case .demand(let point) = self { point.weight } else { nil } }
    /// The words of ``kind``.
    public static let kinds = ["strip", "demand_point"]
  }

  /// An asset's arrival at a place.
  public struct Arrival: Sendable, Hashable {
    /// Who.
    public var asset: Asset
    /// From the order.
    public var time: Duration
  }

  /// Who is first at a place in a period.
  public struct PlaceReach: Sendable, Hashable {
    /// Where.
    public var place: Place
    /// By day or by night.
    public var period: Period
    /// The first to arrive; nil where none does. Of equal ones that which stands first in the scenario.
    public var first: Arrival?
    /// The first from another base than that of ``first``: who comes when that base is out.
    public var second: Arrival?
    /// Whether the ground there is unknown, so that nobody is known to reach it.
    public var isUnknown: Bool
    /// The least limit that the first keeps; nil for none.
    public var limit: Duration?

    /// By how much the time grows without the best base; nil where nobody else comes.
    public var growth: Duration? { first.flatMap { first in second.map { $0.time - first.time } } }
  }

  /// What is lost within a limit when a base is out.
  public struct Loss: Sendable, Hashable {
    /// The base that is out.
    public var base: Base
    /// By day or by night.
    public var period: Period
    /// Time from the order.
    public var limit: Duration
    /// What the other bases reach of the area.
    public var area: Part
    /// What they no longer reach of it, m².
    public var lostArea: Double
    /// What the other bases reach of the weights of demand points.
    public var demand: Part
    /// What they no longer reach of it.
    public var lostDemand: Double
    /// What the other bases reach of the strips.
    public var strips: Part
    /// Strips and demand points that fall beyond the limit.
    public var fallen: [Fallen]
    /// Those of them that are strips, by their ids.
    public var lostStrips: [String] { ids("strip") }
    /// Those of them that are demand points.
    public var lostPoints: [String] { ids("demand_point") }

    private func ids(_ kind: String) -> [String] { fallen.filter { $0.place.kind == kind }.map(\.place.id) }
  }

  /// A place that falls beyond a limit.
  public struct Fallen: Sendable, Hashable {
    /// Where.
    public var place: Place
    /// With the base.
    public var before: Duration
    /// Without it; nil where nobody else comes.
    public var after: Duration?
  }

  /// The field of a subject in a period; nil where there is none.
  public func field(_ subject: ReachSubject, _ period: Period) -> ReachField? {
    fields.first { $0.subject == subject && $0.period == period }
  }
}
