import Coverage
import Geodesy
import Interception
import Radar
import Response
import TestSupport
import Testing
import Units

/// A mast so high and strong that it sees every flight of these tests from the beginning.
private func watching(_ centre: Position) -> SmoothEarthCoverage {
  network([station("mast", centre, radar(.kilometres(400), mast: .metres(8000)))])
}

private func windows(
  _ flight: Flight, _ asset: Asset, seenFrom centre: Position, closed areas: [PursuitArea] = [],
  border: [[Position]] = []
) -> Window {
  let track = FlightTrack(flight, groundElevation: .metres(500)).bounded(by: Border(border)).closed(to: areas)
  return FlightWindows(
    track: track, coverage: watching(centre), assets: [asset], alert: prompt, daylight: allDay, onScene: .minutes(10)
  ).windows[0]
}

/// All spans of meetings, tracked or not, those that touch made one.
private func spans(_ window: Window) -> [(Double, Double)] {
  let all = (window.intercepts + window.untracked).map { ($0.span.begin.inSeconds, $0.span.end.inSeconds) }.sorted {
    $0.0 < $1.0
  }
  var result: [(Double, Double)] = []
  for span in all {
    if let last = result.last, span.0 <= last.1 + 1e-2 {
      result[result.count - 1].1 = max(last.1, span.1)
    } else {
      result.append(span)
    }
  }
  return result
}

/// Seconds from one place to another in a wind, by two hundred triangles.
private func seconds(_ a: Position, _ b: Position, _ airspeed: Speed, _ wind: WindVector) throws -> Double? {
  let way = Ellipsoid.wgs84.inverse(from: a, to: b)
  var total = 0.0
  for number in 0..<20 {
    let along = way.distance * ((Double(number) + 0.5) / 20)
    let course = Ellipsoid.wgs84.direct(from: a, azimuth: way.azimuth, distance: along).finalAzimuth
    guard let triangle = try WindTriangle.solve(course: course, trueAirspeed: airspeed, wind: wind) else { return nil }
    total += way.distance.metres / 20 / triangle.groundSpeed.metresPerSecond
  }
  return total
}

@Test func `meetings in wind are those of a simulation in steps of a second`() throws {
  var random = SplitMix(seed: 77)
  var found = 0
  for trial in 0..<40 {
    let centre = place(random.next(in: -30...10), random.next(in: -75...(-60)))
    func near(_ kilometres: Double) -> Position {
      Ellipsoid.wgs84.direct(
        from: centre, azimuth: .degrees(random.next(in: 0...360)), distance: .kilometres(kilometres)
      ).position
    }
    let strip = near(30)
    let way = flight(
      [near(180), near(90), strip], [strip, near(150)], speed: .kilometresPerHour(random.next(in: 180...420)))
    let speed = Speed.kilometresPerHour(random.next(in: 180...350))
    // Up to nine tenths of its airspeed, so that every course is held.
    let wind = WindVector(
      from: .degrees(random.next(in: 0...360)), speed: speed * random.next(in: 0.05...0.9))
    var pursuer = asset(
      at: near(random.next(in: 1...120)), helicopter(speed), readiness: .minutes(random.next(in: 1...40)))
    pursuer.weather = FlyingWeather(wind: WindProfile(wind), air: nil)
    let window = windows(way, pursuer, seenFrom: centre)
    guard let airborne = window.airborne else { continue }
    let track = FlightTrack(way, groundElevation: .metres(500))
    let timeline = track.timeline(seenBy: watching(centre), alert: prompt)
    let own = spans(window)
    var wasIn = false
    var edges: [Double] = []
    var time = airborne.inSeconds.rounded(.up)
    let end = timeline.exit.inSeconds
    while time <= end {
      let isInFlight = time < timeline.landing.inSeconds || time > timeline.takeoff.inSeconds
      let needed = try seconds(pursuer.base.position, track.position(at: .seconds(time)), speed, wind)
      let isIn = isInFlight && (needed.map { $0 <= time - airborne.inSeconds } ?? false)
      if isIn != wasIn { edges.append(time) }
      wasIn = isIn
      time += 1
    }
    for edge in edges {
      #expect(
        own.contains { abs($0.0 - edge) <= 1.1 || abs($0.1 - edge) <= 1.1 },
        "trial \(trial): the simulation has an edge at \(edge), found \(own)")
      found += 1
    }
    // And none that the simulation does not have, longer than its step.
    for span in own where span.1 - span.0 > 2.2 {
      let middle = (span.0 + span.1) / 2
      let needed = try seconds(pursuer.base.position, track.position(at: .seconds(middle)), speed, wind)
      #expect((needed ?? .infinity) <= middle - airborne.inSeconds + 1, "trial \(trial): \(span)")
    }
  }
  #expect(found > 30)
}

