/// Aircraft of one type that stand ready at one base.
public struct Asset: Sendable, Hashable {
  /// Key.
  public var id: String
  /// The base where it stands.
  public var base: Base
  /// What it flies.
  public var aircraft: Aircraft
  /// How many of them.
  public var count: Int
  /// From the order to take-off by day; nil: does not fly by day.
  public var readinessByDay: Duration?
  /// From the order to take-off by night; nil: does not fly by night.
  public var readinessByNight: Duration?

  /// An asset.
  public init(
    id: String, base: Base, aircraft: Aircraft, count: Int, readinessByDay: Duration?, readinessByNight: Duration?
  ) {
    self.id = id
    self.base = base
    self.aircraft = aircraft
    self.count = count
    self.readinessByDay = readinessByDay
    self.readinessByNight = readinessByNight
  }

  /// From the order to take-off in a period; nil when it does not fly then.
  public func readiness(by period: Period) -> Duration? { period == .day ? readinessByDay : readinessByNight }
}
