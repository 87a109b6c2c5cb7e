public import Radar
public import Units

extension Scenario {
  /// A named list of radars to buy.
  public struct Purchase: Sendable, Hashable {
    /// One radar of the list.
    public struct Item: Sendable, Hashable {
      /// Where it would stand.
      public var site: Site
      /// What it would be.
      public var type: RadarType

      /// One radar of the list.
      public init(site: Site, type: RadarType) {
        self.site = site
        self.type = type
      }
    }

    /// Key.
    public var id: String
    /// Name for people.
    public var name: String
    /// Budget it was made for; nil when not stated.
    public var budget: Money?
    /// What is bought.
    public var items: [Item]
    /// What is taken beside radars.
    public var measures: [Measure] = []

    /// A named list of radars to buy.
    public init(id: String, name: String, budget: Money?, items: [Item]) {
      self.id = id
      self.name = name
      self.budget = budget
      self.items = items
    }
  }
}
