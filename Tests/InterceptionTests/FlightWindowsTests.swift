import Coverage
import Geodesy
import Interception
import Radar
import Response
import TestSupport
import Testing
import Units

/// A flight west along a geodesic to a strip, 400 km, and back.
private let origin = place(-12.5, -70)
private let strip = Ellipsoid.wgs84.direct(from: origin, azimuth: .degrees(270), distance: .kilometres(400)).position

private func windows(
  _ assets: [Asset], radars: [RadarStation], flight: Flight = flight([origin, strip], [strip, origin]),
  daylight: Daylight = allDay
) -> FlightWindows {
  FlightWindows(
    flight: flight, coverage: network(radars), assets: assets, alert: prompt, daylight: daylight, onScene: .minutes(10))
}

private let atStrip = station("west", strip, radar(.kilometres(50)))

@Test func `the timeline is the arithmetic of its parts`() throws {
  // 400 km at 240 km/h are 100 minutes; a radar on the strip with 50 km of slant range sees the last 12.5 minutes.
  let result = windows([asset(at: strip)], radars: [atStrip])
  let timeline = result.timeline
  #expect(abs((timeline.landing - timeline.departure).inMinutes - 100) < 1e-6)
  #expect(timeline.takeoff == timeline.landing + .minutes(7))
  // Slant and ground range differ by the heights: (270 m)²/2·50 km is below a metre, the sphere adds 0.1 m; 3 s is 200 m.
  #expect(abs((timeline.landing - (try #require(timeline.firstDetection))).inMinutes - 12.5) < 0.05)
  // The warning runs from the track, 30 s later.
  #expect(abs(try #require(timeline.warning).inMinutes - 12) < 0.05)
  #expect(timeline.ordered == timeline.firstDetection.map { $0 + .seconds(30) + .minutes(5) })
  let window = try #require(result.windows.first)
  // Ready after 15 minutes at the strip itself: 20.5 after the first echo, 8 after landing, 1 after the take-off.
  #expect(abs(try #require(window.slack).inMinutes + 1) < 0.05)
  #expect(window.slack == window.arrival.map { timeline.takeoff - $0 })
  #expect(result.inbound.map { $0.begin } == timeline.ordered && result.inbound?.end == timeline.landing)
  #expect(result.ground == TimeSpan(begin: timeline.landing, end: timeline.takeoff))
}

@Test func `verdicts run from before landing to never seen`() {
  func verdict(_ readiness: Duration?, radars: [RadarStation], speed: Speed = .kilometresPerHour(225)) -> Window.Verdict
  {
    windows([asset(at: strip, helicopter(speed), readiness: readiness)], radars: radars).windows[0].verdict
  }
  #expect(verdict(.minutes(5), radars: [atStrip]) == .beforeLanding)
  #expect(verdict(.minutes(10), radars: [atStrip]) == .onGround)
  #expect(verdict(.minutes(15), radars: [atStrip], speed: .kilometresPerHour(300)) == .inFlight)
  #expect(verdict(.minutes(90), radars: [atStrip]) == .tooLate)
  #expect(verdict(nil, radars: [atStrip]) == .notFlown)
  #expect(verdict(.minutes(5), radars: []) == .neverSeen)
  let far = asset(at: place(40, 100), helicopter(endurance: .hours(1)))
  #expect(windows([far], radars: [atStrip]).windows[0].verdict == .outOfReach)
  #expect(windows([far], radars: []).best == nil)
}

@Test func `the best is the best verdict, then the most slack`() {
  let assets = [
    asset(at: strip, readiness: .minutes(90)), asset(at: strip, readiness: .minutes(9)),
    asset(at: strip, readiness: .minutes(8)), asset(at: strip, readiness: .minutes(8)),
  ]
  #expect(windows(assets, radars: [atStrip]).best == 2)
  #expect(windows([], radars: [atStrip]).best == nil)
}

@Test
func `of assets that are not in time the least late is the best, whether or not it could meet the flight untracked`()
  throws
{
  let some = try #require(windows([asset(at: strip, readiness: .minutes(10))], radars: [atStrip]).windows.first)
  func window(_ verdict: Window.Verdict, _ minutes: Double?) -> Window {
    var window = some
    (window.verdict, window.slack, window.intercepts) = (verdict, minutes.map { .minutes($0) }, [])
    return window
  }
  #expect([window(.untracked, -38), window(.tooLate, -13)].best == 1)
  #expect([window(.untracked, -13), window(.tooLate, -38)].best == 0)
  // One that never comes to the strip is behind all that do, and before nobody.
  #expect([window(.untracked, nil), window(.tooLate, -38)].best == 1)
  #expect([window(.outOfReach, nil), window(.untracked, nil)].best == 1)
  #expect([window(.tooLate, -1), window(.busy, nil)].best == 1)
  #expect([window(.outOfReach, nil), window(.notFlown, nil)].best == nil)
}

