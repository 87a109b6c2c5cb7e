import Coverage
import Foundation
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
private let speed = 240.0 / 3.6

/// A radar abeam of the way in, so many kilometres from the origin along it and to the right of it.
private func look(
  _ id: String, at along: Double, abeam: Double = 0, range: Length = .kilometres(60), shown: Length? = nil,
  revisit: Duration? = .seconds(10), _ settings: DetectionSettings = DetectionSettings(), promise: Double = 0.8,
  _ change: (inout RadarParameters) -> Void = { _ in }
) throws -> RadarStation {
  let way = Ellipsoid.wgs84.inverse(from: origin, to: strip)
  let place = Ellipsoid.wgs84.direct(from: origin, azimuth: way.azimuth, distance: .kilometres(along))
  let aside = Ellipsoid.wgs84.direct(
    from: place.position, azimuth: place.finalAzimuth + .degrees(90), distance: .kilometres(abeam))
  var parameters = RadarParameters()
  parameters.detectionProbability = promise
  change(&parameters)
  let type = RadarType(
    id: "t", name: "t", kind: .primary, instrumentedRange: shown ?? range, detectionRange: range,
    referenceCrossSection: .squareMetres(2), antennaHeight: .metres(30), revisit: revisit, parameters: parameters)
  return station(id, aside.position, try type.looking(settings))
}

private func timeline(_ stations: [RadarStation], _ alert: AlertChain) -> Timeline {
  FlightTrack(flight([origin, strip], [strip, origin]), groundElevation: .metres(500))
    .timeline(seenBy: network(stations), alert: alert)
}

private func alert(
  _ settings: DetectionSettings = DetectionSettings(), confirmation: Duration = .seconds(30)
) -> AlertChain {
  AlertChain(confirmation: confirmation, decision: .minutes(5), detection: settings)
}

/// A 2 m² target at 300 m over a radar of 30 m: slant range on a sphere of 4/3 of the mean radius, a good approximation of the
/// ellipsoid at some tens of kilometres (0.3 %).
private func slant(_ along: Double, _ radar: (along: Double, abeam: Double)) -> Double {
  let ground = hypot(along - radar.along, radar.abeam)
  return hypot(ground, 270)
}

