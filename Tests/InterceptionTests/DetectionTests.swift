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

/// A radar of 1 km on the way, so many metres from the origin; the way through its view is 2·√(1 km² − (270 m)²), 1926 m or
/// 28.9 s: at 300 m above ground the aircraft flies 270 m above the antenna.
private func brief(_ id: String, at metres: Double, revisit: Duration?) -> RadarStation {
  var type = radar(.kilometres(1))
  type.revisit = revisit
  let way = Ellipsoid.wgs84.inverse(from: origin, to: strip)
  return station(
    id, Ellipsoid.wgs84.direct(from: origin, azimuth: way.azimuth, distance: .metres(metres)).position, type)
}

private func timeline(_ stations: [RadarStation], alert: AlertChain = prompt) -> Timeline {
  FlightTrack(flight([origin, strip], [strip, origin]), groundElevation: .metres(500))
    .timeline(seenBy: network(stations), alert: alert)
}

private let inView: Double = 2 * (1000.0 * 1000.0 - 270.0 * 270.0).squareRoot() / (240.0 / 3.6)

@Test func `a sighting lasts one revisit, and a shorter view is a glimpse`() {
  let views = [TimeSpan(begin: .seconds(100), end: .seconds(112)), TimeSpan(begin: .seconds(200), end: .seconds(209))]
  func sightings(_ revisit: Duration?) -> [TimeSpan] {
    RadarLooks(brief("r", at: 0, revisit: revisit), views: views).sightings.map(\.span)
  }
  #expect(sightings(.seconds(12)) == [views[0]])
  #expect(sightings(.seconds(9)) == views)
  #expect(sightings(.seconds(12.1)) == [])
  // Of a radar that states none any look counts.
  #expect(sightings(nil) == views)
}

@Test func `what is in view for less than one revisit is not detected, tracked or warned of`() throws {
  // The curvature of the Earth moves the edges by (30 m)²/2R; a hundredth of a second is 0.7 m.
  let seen = timeline([brief("r", at: 100_000, revisit: .seconds(inView - 0.01))])
  #expect(seen.sightings.count == 2 && seen.glimpses.isEmpty && seen.isDetectedBeforeLanding)
  #expect(abs(try #require(seen.firstDetection).inSeconds - (6 * 3600 + 1500 - inView / 2)) < 0.05)
  let missed = timeline([brief("r", at: 100_000, revisit: .seconds(inView + 0.01))])
  #expect(missed.sightings.isEmpty && missed.firstDetection == nil && missed.firstDetectionPosition == nil)
  #expect(!missed.isDetectedBeforeLanding && missed.warning == nil && missed.ordered == nil)
  #expect(missed.glimpses.map(\.stationIDs) == [["r"], ["r"]])
  #expect(abs(missed.glimpses[0].span.length.inSeconds - inView) < 0.01)
}

@Test func `glimpses of several radars in turn make no sighting, however long they last together`() {
  // Six discs that overlap: some 150 s in view of one or another.
  let stations = (0..<6).map { brief("r\($0)", at: 100_000 + Double($0) * 1600, revisit: .seconds(inView + 1)) }
  let missed = timeline(stations)
  #expect(missed.sightings.isEmpty && missed.confirmed == nil && missed.glimpses.count == 12)
  // With a revisit that each view satisfies they are one sighting.
  let handed = timeline((0..<6).map { brief("r\($0)", at: 100_000 + Double($0) * 1600, revisit: .seconds(10)) })
  #expect(handed.sightings.count == 2 && handed.sightings[0].stationIDs.count == 6)
  #expect(handed.confirmed == handed.firstDetection.map { $0 + .seconds(30) })
}

@Test func `a glimpse adds nothing to the sighting of another radar`() throws {
  let long = brief("long", at: 100_000, revisit: .seconds(10))
  let alone = timeline([long])
  // Before and after it, each in view for one disc's width.
  let both = timeline([
    brief("before", at: 98_500, revisit: .seconds(40)), long, brief("after", at: 101_500, revisit: .seconds(40)),
  ])
  #expect(both.sightings == alone.sightings && both.confirmed == nil && alone.confirmed == nil)
}

