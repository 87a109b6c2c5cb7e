public import Coverage
internal import Geodesy
public import Response
internal import Units

extension FlightWindows {
  /// Computes what every asset can do about one flight.
  /// - Parameters:
  ///   - flight: The flight.
  ///   - coverage: The network that watches.
  ///   - assets: The assets that can be sent, in the order of the result.
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

  /// Computes what every asset can do about one flight whose track is known.
  /// - Parameters:
  ///   - track: The flight in time.
  ///   - coverage: The network that watches; one over terrain needs a track over the same terrain.
  ///   - assets: The assets that can be sent, in the order of the result.
  ///   - alert: Delays from echo to order.
  ///   - daylight: Hours of daylight, which decide on readiness at the time of the order.
  ///   - onScene: Time at the strip, for fuel.
  public init(
    track: FlightTrack, coverage: some NetworkCoverage, assets: [Asset], alert: AlertChain, daylight: Daylight,
    onScene: Duration
  ) {
    let timeline = track.timeline(seenBy: coverage, alert: alert)
    let windows = assets.map {
      Window(asset: $0, track: track, timeline: timeline, daylight: daylight, onScene: onScene)
    }
    self.init(track: track, timeline: timeline, windows: windows)
  }

  /// One flight against assets whose windows are known.
  package init(track: FlightTrack, timeline: Timeline, windows: [Window]) {
    func span(_ begin: Duration, _ end: Duration) -> TimeSpan? {
      guard let order = timeline.ordered, order < end, begin < end else { return nil }
      return TimeSpan(begin: max(begin, order), end: end)
    }
    let inside = track.withinBorder.map { spans in
      spans.last.map { $0.begin >= timeline.takeoff ? $0.end : timeline.takeoff } ?? timeline.takeoff
    }
    self.init(
      flight: track.flight, timeline: timeline, inbound: span(timeline.departure, timeline.landing),
      ground: span(timeline.landing, timeline.takeoff), outbound: span(timeline.takeoff, inside ?? timeline.exit),
      windows: windows,
      best: windows.best)
  }

  /// Indices into ``windows`` from the best to the worst: ``best`` is the first, where there is one.
  public var ranking: [Int] { windows.indices.sorted { windows.rank($0) < windows.rank($1) } }
}

extension [Window] {
  /// Index of the best window; nil where no asset comes near to a meeting: none is ordered, or the strip is out of reach of
  /// all that fly.
  package var best: Int? {
    indices.filter { self[$0].verdict.isNearMeeting }.min { rank($0) < rank($1) }
  }

  /// Order from the best window to the worst: by verdict, then landing before circling, then slack, then, in flight, the
  /// first meeting, then the order given.
  ///
  /// A meeting that nobody tracks counts for nothing: such an asset stands among those that are too late, by how late it is.
  func rank(_ index: Int) -> (Int, Int, Duration, Duration, Int) {
    let window = self[index]
    let never = Duration.seconds(1e12)
    let meeting = window.verdict == .inFlight || window.verdict == .untracked
    let isMissed = window.verdict == .untracked || window.verdict == .tooLate
    return (
      Window.Verdict.allCases.firstIndex(of: isMissed ? .tooLate : window.verdict) ?? 0,
      isMissed && window.slack == nil ? 2 : window.response?.arrival == .overhead ? 1 : 0,
      window.slack.map { .zero - $0 } ?? never,
      meeting ? (window.intercepts.first ?? window.untracked.first)?.span.begin ?? never : never, index
    )
  }
}

extension Window.Verdict {
  /// Whether an asset meets the flight, or would with more aircraft, more time or a track.
  var isNearMeeting: Bool {
    switch self {
    case .beforeLanding, .onGround, .inFlight, .busy, .untracked, .tooLate: true
    case .outOfReach, .notFlown, .neverTracked, .neverSeen: false
    }
  }
}

extension Window {
  /// What one asset can do about a flight, were it free.
  package init(asset: Asset, track: FlightTrack, timeline: Timeline, daylight: Daylight, onScene: Duration) {
    self.init(atStrip: asset, track: track, timeline: timeline, daylight: daylight, onScene: onScene)
    addMeetings(track, timeline, onScene: onScene)
  }

