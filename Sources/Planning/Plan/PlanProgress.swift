/// How far a run has come.
public struct PlanProgress: Sendable, Hashable {
  /// What is being done; the raw values are for people.
  public enum Work: String, Sendable, Hashable, CaseIterable {
    /// Flights, floors and areas are computed.
    case planning
    /// Coverage from each site is computed.
    case sites = "computing coverage of each site"
    /// What to buy is searched for.
    case purchases = "placing"
    /// Coverage of each radar is computed for the routes.
    case radars = "computing coverage of each radar"
    /// Each radar that could be bought is tried against the routes.
    case closures = "closing gaps"
    /// What of the observed looks is in sight is computed.
    case looks = "computing what is in sight"
    /// Elevations are read.
    case rows = "reading rows"
  }

  /// How far a search has come, whose steps cannot be counted.
  public struct Search: Sendable, Hashable {
    /// What is searched for, for people: `the list`.
    public var subject: String
    /// What the search is doing, for people.
    public var phase: String
    /// The best value so far; nil when none was found.
    public var best: Double?
    /// No value is better; nil when nothing is proven yet.
    public var bound: Double?
    /// The seconds that it has taken.
    public var seconds: Double
  }

  /// What is being done.
  public var work: Work
  /// Steps that are done.
  public var done: Int
  /// Steps in all; zero for a search.
  public var total: Int
  /// The state of a search; nil for work in steps.
  public var search: Search?

  /// So many steps of so many.
  package init(_ work: Work = .planning, done: Int, total: Int) {
    (self.work, self.done, self.total) = (work, done, total)
  }

  /// The state of a search.
  init(_ search: Search) {
    (work, done, total) = (.purchases, 0, 0)
    self.search = search
  }
}
