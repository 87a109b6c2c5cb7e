public import GeoFiles
public import Units

/// Two plans side by side: what the second changes against the first.
///
/// As comparison.json, version 2, its keys and units are those of plan.json: `_m`, `_s`, `_km2`. Each figure is an object of
/// `before`, `after` and `change`, null where a plan does not have it. `coverage` lists every height; `flights`, `responses`
/// and `required_detection` list what changes, `*_count` gives how many there are.
///
/// It is made from the plan.json of both, so that plans from other days, machines and scenarios can be compared. Bases,
/// strips, assets, flights and radars are matched by id.
public struct PlanComparison: Sendable {
  /// A figure before and after; nil where a plan does not have it.
  struct Figure: Sendable, Hashable {
    var before: Double?
    var after: Double?

    /// After less before; nil when one of them is missing.
    var change: Double? { after.flatMap { after in before.map { after - $0 } } }
    /// The change of both as they are shown, rounded to a step.
    func change(step: Double) -> Double? {
      func rounded(_ value: Double) -> Double { (value / step).rounded() * step }
      return after.flatMap { after in before.map { rounded(rounded(after) - rounded($0)) } }
    }
    /// Whether they differ as the files write them.
    var isChanged: Bool { before != after }
  }

  /// A word before and after; nil where a plan does not have it.
  struct Pair: Sendable, Hashable {
    var before: String?
    var after: String?
    var isChanged: Bool { before != after }
  }

  /// One of the plans.
  struct Side: Sendable {
    var folder: String
    var scenario: String
    var purchase: String?
    var radars: Int
    var toolVersion: String
  }

  /// A figure of the outcome by its key in plan.json.
  struct OutcomeRow: Sendable {
    var key: String
    var figure: Figure
  }

  /// A requirement of the scenarios; nil for a plan without it.
  struct RequirementRow: Sendable {
    var name: String
    var before, after: PlanRecord.Requirement?
  }

  /// A setting of the scenarios that differs; nil for a plan that does not have it.
  struct SettingRow: Sendable, Hashable {
    var name: String
    var unit: String?
    var value: Pair
  }

  /// The area, in km², that at least so many radars see at a height.
  struct CoverageRow: Sendable {
    var heightMetres: Double
    var radars: Int
    var area: Figure
  }

  /// What becomes of a flight; nil where a plan does not have it.
  struct FlightRow: Sendable {
    var id: String
    var strip: String
    var verdict: Pair
    var bestAsset: Pair
    /// Seconds before landing.
    var warning: Figure
    /// Seconds that the best asset has to spare.
    var slack: Figure

    var isChanged: Bool {
      verdict.isChanged || bestAsset.isChanged || warning.isChanged || slack.isChanged
    }
  }

  /// How long an asset takes from the order to take-off, in seconds; nil where it does not fly.
  struct ReadinessRow: Sendable {
    var asset: String
    var period: String
    var readiness: Figure
  }

  /// How long an asset takes to a strip, in seconds; nil where it is out of reach.
  struct ResponseRow: Sendable {
    var strip: String
    var asset: String
    var period: String
    var total: Figure
  }

  /// How far out along the route flights to a strip must be seen, in metres.
  struct RequiredRow: Sendable {
    var strip: String
    var period: String
    var distance: Figure
  }

  /// The units of what is written for people: those of both plans, metric where they differ.
  public var units: UnitSystem

  let before: Side
  let after: Side
  /// Why figures of the two plans may not be comparable, for people.
  let doubts: [Doubt]
  /// The settings of the scenarios that differ, in the order of the first plan, then of the second.
  let settings: [SettingRow]
  let outcome: [OutcomeRow]
  let requirements: [RequirementRow]
  let radarsAdded: [PlanRecord.Station]
  let radarsRemoved: [PlanRecord.Station]
  /// The measures that only the purchase of one plan takes, by their ids.
  let measuresAdded: [String]
  let measuresRemoved: [String]
  /// The readiness that changes, of assets that both plans have.
  let readiness: [ReadinessRow]
  /// The currency of both prices; nil when there is none, or when they differ.
  let currency: String?
  /// Low, base and high price of what each plan buys; 0 when it buys nothing, nil when unpriced or in another currency.
  let price: (low: Figure, base: Figure, high: Figure)
  let coverage: [CoverageRow]
  let flights: [FlightRow]
  /// The responses that change; ``responseCount`` counts all.
  let responses: [ResponseRow]
  let responseCount: Int
  /// The required distances that change; ``requiredCount`` counts all.
  let required: [RequiredRow]
  let requiredCount: Int
  let warningsAdded: [String]
  let warningsRemoved: [String]
  /// The names of strips, flights and purchases by their ids, for people.
  let stripNames: [String: String]
  let flightNames: [String: String]
  let purchaseNames: [String: String]
  /// By the ids of assets what flies and from where, for people.
  let assetNames: [String: AssetName]

  /// What an asset is called.
  struct AssetName: Sendable, Hashable {
    var aircraft: String
    var base: String
  }

  /// A reason why figures of the two plans may differ.
  enum Doubt: String, Sendable, CaseIterable {
    case scenarios, targets, tools
  }

  /// The version of the format; grows when a key changes its meaning or goes away.
  static let version = 2

  /// The comparison as the text of comparison.json.
  public var json: String { Records.comparison.object(self).text }

  /// The JSON Schema of comparison.json.
  public static var schema: String {
    Records.comparison.schema(of: "comparison.json of atalaya, version \(version)").text
  }

  /// Reads and compares two plans.
  /// - Parameters:
  ///   - before: The folder of the first plan, or its plan.json.
  ///   - after: The same of the second.
  /// - Throws: ``GeoFileError`` when one of them is missing, or no plan of this version.
  public init(before: String, after: String) throws(GeoFileError) {
    self.init(try PlanRecord.read(before), before, try PlanRecord.read(after), after)
  }
}
