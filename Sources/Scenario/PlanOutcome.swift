public import Interception

/// A plan in a few figures. Flights are counted per day: one that comes twice a day counts twice.
public struct PlanOutcome: Sendable, Hashable {
  /// Expected flights a day.
  public var flightsPerDay: Double
  /// Flights a day that some radar sees before they land.
  public var detectedPerDay: Double
  /// Flights a day for which some asset gets its order before they leave the strip.
  public var orderedPerDay: Double
  /// Flights a day that the best asset meets at the strip: before they land or while they stand there.
  public var metPerDay: Double
  /// Flights a day that can be met, if not at the strip, then in flight.
  public var metInFlightPerDay: Double
  /// The shortest and the longest warning before landing of the flights that are seen before; nil when none is.
  public var warning: ClosedRange<Duration>?
  /// The median of those warnings, each counted as often as the flight comes; nil when no flight is seen.
  public var medianWarning: Duration?
  /// Flights a day by the verdict of their best asset; every verdict that occurs.
  public var perDayByVerdict: [Window.Verdict: Double]

  /// Share of the flights that are seen before they land, 0 to 1; nil without flights.
  public var shareDetected: Double? { flightsPerDay > 0 ? detectedPerDay / flightsPerDay : nil }
  /// Share of the flights that are met at the strip, 0 to 1; nil without flights.
  public var shareMet: Double? { flightsPerDay > 0 ? metPerDay / flightsPerDay : nil }

  /// Counts what becomes of some flights.
  public init(of flights: [FlightWindows]) {
    func count(_ isCounted: (FlightWindows) -> Bool) -> Double {
      flights.reduce(0) { $0 + (isCounted($1) ? $1.flight.perDay : 0) }
    }
    func isSeenBefore(_ flight: FlightWindows) -> Bool { flight.timeline.warning.map { $0 > .zero } ?? false }

    flightsPerDay = count { _ in true }
    detectedPerDay = count(isSeenBefore)
    orderedPerDay = count { flight in flight.timeline.ordered.map { $0 < flight.timeline.takeoff } ?? false }
    metPerDay = count { $0.verdict.isAtStrip }
    metInFlightPerDay = count { $0.verdict == .inFlight }
    perDayByVerdict = flights.reduce(into: [:]) { $0[$1.verdict, default: 0] += $1.flight.perDay }

    let warnings = flights.filter(isSeenBefore).compactMap { flight in
      flight.timeline.warning.map { (warning: $0, weight: flight.flight.perDay) }
    }.sorted { $0.warning < $1.warning }
    if let first = warnings.first, let last = warnings.last {
      warning = first.warning...last.warning
      medianWarning = Self.median(warnings)
    }
  }

  /// The lowest value up to which half of the weight lies.
  private static func median(_ sorted: [(warning: Duration, weight: Double)]) -> Duration? {
    let half = sorted.reduce(0) { $0 + $1.weight } / 2
    var sum = 0.0
    for entry in sorted {
      sum += entry.weight
      if sum >= half { return entry.warning }
    }
    return sorted.last?.warning
  }
}

extension FlightWindows {
  /// The window of the best asset; nil without assets and for a flight that is never seen.
  public var bestWindow: Window? { best.map { windows[$0] } }

  /// What becomes of the flight: the best asset's verdict; without one, whether it is seen at all.
  public var verdict: Window.Verdict {
    bestWindow?.verdict ?? windows.map(\.verdict).min { $0.rank < $1.rank }
      ?? (timeline.ordered == nil ? .neverSeen : .outOfReach)
  }
}

extension Window.Verdict {
  /// Whether the asset is at the strip before the aircraft leaves.
  public var isAtStrip: Bool { self == .beforeLanding || self == .onGround }
  /// Order from the best (0) to the worst.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
}