@Test func `a meeting ends at the edge of an area closed to pursuit, and what lies in it is told apart`() throws {
  // East along the equator from 9° to 12° and back; closed between 10° and 11°.
  let (origin, strip) = (place(0, 9), place(0, 12))
  let closed = PursuitArea([[place(-1, 10), place(-1, 11), place(1, 11), place(1, 10), place(-1, 10)]])
  let fast = asset(at: strip, helicopter(.kilometresPerHour(1e5)), readiness: .zero)
  let window = windows(flight([origin, strip], [strip, origin]), fast, seenFrom: place(0, 10.5), closed: [closed])
  let degree = 6_378_137 * Double.pi / 180 / (240 / 3.6)
  let landing = 6 * 3600 + 3 * degree
  let inside = window.limited.filter { $0.limits == [.closedArea] }
  #expect(inside.count == window.limited.count && inside.count == 2)
  // Times are known to 1 ms, the edge to 1 mm.
  #expect(abs(inside[0].span.end.inSeconds - (landing - degree)) < 5e-3 && inside[0].isInbound)
  #expect(abs(inside[1].span.begin.inSeconds - (landing + 420 + degree)) < 5e-3)
  #expect(abs(inside[1].span.length.inSeconds - degree) < 1e-2)
  for span in spans(window) {
    for limited in window.limited {
      #expect(span.1 <= limited.span.begin.inSeconds + 5e-3 || span.0 >= limited.span.end.inSeconds - 5e-3)
    }
  }
  // A hole in the area is open.
  let ring = PursuitArea([
    [place(-2, 10), place(-2, 11), place(2, 11), place(2, 10), place(-2, 10)],
    [place(-1, 10.25), place(-1, 10.75), place(1, 10.75), place(1, 10.25), place(-1, 10.25)],
  ])
  let holed = windows(flight([origin, strip], [strip, origin]), fast, seenFrom: place(0, 10.5), closed: [ring])
  #expect(holed.limited.filter { !$0.isInbound }.count == 2)
  #expect(ring.contains(place(0, 10.1)) && !ring.contains(place(0, 10.5)) && !ring.contains(place(0, 11.1)))
}

@Test func `a closed area across the antimeridian is one, and a flight that begins in it is in it`() {
  let area = PursuitArea([[place(-1, 179), place(-1, -179), place(1, -179), place(1, 179), place(-1, 179)]])
  #expect(area.contains(place(0, 179.5)) && area.contains(place(0, -179.5)) && !area.contains(place(0, 178.5)))
  let (origin, strip) = (place(0, 180), place(0, -177))
  let fast = asset(at: strip, helicopter(.kilometresPerHour(1e5)), readiness: .zero)
  let window = windows(flight([origin, strip], [strip, origin]), fast, seenFrom: place(0, -178.5), closed: [area])
  #expect(window.limited.contains { !$0.isInbound && $0.limits == [.closedArea] })
}

@Test func `what lies beyond the border is told apart and does not count`() {
  let (origin, strip) = (place(0, 9), place(0, 12))
  let fast = asset(at: strip, helicopter(.kilometresPerHour(1e5)), readiness: .zero)
  let window = windows(
    flight([origin, strip], [strip, origin]), fast, seenFrom: place(0, 10.5), border: [[place(-20, 11), place(20, 11)]])
  #expect(!window.limited.isEmpty && window.limited.allSatisfy { $0.limits == [.beyondBorder] })
  let degree = 6_378_137 * Double.pi / 180 / (240 / 3.6)
  let out = window.limited.filter { !$0.isInbound }
  #expect(out.count == 1 && abs(out[0].span.length.inSeconds - 2 * degree) < 1e-2)
}

@Test func `an asset below the flight is told as such, at a lower altitude on a hot day`() {
  let (origin, strip) = (place(0, 9), place(0, 12))
  // At 3,800 m above ground at 500 m.
  let way = flight([origin, strip], [strip, origin], height: .aboveGround(.metres(3800)))
  var high = helicopter(.kilometresPerHour(1e5))
  high.ceiling = .metres(4500)
  var pursuer = asset(at: strip, high, readiness: .zero)
  let cool = windows(way, pursuer, seenFrom: place(0, 10.5))
  #expect(!cool.intercepts.isEmpty && cool.limited.isEmpty)
  // 20 K more are some 700 m of density altitude.
  pursuer.weather = FlyingWeather(wind: nil, air: AirProfile(isaDeviationKelvins: 20))
  let hot = windows(way, pursuer, seenFrom: place(0, 10.5))
  #expect(hot.intercepts.isEmpty && hot.limited.allSatisfy { $0.limits == [.aboveCeiling] } && !hot.limited.isEmpty)
}

@Test func `an asset that is slower than the flight is told as such`() {
  let (origin, strip) = (place(0, 9), place(0, 12))
  let way = flight([origin, strip], [strip, origin])
  #expect(windows(way, asset(at: strip), seenFrom: place(0, 10.5)).isSlower)
  #expect(!windows(way, asset(at: strip, helicopter(.kilometresPerHour(240))), seenFrom: place(0, 10.5)).isSlower)
}

@Test func `an asset that cannot start meets nobody in flight`() {
  let (origin, strip) = (place(0, 9), place(0, 12))
  var limited = helicopter(.kilometresPerHour(300))
  var performance = Performance()
  performance.engineStopLimit = .metres(4000)
  limited.performance = performance
  var grounded = asset(at: strip, limited, readiness: .zero)
  grounded.base.elevation = .metres(4200)
  let window = windows(flight([origin, strip], [strip, origin]), grounded, seenFrom: place(0, 10.5))
  #expect(window.verdict == .outOfReach && window.intercepts.isEmpty)
}
