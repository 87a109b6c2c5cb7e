public import GeoFiles
public import Planning
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

  /// A report of what is proposed.
  public init(_ placement: PlanPlacement) {
    let package = placement.package
    asked = placement.asked
    base = placement.base
    self.package = package
    outcomes = (
      placement.asked.survey.outcome(of: []), package.problem.survey.outcome(of: package.list.items.map(\.index))
    )
    byPrice = placement.byPrice
    losses = placement.losses
    sweep = placement.sweep
    stages = placement.stages
    verdicts = placement.verdicts
  }

  /// Decimals of values on the console; shares are parts of 1.
  var decimals: Int { problem.objective.isShare ? 4 : 2 }
  var currency: String { package.budget.currency }

  /// The records of its tables.
  private var records: SitingRecords {
    SitingRecords(currency: currency, unit: problem.objective.unit, decimals: decimals)
  }

  private var purchases: [PurchaseRow] {
    list.items.enumerated().map { PurchaseRow(order: $0 + 1, option: $1.option, step: $1.step) }
  }

  /// The purchases in the order in which to buy them.
  public var table: ReportTable { records.purchase.table(purchases) }

  /// The chosen sites as a layer of points.
  public var layer: OutputLayer {
    records.purchase.layer(
      "purchases", "The radars to buy, in order", .points, purchases.map { ($0, .point($0.option.site.position)) })
  }

  /// The measures to take, and what the same radars come to without each.
  public var measureTable: ReportTable {
    records.measure.table(
      package.measures.map { measure in
        let rest = package.measures.filter { $0.id != measure.id }
        let without = try? asked.value(of: list.items.map(\.index), taking: rest)
        return MeasureRow(measure: measure, without: without)
      })
  }

  /// The same budget at low, base and high prices.
  public var priceTable: ReportTable { records.price(byPrice).table(byPrice) }

  /// Other budgets.
  public var sweepTable: ReportTable { records.budget(sweep).table(sweep) }

  /// The list without each radar.
  public var lossTable: ReportTable { records.loss.table(losses) }

  /// Purchases over years.
  public var stageTable: ReportTable {
    records.stage(stages).table(stages.enumerated().map { (year: $0 + 1, stage: $1) })
  }

  /// Plans of others, compared with the best list for their cost.
  public var verdictTable: ReportTable { records.verdict(verdicts).table(verdicts) }

  /// Measures, then radars.
  static func names(of package: SitingPackage) -> String {
    (package.measures.map(\.id) + package.list.items.map(\.option.id)).joined(separator: ", ")
  }
}
