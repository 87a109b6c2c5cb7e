public import Coverage
internal import Geodesy
public import Response
internal import Units

extension FlightWindows {
  /// What every asset can do about one flight.
  /// - Parameters:
  ///   - flight: The flight.
  ///   - coverage: The network that watches.
  ///   - assets: Who can be sent, in the order of the result.
  ///   - alert: Delays from echo to order.
  ///   - daylight: Hours of daylight, which decide on readiness at the time of the order.
  ///   - onScene: Time at the strip, for fuel.
  public init(
    flight: Flight, coverage: SmoothEarthCoverage, assets: [Asset], alert: AlertChain, daylight: Daylight,
    onScene: Duration
  ) {
    self.init(
      track: FlightTrack(flight, groundElevation: coverage.groundElevation), coverage: coverage, assets: assets,
      alert: alert, daylight: daylight, onScene: onScene)
  }

  /// What every asset can do about one flight whose track is known.
  /// - Parameters:
  ///   - track: The flight in time.
  ///   - coverage: The network that watches; one over terrain needs a track over the same terrain.
  ///   - assets: Who can be sent, in the order of the result.
  ///   - alert: Delays from echo to order.
  ///   - daylight: Hours of daylight, which decide on readiness at the time of the order.
  ///   - onScene: Time at the strip, for fuel.
  public init(
    track: FlightTrack, coverage: some NetworkCoverage, assets: [Asset], alert: AlertChain, daylight: Daylight,
    onScene: Duration
  ) {
    let flight = track.flight
    let timeline = track.timeline(seenBy: coverage, alert: alert)
    let windows = assets.map {
      Window(asset: $0, track: track, timeline: timeline, daylight: daylight, onScene: onScene)
    }
    func span(_ begin: Duration, _ end: Duration) -> TimeSpan? {
      guard let order = timeline.ordered, order < end else { return nil }
      return TimeSpan(begin: max(begin, order), end: end)
    }
    self.init(
      flight: flight, timeline: timeline, inbound: span(timeline.departure, timeline.landing),
      ground: span(timeline.landing, timeline.takeoff), outbound: span(timeline.takeoff, timeline.exit),
      windows: windows, best: timeline.ordered == nil ? nil : FlightWindows.best(of: windows))
  }

  /// The best window: by verdict, then landing before circling, then slack, then the first meeting, then the order given.
  private static func best(of windows: [Window]) -> Int? {
    func rank(_ index: Int) -> (Int, Int, Duration, Duration, Int) {
      let window = windows[index]
      let never = Duration.seconds(1e12)
      return (
        Window.Verdict.allCases.firstIndex(of: window.verdict) ?? 0, window.response?.arrival == .overhead ? 1 : 0,
        window.slack.map { .zero - $0 } ?? never, window.intercepts.first?.span.begin ?? never, index
      )
    }
    return windows.indices.min { rank($0) < rank($1) }
  }
}

extension Window {
  /// What one asset can do about a flight.
  init(asset: Asset, track: FlightTrack, timeline: Timeline, daylight: Daylight, onScene: Duration) {
    guard let order = timeline.ordered else {
      self.init(
        asset: asset, period: nil, response: nil, airborne: nil, arrival: nil, slack: nil, intercepts: [],
        verdict: .neverSeen)
      return
    }
    let period = daylight.period(at: order)
    let response = ResponseTime(asset: asset, strip: track.flight.strip, period: period, onScene: onScene)
    guard let readiness = response.readiness else {
      self.init(
        asset: asset, period: period, response: response, airborne: nil, arrival: nil, slack: nil, intercepts: [],
        verdict: .notFlown)
      return
    }
    let airborne = order + readiness
    let arrival = response.isReachable ? airborne + response.block : nil
    let intercepts = Window.intercepts(asset, track, timeline, start: airborne + response.departure)
    let verdict: Verdict
    if let arrival, arrival <= timeline.takeoff {
      verdict = arrival <= timeline.landing ? .beforeLanding : .onGround
    } else if !intercepts.isEmpty {
      verdict = .inFlight
    } else {
      verdict = arrival == nil ? .outOfReach : .tooLate
    }
    self.init(
      asset: asset, period: period, response: response, airborne: airborne, arrival: arrival,
      slack: arrival.map { timeline.takeoff - $0 }, intercepts: intercepts, verdict: verdict)
  }

  private static func intercepts(
    _ asset: Asset, _ track: FlightTrack, _ timeline: Timeline, start: Duration
  ) -> [Intercept] {
    let aircraft = asset.aircraft
    let reach = aircraft.endurance.map { endurance in
      let both = (endurance - aircraft.reserve - aircraft.departureAllowance - aircraft.landingAllowance).inSeconds
      return aircraft.cruise.metresPerSecond * max(both, 0) / 2
    }
    let meetings = track.meetings(
      from: asset.base.position, start: start, cruise: aircraft.cruise, reach: reach.map { .metres($0) },
      ceiling: aircraft.ceiling)
    return meetings.map { span, isInbound in
      Intercept(
        span: span, first: track.position(at: span.begin), last: track.position(at: span.end), isInbound: isInbound,
        isTracked: timeline.sightings.contains { $0.span.begin <= span.begin && span.begin <= $0.span.end })
    }
  }
}