@Test func `a flight that begins in view is detected as it leaves`() {
  let here = brief("r", at: 0, revisit: .seconds(10))
  #expect(timeline([here]).firstDetection == .hours(6))
  // Half a disc: 14.4 s from the origin on.
  #expect(timeline([brief("r", at: 0, revisit: .seconds(15))]).firstDetection == nil)
}

@Test func `a view over the waypoints of a route is one, and landing parts it`() {
  let middle = Ellipsoid.wgs84.direct(from: origin, azimuth: .degrees(270), distance: .kilometres(100)).position
  var bent = flight([origin, middle, strip], [strip, middle, origin], ground: .zero)
  bent.groundTime = .zero
  let track = FlightTrack(bent, groundElevation: .metres(500))
  let halfway = brief("r", at: 100_000, revisit: .seconds(inView - 0.5))
  // Half of the view lies on either leg. The geodesic to 100 km and on differs from that to 200 km by centimetres.
  #expect(track.timeline(seenBy: network([halfway]), alert: prompt).sightings.count == 2)
  // Over the strip each way is in view for half a disc, though nobody stays on the ground.
  let above = brief("s", at: 200_000, revisit: .seconds(inView * 0.75))
  #expect(track.timeline(seenBy: network([above]), alert: prompt).sightings.isEmpty)
}

@Test func `a secondary radar neither detects nor glimpses an aircraft without transponder`() {
  var type = brief("r", at: 100_000, revisit: .seconds(60)).type
  type.kind = .secondary
  var ssr = brief("r", at: 100_000, revisit: .seconds(60))
  ssr.type = type
  let seen = timeline([ssr])
  #expect(seen.glimpses.isEmpty && seen.sightings.isEmpty)
}

@Test func `a track is kept for its memory and goes on with a sighting within it`() throws {
  func sighting(_ begin: Double, _ end: Double) -> Timeline.Sighting {
    Timeline.Sighting(span: TimeSpan(begin: .seconds(begin), end: .seconds(end)), stationIDs: ["r"])
  }
  let track = FlightTrack(flight([origin, strip], [strip, origin]), groundElevation: .metres(500))
  let alert = AlertChain(confirmation: .seconds(30), decision: .zero, trackMemory: .seconds(120))
  let sightings = [
    sighting(22_000, 22_020), sighting(22_100, 22_150), sighting(22_260, 22_265), sighting(22_400, 22_420),
  ]
  let timeline = track.timeline(of: sightings, alert: alert)
  // The first is too short; the second confirms after 30 s; the third comes 110 s after it; the fourth 135 s after that.
  #expect(timeline.confirmed == .seconds(22_130))
  #expect(timeline.tracks == [TimeSpan(begin: .seconds(22_130), end: .seconds(22_385))])
}

@Test func `more radars never see or track later, whatever their revisits`() {
  var random = SplitMix(seed: 17)
  for _ in 0..<40 {
    let stations = (0..<5).map { index in
      var type = radar(.kilometres(random.next(in: 1...40)))
      type.revisit = random.next(in: 0...1) < 0.2 ? nil : .seconds(random.next(in: 2...600))
      return station("r\(index)", place(random.next(in: -13 ... -12), random.next(in: -74 ... -72)), type)
    }
    var last = timeline([])
    for count in 1...stations.count {
      let next = timeline(Array(stations.prefix(count)))
      // An edge is known to a millisecond.
      if let old = last.firstDetection { #expect(next.firstDetection.map { $0 <= old + .milliseconds(2) } == true) }
      if let old = last.confirmed { #expect(next.confirmed.map { $0 <= old + .milliseconds(4) } == true) }
      #expect(next.confirmed == nil || next.firstDetection != nil)
      last = next
    }
  }
}
