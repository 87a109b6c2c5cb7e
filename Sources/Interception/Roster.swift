package import Response
internal import Units

/// Which asset goes to which flight, when every aircraft serves one flight at a time.
///
/// As they come, flights are served in the order of their orders, those of one instant in the order given; each gets the
/// best asset that has an aircraft at its base (``FlightWindows/best``), an asset as many at a time as its ``Asset/count``. An
/// aircraft is away from the order until it can be sent again: arrival, the time on scene, the way back, refuelling and
/// turn-round (``Asset/turnRound``). An asset that could meet a flight with none at its base is busy, also when one comes
/// back soon after the order.
///
/// With the best assignment (``Assignment/Rule/best``) those go that make the total lateness the smallest, over all flights that
/// some asset could meet if it were free; an aircraft may then wait at its base for a later flight that needs it more, one that
/// comes back is sent from there, and one that comes too late is shown with its lateness.
///
/// Every day is like any other, so that a flight of late evening keeps an aircraft from one soon after midnight. A flight's
/// weight (``Flight/perDay``) does not matter here: the flight flies on the day that is looked at, once, and does not keep
/// aircraft from itself on other days; one of no weight keeps none from others.
public struct Roster {
  private struct Mission {
    var flight: Int
    /// In seconds since midnight of the first day.
    var until: Double
  }

  /// What is decided for one flight.
  private struct Service {
    /// The window of the asset that goes; nil when nobody does.
    var window: Int?
    /// What keeps the others, by window.
    var duties: [Int: Window.Duty]

    /// Whether the same is decided: times of other days may differ by rounding.
    func isSame(as other: Service?) -> Bool {
      window == other?.window && duties.mapValues(\.flightID) == other?.duties.mapValues(\.flightID)
    }
  }

  /// Flights as they are served.
  public internal(set) var flights: [FlightWindows]
  /// For each flight the window of the asset that goes to it; nil when nobody does.
  public internal(set) var sent: [Int?]
  let complete: ((Int, inout Window) -> Void)?
  var isComplete: [Bool]
  private var missions: [[Mission]]

  /// Serves flights that all have the windows of the same assets in the same order.
  /// - Parameters:
  ///   - flights: As if every asset were free for each.
  ///   - complete: Adds meetings in flight to a window of a flight that has none yet
  ///     (``Window/addMeetings(_:_:onScene:tellsLimits:)``); it is called where nobody is at the strip in time. Nil where all have them.
  ///   - rule: Who goes where.
  init(
    _ flights: [FlightWindows], by rule: Assignment.Rule = .firstCome,
    complete: ((Int, inout Window) -> Void)? = nil
  ) {
    self.flights = flights
    self.complete = complete
    sent = flights.map { _ in nil }
    isComplete = flights.map { _ in complete == nil }
    missions =
      (flights.map(\.windows.count).max() ?? 0) > 0 ? Array(repeating: [], count: flights[0].windows.count) : []
    switch rule {
    case .firstCome: serve()
    case .best: serveBest()
    }
  }

  /// Serves flights whose windows have their meetings.
  package init(_ flights: [FlightWindows], by rule: Assignment.Rule = .firstCome) {
    self.init(flights, by: rule, complete: nil)
  }

  /// Serves flights of which it is known what is seen; meetings in flight are looked for where nobody is at the strip in
  /// time, so that only ``sent`` and the verdicts of who is sent are of use.
  /// - Parameters:
  ///   - seen: The flights in time, and what is seen of each.
  ///   - assets: Who can be sent.
  ///   - daylight: Hours of daylight.
  ///   - onScene: Time at the strip.
  package init(
    _ seen: [(track: FlightTrack, timeline: Timeline)], assets: [Asset], daylight: Daylight, onScene: Duration,
    by rule: Assignment.Rule = .firstCome
  ) {
    self.init(
      seen.map { track, timeline in
        FlightWindows(
          track: track, timeline: timeline,
          windows: assets.map {
            Window(atStrip: $0, track: track, timeline: timeline, daylight: daylight, onScene: onScene)
          })
      }, by: rule
    ) { flight, window in
      guard window.verdict == .tooLate || window.verdict == .outOfReach else { return }
      window.addMeetings(seen[flight].track, seen[flight].timeline, onScene: onScene, tellsLimits: false)
    }
  }