@Test func `readiness is that of the hour of the order`() throws {
  var two = asset(at: strip)
  two.readinessByDay = .minutes(5)
  two.readinessByNight = .minutes(30)
  // Departure at 06:00, order about 07:33.
  let cases: [(Daylight, Period)] = [
    (Daylight(begin: .hours(6), end: .hours(18)), .day), (Daylight(begin: .hours(8), end: .hours(18)), .night),
    (Daylight(begin: .hours(18), end: .hours(7)), .night), (Daylight(begin: .hours(7), end: .hours(2)), .day),
  ]
  for (daylight, period) in cases {
    #expect(windows([two], radars: [atStrip], daylight: daylight).windows[0].period == period)
  }
  var late = flight([origin, strip], [strip, origin], departure: .hours(23))
  late.departure = .hours(23)
  #expect(
    windows([two], radars: [atStrip], flight: late, daylight: Daylight(begin: .zero, end: .hours(2))).windows[0].period
      == .day)
}

@Test func `more radars never see later, slower crews never gain slack`() throws {
  var random = SplitMix(seed: 9)
  var (seen, earlier) = (0, 0)
  for _ in 0..<20 {
    let stations = (0..<4).map { i in
      station("r\(i)", place(random.next(in: -14 ... -11), random.next(in: -74 ... -70)), radar(.kilometres(60)))
    }
    var last: Duration?
    for count in 1...4 {
      let first = windows([], radars: Array(stations.prefix(count))).timeline.firstDetection
      if let last {
        seen += 1
        // An edge is known to a millisecond.
        #expect(try #require(first) <= last + .milliseconds(2))
        if let first, first < last - .seconds(1) { earlier += 1 }
      }
      last = first ?? last
    }
  }
  // Compared at all, and where a radar more was of use.
  #expect(seen > 20 && earlier > 5, "\(seen) \(earlier)")
  var slack = Duration.hours(10)
  for minutes in stride(from: 0.0, through: 60, by: 5) {
    let window = windows([asset(at: strip, readiness: .minutes(minutes))], radars: [atStrip]).windows[0]
    let now = try #require(window.slack)
    #expect(now < slack)
    slack = now
  }
}

@Test func `a flight on the other side of the Earth's clock fares the same`() throws {
  let shifted = { (p: Position) in place(p.latitudeDegrees, p.longitudeDegrees - 108.5) }
  let here = windows([asset(at: strip)], radars: [atStrip])
  let there = windows(
    [asset(at: shifted(strip))], radars: [station("west", shifted(strip), radar(.kilometres(50)))],
    flight: flight([shifted(origin), shifted(strip)], [shifted(strip), shifted(origin)]))
  let (a, b) = (try #require(here.windows[0].slack), try #require(there.windows[0].slack))
  // Both searches know their edges to a millisecond.
  #expect(abs((a - b).inSeconds) < 2e-3)
}

@Test func `a secondary radar sees nothing without a transponder`() {
  var type = radar(.kilometres(50))
  type.kind = .secondary
  let secondary = station("ssr", strip, type)
  #expect(windows([], radars: [secondary]).timeline.firstDetection == nil)
  let answering = flight([origin, strip], [strip, origin], transponder: true)
  #expect(windows([], radars: [secondary], flight: answering).timeline.firstDetection != nil)
}

@Test func `a look shorter than confirmation gives no order`() {
  // A ring of 0.8 km is crossed in 24 s at most at 240 km/h.
  let brief = station(
    "brief",
    Ellipsoid.wgs84.direct(
      from: origin, azimuth: .degrees(270), distance: .kilometres(200)
    ).position, radar(.metres(800)))
  let result = windows([asset(at: strip)], radars: [brief])
  #expect(result.timeline.firstDetection != nil)
  #expect(result.timeline.confirmed == nil && result.timeline.warning == nil && result.inbound == nil)
  #expect(result.windows[0].verdict == .neverTracked && result.best == nil)
}
