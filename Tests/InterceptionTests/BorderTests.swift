import Coverage
import Geodesy
import Interception
import Radar
import Response
import TestSupport
import Testing
import Units

/// Every span in which an interceptor that is everywhere at once could meet a flight.
private func meetings(_ flight: Flight, _ border: [[Position]]) -> [(span: TimeSpan, isInbound: Bool)] {
  FlightTrack(flight, groundElevation: .zero).bounded(by: Border(border)).meetings(
    from: flight.strip.position, start: .hours(-100), cruise: .kilometresPerHour(1e5), reach: nil, ceiling: nil)
}

/// A border along a meridian, from 20° south to 20° north.
private func meridian(_ longitude: Double) -> [Position] { [place(-20, longitude), place(20, longitude)] }

/// Metres of the equator: its radius is the ellipsoid's.
private func equator(_ degrees: Double) -> Double { degrees * .pi / 180 * 6_378_137 }

private let metresASecond = 240 / 3.6

@Test func `meetings begin where the way in crosses the border and end where the way out does`() throws {
  // Along the equator from 3° west of the strip; the border lies 1.2° west of it.
  let (origin, strip) = (place(0, 9), place(0, 12))
  let found = meetings(flight([origin, strip], [strip, origin]), [meridian(10.8)])
  #expect(found.count == 2 && found[0].isInbound && !found[1].isInbound)
  let landing = 6 * 3600 + equator(3) / metresASecond
  let crossing = equator(1.2) / metresASecond
  // The border is known to 1 mm, times to 1 ms.
  #expect(abs(found[0].span.begin.inSeconds - (landing - crossing)) < 2e-3)
  #expect(abs(found[0].span.end.inSeconds - landing) < 2e-3)
  #expect(abs(found[1].span.begin.inSeconds - (landing + 420)) < 2e-3)
  #expect(abs(found[1].span.end.inSeconds - (landing + 420 + crossing)) < 2e-3)
  // Without a border the whole of both ways.
  let free = meetings(flight([origin, strip], [strip, origin]), [])
  #expect(free[0].span.begin == .hours(6))
}

@Test func `a waypoint on the border, or a border that bends on the way, is crossed once`() throws {
  let (origin, gate, strip) = (place(0, 9), place(0, 10.8), place(0, 12))
  let way = flight([origin, gate, strip], [strip, gate, origin])
  // Bent at the crossing, and twice the same line, as two neighbours' borders are.
  let bent = [place(-20, 10.2), place(0, 10.8), place(20, 10.4)]
  for border in [[meridian(10.8)], [bent], [bent, bent], [meridian(10.8), bent]] {
    let found = meetings(way, border)
    #expect(found.count == 2)
    let landing = 6 * 3600 + equator(3) / metresASecond
    #expect(abs(found[0].span.begin.inSeconds - (landing - equator(1.2) / metresASecond)) < 2e-3)
    #expect(abs(found[1].span.length.inSeconds - equator(1.2) / metresASecond) < 4e-3)
  }
}

@Test func `beyond a line there is no way back, within a polygon there is`() {
  // Out over the meridian 11 and back in over it, then out for good.
  let strip = place(0, 12)
  let way = [place(0, 9), place(0.5, 11.5), place(1, 10.5), strip]
  let line = meetings(flight(way, way.reversed()), [meridian(11)])
  #expect(line.count == 2)
  #expect(line.allSatisfy { part in part.span.length.inSeconds * metresASecond < 200_000 })
  let country = [place(-20, 11), place(20, 11), place(20, 30), place(-20, 30), place(-20, 11)]
  let ring = meetings(flight(way, way.reversed()), [country])
  #expect(ring.count == 4)
  // The part next to the strip is the same.
  #expect(ring[1].span == line[0].span && ring[2].span == line[1].span)
  // A strip in no polygon: a neighbour's land is out, as is the second country that holds it.
  let neighbour = [place(-20, -10), place(20, -10), place(20, 11), place(-20, 11), place(-20, -10)]
  for border in [[neighbour], [country, neighbour]] {
    let found = meetings(flight(way, way.reversed()), border)
    // Both rings share the meridian: where one is left the other is entered.
    #expect(found.map(\.span) == ring.map(\.span))
  }
}

@Test func `a border across the antimeridian is found from either side`() {
  let (origin, strip) = (place(0, 178), place(0, -178))
  let landing = 6 * 3600 + equator(4) / metresASecond
  for longitude in [-179.0, 181] {
    let found = meetings(flight([origin, strip], [strip, origin]), [meridian(longitude)])
    #expect(found.count == 2)
    #expect(abs(found[0].span.begin.inSeconds - (landing - equator(1) / metresASecond)) < 2e-3)
  }
}