@Test func `first detection and track of a flight are distributed as a simulation of its looks`() throws {
  // Two radars of unlike revisit, one of which rejects what flies across its beam. One pulse and Swerling 1 have a closed
  // form: Pd = Pfa^(1/(1 + S)), S falling with the fourth power of the range.
  let settings = try DetectionSettings(track: TrackInitiation(hits: 2, window: 3))
  let places: [(along: Double, abeam: Double, range: Double, shown: Double, revisit: Double, least: Double)] = [
    (60_000, 4_000, 18_000, 32_000, 12, 30), (75_000, 9_000, 15_000, 30_000, 5, 0),
  ]
  let stations = try places.enumerated().map { index, radar in
    try look(
      "r\(index)", at: radar.along / 1000, abeam: radar.abeam / 1000, range: .metres(radar.range),
      shown: .metres(radar.shown), revisit: .seconds(radar.revisit), settings
    ) { if radar.least > 0 { $0.minimumRadialSpeed = .metresPerSecond(radar.least) } }
  }
  let looks = try #require(timeline(stations, alert(settings)).looks)
  // The probability of a look every tenth of a second of the way in.
  let steps = 30_000
  let tables = places.map { radar -> [Double] in
    let promised = log(1e-6) / log(0.8) - 1
    return (0...steps).map { index in
      let along = speed * Double(index) / 10
      let range = slant(along, (radar.along, radar.abeam))
      let radial = abs(along - radar.along) / range * speed
      guard range <= radar.shown, radial >= radar.least else { return 0 }
      return pow(1e-6, 1 / (1 + promised * pow(radar.range / range, 4)))
    }
  }
  var random = SplitMix(seed: 19)
  func uniform() -> Double { Double(random.next() >> 11) * 0x1p-53 }
  // ATALAYA_DRAWS=1000000 makes as many draws, in half a minute.
  let count = ProcessInfo.processInfo.environment["ATALAYA_DRAWS"].flatMap { Int($0) } ?? 60_000
  let memory = alert(settings).trackMemory.inSeconds
  var (detections, tracks, losses, returns) = ([Double](), [Double](), [Double](), [Double]())
  for _ in 0..<count {
    var (detection, track) = (Double.infinity, Double.infinity)
    // When each radar holds a track.
    var spans: [(begin: Double, end: Double)] = []
    for (index, radar) in places.enumerated() {
      // Nothing is shown before the way enters the circle.
      var time = (((radar.along - radar.shown) / speed / radar.revisit).rounded(.down) + uniform()) * radar.revisit
      var (last, before) = (false, false)
      var (begin, latest) = (-1.0, -1.0)
      while time < 3000, speed * time < radar.along + radar.shown {
        if begin >= 0, latest + memory < time {
          spans.append((begin, latest + memory))
          (begin, last, before) = (-1, false, false)
        }
        let isHit = time >= 0 && uniform() < tables[index][Int(time * 10 + 0.5)]
        if isHit {
          detection = min(detection, time)
          latest = time
          if begin < 0, last || before {
            begin = time
            track = min(track, time)
          }
        }
        (before, last) = (last, isHit)
        time += radar.revisit
      }
      if begin >= 0 { spans.append((begin, latest + memory)) }
    }
    spans.sort { $0.begin < $1.begin }
    var (loss, again) = (spans.first?.end ?? .infinity, Double.infinity)
    for span in spans where again == .infinity {
      if span.begin > loss { again = span.begin } else { loss = max(loss, span.end) }
    }
    detections.append(detection)
    tracks.append(track)
    losses.append(loss)
    returns.append(again)
  }
  // Shares of draws by the quantiles that the plan states: Kolmogorov–Smirnov's bound of one in a thousand, 1.95/√n, and 0.005
  // for the sphere, tenths of a second and samples two seconds apart.
  let bound = 1.95 / Double(count).squareRoot() + 0.005
  let departure = 6 * 3600.0
  func share(_ draws: [Double], by time: Duration?) throws -> Double {
    let seconds = try #require(time).inSeconds - departure
    return Double(draws.count { $0 <= seconds }) / Double(count)
  }
  for (draws, times) in [(detections, looks.detectionTimes), (tracks, looks.trackTimes)] {
    #expect(try abs(share(draws, by: times.tenth) - 0.1) < bound)
    #expect(try abs(share(draws, by: times.median) - 0.5) < bound)
    #expect(try abs(share(draws, by: times.ninetieth) - 0.9) < bound)
  }
  let landed = Double(tracks.count { $0 <= 3000 }) / Double(count)
  #expect(abs(looks.trackBeforeLanding - landed) < bound)
  // The first loss is counted over 16,384 draws, whose own bound comes on top.
  let first = try #require(looks.firstLoss)
  let wide = bound + 1.95 / 16_384.0.squareRoot()
  #expect(abs(first.beforeLanding - Double(losses.count { $0 <= 3000 }) / Double(count)) < wide)
  // The way back has looks of its own, after landing.
  if let time = first.reacquisitionTimes.tenth, time.inSeconds - departure < 3000 {
    #expect(try abs(share(returns, by: time) - 0.1) < wide)
  }
  for (time, share) in [(first.times.tenth, 0.1), (first.times.median, 0.5), (first.times.ninetieth, 0.9)] {
    guard let seconds = time.map({ $0.inSeconds - departure }) else { continue }
    // Losses end a memory after looks, many of them at the same tenth of a second.
    let (early, late) = (losses.count { $0 <= seconds - 0.2 }, losses.count { $0 <= seconds + 0.2 })
    #expect(Double(early) / Double(count) < share + wide && Double(late) / Double(count) > share - wide)
  }
  #expect(first.times.median != nil)
}

