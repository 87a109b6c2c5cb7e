import Coverage
import Geodesy
import Interception
import Radar
import Response
import TestSupport
import Testing
import Units

/// A flight west along a geodesic to a strip, 200 km at 240 km/h, and back.
private let origin = place(-12.5, -72)
private let strip = Ellipsoid.wgs84.direct(from: origin, azimuth: .degrees(270), distance: .kilometres(200)).position
/// On the strip, which sees the last 100 km: the order goes out 25 minutes before landing less 30 s and 5 min.
private let watching = network([station("west", strip, radar(.kilometres(100), mast: .metres(300)))])
private let onScene = Duration.minutes(10)

private func call(_ id: String, departure: Duration, perDay: Double = 1) -> Flight {
  var call = flight([origin, strip], [strip, origin], departure: departure)
  call.id = id
  call.perDay = perDay
  return call
}

/// Helicopters that are at the strip in `minutes` of flight at 225 km/h, ready after 5 minutes.
private func helicopters(_ id: String, count: Int = 1, minutes: Double = 8) -> Asset {
  var helicopters = asset(
    at: Ellipsoid.wgs84.direct(
      from: strip, azimuth: .degrees(0), distance: .kilometres(225 * minutes / 60)
    ).position, readiness: .minutes(5))
  helicopters.id = id
  helicopters.count = count
  return helicopters
}

private func served(_ flights: [Flight], _ assets: [Asset]) -> [FlightWindows] {
  Roster(
    flights.map {
      FlightWindows(flight: $0, coverage: watching, assets: assets, alert: prompt, daylight: allDay, onScene: onScene)
    }
  ).flights
}

@Test func `one helicopter meets one of two flights of the same minute, two helicopters meet both`() throws {
  let both = [call("a", departure: .hours(6)), call("b", departure: .hours(6))]
  let one = served(both, [helicopters("h")])
  #expect(one[0].windows[0].verdict == .beforeLanding && one[1].windows[0].verdict == .busy)
  // Arrival, 10 minutes on the ground, 8 minutes back.
  let window = one[0].windows[0]
  let arrival = try #require(window.arrival)
  #expect(abs(try #require(window.missionEnd).inSeconds - (arrival + .minutes(18)).inSeconds) < 1e-3)
  let duty = try #require(one[1].windows[0].duty)
  let back = try #require(window.missionEnd)
  #expect(duty.flightID == "a" && abs((duty.until - back).inSeconds) < 1e-3)
  // Who stays away does not fly.
  let busy = one[1].windows[0]
  #expect(busy.airborne == nil && busy.arrival == nil && busy.slack == nil && busy.intercepts.isEmpty)
  #expect(served(both, [helicopters("h", count: 2)]).allSatisfy { $0.windows[0].verdict == .beforeLanding })
  // The first in the list is the first served.
  #expect(served(both.reversed(), [helicopters("h")]).map(\.flight.id) == ["b", "a"])
  #expect(served(both.reversed(), [helicopters("h")])[0].windows[0].verdict == .beforeLanding)
}

@Test func `the next best asset takes what the best one cannot`() {
  let both = [call("a", departure: .hours(6)), call("b", departure: .hours(6.1))]
  let flights = served(both, [helicopters("far", minutes: 10), helicopters("near", minutes: 5)])
  #expect(flights[0].best == 1 && flights[1].best == 0)
  #expect(flights[1].windows[1].verdict == .busy && flights[1].windows[0].verdict == .beforeLanding)
  #expect(flights[0].windows[0].missionEnd == nil && flights[1].windows[0].missionEnd != nil)
}

@Test func `an aircraft is free again when it is back, and not before`() {
  // Away from the order for 5 + 8 minutes to arrive, 10 on the ground and 8 back: 31.
  for (minutes, verdict) in [(30.9, Window.Verdict.busy), (31.1, .beforeLanding)] {
    let later = [call("a", departure: .hours(6)), call("b", departure: .hours(6) + .minutes(minutes))]
    #expect(served(later, [helicopters("h")])[1].windows[0].verdict == verdict, "\(minutes)")
    // The order of the list does not matter, the order of the orders does.
    #expect(served(later.reversed(), [helicopters("h")])[0].windows[0].verdict == verdict, "\(minutes)")
  }
}

@Test func `a flight of late evening keeps an aircraft from one after midnight`() {
  // Orders 12 minutes apart on the clock, on two days: 23:50 and 00:02.
  let order = Duration.minutes(25 + 5.5)
  let late = call("late", departure: .hours(24) - .minutes(10) - order)
  let early = call("early", departure: .minutes(2) - order)
  let flights = served([early, late], [helicopters("h")])
  #expect(flights[0].windows[0].verdict == .busy && flights[0].windows[0].duty?.flightID == "late")
  #expect(flights[1].windows[0].verdict == .beforeLanding)
  // By itself it comes every day.
  #expect(served([early], [helicopters("h")])[0].windows[0].verdict == .beforeLanding)
}

