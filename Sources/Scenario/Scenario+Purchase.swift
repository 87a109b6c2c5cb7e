public import Radar
public import Units

extension Scenario {
  /// A named list of radars to buy.
  public struct Purchase: Sendable, Hashable {
    /// One radar of the list.
    public struct Item: Sendable, Hashable {
      /// Its site.
      public var site: Site
      /// Its type.
      public var type: RadarType

      /// One radar of the list.
      public init(site: Site, type: RadarType) {
        self.site = site
        self.type = type
      }
    }

    /// Identifier, unique in the scenario.
    public var id: String
    /// Name for people.
    public var name: String
    /// Budget it was made for; nil when not stated.
    public var budget: Money?
    /// The radars bought.
    public var items: [Item]
    /// Measures taken in addition to radars.
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
