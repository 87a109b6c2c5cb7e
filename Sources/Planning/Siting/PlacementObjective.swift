public import Placement
public import Scenario
public import Units

/// The objective of a purchase.
///
/// An objective turns a survey into demands, and says which options cover each; the optimiser knows nothing else.
public protocol PlacementObjective: Sendable {
  /// Its name on the command line.
  var id: String { get }
  /// What is counted, for people.
  var title: String { get }
  /// The same where looks count: what a look detects with the wanted probability is covered.
  var titleOfLooks: String { get }
  /// The unit of its value.
  var unit: String { get }
  /// What is to be best.
  var goal: PlacementGoal { get }
  /// Whether assets change what covers a demand, so that measures (``Scenario/Measure``) are worth money.
  var countsAssets: Bool { get }
  /// The area that a survey has to look at; nil when flights are all that counts.
  var area: SitingArea? { get }
  /// The demands to cover, and the options that cover them.
  /// - Throws: ``SitingError`` with code ``SitingFault/noDemand`` when the scenario has nothing of the kind.
  func demands(in survey: SitingSurvey) throws(SitingError) -> [SitingDemand]
}

extension PlacementObjective {
  /// The same title, unless an objective says otherwise.
  public var titleOfLooks: String { title }
  /// The goal of the optimiser: the most weight covered, unless an objective says otherwise.
  public var goal: PlacementGoal { .maximumCover }
  /// Radars only, unless an objective says otherwise.
  public var countsAssets: Bool { false }
  /// Whether its value is a share, 0 to 1.
  public var isShare: Bool { goal == .fairestCover }
  /// No area, unless an objective names one.
  public var area: SitingArea? { nil }
}

extension SitingSurvey {
  /// The optimiser's model: today's radars as one fixed option, then every option in order; at most one type per site.
  public func model(of demands: [SitingDemand], price: PricePart) throws(SitingError) -> PlacementModel {
    let bought = options.enumerated().map { index, option in
      PlacementOption(
        id: option.isOnOffer ? option.id : "\(option.id) of a plan, option \(index)",
        cost: option.price.map { price.price(of: $0).amount } ?? 0, group: option.site.id,
        standing: option.isOnOffer ? .free : .forbidden)
    }
    var covers: [PlacementCover] = []
    for (index, demand) in demands.enumerated() {
      if demand.today > 0 { covers.append(PlacementCover(option: 0, demand: index, strength: Float(demand.today))) }
      covers += demand.options.map { PlacementCover(option: Int($0) + 1, demand: index) }
    }
    do throws(PlacementError) {
      return try PlacementModel(
        options: [PlacementOption(id: "today’s radars", cost: 0, standing: .fixed)] + bought,
        demands: demands.map {
          PlacementDemand(id: $0.id, weight: $0.weight, group: $0.group, need: Double($0.need))
        }, covers: covers)
    } catch { throw SitingError(error) }
  }
}
