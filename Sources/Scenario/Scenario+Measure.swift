public import Response
public import Units

extension Scenario {
  /// Something other than a radar that money buys: shorter readiness, or one more alert.
  public struct Measure: Sendable, Hashable {
    /// What it changes.
    public enum Change: Sendable, Hashable {
      /// An asset is ready sooner, by day, by night or both; never later than it was.
      case readiness(asset: String, byDay: Duration?, byNight: Duration?)
      /// One more asset stands ready.
      case alert(Asset)
    }

    /// Key.
    public var id: String
    /// Name for people.
    public var name: String
    /// What it costs.
    public var cost: Money
    /// What it changes.
    public var change: Change

    /// A measure.
    public init(id: String, name: String, cost: Money, change: Change) {
      self.id = id
      self.name = name
      self.cost = cost
      self.change = change
    }
  }
}