  /// Whether an asset is at the strip of a flight before the aircraft leaves it.
  public func isMet(_ flight: Int) -> Bool {
    guard let window = sent[flight] else { return false }
    let verdict = flights[flight].windows[window].verdict
    return verdict == .beforeLanding || verdict == .onGround
  }

  private mutating func serve() {
    let day = Double(Duration.secondsPerDay)
    let calls = flights.indices.compactMap { index -> (clock: Double, flight: Int)? in
      flights[index].timeline.ordered.map { order in
        let clock = order.inSeconds.truncatingRemainder(dividingBy: day)
        return (clock < 0 ? clock + day : clock, index)
      }
    }.sorted { ($0.clock, $0.flight) < ($1.clock, $1.flight) }
    var services = [Service?](repeating: nil, count: flights.count)
    // The first day knows nothing of the evening before; by the second or third all days are alike.
    for pass in 0..<5 {
      let before = services
      for call in calls {
        services[call.flight] = service(to: call.flight, at: Double(pass) * day + call.clock)
      }
      if calls.allSatisfy({ services[$0.flight]?.isSame(as: before[$0.flight]) ?? false }) { break }
    }
    for (index, service) in services.enumerated() {
      guard let service else { continue }
      sent[index] = service.window
      for (window, duty) in service.duties { flights[index].windows[window].keep(by: duty) }
      flights[index].chooseBest(sent: service.window)
    }
  }

  /// Who goes to a flight whose order comes at a time, and who cannot.
  private mutating func service(to flight: Int, at now: Double) -> Service {
    var duties: [Int: Window.Duty] = [:]
    let order = flights[flight].timeline.ordered ?? .zero
    for asset in missions.indices {
      missions[asset].removeAll { $0.until <= now }
      let others = missions[asset].filter { $0.flight != flight }.sorted { $0.until < $1.until }
      let excess = others.count - flights[flight].windows[asset].asset.count
      guard excess >= 0 else { continue }
      duties[asset] = Window.Duty(
        flightID: flights[others[excess].flight].flight.id,
        until: order + .seconds(clamping: others[excess].until - now))
    }
    func best(_ isWanted: (Window) -> Bool) -> Int? {
      let windows = flights[flight].windows
      return windows.indices.filter { duties[$0] == nil && isWanted(windows[$0]) }.min {
        windows.rank($0) < windows.rank($1)
      }
    }
    var window = best { $0.verdict == .beforeLanding || $0.verdict == .onGround }
    if window == nil {
      if !isComplete[flight], let complete {
        for index in flights[flight].windows.indices { complete(flight, &flights[flight].windows[index]) }
        isComplete[flight] = true
      }
      window = best { $0.verdict == .inFlight }
    }
    if let window, flights[flight].flight.perDay > 0, let end = flights[flight].windows[window].missionEnd {
      let away = end - order + flights[flight].windows[window].asset.turnRound
      missions[window].append(Mission(flight: flight, until: now + away.inSeconds))
    }
    return Service(window: window, duties: duties)
  }
}

extension Window {
  /// The asset stays away from a flight that it could meet.
  mutating func keep(by duty: Duty) {
    guard verdict == .beforeLanding || verdict == .onGround || verdict == .inFlight else { return }
    (airborne, arrival, slack, missionEnd) = (nil, nil, nil, nil)
    (intercepts, untracked, limited) = ([], [], [])
    self.duty = duty
    verdict = .busy
  }
}

extension FlightWindows {
  mutating func chooseBest(sent: Int?) {
    best = windows.best
    for index in windows.indices where index != sent { windows[index].missionEnd = nil }
  }
}
