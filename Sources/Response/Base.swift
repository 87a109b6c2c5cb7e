public import Geodesy
public import Units

/// A place that responds: an air base, a heliport, a post.
public struct Base: Sendable, Hashable {
  /// Key.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where it is.
  public var position: Position
  /// Elevation above mean sea level; nil when unknown.
  public var elevation: Length?

  /// A base.
  public init(id: String, name: String, position: Position, elevation: Length?) {
    self.id = id
    self.name = name
    self.position = position
    self.elevation = elevation
  }
}

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

/// Day or night, as the scenario's hours of daylight distinguish them.
public enum Period: String, Sendable, Hashable, CaseIterable {
  /// Within the hours of daylight.
  case day
  /// Outside them.
  case night
}

/// A landing strip that flights use, or another place that must be reached.
public struct Strip: Sendable, Hashable {
  /// Key.
  public var id: String
  /// Name for people.
  public var name: String
  /// Where it is.
  public var position: Position
  /// Elevation above mean sea level; nil when unknown.
  public var elevation: Length?
  /// Usable length; nil when unknown.
  public var length: Length?
  /// Whether the position is only approximate.
  public var isApproximate: Bool

  /// A strip.
  public init(
    id: String, name: String, position: Position, elevation: Length?, length: Length?, isApproximate: Bool
  ) {
    self.id = id
    self.name = name
    self.position = position
    self.elevation = elevation
    self.length = length
    self.isApproximate = isApproximate
  }
}
