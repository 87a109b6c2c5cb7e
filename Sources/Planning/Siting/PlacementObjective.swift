public import Placement
public import Scenario
internal import Units

/// What a purchase is to achieve.
///
/// An objective turns a survey into demands, and says which options cover each; the optimiser knows nothing else.
public protocol PlacementObjective: Sendable {
  /// Its name on the command line.
  var id: String { get }
  /// What is counted, for people.
  var title: String { get }
  /// The unit of its value.
  var unit: String { get }
  /// What is to be best.
  var goal: PlacementGoal { get }
  /// Whether assets change what covers a demand, so that measures (``Scenario/Measure``) are worth money.
  var countsAssets: Bool { get }
  /// The area that a survey has to look at; nil when flights are all that counts.
  var area: SitingArea? { get }
  /// What is to be covered, and by what.
  /// - Throws: ``SitingError`` with code ``SitingFault/noDemand`` when the scenario has nothing of the kind.
  func demands(in survey: SitingSurvey) throws(SitingError) -> [SitingDemand]
}

extension PlacementObjective {
  /// What is to be best: the most weight covered, unless an objective says otherwise.
  public var goal: PlacementGoal { .maximumCover }
  /// Radars only, unless an objective says otherwise.
  public var countsAssets: Bool { false }
  /// No area, unless an objective names one.
  public var area: SitingArea? { nil }
}

/// Something that radars are to cover.
public struct SitingDemand: Sendable, Hashable {
  /// Its name, once in a model.
  public var id: String
  /// What covering it is worth.
  public var weight: Double
  /// Whose share counts together where the worst share is to be best.
  public var group: String?
  /// How many radars it needs.
  public var need: Int
  /// How many of today's radars cover it.
  public var today: Int
  /// The options that cover it, as ascending positions in ``SitingSurvey/options``.
  public var options: [Int32]

  /// A demand.
  public init(id: String, weight: Double, group: String? = nil, need: Int = 1, today: Int, options: [Int32]) {
    self.id = id
    self.weight = weight
    self.group = group
    self.need = need
    self.today = today
    self.options = options
  }
}

/// Adds up demands that the same radars cover.
struct SitingDemands {
  private struct Key: Hashable {
    var group: String?
    var today: Int
    var options: [Int32]
  }

  let need: Int
  private var places: [Key: Int] = [:]
  private(set) var demands: [SitingDemand] = []

  init(need: Int = 1) { self.need = need }

  /// - Parameter name: The id of the demand when it is a new one.
  mutating func add(_ weight: Double, group: String?, today: Int, options: [Int32], name: @autoclosure () -> String) {
    let key = Key(group: group, today: min(today, need), options: options)
    if let place = places[key] {
      demands[place].weight += weight
    } else {
      places[key] = demands.count
      demands.append(
        SitingDemand(id: name(), weight: weight, group: group, need: need, today: key.today, options: options))
    }
  }
}

extension SitingSurvey {
  /// The optimiser's model: today's radars as one fixed option, then every option in order; one type a site at most.
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
