internal import Response
internal import Units

extension Roster {
  /// What an aircraft does for a flight, in seconds since midnight of the day that is looked at.
  private struct Sortie {
    var flight: Int
    var asset: Int
    var begin: Double
    var end: Double
  }

  /// Serves flights by the best assignment: with the smallest total lateness. An aircraft that comes too late for a flight goes all
  /// the same where no other does better. Every day is like any other: what is away over midnight is away in the morning.
  mutating func serveBest() {
    let day = Double(Duration.secondsPerDay)
    completeAll()
    let assets = flights.first?.windows.map(\.asset) ?? []
    let called = flights.indices.filter { flights[$0].timeline.ordered != nil && flights[$0].flight.perDay > 0 }
    let calls = called.map { call(of: $0) }
    var services: [Assignment.Service?] = []
    var free = assets.map { Array(repeating: Duration.seconds(-1e12), count: $0.count) }
    for _ in 0..<5 {
      let now = Assignment(of: calls, counts: assets.map(\.count), by: .best, free: free).services
      let isSame = now.map { $0?.asset } == services.map { $0?.asset }
      services = now
      for asset in free.indices {
        for aircraft in free[asset].indices {
          let ends = services.compactMap { $0 }.filter { $0.asset == asset && $0.aircraft == aircraft }.map(\.free)
          free[asset][aircraft] = (ends.max() ?? .seconds(-1e12)) - .seconds(day)
        }
      }
      if isSame, !services.isEmpty { break }
    }
    let sorties = zip(called, services).compactMap { flight, service -> Sortie? in
      service.map {
        Sortie(flight: flight, asset: $0.asset, begin: clock(of: flight), end: $0.free.inSeconds)
      }
    }
    for (flight, service) in zip(called, services) {
      if let service { send(service, to: flight) }
    }
    for flight in flights.indices where flights[flight].timeline.ordered != nil {
      keepBusy(flight, by: sorties, day)
      let own = sorties.first { $0.flight == flight }?.asset
      if own == nil, flights[flight].flight.perDay > 0 { holdBack(flight, for: sorties, day) }
      sent[flight] = own ?? (flights[flight].flight.perDay > 0 ? nil : flights[flight].windows.bestMeeting)
      flights[flight].chooseBest(sent: sent[flight])
      if let own { flights[flight].best = own }
    }
  }

  private mutating func completeAll() {
    guard let complete else { return }
    for flight in flights.indices where !isComplete[flight] {
      for window in flights[flight].windows.indices { complete(flight, &flights[flight].windows[window]) }
      isComplete[flight] = true
    }
  }

  /// The order of a flight by the clock, in seconds.
  private func clock(of flight: Int) -> Double {
    let day = Double(Duration.secondsPerDay)
    let order = (flights[flight].timeline.ordered ?? .zero).inSeconds.truncatingRemainder(dividingBy: day)
    return order < 0 ? order + day : order
  }

  private func call(of flight: Int) -> Call {
    let now = Duration.seconds(clamping: clock(of: flight))
    let order = flights[flight].timeline.ordered ?? .zero
    let takeoff = flights[flight].timeline.takeoff
    let options = flights[flight].windows.map { window -> Call.Option? in
      guard let end = window.missionEnd else { return nil }
      let occupied = end - order + window.asset.turnRound
      switch window.verdict {
      case .beforeLanding, .onGround:
        guard let arrival = window.arrival else { return nil }
        return Call.Option(delay: arrival - order, deadline: now + takeoff - order, occupied: occupied)
      case .inFlight:
        guard let meeting = window.intercepts.first?.span.begin else { return nil }
        // Sent later it would meet the flight elsewhere, if at all.
        return Call.Option(delay: meeting - order, deadline: now + meeting - order, occupied: occupied)
      default: return nil
      }
    }
    return Call(order: now, options: options)
  }

  /// Sends an aircraft, at the order or when it is back.
  private mutating func send(_ service: Assignment.Service, to flight: Int) {
    let wait = service.sent - .seconds(clamping: clock(of: flight))
    guard wait > .zero else { return }
    let landing = flights[flight].timeline.landing
    flights[flight].windows[service.asset].wait(wait, landing: landing, isLate: service.lateness > .zero)
  }

  /// Marks the assets that could meet a flight, but all of whose aircraft serve others.
  private mutating func keepBusy(_ flight: Int, by sorties: [Sortie], _ day: Double) {
    let now = clock(of: flight)
    let order = flights[flight].timeline.ordered ?? .zero
    for index in flights[flight].windows.indices {
      guard !sorties.contains(where: { $0.flight == flight && $0.asset == index }) else { continue }
      // Today's and yesterday's that are still away.
      let away = sorties.filter { $0.asset == index && $0.flight != flight }.compactMap { sortie -> (Int, Double)? in
        if sortie.begin <= now, sortie.end > now { return (sortie.flight, sortie.end) }
        return sortie.end - day > now ? (sortie.flight, sortie.end - day) : nil
      }.sorted { $0.1 < $1.1 }
      let excess = away.count - flights[flight].windows[index].asset.count
      guard excess >= 0 else { continue }
      flights[flight].windows[index].keep(
        by: Window.Duty(
          flightID: flights[away[excess].0].flight.id,
          until: order + .seconds(clamping: away[excess].1 - now)))
    }
  }
}

extension Roster {
  /// Marks the assets that could meet a flight to which nobody is sent: their aircraft are kept for others.
  private mutating func holdBack(_ flight: Int, for sorties: [Sortie], _ day: Double) {
    let now = clock(of: flight)
    let order = flights[flight].timeline.ordered ?? .zero
    func after(_ seconds: Double) -> Double { seconds < now ? seconds + day : seconds }
    for index in flights[flight].windows.indices {
      let next = sorties.filter { $0.asset == index && $0.flight != flight }.min { after($0.begin) < after($1.begin) }
      guard let next else { continue }
      flights[flight].windows[index].keep(
        by: Window.Duty(
          flightID: flights[next.flight].flight.id,
          until: order + .seconds(clamping: after(next.begin) + next.end - next.begin - now)))
    }
  }
}

extension Window {
  /// The aircraft is sent later, when it is back from another flight.
  fileprivate mutating func wait(_ time: Duration, landing: Duration, isLate: Bool) {
    airborne = airborne.map { $0 + time }
    arrival = arrival.map { $0 + time }
    slack = slack.map { $0 - time }
    missionEnd = missionEnd.map { $0 + time }
    // They are those of an aircraft that is sent at the order.
    (intercepts, untracked, limited) = ([], [], [])
    if isLate {
      verdict = .tooLate
    } else if verdict == .beforeLanding, let arrival, arrival > landing {
      verdict = .onGround
    }
  }
}

extension [Window] {
  /// The best that meets its flight; nil where none does.
  fileprivate var bestMeeting: Int? {
    best.flatMap { [.beforeLanding, .onGround, .inFlight].contains(self[$0].verdict) ? $0 : nil }
  }
}
