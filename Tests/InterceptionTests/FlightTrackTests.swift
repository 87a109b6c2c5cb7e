import Coverage
import Foundation
import Geodesy
import Interception
import Radar
import Response
import TestSupport
import Testing
import Units

/// A random flight of bending legs near a place, which may be a pole or the antimeridian.
private func randomFlight(_ random: inout SplitMix, near centre: Position, climbs: Bool = false) -> Flight {
  func somewhere() -> Position {
    Ellipsoid.wgs84.direct(
      from: centre, azimuth: .degrees(random.next(in: 0...360)), distance: .kilometres(random.next(in: 0...250))
    ).position
  }
  let strip = somewhere()
  var flight = flight(
    [somewhere(), somewhere(), somewhere(), strip], [strip, somewhere(), somewhere()],
    speed: .kilometresPerHour(random.next(in: 150...700)), ground: .minutes(random.next(in: 0...20)))
  if climbs {
    for i in flight.inbound.indices {
      flight.inbound[i].altitude =
        i.isMultiple(of: 2)
        ? .aboveGround(.metres(random.next(in: 0...2000))) : .aboveSeaLevel(.metres(random.next(in: 400...5000)))
    }
  }
  return flight
}

private let centres = [place(-12.5, -73.9), place(0, 180), place(89.5, 40), place(-67, -179.5), place(45, 0)]

/// Dead reckoning along a flight's waypoints, written apart from the library's path.
private struct Reckoner {
  private struct Leg {
    var start: Position
    var way: Ellipsoid.Inverse
    var (low, high): (Length, Length)
  }

  private let flight: Flight
  private let timeline: Timeline
  private let (inbound, outbound): ([Leg], [Leg])

  init(_ flight: Flight, _ timeline: Timeline) {
    func legs(_ points: [Waypoint]) -> [Leg] {
      zip(points, points.dropFirst()).map { a, b in
        let ground = Length.metres(500)
        return Leg(
          start: a.position, way: Ellipsoid.wgs84.inverse(from: a.position, to: b.position),
          low: a.altitude.height(overGroundAt: ground), high: b.altitude.height(overGroundAt: ground))
      }
    }
    (self.flight, self.timeline) = (flight, timeline)
    (inbound, outbound) = (legs(flight.inbound), legs(flight.outbound))
  }

  /// Where it is at a time, and how high above the ground; nil on the strip.
  func place(_ seconds: Double) -> (Position, Length)? {
    let isInbound = seconds <= timeline.landing.inSeconds
    guard isInbound || seconds >= timeline.takeoff.inSeconds else { return nil }
    let points = isInbound ? flight.inbound : flight.outbound
    var left =
      (seconds - (isInbound ? timeline.departure : timeline.takeoff).inSeconds) * flight.speed.metresPerSecond
    for leg in isInbound ? inbound : outbound {
      let length = leg.way.distance
      if left <= length.metres {
        let part = length > .zero ? left / length.metres : 1
        let end = Ellipsoid.wgs84.direct(from: leg.start, azimuth: leg.way.azimuth, distance: .metres(left))
        return (end.position, leg.low + (leg.high - leg.low) * part)
      }
      left -= length.metres
    }
    let last = points[points.count - 1]
    return (last.position, last.altitude.height(overGroundAt: .metres(500)))
  }
}

@Test func `sightings agree with stepping through the flight`() {
  var random = SplitMix(seed: 3)
  for trial in 0..<30 {
    let centre = centres[trial % centres.count]
    let flight = randomFlight(&random, near: centre, climbs: trial.isMultiple(of: 2))
    let stations = (0..<3).map { i in
      station(
        "r\(i)",
        Ellipsoid.wgs84.direct(
          from: centre, azimuth: .degrees(random.next(in: 0...360)), distance: .kilometres(random.next(in: 0...150))
        ).position, radar(.kilometres(random.next(in: 20...120)), silence: i == 0 ? .degrees(3) : nil))
    }
    let coverage = network(stations)
    let timeline = FlightTrack(flight, groundElevation: .metres(500)).timeline(seenBy: coverage, alert: prompt)
    let reckoner = Reckoner(flight, timeline)
    var disagreements = 0
    for step in stride(from: timeline.departure.inSeconds, to: timeline.exit.inSeconds, by: 1.0) {
      guard let (position, height) = reckoner.place(step) else { continue }
      let isSeen = stations.contains { station in
        let ring = coverage.ring(of: station, targetHeight: height, target: flight.target)
        let distance = Ellipsoid.wgs84.distance(from: station.position, to: position)
        return ring.limit != .blind && distance <= ring.outerRadius && distance >= ring.innerRadius
      }
      let isListed = timeline.sightings.contains { $0.span.begin.inSeconds <= step && step <= $0.span.end.inSeconds }
      // Steps within a millisecond of an edge may fall to either side; legs in a climb are walked in steps, so that a
      // look through the very edge of a ring may be passed over.
      if isSeen != isListed { disagreements += 1 }
    }
    #expect(disagreements <= 1, "trial \(trial): \(disagreements) seconds differ")
  }
}

