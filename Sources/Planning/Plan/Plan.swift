public import Coverage
public import Interception
internal import Radar
public import Response
public import Scenario

/// What a scenario comes to: what is seen, who can be where in time, and what its purchases would change.
///
/// Everything that tables, files, maps and pages show is derived from this value and from nothing else. Without terrain
/// the Earth is smooth and hides nothing but what lies behind its bulge, so that coverage, warnings and windows are
/// estimates; with terrain they are those of the line of sight over it.
public struct Plan: Sendable {
  /// What was asked. What was not asked is empty here, and costs nothing.
  public struct Parts: OptionSet, Sendable, Hashable {
    /// One bit for each part.
    public let rawValue: Int
    /// The parts of some bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// ``Plan/responses``: neither terrain nor flights are looked at.
    public static let responses = Parts(rawValue: 1)
    /// ``Plan/flights``, ``Plan/requiredDetections``, ``Plan/outcome`` and ``PlanTerrain/routes``.
    public static let flights = Parts(rawValue: 2)
    /// ``Plan/coverage`` and ``PlanTerrain/picture``.
    public static let coverage = Parts(rawValue: 4)
    /// ``Plan/options``: what else is asked, for every purchase of the scenario.
    public static let purchases = Parts(rawValue: 8)
    /// Everything.
    public static let all: Parts = [.responses, .flights, .coverage, .purchases]
    /// Whether coverage is computed.
    var looks: Bool { !isDisjoint(with: [.flights, .coverage]) }
  }

  /// What was planned.
  public var scenario: Scenario
  /// What was asked.
  public var parts: Parts
  /// The purchase that counts as made; nil when only the radars that stand today count.
  public var purchase: Scenario.Purchase?
  /// The network that was planned with, as it sees over a smooth Earth: the radars of today in the order of the sites, then those of ``purchase``.
  public var network: SmoothEarthCoverage
  /// What the network sees of ``Scenario/coverageTarget``, band by band.
  public var coverage: CoverageSummary
  /// Every asset to every strip by day and by night: by strip, then asset, then period, in the order of the scenario.
  public var responses: [ResponseTime]
  /// Every flight against every asset, in the order of the scenario.
  public var flights: [FlightWindows]
  /// How far out each strip's most demanding flight must be seen: by strip, then period; strips without flights have none.
  public var requiredDetections: [RequiredDetection]
  /// What it comes to in figures.
  public var outcome: PlanOutcome
  /// What each purchase of the scenario would come to, added to the radars of today, in the order of the scenario; the
  /// first entry is today's network without any.
  public var options: [PurchaseOption]
  /// What was computed over terrain; nil when the scenario has none.
  public var terrain: PlanTerrain?
  /// What the plan proposes to buy; nil when it was not asked.
  public var placement: PlanPlacement?
  /// The ways in that are seen least; nil when they were not asked for.
  public private(set) var leak: Leak?
  /// What to bear in mind, for people: limits of the models, then the scenario's own warnings; every line once.
  public var warnings: [String]

  /// A plan from its parts; ``run(_:parts:purchase:workers:terrain:progress:)`` makes one from a scenario.
  public init(
    scenario: Scenario, parts: Parts = .all, purchase: Scenario.Purchase?, network: SmoothEarthCoverage,
    coverage: CoverageSummary,
    responses: [ResponseTime], flights: [FlightWindows], requiredDetections: [RequiredDetection], outcome: PlanOutcome,
    options: [PurchaseOption], terrain: PlanTerrain? = nil, warnings: [String]
  ) {
    self.terrain = terrain
    self.scenario = scenario
    self.parts = parts
    self.purchase = purchase
    self.network = network
    self.coverage = coverage
    self.responses = responses
    self.flights = flights
    self.requiredDetections = requiredDetections
    self.outcome = outcome
    self.options = options
    self.warnings = warnings
  }

  /// Adds the least-observed routes past the plan's network, and what they ask to bear in mind.
  public mutating func add(_ leak: Leak) {
    self.leak = leak
    warnings += leak.notes.filter { !warnings.contains($0) }
  }
}
