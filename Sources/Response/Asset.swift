/// Aircraft of one type that stand on alert at one base.
public struct Asset: Sendable, Hashable {
  /// Identifier, unique in the scenario.
  public var id: String
  /// The base where the aircraft stand.
  public var base: Base
  /// The aircraft type.
  public var aircraft: Aircraft
  /// Number of aircraft.
  public var count: Int
  /// Time from the order to take-off by day; nil when it does not fly by day.
  public var readinessByDay: Duration?
  /// Time from the order to take-off by night; nil when it does not fly by night.
  public var readinessByNight: Duration?
  /// From its return until it can be sent again: refuelling and turn-round.
  public var turnRound: Duration = .zero
  /// The share of the hours of daylight in which the weather lets it fly; nil where it is not known. No time depends on it.
  public var flyableByDay: FlyableShare?
  /// The same of the hours of night.
  public var flyableByNight: FlyableShare?
  /// The weather below which it does not fly, of which those shares are counted; nil where none is stated.
  public var minima: WeatherMinima?
  /// The weather it flies in; nil where none is stated.
  public var weather: FlyingWeather?
  /// The routes it flies over terrain; nil: straight lines.
  public var routes: RouteBook?
  /// Where it may refuel and where it hands over; nil: from its base to the strip and back on the fuel of its base.
  public var support: MissionSupport?

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

  /// The same on straight lines.
  package var withoutRoutes: Asset {
    var asset = self
    asset.routes = nil
    return asset
  }

  /// Whether weather or performance by altitude is stated for it.
  package var isWeathered: Bool { weather != nil || aircraft.performance != nil }

  /// The share of the hours of a period in which it can fly; nil where it is not known.
  public func flyableShare(by period: Period) -> FlyableShare? { period == .day ? flyableByDay : flyableByNight }

  /// Time from the order to take-off in a period; nil when it does not fly then.
  public func readiness(by period: Period) -> Duration? { period == .day ? readinessByDay : readinessByNight }
}
