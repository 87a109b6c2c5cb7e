internal import Coverage
internal import Geodesy
internal import Placement
public import Planning
internal import Radar
internal import Scenario
internal import Units

/// A list of radars to buy as tables, summary and JSON.
public struct SitingReport: Sendable {
  /// What was asked: today's assets.
  public var asked: SitingProblem
  /// The purchase that counts as made before; nil: today's radars are all that stands.
  var base: Scenario.Purchase?
  /// What was found.
  public var package: SitingPackage
  /// The problem with the measures that were found taken.
  public var problem: SitingProblem { package.problem }
  /// The radars that were found.
  public var list: SitingList { package.list }
  /// What today's radars come to, and the list in addition to them, as a plan counts.
  public var outcomes: (today: SitingSurvey.Outcome, list: SitingSurvey.Outcome)
  /// The same budget at low, base and high prices.
  public var byPrice: [SitingPackage]
  /// The list without each radar.
  public var losses: [RadarLoss]
  /// Other budgets; empty when none was asked for.
  public var sweep: [BudgetStep]

  /// Purchases over years; empty when none were asked for.
  public var stages: [SitingStage]
  /// Plans of others; empty when none were named.
  public var verdicts: [PlanVerdict]

  /// How long parts of a run took.
  public struct Times: Sendable, Hashable {
    /// Computing what each radar sees.
    public var look: Duration
    /// All searches, with the models that they search.
    public var search: Duration

    /// Times of a run.
    public init(look: Duration, search: Duration) { (self.look, self.search) = (look, search) }
  }

  /// How long the run took; nil when that is not to be reported.
  public var times: Times?

  /// A report.
  public init(
    asked: SitingProblem, package: SitingPackage, byPrice: [SitingPackage] = [], losses: [RadarLoss] = [],
    sweep: [BudgetStep] = [], stages: [SitingStage] = [], verdicts: [PlanVerdict] = []
  ) {
    self.asked = asked
    self.package = package
    outcomes = (
      asked.survey.outcome(of: []), package.problem.survey.outcome(of: package.list.items.map(\.index))
    )
    self.byPrice = byPrice
    self.losses = losses
    self.sweep = sweep
    self.stages = stages
    self.verdicts = verdicts
  }

  /// What a plan proposes.
  init(_ placement: PlanPlacement) {
    self.init(
      asked: placement.asked, package: placement.package, losses: placement.losses, sweep: placement.sweep)
    base = placement.base
  }

  /// Decimals of values on the console; shares are parts of 1.
  var decimals: Int { problem.objective.goal == .fairestCover ? 4 : 2 }
  var currency: String { package.budget.currency }

  /// The purchases in the order in which to buy them.
  public var table: ReportTable {
    let unit = problem.objective.unit
    var table = ReportTable([
      .shown("order", "#"), .shown("site", "site"), .fileOnly("site_name"), .shown("type", "type"),
      .fileOnly("type_name"), .fileOnly("latitude", decimals: 6), .fileOnly("longitude", decimals: 6),
      .shown("price_m", "price", "\(currency) M", decimals: 6, console: 2),
      .shown("gain", "gain", unit, decimals: 6, console: decimals),
      .shown("gain_per_million", "gain per", "million", decimals: 6, console: decimals + 1),
      .shown("cost_so_far_m", "cost so far", "\(currency) M", decimals: 6, console: 2),
      .shown("covered_so_far", "so far", unit, decimals: 6, console: decimals),
    ])
    for (index, item) in list.items.enumerated() {
      let (site, type, step) = (item.option.site, item.option.type, item.step)
      table.append([
        .integer(index + 1), .text(site.id), .text(site.name), .text(type.id), .text(type.name),
        .number(site.position.latitudeDegrees), .number(site.position.longitudeDegrees), .number(step.cost / 1e6),
        .number(step.gain), .optional(step.gainPerCost.map { $0 * 1e6 }), .number(step.costSoFar / 1e6),
        .number(step.coveredSoFar),
      ])
    }
    return table
  }

  /// The same budget at low, base and high prices.
  public var priceTable: ReportTable {
    var table = ReportTable([
      .shown("price", "prices"), .shown("cost_m", "cost", "\(currency) M", decimals: 6, console: 2),
      .shown("value", "value", problem.objective.unit, decimals: 6, console: decimals),
      .shown("bound", "bound", problem.objective.unit, decimals: 6, console: decimals),
      .shown("gap_percent", "gap", "%", decimals: 4, console: 2), .shown("radars", "radars"),
      .shown("list", "list"), searchColumn(byPrice.map(\.list.answer.status)),
    ])
    for package in byPrice {
      let list = package.list
      table.append([
        .text(list.price.rawValue), .number(package.cost.millions), .optional(list.answer.value),
        .optional(list.answer.bound), .optional(list.answer.gap.map { $0 * 100 }), .integer(list.items.count),
        .text(Self.names(of: package)), .text(list.answer.status.rawValue),
      ])
    }
    return table
  }

  /// How each row's search ended: on the console where not all are proven.
  func searchColumn(_ ends: [PlacementAnswer.Status]) -> ReportTable.Column {
    ends.allSatisfy { $0 == .optimal } ? .fileOnly("search") : .shown("search", "search")
  }

  /// Other budgets.
  public var sweepTable: ReportTable {
    var table = ReportTable([
      .shown("budget_m", "budget", "\(currency) M", decimals: 6, console: 2),
      .shown("cost_m", "cost", "\(currency) M", decimals: 6, console: 2),
      .shown("value", "value", problem.objective.unit, decimals: 6, console: decimals),
      .shown("bound", "bound", problem.objective.unit, decimals: 6, console: decimals),
      .shown("detected_per_day", "detected", "a day", decimals: 3, console: 1),
      .shown("tracked_per_day", "tracked", "a day", decimals: 3, console: 1),
      .shown("met_per_day", "met", "a day", decimals: 3, console: 1), .shown("knee", "knee"),
      .shown("radars", "radars"), .fileOnly("list"), searchColumn(sweep.map(\.list.answer.status)),
    ])
    for step in sweep {
      table.append([
        .number(step.package.budget.millions), .number(step.package.cost.millions), .optional(step.list.answer.value),
        .optional(step.list.answer.bound), .number(step.outcome.detectedPerDay), .number(step.outcome.trackedPerDay),
        .number(step.outcome.metPerDay),
        .flag(step.isKnee), .integer(step.list.items.count),
        .text(Self.names(of: step.package)), .text(step.list.answer.status.rawValue),
      ])
    }
    return table
  }

  /// The list without each radar.
  public var lossTable: ReportTable {
    var table = ReportTable([
      .shown("radar", "without"), .shown("type", "type"), .shown("status", ""),
      .shown("value", "value", problem.objective.unit, decimals: 6, console: decimals),
      .shown("detected_per_day", "detected", "a day", decimals: 3, console: 1),
      .shown("tracked_per_day", "tracked", "a day", decimals: 3, console: 1),
      .shown("met_per_day", "met", "a day", decimals: 3, console: 1),
    ])
    for loss in losses {
      table.append([
        .text(loss.station.id), .text(loss.station.type.id), .text(loss.isExisting ? "existing" : "bought"),
        .optional(loss.value), .number(loss.outcome.detectedPerDay), .number(loss.outcome.trackedPerDay),
        .number(loss.outcome.metPerDay),
      ])
    }
    return table
  }

  /// Measures, then radars.
  static func names(of package: SitingPackage) -> String {
    (package.measures.map(\.id) + package.list.items.map(\.option.id)).joined(separator: ", ")
  }
}