@Test func `intercepts agree with stepping through the flight`() {
  var random = SplitMix(seed: 5)
  var several = 0
  for trial in 0..<60 {
    let centre = centres[trial % centres.count]
    let flight = randomFlight(&random, near: centre)
    let base = Ellipsoid.wgs84.direct(
      from: centre, azimuth: .degrees(random.next(in: 0...360)), distance: .kilometres(random.next(in: 0...200))
    ).position
    let track = FlightTrack(flight, groundElevation: .metres(500))
    let timeline = track.timeline(seenBy: network([]), alert: prompt)
    let start = timeline.departure + .seconds(random.next(in: -600...2400))
    let cruise = Speed.kilometresPerHour(random.next(in: 80...600))
    let reach: Length? = trial.isMultiple(of: 3) ? .kilometres(random.next(in: 50...250)) : nil
    let meetings = track.meetings(from: base, start: start, cruise: cruise, reach: reach, ceiling: nil)
    if meetings.count > 2 { several += 1 }
    // Brute force in steps of half a second; an edge may be off by one step, 1 s is promised.
    let reckoner = Reckoner(flight, timeline)
    var wasFeasible = false
    var edges: [Double] = []
    var last = 0.0
    for tick in 0...Int((timeline.exit - timeline.departure).inSeconds * 2) {
      let time = timeline.departure.inSeconds + Double(tick) / 2
      var isFeasible = false
      if time >= start.inSeconds, let (position, _) = reckoner.place(time) {
        let distance = Ellipsoid.wgs84.distance(from: base, to: position)
        isFeasible =
          distance.metres <= cruise.metresPerSecond * (time - start.inSeconds) && distance <= (reach ?? distance)
      }
      if isFeasible != wasFeasible { edges.append(isFeasible ? time : last) }
      (wasFeasible, last) = (isFeasible, time)
    }
    if wasFeasible { edges.append(last) }
    // A span that touches landing is cut there by the library and by the gap on the ground in the brute force alike;
    // without time on the ground the brute force has no gap. Compare as sets of seconds.
    let own = meetings.filter { $0.span.length > .seconds(1) }.flatMap {
      [$0.span.begin.inSeconds, $0.span.end.inSeconds]
    }
    for edge in edges {
      let isNear = own.contains { abs($0 - edge) < 1 }
      let isShort = zip(edges, edges.dropFirst()).contains { ($0 == edge || $1 == edge) && $1 - $0 <= 1.2 }
      #expect(isNear || isShort, "trial \(trial): brute force has an edge at \(edge), found \(own)")
    }
    for edge in own {
      let isNear = edges.contains { abs($0 - edge) < 1 }
      let isLanding = abs(edge - timeline.landing.inSeconds) < 1 || abs(edge - timeline.takeoff.inSeconds) < 1
      #expect(isNear || isLanding, "trial \(trial): \(edge) is no edge of the brute force \(edges)")
    }
  }
  #expect(several > 0, "no trial had several spans: the test says little")
}

@Test func `on a plane the meeting is the closed form`() throws {
  // Near the base the Earth is flat: a target that flies past at distance d along a straight line at speed w is met
  // when (v(t − t0))² = d² + (wt − a)². Over 50 km a sphere differs from its plane by d³/24R² = 0.13 m, and the geodesic comes
  // nearer to the equator by d(1 − cos(50 km/R)) = 0.09 m; there the two ways drift apart by w − v = 10 m/s.
  let base = place(0, 0)
  let (v, w, d) = (50.0, 60.0, 3000.0)
  let a = 10_000.0
  // (w² − v²)t² − 2awt + a² + d² = 0: the target is the faster, so the span is bounded.
  let (p, q, r) = (w * w - v * v, -2 * a * w, a * a + d * d)
  let root = (q * q - 4 * p * r).squareRoot()
  let (first, last) = ((-q - root) / (2 * p), (-q + root) / (2 * p))
  let passing = Ellipsoid.wgs84.direct(from: base, azimuth: .degrees(0), distance: .metres(d))
  let west = Ellipsoid.wgs84.direct(from: passing.position, azimuth: .degrees(270), distance: .metres(a)).position
  // 990.9 s are 49.5 km past the nearest place: a flight of 70 km gets away, one of 20 km lands before.
  for beyond in [60_000.0, 10_000] {
    let end = Ellipsoid.wgs84.direct(from: passing.position, azimuth: .degrees(90), distance: .metres(beyond)).position
    let target = flight([west, passing.position, end], [end, end], speed: .metresPerSecond(w), departure: .zero)
    let found = FlightTrack(target, groundElevation: .zero)
      .meetings(from: base, start: .zero, cruise: .metresPerSecond(v), reach: nil, ceiling: nil)
      .filter(\.isInbound)
    #expect(found.count == 1)
    let span = try #require(found.first).span
    #expect(abs(span.begin.inSeconds - first) < 0.01)
    #expect(abs(span.end.inSeconds - min(last, (a + beyond) / w)) < 0.03)
  }
}

