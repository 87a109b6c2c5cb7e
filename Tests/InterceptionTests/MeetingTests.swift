import Coverage
import Foundation
import Geodesy
import Interception
import Radar
import Response
import TestSupport
import Testing
import Units

/// One random pursuit: everything that the plan is told, and the simulation of it.
private struct Pursuit {
  var flight: Flight
  var asset: Asset
  var border: [Position]?
  var area: [Position]?
  var simulation: PursuitSimulation
  var centre: Position
  /// Heights above the ground at the waypoints, metres.
  var heights: [Double]
  var isGrazing: Bool

  init(_ random: inout SplitMix) {
    let centre = place(random.next(in: -60...60), random.next(in: -170...170))
    let scale = random.next(in: 0.5...1.6)
    func near(_ kilometres: Double) -> Position {
      Ellipsoid.wgs84.direct(
        from: centre, azimuth: .degrees(random.next(in: 0...360)), distance: .kilometres(kilometres * scale)
      ).position
    }
    func chance(_ share: Double) -> Bool { random.next(in: 0...1) < share }
    let strip = near(15)
    let (inbound, outbound) = ([near(90), near(45), strip], [strip, near(70)])
    let isHigh = chance(0.3)
    heights = (0..<5).map { _ in isHigh ? random.next(in: 100...3000) : 300 }
    let target = Speed.kilometresPerHour(random.next(in: 150...450))
    var way = InterceptionTests.flight(inbound, outbound, speed: target, ground: .minutes(random.next(in: 0...15)))
    way.inbound = zip(inbound, heights).map { Waypoint(position: $0, altitude: .aboveGround(.metres($1))) }
    way.outbound = zip(outbound, heights.dropFirst(3)).map {
      Waypoint(position: $0, altitude: .aboveGround(.metres($1)))
    }
    flight = way
    let speed = Speed.kilometresPerHour(random.next(in: 120...600))
    var type = helicopter(speed, endurance: chance(0.5) ? .minutes(random.next(in: 20...150)) : nil)
    if isHigh { type.ceiling = .metres(random.next(in: 800...3300)) }
    asset = InterceptionTests.asset(
      at: near(random.next(in: 1...100)), type, readiness: .minutes(random.next(in: 0...90)))
    simulation = PursuitSimulation(base: asset.base.position, airspeed: speed.metresPerSecond, start: 0)
    if let endurance = type.endurance { simulation.endurance = endurance.inSeconds }
    let count = chance(0.15) ? 0 : chance(0.5) ? 1 : 3
    // Sometimes faster than the asset, which then cannot hold every course.
    let most = chance(0.15) ? 1.3 : 0.9
    for number in 0..<count {
      let wind = WindVector(
        from: .degrees(random.next(in: 0...360)), speed: speed * random.next(in: 0.05...most))
      simulation.winds.append((Double(number) * 4 * 3600 + random.next(in: 0...14_000), wind.east, wind.north))
    }
    border = chance(0.4) ? blob(around: strip, kilometres: random.next(in: 20...120) * scale, random: &random) : nil
    area = chance(0.4) ? blob(around: near(45), kilometres: random.next(in: 5...50) * scale, random: &random) : nil
    isGrazing = chance(0.2)
    self.centre = centre
    if let profile = profile { asset.weather = FlyingWeather(wind: profile, air: nil) }
  }

  private var profile: WindProfile? {
    let winds = simulation.winds
    func vector(_ index: Int) -> WindVector { WindVector(east: winds[index].east, north: winds[index].north) }
    if winds.count < 2 { return winds.isEmpty ? nil : WindProfile(vector(0)) }
    return try? WindProfile(
      levels: winds.indices.map {
        WindLevel(altitude: .metres(300), wind: vector($0), time: .seconds(winds[$0].seconds))
      })
  }

