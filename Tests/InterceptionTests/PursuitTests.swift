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
  for span in window.meetingSpans {
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
