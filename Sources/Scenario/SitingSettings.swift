public import Units

/// Defaults of `atalaya place`, from the key `place` of a scenario; the command line overrides them.
public struct SitingSettings: Sendable, Hashable {
  /// The budget.
  public var budget: Money?
  /// The objective.
  public var objective: SitingObjective?
  /// Height above ground, for the objective `area`.
  public var height: Length?
  /// Approximate number of cells, for the objective `area`.
  public var cells: Int?
  /// Which prices count.
  public var price: PricePart?
  /// Time limit of all searches together, seconds.
  public var seconds: Double?
  /// Whether to try other budgets too.
  public var sweep: Bool?
  /// Budget of each year.
  public var stages: [Money] = []
  /// Ids of purchases to judge in addition to the list.
  public var compare: [String] = []

  /// No defaults.
  public init() {}
}
