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

  /// The assets when some measures are taken, in the order of the scenario, then of the measures.
  public func assets(taking measures: [Measure]) -> [Asset] {
    var assets = assets
    for measure in measures {
      switch measure.change {
      case .alert(let asset): assets.append(asset)
      case .readiness(let id, let day, let night):
        for index in assets.indices where assets[index].id == id {
          assets[index].readinessByDay = Self.sooner(assets[index].readinessByDay, day)
          assets[index].readinessByNight = Self.sooner(assets[index].readinessByNight, night)
        }
      }
    }
    return assets
  }

  /// The sooner of two readinesses; one that is nil means no readiness.
  private static func sooner(_ a: Duration?, _ b: Duration?) -> Duration? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }
}
