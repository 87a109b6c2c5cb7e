public import Coverage
public import Geodesy
internal import Interception
internal import Response
public import Scenario
public import Units

/// What ways in are looked for.
public struct LeakQuestion: Sendable {
  /// Heights at which the aircraft may fly; at each place the one at which it is seen least.
  public var heights: [Altitude]
  /// Its ground speed.
  public var speed: Speed
  /// The highest altitude above mean sea level at which it flies: where a height would lead higher it stays there; nil for any.
  public var ceiling: Length?
  /// What radars see of it.
  public var target: Target
  /// The wanted side of a cell.
  public var step: Length
  /// The most cells: the step is widened to it.
  public var cellLimit: Int
  /// The purchase that counts as made; nil for today's radars only.
  public var purchase: Scenario.Purchase?
  /// The radars that could close a gap.
  public var options: [SiteOption]
  /// Whether ways lead over unknown ground.
  public var unknown: UnknownGround

  /// A question about a scenario: by default the lowest of its altitude bands, the fastest of its flights, the highest
  /// ceiling of their aircraft where all state one, cells of 1 km, no options, and unknown ground as the scenario has it.
  public init(
    of scenario: Scenario, heights: [Altitude]? = nil, speed: Speed? = nil, ceiling: Length? = nil,
    step: Length = .kilometres(1), cellLimit: Int = 250_000, purchase: Scenario.Purchase? = nil,
    options: [SiteOption] = [], unknown: UnknownGround? = nil
  ) {
    self.heights = heights ?? [.aboveGround(scenario.altitudeBands.min() ?? .metres(100))]
    self.speed = speed ?? scenario.flights.map(\.speed).max() ?? Self.usualSpeed
    let ceilings = scenario.flights.compactMap(\.aircraft.ceiling)
    self.ceiling = ceiling ?? (ceilings.count == scenario.flights.count ? ceilings.max() : nil)
    target = scenario.coverageTarget
    self.step = step
    self.cellLimit = cellLimit
    self.purchase = purchase
    self.options = options
    self.unknown = unknown ?? scenario.waysOverUnknown
  }

  /// How long the aircraft takes for a part of a way.
  public func time(along length: Length) -> Duration { .seconds(clamping: length.metres / speed.metresPerSecond) }

  /// A light single-engine aircraft's cruise, for a scenario without flights.
  public static let usualSpeed = Speed.kilometresPerHour(240)
}
