public import Geodesy
public import Response
public import Scenario
public import Units

/// What is asked of the reach of assets; ``Reach`` is the answer.
public struct ReachQuestion: Sendable {
  /// A rectangle in degrees.
  public struct Box: Sendable, Hashable {
    /// Its corner of least latitude, where it begins in the west.
    public var southWest: Position
    /// Its corner of greatest latitude, where it ends in the east.
    public var northEast: Position

    /// A rectangle; it goes east from the first corner, over the antimeridian where it must.
    public init(southWest: Position, northEast: Position) {
      self.southWest = southWest
      self.northEast = northEast
    }
  }

  /// Times from the order within which places count as reached; ascending in the answer.
  public var limits: [Duration]
  /// By day, by night or both, each once.
  public var periods: [Period]
  /// The ids of the assets that count; nil for all.
  public var assets: Set<String>?
  /// Side of a cell; nil: by the size of the area.
  public var step: Length?
  /// The area; nil: the region of interest, or else the box around bases, strips and demand points.
  public var box: Box?
  /// Whether flights go over the terrain; otherwise along geodesics.
  public var isRouted: Bool
  /// The purchase whose measures count as taken; nil for today's assets.
  public var purchase: Scenario.Purchase?
  /// Most cells of a raster.
  public var mostCells: Int
  /// Whether flights over the terrain are sought on fewer posts and at fewer altitudes, as a plan does: their times are later
  /// as a rule, and never sooner than can be flown.
  public var isQuick: Bool

  /// A question, with what the scenario says where nothing is stated.
  public init(
    of scenario: Scenario, limits: [Duration]? = nil, periods: [Period] = Period.allCases, assets: Set<String>? = nil,
    step: Length? = nil, box: Box? = nil, isRouted: Bool? = nil, purchase: Scenario.Purchase? = nil,
    mostCells: Int = 1_000_000, isQuick: Bool = false
  ) {
    self.limits = limits ?? scenario.reach?.limits ?? ReachSettings.usualLimits
    self.periods = periods
    self.assets = assets
    self.step = step ?? scenario.reach?.step
    self.box = box
    self.isRouted = isRouted ?? scenario.reach?.isRouted ?? (scenario.routing != nil)
    self.purchase = purchase
    self.mostCells = mostCells
    self.isQuick = isQuick
  }
}
