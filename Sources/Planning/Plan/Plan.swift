public import Coverage
public import Interception
internal import Radar
public import Response
public import Scenario
internal import Units

/// The results of a scenario: what is seen, who can be where in time, and what its purchases would change.
///
/// Everything that tables, files, maps and pages show is derived from this value and from nothing else. Without terrain
/// the Earth is smooth and hides only what lies behind its bulge, so that coverage, warnings and windows are
/// estimates; with terrain they are those of the line of sight over it.
public struct Plan: Sendable {
  /// What was asked. What was not asked is empty here, and costs nothing.
  public struct Parts: OptionSet, Sendable, Hashable {
    /// One bit for each part.
    public let rawValue: Int
    /// The parts of some bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// ``Plan/responses``; needs neither terrain nor flights.
    public static let responses = Parts(rawValue: 1)
    /// ``Plan/flights``, ``Plan/requiredDetections``, ``Plan/outcome`` and ``PlanTerrain/routes``.
    public static let flights = Parts(rawValue: 2)
    /// ``Plan/coverage`` and ``PlanTerrain/picture``.
    public static let coverage = Parts(rawValue: 4)
    /// ``Plan/options``: the other parts, for every purchase of the scenario.
    public static let purchases = Parts(rawValue: 8)
    /// ``Plan/reach``, where the scenario asks for it.
    public static let reach = Parts(rawValue: 16)
    /// Everything.
    public static let all: Parts = [.responses, .flights, .coverage, .purchases, .reach]
    /// Whether coverage is computed.
    var looks: Bool { !isDisjoint(with: [.flights, .coverage]) }
  }

  /// What was planned.
  public let scenario: Scenario
  /// The question.
  public let parts: Parts
  /// The purchase that counts as made; nil for the existing radars only.
  public let purchase: Scenario.Purchase?
  /// The network that was planned with, as it sees over a smooth Earth: the radars of today in the order of the sites, then those of ``purchase``.
  public let network: SmoothEarthCoverage
  /// What the network sees of ``Scenario/coverageTarget``, band by band.
  public let coverage: CoverageSummary
  /// Every asset to every strip by day and by night: by strip, then asset, then period, in the order of the scenario.
  public let responses: [ResponseTime]
  /// Every flight against every asset, in the order of the scenario.
  public let flights: [FlightWindows]
  /// How far out each strip's most demanding flight must be seen: by strip, then period; strips without flights have none.
  public let requiredDetections: [RequiredDetection]
  /// The result in figures.
  public let outcome: PlanOutcome
  /// The result of each purchase of the scenario, added to the existing radars, in the order of the scenario; the first
  /// entry is the existing network.
  public let options: [PurchaseOption]
  /// What was computed over terrain; nil when the scenario has none.
  public let terrain: PlanTerrain?
  /// How certain it is that the network sees the coverage target over a smooth Earth; nil over terrain, and where nothing is in
  /// doubt.
  package let smoothCertainty: SmoothCertainty?
  /// The proposed purchase; nil when not asked for.
  public let placement: PlanPlacement?
  /// The least-observed routes; nil when they were not asked for.
  public let leak: Leak?
  /// What the assets reach, those of ``purchase`` included; nil where the scenario does not ask for it.
  public let reach: Reach?
  /// What to bear in mind: limits of the models, then the scenario's own warnings; every line once.
  public let warnings: [PlanWarning]

  package init(
    scenario: Scenario, parts: Parts = .all, purchase: Scenario.Purchase?, network: SmoothEarthCoverage,
    coverage: CoverageSummary, responses: [ResponseTime], flights: [FlightWindows],
    requiredDetections: [RequiredDetection], outcome: PlanOutcome, options: [PurchaseOption],
    terrain: PlanTerrain? = nil, smoothCertainty: SmoothCertainty? = nil, placement: PlanPlacement? = nil,
    leak: Leak? = nil, reach: Reach? = nil, warnings: [PlanWarning]
  ) {
    self.reach = reach
    self.smoothCertainty = smoothCertainty
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
    self.placement = placement
    self.leak = leak
    self.warnings = warnings
  }

  /// The plan with the questions that were asked besides, and what the routes ask to bear in mind.
  func with(_ placement: PlanPlacement?, _ leak: Leak?) -> Plan {
    Plan(
      scenario: scenario, parts: parts, purchase: purchase, network: network, coverage: coverage, responses: responses,
      flights: flights, requiredDetections: requiredDetections, outcome: outcome, options: options, terrain: terrain,
      smoothCertainty: smoothCertainty, placement: placement, leak: leak, reach: reach,
      warnings: warnings
        + (leak?.warnings ?? []).filter { new in !warnings.contains { $0.text == new.text } }.map { PlanWarning($0) })
  }
}
