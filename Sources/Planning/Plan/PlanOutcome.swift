public import Interception
internal import Units

/// A plan in a few figures. Flights are counted per day: one that comes twice a day counts twice.
///
/// What *detected*, *tracked* and *warning* mean is said in ``Interception/Timeline``.
public struct PlanOutcome: Sendable, Hashable {
  /// Flights a day, and shares of flights, that differ by less are equal: they are sums of doubles.
  package static let rounding = 1e-9

  /// Expected flights a day.
  public var flightsPerDay: Double
  /// Flights a day that are detected before they land.
  public var detectedPerDay: Double
  /// Flights a day that are tracked before they land.
  public var trackedPerDay: Double
  /// Flights a day for which some asset gets its order before they leave the strip.
  public var orderedPerDay: Double
  /// Flights a day that an asset meets at the strip: before they land or while they stand there.
  public var metPerDay: Double
  /// Flights a day that can be met, if not at the strip, then in flight while they are tracked.
  public var metInFlightPerDay: Double
  /// The shortest and the longest warning of the flights that are tracked before they land; nil when none is.
  public var warning: ClosedRange<Duration>?
  /// The median of the warnings of all flights, each counted as often as the flight comes, with never tracked as the worst:
  /// nil when that is the median, and without flights.
  ///
  /// The lowest value up to which half of the flights lie, so that more radars never make it worse. It is negative when
  /// the flight in the middle is tracked only after it has landed.
  public var medianWarning: Duration?
  /// Flights a day by what becomes of them; every verdict that occurs.
  public var perDayByVerdict: [Window.Verdict: Double]

  /// Share of the flights that are detected before they land, 0 to 1; nil without flights.
  public var shareDetected: Double? { share(detectedPerDay) }
  /// Share of the flights that are tracked before they land, 0 to 1; nil without flights.
  public var shareTracked: Double? { share(trackedPerDay) }
  /// Share of the flights that are met at the strip, 0 to 1; nil without flights.
  public var shareMet: Double? { share(metPerDay) }

  private func share(_ part: Double) -> Double? { flightsPerDay > 0 ? part / flightsPerDay : nil }

  /// Counts the outcomes of some flights.
  package init(of flights: [FlightWindows]) {
    func count(_ isCounted: (FlightWindows) -> Bool) -> Double {
      flights.reduce(0) { $0 + (isCounted($1) ? $1.flight.perDay : 0) }
    }
    flightsPerDay = count { _ in true }
    detectedPerDay = count(\.timeline.isDetectedBeforeLanding)
    trackedPerDay = count(\.timeline.isTrackedBeforeLanding)
    orderedPerDay = count { flight in flight.timeline.ordered.map { $0 < flight.timeline.takeoff } ?? false }
    metPerDay = count { $0.verdict.isAtStrip }
    metInFlightPerDay = count { $0.verdict == .inFlight }
    perDayByVerdict = flights.reduce(into: [:]) { $0[$1.verdict, default: 0] += $1.flight.perDay }

    let before = flights.filter(\.timeline.isTrackedBeforeLanding).compactMap(\.timeline.warning)
    if let shortest = before.min(), let longest = before.max() { warning = shortest...longest }
    medianWarning = Self.median(
      flights.map { (warning: $0.timeline.warning ?? Self.never, weight: $0.flight.perDay) })
  }

  /// Worse than any warning.
  private static let never = Duration.seconds(-1e12)

  /// The lowest value up to which half of the weight lies; nil when that is never, or nothing has weight.
  private static func median(_ warnings: [(warning: Duration, weight: Double)]) -> Duration? {
    let sorted = warnings.filter { $0.weight > 0 }.sorted { $0.warning < $1.warning }
    // Sums of the same weights in another order differ by rounding.
    let half = sorted.reduce(0) { $0 + $1.weight } / 2 * (1 - 1e-12)
    var sum = 0.0
    for entry in sorted {
      sum += entry.weight
      if sum >= half { return entry.warning == never ? nil : entry.warning }
    }
    return nil
  }
}

extension FlightWindows {
  /// The window of the best asset; nil without assets and for a flight that is never tracked.
  public var bestWindow: Window? { best.map { windows[$0] } }

  /// What becomes of the flight: the best asset's verdict; without one, whether it is tracked or seen at all.
  public var verdict: Window.Verdict {
    bestWindow?.verdict ?? windows.map(\.verdict).min { $0.rank < $1.rank }
      ?? (timeline.ordered != nil ? .outOfReach : timeline.firstDetection != nil ? .neverTracked : .neverSeen)
  }
}

extension Window.Verdict {
  /// Whether the asset is at the strip before the aircraft leaves.
  public var isAtStrip: Bool { self == .beforeLanding || self == .onGround }
  /// Order from the best (0) to the worst.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