@Test func `a flight of no weight keeps nobody, and a rare one keeps as others do`() {
  func second(_ perDay: Double) -> Window.Verdict {
    served([call("a", departure: .hours(6), perDay: perDay), call("b", departure: .hours(6))], [helicopters("h")])[1]
      .windows[0].verdict
  }
  #expect(second(0) == .beforeLanding)
  #expect(second(0.5) == .busy && second(5) == .busy)
}

@Test func `who meets a flight in the air is away until back from there`() throws {
  // Too late for the strip: the helicopter is faster than the aircraft and meets it on its way out.
  var slow = asset(at: strip, helicopter(.kilometresPerHour(300)), readiness: .minutes(28))
  slow.id = "slow"
  let flights = served([call("a", departure: .hours(6)), call("b", departure: .hours(6.05))], [slow])
  let window = flights[0].windows[0]
  #expect(window.verdict == .inFlight)
  let meeting = try #require(window.intercepts.first)
  let back = Ellipsoid.wgs84.distance(from: meeting.first, to: strip).metres / (300 / 3.6)
  #expect(abs(try #require(window.missionEnd).inSeconds - (meeting.span.begin.inSeconds + 600 + back)) < 1e-3)
  #expect(flights[1].windows[0].verdict == .busy)
}

@Test func `no aircraft is in two places at once, and who waits is refused by all that could come`() throws {
  var random = SplitMix(seed: 8)
  for _ in 0..<20 {
    let calls = (0..<12).map { call("f\($0)", departure: .hours(random.next(in: 5...9))) }
    let assets = (0..<3).map { index in
      helicopters(
        "h\(index)", count: Int(random.next(in: 1...2.99)), minutes: random.next(in: 2...14))
    }
    let alone = calls.map {
      FlightWindows(flight: $0, coverage: watching, assets: assets, alert: prompt, daylight: allDay, onScene: onScene)
    }
    let flights = Roster(alone).flights
    for (index, asset) in assets.enumerated() {
      let missions = flights.compactMap { flight -> (Duration, Duration)? in
        guard let end = flight.windows[index].missionEnd, let order = flight.timeline.ordered else { return nil }
        return (order, end)
      }
      for (order, _) in missions {
        #expect(missions.count { $0.0 <= order && order < $0.1 } <= asset.count)
      }
    }
    for (flight, free) in zip(flights, alone) {
      #expect(flight.windows.count { $0.missionEnd != nil } <= 1)
      for (window, before) in zip(flight.windows, free.windows) where window.verdict != .busy {
        #expect(window.verdict == before.verdict)
      }
      // Nobody goes only where nobody could, or all who could are busy.
      if flight.windows.allSatisfy({ $0.missionEnd == nil }) {
        #expect(flight.windows.allSatisfy { $0.verdict == .busy || $0.verdict == .tooLate })
      }
    }
  }
}

@Test func `turn-round keeps an aircraft longer`() {
  // Away from the order for 31 minutes without it.
  for (turnRound, verdict) in [(0.0, Window.Verdict.beforeLanding), (20, .busy)] {
    var tired = helicopters("h")
    tired.turnRound = .minutes(turnRound)
    let later = [call("a", departure: .hours(6)), call("b", departure: .hours(6) + .minutes(40))]
    #expect(served(later, [tired])[1].windows[0].verdict == verdict, "\(turnRound)")
  }
}

private func bestServed(_ flights: [Flight], _ assets: [Asset]) -> [FlightWindows] {
  Roster(
    flights.map {
      FlightWindows(flight: $0, coverage: watching, assets: assets, alert: prompt, daylight: allDay, onScene: onScene)
    }, by: .best
  ).flights
}

@Test func `the best assignment meets flights that first come leaves`() {
  // The near helicopter of one base is in time for both flights, the far one, ready after half an hour, for neither second.
  var slow = helicopters("slow", minutes: 8)
  slow.readinessByDay = .minutes(20)
  slow.readinessByNight = .minutes(20)
  let near = helicopters("near", minutes: 8)
  let both = [call("a", departure: .hours(6)), call("b", departure: .hours(6))]
  let flights = bestServed(both, [near, slow])
  #expect(flights.allSatisfy { $0.windows.contains { $0.missionEnd != nil } })
  #expect(flights[0].best != flights[1].best)
  // One helicopter, two flights of the same minute: it comes to the second when it is back, 31 minutes of mission and 15 to
  // be there again, long after that has left.
  let one = bestServed(both, [near])
  #expect(one.count { $0.windows[0].verdict == .beforeLanding } == 1)
  let late = one.map(\.windows[0]).filter { $0.verdict == .tooLate }
  #expect(late.count == 1 && late.allSatisfy { ($0.slack ?? .zero) < .zero && $0.missionEnd != nil })
}

