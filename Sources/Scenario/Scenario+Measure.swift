public import Response
public import Units

extension Scenario {
  /// A purchase other than a radar: shorter readiness, or one more alert.
  public struct Measure: Sendable, Hashable {
    /// What it changes.
    public enum Change: Sendable, Hashable {
      /// An asset is ready sooner, by day, by night or both; never later than it was.
      case readiness(asset: String, byDay: Duration?, byNight: Duration?)
      /// One more asset on alert.
      case alert(Asset)
    }

    /// Identifier, unique in the scenario.
    public var id: String
    /// Name for people.
    public var name: String
    /// Its cost.
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