@Test func `no meeting lies beyond the border, on any route`() throws {
  var random = SplitMix(seed: 9)
  var shortened = 0
  for _ in 0..<200 {
    // Within is east of the meridian of 10° east.
    let strip = place(random.next(in: -8...8), random.next(in: 10.2...14))
    func way() -> [Position] {
      (0..<4).map { _ in place(random.next(in: -10...10), random.next(in: 5...14)) } + [strip]
    }
    let track = FlightTrack(flight(way(), way().reversed()), groundElevation: .zero)
    let bounded = track.bounded(by: Border([meridian(10)]))
    let cruise = Speed.kilometresPerHour(random.next(in: 100...900))
    let start = Duration.hours(random.next(in: 6...10))
    let base = place(random.next(in: -10...10), random.next(in: 5...14))
    func meetings(_ track: FlightTrack) -> [(span: TimeSpan, isInbound: Bool)] {
      track.meetings(from: base, start: start, cruise: cruise, reach: nil, ceiling: nil)
    }
    let (free, within) = (meetings(track), meetings(bounded))
    for (span, _) in within {
      // At every time in it the aircraft is east of the border, but for the accuracy of the crossing; and it could be met
      // without a border.
      for step in stride(from: 0.0, through: 1, by: 0.05) {
        let time = span.begin + .seconds(span.length.inSeconds * step)
        #expect(track.position(at: time).longitudeDegrees > 10 - 1e-7)
        #expect(
          free.contains {
            $0.span.begin - .milliseconds(2) <= time && time <= $0.span.end + .milliseconds(2)
          })
      }
    }
    // What ends there ends on the border, or where it ends without one.
    for (span, isInbound) in within {
      for time in [span.begin, span.end] where !isInbound || time != span.end {
        let isFree = free.contains {
          abs(($0.span.begin - time).inSeconds) < 3e-3 || abs(($0.span.end - time).inSeconds) < 3e-3
        }
        let longitude = track.position(at: time).longitudeDegrees
        #expect(isFree || abs(longitude - 10) < 1e-7)
      }
    }
    if within.map(\.span.length).reduce(.zero, +) < free.map(\.span.length).reduce(.zero, +) { shortened += 1 }
  }
  #expect(shortened > 50)
}

@Test func `a meeting later than the track memory is untracked and no meeting`() throws {
  // A radar far from the strip sees the way in for 30 km, an hour before landing.
  let (origin, strip) = (place(0, 8), place(0, 12))
  let seen = station("west", place(0, 9), radar(.kilometres(15)))
  func windows(memory: Duration, border: [[Position]] = []) -> FlightWindows {
    FlightWindows(
      track: FlightTrack(flight([origin, strip], [strip, origin]), groundElevation: .zero)
        .bounded(by: Border(border)),
      coverage: SmoothEarthCoverage(stations: [seen], groundElevation: .zero),
      assets: [asset(at: strip, helicopter(.kilometresPerHour(500)), readiness: .minutes(100))],
      alert: AlertChain(confirmation: .seconds(30), decision: .zero, trackMemory: memory), daylight: allDay,
      onScene: .zero)
  }
  let result = windows(memory: .minutes(2))
  let window = result.windows[0]
  // Ready 6 minutes after the aircraft has left again, 111 + 7 minutes after its departure: it is 27 km away, half an hour
  // unseen, and met after 53 km. The radar sees it again 320 km from the strip.
  #expect(window.verdict == .inFlight && window.intercepts.count == 1 && window.untracked.count == 2)
  let tracks = result.timeline.tracks
  #expect(tracks.count == 2)
  for (track, sighting) in zip(tracks, result.timeline.sightings) {
    #expect(track.end == sighting.span.end + .minutes(2))
  }
  for meeting in window.intercepts {
    #expect(meeting.isTracked && tracks.contains { $0.begin <= meeting.span.begin && meeting.span.end <= $0.end })
  }
  for meeting in window.untracked {
    #expect(!meeting.isTracked)
    #expect(tracks.allSatisfy { meeting.span.end <= $0.begin || $0.end <= meeting.span.begin })
  }
  // Tracked and untracked parts together are all meetings.
  let all = FlightTrack(flight([origin, strip], [strip, origin]), groundElevation: .zero).meetings(
    from: strip, start: try #require(window.airborne), cruise: .kilometresPerHour(500), reach: nil, ceiling: nil)
  func length(_ spans: [TimeSpan]) -> Double { spans.reduce(0) { $0 + $1.length.inSeconds } }
  #expect(
    abs(length(all.map(\.span)) - length((window.intercepts + window.untracked).map(\.span))) < 1e-6)
  // With a memory that lasts until then the same meeting counts; beyond a border it does not.
  #expect(windows(memory: .hours(3)).windows[0].untracked.isEmpty)
  // To a border 67 km from the strip nobody tracks it.
  let near = windows(memory: .minutes(2), border: [meridian(11.4)]).windows[0]
  #expect(near.verdict == .untracked && near.intercepts.isEmpty && near.untracked.count == 1)
  #expect(windows(memory: .hours(3), border: [meridian(11.4)]).windows[0].verdict == .inFlight)
  #expect(windows(memory: .hours(3), border: [meridian(11.7)]).windows[0].verdict == .tooLate)
}