@Test func `looks that never miss, often enough, see a flight as views without looks do`() throws {
  // All but certain within the instrumented range, nothing beyond; a look every half second, and a track after three: the
  // time of a confirmation of one second.
  let settings = try DetectionSettings(
    probability: 0.999999, track: TrackInitiation(hits: 3, window: 3))
  let stations = try [(50.0, 3.0), (90, 0), (150, 8)].enumerated().map { index, place in
    try look(
      "r\(index)", at: place.0, abeam: place.1, range: .kilometres(20), revisit: .seconds(0.5), settings,
      promise: 0.999999)
  }
  let plain = stations.map { station -> RadarStation in
    var station = station
    let type = station.type
    station.type = RadarType(
      id: type.id, name: type.name, kind: type.kind, instrumentedRange: type.instrumentedRange,
      detectionRange: type.detectionRange, referenceCrossSection: type.referenceCrossSection,
      antennaHeight: type.antennaHeight, revisit: type.revisit)
    return station
  }
  let (looks, views) = (
    timeline(stations, alert(settings, confirmation: .seconds(1))),
    timeline(plain, AlertChain(confirmation: .seconds(1), decision: .minutes(5)))
  )
  func near(_ a: Duration?, _ b: Duration?) throws -> Bool {
    // A look, and the second between two times of the result.
    try abs((#require(a) - #require(b)).inSeconds) < 0.5 + 1
  }
  #expect(looks.sightings.map(\.stationIDs) == views.sightings.map(\.stationIDs))
  for (a, b) in zip(looks.sightings, views.sightings) {
    #expect(abs((a.span.begin - b.span.begin).inSeconds) < 0.01 && abs((a.span.end - b.span.end).inSeconds) < 0.01)
  }
  #expect(try near(looks.firstDetection, views.firstDetection) && near(looks.confirmed, views.confirmed))
  #expect(looks.tracks.count == views.tracks.count)
  for (a, b) in zip(looks.tracks, views.tracks) { #expect(try near(a.begin, b.begin) && near(a.end, b.end)) }
  #expect(looks.looks?.detectionBeforeLanding == 1 && looks.looks?.trackBeforeLanding == 1)
  #expect(looks.firstStationIDs == views.firstStationIDs)
}

@Test func `a glimpse of half a revisit is detected half the time`() throws {
  // 28.9 s in view of a circle of 1 km, as the height of the aircraft leaves it.
  let inView = 2 * (1000.0 * 1000 - 270.0 * 270).squareRoot() / speed
  let settings = try DetectionSettings(track: TrackInitiation(hits: 1, window: 1))
  func probability(_ revisit: Double) throws -> Double {
    let radar = try look(
      "r", at: 100, range: .kilometres(1), revisit: .seconds(revisit), settings, promise: 0.999999)
    let seen = timeline([radar], alert(settings))
    #expect(seen.isDetectedBeforeLanding == (seen.looks?.detectionBeforeLanding ?? 0 >= 0.5))
    return try #require(seen.looks).detectionBeforeLanding
  }
  // Phases are a 64th of a revisit apart.
  #expect(try abs(probability(2 * inView) - 0.5) < 0.02)
  #expect(try abs(probability(4 * inView) - 0.25) < 0.02)
  #expect(try abs(probability(0.9 * inView) - 1) < 1e-3)
}

@Test func `the notch takes the time in which a flight passes abeam`() throws {
  // |radial speed| < m where |x| < D·m/√(v² − m²), x along the way from the nearest point and D the distance there.
  let least = 25.0
  let radar = try look("r", at: 100, abeam: 12, range: .kilometres(40)) {
    $0.minimumRadialSpeed = .metresPerSecond(least)
  }
  let seen = timeline([radar], alert())
  let looks = try #require(seen.looks)
  let nearest = (12_000.0 * 12_000 + 270 * 270).squareRoot()
  let rejected = 2 * nearest * least / (speed * speed - least * least).squareRoot() / speed
  let inView = 2 * (40_000.0 * 40_000 - nearest * nearest).squareRoot() / speed
  // In and out alike. The sphere's radius of the test is 0.3 % off the ellipsoid's.
  #expect(abs(looks.rejected.inSeconds - 2 * rejected) < 0.005 * rejected)
  #expect(abs(looks.inView.inSeconds - 2 * inView) < 0.005 * inView)
  #expect(abs(try #require(looks.rejectedShare) - rejected / inView) < 0.002)
  // The notch parts what is in view.
  #expect(seen.sightings.count == 4 && seen.rejections.count == 2)
  // A second radar whose beam the flight does not cross at that time makes up for it.
  let other = try look("o", at: 140, range: .kilometres(80))
  #expect(try #require(timeline([radar, other], alert()).looks).rejected == .zero)
}

@Test func `a sensor without probabilities detects at each of its looks what is in its view`() throws {
  // 28.9 s in view of a circle of 1 km, as the height of the aircraft leaves it; the type's looks are not made.
  let inView = 2 * (1000.0 * 1000 - 270.0 * 270).squareRoot() / speed
  let settings = try DetectionSettings(track: TrackInitiation(hits: 1, window: 1))
  func looks(_ revisit: Double) throws -> LookTimes {
    let one = try look("r", at: 100, range: .kilometres(1))
    let plain = RadarType(
      id: "t", name: "t", kind: .primary, instrumentedRange: .kilometres(1), detectionRange: .kilometres(1),
      referenceCrossSection: .squareMetres(2), antennaHeight: .metres(30), revisit: .seconds(revisit))
    let seen = timeline([station("r", one.position, plain)], alert(settings))
    #expect(seen.sightings.isEmpty == (revisit > inView))
    return try #require(seen.looks)
  }
  // A look falls into the view with the share of a revisit that it lasts.
  for factor in [0.9, 2, 4] {
    let found = try looks(factor * inView)
    #expect(abs(found.detectionBeforeLanding - min(1, 1 / factor)) < 0.02)
    // In and out alike.
    #expect(abs(found.inView.inSeconds - 2 * inView) < 0.1 && found.radars.map(\.stationID) == ["r"])
  }
}

@Test func `what a blind speed takes is told apart from what the notch takes`() throws {
  // The radial speed is v·x/√(x² + D²), x along the way from the nearest point and D the distance there; it is s at
  // x = D·s/√(v² − s²).
  let (least, blind, abeam) = (8.0, 45.0, 12.0)
  let radar = try look("r", at: 100, abeam: abeam, range: .kilometres(40)) {
    $0.minimumRadialSpeed = .metresPerSecond(least)
    $0.frequency = .gigahertz(1.3)
    $0.pulseRepetition = .hertz(2 * blind * 1.3e9 / 299_792_458)
  }
  let seen = timeline([radar], alert())
  let looks = try #require(seen.looks)
  let nearest = hypot(abeam * 1000, 270)
  func way(_ s: Double) -> Double { nearest * s / (speed * speed - s * s).squareRoot() }
  let notch = 2 * way(least) / speed
  let aroundBlind = 2 * (way(blind + least) - way(blind - least)) / speed
  // In and out alike; the sphere of the closed form is 0.3 % off the ellipsoid, and a sample is 2 s.
  #expect(abs(looks.atBlindSpeed.inSeconds - 2 * aroundBlind) < 0.01 * aroundBlind)
  #expect(abs((looks.rejected - looks.atBlindSpeed).inSeconds - 2 * notch) < 0.01 * notch)
  let shares = try (#require(looks.notchShare), #require(looks.blindSpeedShare), #require(looks.rejectedShare))
  #expect(abs(shares.0 + shares.1 - shares.2) < 1e-9)
  // Inbound and outbound: the notch once, a blind speed before it and one behind.
  #expect(seen.rejections.count == 6 && seen.blindSpeeds.count == 4)
  #expect(looks.radars[0].atBlindSpeed == looks.atBlindSpeed)
  // Staggered pulses have no blind speeds, and the same notch.
  let staggered = try look("r", at: 100, abeam: abeam, range: .kilometres(40)) {
    $0.minimumRadialSpeed = .metresPerSecond(least)
    $0.frequency = .gigahertz(1.3)
    $0.pulseRepetition = .hertz(2 * blind * 1.3e9 / 299_792_458)
    $0.isStaggered = true
  }
  let other = try #require(timeline([staggered], alert()).looks)
  #expect(other.atBlindSpeed == .zero && abs((other.rejected - (looks.rejected - looks.atBlindSpeed)).inSeconds) < 0.1)
}

@Test func `of two radars that reject at once a blind speed of either counts as one`() throws {
  // The same place: one rejects everything across the beam, the other around a blind speed that the first does not have. The
  // network rejects only what both reject.
  let notch = try look("n", at: 100, abeam: 12, range: .kilometres(40)) { $0.minimumRadialSpeed = .metresPerSecond(60) }
  let blind = try look("b", at: 100, abeam: 12, range: .kilometres(40)) {
    $0.minimumRadialSpeed = .metresPerSecond(8)
    $0.frequency = .gigahertz(1.3)
    $0.pulseRepetition = .hertz(2 * 45 * 1.3e9 / 299_792_458)
  }
  let looks = try #require(timeline([notch, blind], alert()).looks)
  let alone = try #require(timeline([blind], alert()).looks)
  // Radial speeds that the second rejects are below 60 m/s, and so rejected by the first.
  #expect(abs((looks.rejected - alone.rejected).inSeconds) < 0.1)
  #expect(abs((looks.atBlindSpeed - alone.atBlindSpeed).inSeconds) < 0.1)
  #expect(looks.radars.map { $0.atBlindSpeed > .zero } == [false, true])
}

@Test func `a flight at the first blind speed towards a radar is never detected`() throws {
  // λ·f/2 = 66.67 m/s: 3 GHz with 1334.3 pulses a second.
  // Beyond the strip, so that the flight never comes so near that its speed is across the line of sight.
  let radar = try look("r", at: 230, range: .kilometres(150)) {
    $0.minimumRadialSpeed = .metresPerSecond(3)
    $0.frequency = .gigahertz(3)
    $0.pulseRepetition = .hertz(2 * speed * 3e9 / 299_792_458)
  }
  let blind = timeline([radar], alert())
  #expect(blind.firstDetection == nil && blind.looks?.detectionBeforeLanding == 0 && blind.sightings.isEmpty)
  var staggered = radar
  staggered.type = try look("r", at: 230, range: .kilometres(150)) { $0.minimumRadialSpeed = .metresPerSecond(3) }.type
  #expect(timeline([staggered], alert()).isTrackedBeforeLanding)
}

@Test func `a better radar detects and tracks no later, and no less likely`() throws {
  var last: LookTimes?
  for range in [8.0, 12, 16, 24] {
    let radar = try look("r", at: 100, abeam: 7, range: .kilometres(range), shown: .kilometres(60))
    let looks = try #require(timeline([radar], alert()).looks)
    if let last {
      #expect(looks.detectionBeforeLanding >= last.detectionBeforeLanding)
      #expect(looks.trackBeforeLanding >= last.trackBeforeLanding && looks.heldTime >= last.heldTime)
      if let before = last.detectionTimes.median { #expect(try #require(looks.detectionTimes.median) <= before) }
    }
    last = looks
  }
}

@Test func `a type that states no revisit looks every ten seconds`() throws {
  let silent = timeline([try look("r", at: 100, abeam: 5, range: .kilometres(9), revisit: nil)], alert())
  let stated = timeline([try look("r", at: 100, abeam: 5, range: .kilometres(9))], alert())
  #expect(silent.looks == stated.looks && silent.glimpses == stated.glimpses)
}