@Test func `a base on the route meets the flight as soon as it starts`() throws {
  let way = [place(-12, -73), place(-12, -74)]
  let track = FlightTrack(flight(way, way.reversed()), groundElevation: .metres(500))
  let middle = track.inbound.position(at: track.inbound.length / 2)
  let half = (track.inbound.length / 2).metres / (240 / 3.6)
  let departure = Duration.hours(6).inSeconds
  /// When 240 (± t ∓ pass) = speed (t − start): the aircraft nears the base, or leaves it.
  func times(pass: Double, start: Double, speed: Double) -> (Double, Double) {
    ((240 * pass + speed * start) / (240 + speed), (240 * pass - speed * start) / (240 - speed))
  }
  // Who starts while it is overhead meets it there, or when it comes back after landing and 7 minutes on the ground.
  let found = track.meetings(
    from: middle, start: .seconds(departure + half), cruise: .kilometresPerHour(1), reach: nil, ceiling: nil)
  let back = times(pass: departure + 3 * half + 7 * 60, start: departure + half, speed: 1)
  let outbound = try #require(found.first { !$0.isInbound }).span
  #expect(abs(outbound.begin.inSeconds - back.0) < 0.01 && abs(outbound.end.inSeconds - back.1) < 0.01)
  // Who starts with it waits for it on the way.
  let waiting = track.meetings(from: middle, start: .hours(6), cruise: .kilometresPerHour(10), reach: nil, ceiling: nil)
  let there = times(pass: departure + half, start: departure, speed: 10)
  let inbound = try #require(waiting.first { $0.isInbound }).span
  // A centisecond is 0.7 m of the way; edges are known to a millisecond.
  #expect(abs(inbound.begin.inSeconds - there.0) < 0.01 && abs(inbound.end.inSeconds - there.1) < 0.01)
}

@Test func `nobody climbs above the ceiling to meet a flight`() throws {
  let strip = place(-12, -74)
  var high = flight([place(-12, -73), strip], [strip, place(-12, -73)])
  high.inbound[0].altitude = .aboveSeaLevel(.metres(5000))
  high.inbound[1].altitude = .aboveSeaLevel(.metres(1000))
  let track = FlightTrack(high, groundElevation: .metres(500))
  let found = track.meetings(
    from: strip, start: .hours(5), cruise: .kilometresPerHour(400), reach: nil, ceiling: .metres(3000))
  let first = try #require(found.first { $0.isInbound }).span
  // Half of the way down lies half of the way along.
  #expect(abs((first.begin - .hours(6)).inSeconds - track.inbound.length.metres / (240 / 3.6) / 2) < 1)
}

@Test func `zero-length legs and repeated waypoints do no harm`() {
  let a = place(-12, -73)
  let b = place(-12, -74)
  let track = FlightTrack(flight([a, a, b, b], [b, b, b, a]), groundElevation: .metres(500))
  let plain = FlightTrack(flight([a, b], [b, a]), groundElevation: .metres(500))
  #expect(track.inbound.length == plain.inbound.length)
  let coverage = network([station("r", a, radar(.kilometres(60)))])
  let spans = track.timeline(seenBy: coverage, alert: prompt).sightings.map(\.span)
  let expected = plain.timeline(seenBy: coverage, alert: prompt).sightings.map(\.span)
  // On the way in over the radar, on the way out once more.
  #expect(expected.count == 2 && spans.count == 2)
  for (own, plain) in zip(spans, expected) {
    // Edges are known to a millisecond.
    #expect(abs((own.begin - plain.begin).inSeconds) < 2e-3 && abs((own.end - plain.end).inSeconds) < 2e-3)
  }
}
