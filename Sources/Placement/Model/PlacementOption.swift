/// Something that can be bought, for instance one type of radar at one site.
public struct PlacementOption: Sendable, Hashable {
  /// Whether an option may or must be chosen.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// May be bought.
    case free
    /// Exists already: it covers, costs nothing, counts against no limit, and occupies its group.
    case fixed
    /// Must be bought; its cost counts.
    case forced
    /// May not be bought.
    case forbidden
  }

  /// Identifier, unique in the model.
  public var id: String
  /// Its price, zero or more, in the unit of the budget.
  public var cost: Double
  /// Group of which at most one option is chosen; nil for none.
  public var group: String?
  /// Whether it may or must be chosen.
  public var standing: Standing
  /// Its use of each of the model's further resources, in their order; zero or more.
  public var uses: [Double]

  /// An option.
  public init(id: String, cost: Double, group: String? = nil, standing: Standing = .free, uses: [Double] = []) {
    self.id = id
    self.cost = cost
    self.group = group
    self.standing = standing
    self.uses = uses
  }
}
