public import Units

/// What `atalaya place` is asked where its command line does not say: the key `place` of a scenario.
public struct PlaceSettings: Sendable, Hashable {
  /// What may be spent.
  public var budget: Money?
  /// What is to be achieved.
  public var objective: SitingObjective?
  /// For the objective area: height above ground.
  public var height: Length?
  /// For the objective area: about how many cells.
  public var cells: Int?
  /// Which prices count.
  public var price: PricePart?
  /// The longest that all searches may take together.
  public var seconds: Double?
  /// Whether other budgets are wanted too.
  public var sweep: Bool?
  /// Money of each year.
  public var stages: [Money] = []
  /// Ids of purchases to judge in addition to the list.
  public var compare: [String] = []

  /// Nothing said.
  public init() {}
}
