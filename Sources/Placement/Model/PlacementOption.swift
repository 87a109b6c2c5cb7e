/// Something that can be bought: one type at one place, for instance.
public struct PlacementOption: Sendable, Hashable {
  /// What may become of an option.
  public enum Standing: String, Sendable, Hashable, CaseIterable {
    /// May be bought.
    case free
    /// Stands already: it covers, costs nothing, counts against no limit, and takes its group's place.
    case fixed
    /// Must be bought; its cost counts.
    case forced
    /// May not be bought.
    case forbidden
  }

  /// Its name, once in a model.
  public var id: String
  /// Its price, zero or more, in the unit of the budget.
  public var cost: Double
  /// Of the options of a group at most one is chosen; nil when it belongs to none.
  public var group: String?
  /// What may become of it.
  public var standing: Standing
  /// What it takes of the model's further resources, in their order; each zero or more.
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
