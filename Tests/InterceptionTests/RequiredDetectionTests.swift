import Geodesy
import Interception
import Response
import Testing
import Units

private let origin = place(-12.5, -70)

private func required(
  base kilometres: Double, readiness: Duration, chain: AlertChain = AlertChain(confirmation: .zero, decision: .zero),
  route: Length = .kilometres(400)
) -> RequiredDetection {
  let strip = Ellipsoid.wgs84.direct(from: origin, azimuth: .degrees(270), distance: route).position
  let base = Ellipsoid.wgs84.direct(from: strip, azimuth: .degrees(20), distance: .kilometres(kilometres)).position
  return RequiredDetection(
    flight: flight([origin, strip], [strip, origin]), period: .day, assets: [asset(at: base, readiness: readiness)],
    alert: chain, onScene: .zero, groundElevation: .metres(500))
}

@Test func `a strip 12 km from a helicopter needs 44 km of sight, 4 km with a readier crew`() throws {
  // (readiness + 12 km at 225 km/h − 7 min on the ground) at 240 km/h: 44.8 and 4.8 km, quoted cut to whole kilometres.
  for (minutes, expected) in [(15.0, 44.8), (5, 4.8)] {
    let row = required(base: 12, readiness: .minutes(minutes))
    #expect(abs(try #require(row.alongRoute).kilometres - expected) < 1e-6)
    #expect(abs(try #require(row.direct).kilometres - expected) < 1e-6)
    #expect(!row.isBeforeOrigin)
  }
}

@Test func `a minute of readiness, confirmation or decision costs 4 km of sight at 240 km an hour`() throws {
  let base = try #require(required(base: 60, readiness: .minutes(15)).alongRoute)
  for row in [
    required(base: 60, readiness: .minutes(16)),
    required(base: 60, readiness: .minutes(15), chain: AlertChain(confirmation: .minutes(1), decision: .zero)),
    required(base: 60, readiness: .minutes(15), chain: AlertChain(confirmation: .zero, decision: .minutes(1))),
  ] {
    #expect(abs((try #require(row.alongRoute) - base).kilometres - 4) < 1e-6)
  }
}

@Test func `an aircraft that may be seen after landing needs no distance`() throws {
  let row = required(base: 0, readiness: .minutes(5))
  #expect(row.alongRoute == .zero)
  #expect(abs(try #require(row.leadTime).inMinutes + 2) < 1e-6)
}

@Test func `beyond the origin it would have to be seen before it leaves`() throws {
  let row = required(base: 100, readiness: .minutes(15), route: .kilometres(50))
  #expect(row.isBeforeOrigin && row.direct == nil)
  #expect(try #require(row.alongRoute) > .kilometres(50))
}

@Test func `the required distance is where the window opens`() throws {
  // Seen from the required point on, the asset arrives as the aircraft leaves: the slack is nothing.
  let row = required(base: 60, readiness: .minutes(15), chain: prompt)
  let strip = row.strip.position
  let base = Ellipsoid.wgs84.direct(from: strip, azimuth: .degrees(20), distance: .kilometres(60)).position
  let eye = station("eye", strip, radar(try #require(row.alongRoute), mast: .metres(800)))
  let result = FlightWindows(
    flight: row.flight, coverage: network([eye]), assets: [asset(at: base)], alert: prompt, daylight: allDay,
    onScene: .zero)
  // The radar's range is a slant range: over 100 km with 500 m between the heights that is 2 m, and 5 m on the sphere.
  #expect(abs(try #require(result.windows[0].slack).inSeconds) < 0.5)
}

@Test func `no asset that flies at night means no distance by night`() {
  var sleeper = asset(at: origin)
  sleeper.readinessByNight = nil
  let strip = place(-12.5, -71)
  let rows = RequiredDetection.rows(
    strips: [flight([origin, strip], [strip, origin]).strip], flights: [flight([origin, strip], [strip, origin])],
    assets: [sleeper], alert: prompt, onScene: .zero, groundElevation: .zero)
  #expect(rows.map(\.period) == [.day, .night])
  #expect(rows[0].alongRoute != nil && rows[1].alongRoute == nil && rows[1].asset == nil)
}