  /// How far the plan and the simulation are apart, at every whole second: from the nearest end of a meeting, seconds.
  mutating func disagreement() -> (seconds: Double, met: Int, edges: Int)? {
    let coverage = network([station("mast", centre, radar(.kilometres(400), mast: .metres(8000)))])
    let track = FlightTrack(flight, groundElevation: .metres(500)).bounded(by: Border(border.map { [$0] } ?? []))
      .closed(to: area.map { [PursuitArea([$0])] } ?? [])
    let timeline = track.timeline(seenBy: coverage, alert: prompt)
    guard let order = timeline.ordered else { return nil }
    if isGrazing { graze(track, timeline, order.inSeconds) }
    let window = FlightWindows(
      track: track, coverage: coverage, assets: [asset], alert: prompt, daylight: allDay, onScene: .minutes(10)
    ).windows[0]
    guard let airborne = window.airborne else { return nil }
    simulation.start = airborne.inSeconds
    let own = window.meetingSpans
    let edges = own.flatMap { [$0.0, $0.1] }
    var worst = 0.0
    var met = 0
    let isTold = ProcessInfo.processInfo.environment["ATALAYA_TOLD"] != nil
    let (landing, takeoff) = (timeline.landing.inSeconds, timeline.takeoff.inSeconds)
    for second in stride(from: airborne.inSeconds.rounded(.up), through: timeline.exit.inSeconds, by: 1) {
      // On the ground it is no meeting in flight.
      guard second < landing || second > takeoff else { continue }
      let found = own.contains { $0.0 <= second && second <= $0.1 }
      let simulated = isMet(track, second, timeline)
      if simulated { met += 1 }
      if isTold, found != simulated {
        let place = track.position(at: .seconds(second))
        print(second, found, simulated, simulation.spare(at: place, second) ?? .nan, own)
      }
      if found != simulated { worst = max(worst, edges.map { abs($0 - second) }.min() ?? .infinity) }
    }
    return (worst, met, edges.count)
  }

  /// What matters of it, for a report.
  var words: String {
    let speeds = simulation.winds.map { ($0.east * $0.east + $0.north * $0.north).squareRoot() }
    return
      "airspeed \(simulation.airspeed), winds \(speeds), target \(flight.speed), endurance \(simulation.endurance), "
      + "\(isGrazing ? "grazing" : ""), \(simulation.base), border \(border != nil), area \(area != nil)"
  }

  /// Chooses the start so that the asset just comes in time, or just does not.
  private mutating func graze(_ track: FlightTrack, _ timeline: Timeline, _ order: Double) {
    simulation.start = order
    let end = timeline.exit.inSeconds
    let times = stride(from: order, to: end, by: 20).filter {
      $0 < timeline.landing.inSeconds || $0 > timeline.takeoff.inSeconds
    }
    let best = times.compactMap { simulation.spare(at: track.position(at: .seconds($0)), $0) }.max() ?? 0
    guard best > 5 else { return }
    asset.readinessByDay = .seconds(best - 2)
  }

  private func isMet(_ track: FlightTrack, _ second: Double, _ timeline: Timeline) -> Bool {
    let place = track.position(at: .seconds(second))
    if let border, !isWithin(border, place) { return false }
    if let area, isWithin(area, place) { return false }
    if let ceiling = asset.aircraft.ceiling, height(second, timeline) + 500 > ceiling.metres { return false }
    return simulation.spare(at: place, second).map { $0 >= 0 } ?? false
  }

  /// Height above the ground, linear between waypoints.
  private func height(_ second: Double, _ timeline: Timeline) -> Double {
    let isInbound = second < timeline.landing.inSeconds
    let points = isInbound ? flight.inbound : flight.outbound
    let own = Array(isInbound ? heights.prefix(3) : heights.suffix(2))
    let begin = isInbound ? timeline.departure : timeline.takeoff
    var along = (second - begin.inSeconds) * flight.speed.metresPerSecond
    for (index, pair) in zip(points, points.dropFirst()).enumerated() {
      let length = Ellipsoid.wgs84.distance(from: pair.0.position, to: pair.1.position).metres
      if along <= length || index == points.count - 2 {
        return own[index] + (own[index + 1] - own[index]) * min(along / length, 1)
      }
      along -= length
    }
    return own[0]
  }
}

extension Window {
  /// All spans of meetings, tracked or not, those that touch made one, in seconds.
  var meetingSpans: [(Double, Double)] {
    let all = (intercepts + untracked).map { ($0.span.begin.inSeconds, $0.span.end.inSeconds) }.sorted { $0.0 < $1.0 }
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
}

/// How many pursuits each half of the test looks at: `ATALAYA_PURSUITS`, 75 in the suite.
private let pursuits = ProcessInfo.processInfo.environment["ATALAYA_PURSUITS"].flatMap { Int($0) } ?? 75

@Test(arguments: [0, 1])
func `meetings are those of a simulation in steps of a second`(half: Int) {
  var random = SplitMix(seed: UInt64(9000 + half))
  var (met, edges, looked, worst) = (0, 0, 0, 0.0)
  for number in 0..<pursuits {
    var pursuit = Pursuit(&random)
    guard let found = pursuit.disagreement() else { continue }
    looked += 1
    met += found.met > 0 ? 1 : 0
    edges += found.edges
    worst = max(worst, found.seconds)
    #expect(found.seconds <= 1, "pursuit \(number) of half \(half): \(found), \(pursuit.words)")
  }
  print("\(looked) pursuits, \(met) with meetings, \(edges) ends, at most \(worst) s apart")
  #expect(looked > pursuits / 2 && met > pursuits / 4)
}