/// What each asset could do for each flight, were it free: seconds from the order, of which all orders are on one day.
private struct Trial {
  var orders: [Double]
  /// By flight and asset: to the strip, away altogether, and until the aircraft leaves.
  var options: [[(delay: Double, occupied: Double, deadline: Double)?]]
  var counts: [Int]

  init(_ flights: [FlightWindows], _ assets: [Asset]) {
    orders = flights.map { ($0.timeline.ordered ?? .zero).inSeconds }
    options = flights.map { flight in
      flight.windows.map { window in
        guard let order = flight.timeline.ordered, let arrival = window.arrival, let end = window.missionEnd else {
          return nil
        }
        return (
          (arrival - order).inSeconds, (end - order).inSeconds + window.asset.turnRound.inSeconds,
          flight.timeline.takeoff.inSeconds
        )
      }
    }
    counts = assets.map(\.count)
  }

  /// The least total lateness of all ways to share out the flights and of all orders in which each aircraft may serve its own.
  func least() -> Double {
    var best = Double.infinity
    func serve(_ rest: [Int], _ free: [[Double]], _ total: Double) {
      guard !rest.isEmpty else {
        best = min(best, total)
        return
      }
      for flight in rest {
        for (asset, option) in options[flight].enumerated() {
          guard let option else { continue }
          for aircraft in free[asset].indices {
            let sent = max(orders[flight], free[asset][aircraft])
            var free = free
            free[asset][aircraft] = sent + option.occupied
            serve(
              rest.filter { $0 != flight }, free, total + max(sent + option.delay - option.deadline, 0))
          }
        }
      }
    }
    let open = orders.indices.filter { flight in options[flight].contains { $0 != nil } }
    serve(open, counts.map { Array(repeating: -1e9, count: $0) }, 0)
    return best
  }

  /// Who goes where if orders are served as they come, by the aircraft at its base that has the most time to spare; nil: nobody.
  func asTheyCome() -> [Int?] {
    var free = counts.map { Array(repeating: -1e9, count: $0) }
    var sent = [Int?](repeating: nil, count: orders.count)
    for flight in orders.indices.sorted(by: { orders[$0] < orders[$1] }) {
      let able = options[flight].indices.filter { asset in
        options[flight][asset] != nil && free[asset].contains { $0 <= orders[flight] }
      }
      let best = able.min { (options[flight][$0]?.delay ?? 0) < (options[flight][$1]?.delay ?? 0) }
      guard let best, let option = options[flight][best],
        let aircraft = free[best].firstIndex(where: { $0 <= orders[flight] })
      else { continue }
      free[best][aircraft] = orders[flight] + option.occupied
      sent[flight] = best
    }
    return sent
  }
}

@Test func `plans of up to four flights and three assets are those of trying all`() throws {
  var random = SplitMix(seed: 21)
  var (late, contested) = (0, 0)
  for number in 0..<60 {
    let calls = (0..<4).map { call("f\($0)", departure: .hours(random.next(in: 5...6.5))) }
    let assets = (0..<Int(random.next(in: 1...3.99))).map { index in
      var own = helicopters(
        "h\(index)", count: random.next(in: 0...1) < 0.3 ? 2 : 1, minutes: random.next(in: 2...13))
      own.turnRound = .minutes(random.next(in: 0...20))
      return own
    }
    let alone = calls.map {
      FlightWindows(flight: $0, coverage: watching, assets: assets, alert: prompt, daylight: allDay, onScene: onScene)
    }
    // All of them are at the strip in time if they are free.
    #expect(alone.allSatisfy { $0.windows.allSatisfy { $0.verdict == .beforeLanding || $0.verdict == .onGround } })
    let trial = Trial(alone, assets)
    let best = Roster(alone, by: .best)
    let total = best.flights.indices.reduce(0.0) { sum, index in
      let slack = best.sent[index].flatMap { best.flights[index].windows[$0].slack } ?? .seconds(-1e9)
      return sum + max(-slack.inSeconds, 0)
    }
    // Times are known to a microsecond.
    #expect(abs(total - trial.least()) < 1e-3, "plan \(number)")
    late += total > 0 ? 1 : 0
    let first = Roster(alone)
    #expect(first.sent == trial.asTheyCome(), "plan \(number)")
    contested += first.sent.contains(nil) ? 1 : 0
    // Nobody is at two places.
    for index in assets.indices {
      let missions = best.flights.compactMap { flight -> (Double, Double)? in
        guard let end = flight.windows[index].missionEnd, let out = flight.windows[index].airborne else { return nil }
        return (out.inSeconds, end.inSeconds)
      }
      for mission in missions {
        // As many as start it or are on their way then.
        #expect(missions.count { $0.0 <= mission.0 + 1e-3 && mission.0 + 1e-3 < $0.1 } <= assets[index].count)
      }
    }
  }
  #expect(late > 10 && contested > 10)
}