  /// The same without meetings in flight: too late or out of reach where the asset is not at the strip in time.
  init(atStrip asset: Asset, track: FlightTrack, timeline: Timeline, daylight: Daylight, onScene: Duration) {
    guard let order = timeline.ordered else {
      self.init(
        asset: asset, period: nil, response: nil, airborne: nil, arrival: nil, slack: nil, intercepts: [],
        verdict: timeline.firstDetection == nil ? .neverSeen : .neverTracked)
      return
    }
    let period = daylight.at(asset.base.position).period(at: order)
    let response = ResponseTime(
      asset: asset, strip: track.flight.strip, period: period, onScene: onScene, at: order)
    guard let readiness = response.readiness else {
      self.init(
        asset: asset, period: period, response: response, airborne: nil, arrival: nil, slack: nil, intercepts: [],
        verdict: .notFlown)
      return
    }
    let airborne = order + readiness
    let arrival = response.isReachable ? airborne + response.block : nil
    let verdict: Verdict
    if let arrival, arrival <= timeline.takeoff {
      verdict = arrival <= timeline.landing ? .beforeLanding : .onGround
    } else {
      verdict = arrival == nil ? .outOfReach : .tooLate
    }
    self.init(
      asset: asset, period: period, response: response, airborne: airborne, arrival: arrival,
      slack: arrival.map { timeline.takeoff - $0 }, intercepts: [], verdict: verdict)
    if verdict == .beforeLanding || verdict == .onGround {
      missionEnd = arrival.map { $0 + onScene + response.wayBack }
    }
  }

  /// Adds where the asset can meet the aircraft in flight, and the verdict that follows.
  /// - Parameter tellsLimits: Whether ``limited`` is wanted.
  mutating func addMeetings(
    _ track: FlightTrack, _ timeline: Timeline, onScene: Duration, tellsLimits: Bool = true
  ) {
    guard let airborne, let response, !response.isGrounded else { return }
    let pursuer = Pursuer(
      asset, by: response.period, ordered: timeline.ordered ?? airborne, start: airborne + response.departure)
    isSlower = pursuer.cruise < track.speed
    let meetings = tellsLimits ? track.limitedMeetings(of: pursuer) : []
    limited = meetings.map { meeting in
      LimitedMeeting(
        span: meeting.span, first: track.position(at: meeting.span.begin), last: track.position(at: meeting.span.end),
        isInbound: meeting.isInbound, limits: meeting.limits)
    }
    for (span, isInbound) in track.meetings(of: pursuer) {
      for part in span.parted(by: timeline.tracks) {
        let intercept = Intercept(
          span: part.span, first: track.position(at: part.span.begin), last: track.position(at: part.span.end),
          isInbound: isInbound, isTracked: part.isWithin)
        if part.isWithin { intercepts.append(intercept) } else { untracked.append(intercept) }
      }
    }
    guard verdict == .tooLate || verdict == .outOfReach else { return }
    if let first = intercepts.first {
      verdict = .inFlight
      let back = pursuer.back(from: first.first, at: first.span.begin + onScene) ?? .zero
      missionEnd = first.span.begin + onScene + back + asset.aircraft.landingAllowance
    } else if !untracked.isEmpty {
      verdict = .untracked
    }
  }
}

extension TimeSpan {
  /// The parts of it that lie within some spans and those that lie between them, in order of time.
  /// - Parameter spans: In order of time, without overlap.
  func parted(by spans: [TimeSpan]) -> [(span: TimeSpan, isWithin: Bool)] {
    var parts: [(span: TimeSpan, isWithin: Bool)] = []
    var time = begin
    for span in spans where span.end > begin && span.begin < end {
      if span.begin > time { parts.append((TimeSpan(begin: time, end: span.begin), false)) }
      parts.append((TimeSpan(begin: max(time, span.begin), end: min(end, span.end)), true))
      time = max(time, min(end, span.end))
    }
    if time < end { parts.append((TimeSpan(begin: time, end: end), false)) }
    return parts
  }
}
