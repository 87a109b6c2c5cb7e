import Coverage
import Foundation
import Geodesy
import Interception
import Radar
import Scenario
import Terrain
import Units

/// Measures what radars see along ways.
struct WayRuler: Sendable {
  private let stations: [RadarStation]
  private let question: LeakQuestion
  private let smooth: SmoothEarthCoverage
  /// Nil over a smooth Earth, and where no radar stands.
  private let terrain: TerrainCoverage?
  /// The ground itself, which reaches farther than that over which coverage is computed; nil over a smooth Earth.
  private let ground: Terrain?
  private let spacing: Length
  private let speed: Speed
  /// How looks count; nil where they do not.
  private let detection: DetectionSettings?
  private let alert: AlertChain

  /// - Parameter step: The side of the cells over which ways were found; ways are looked at ten times as closely.
  init(
    _ scenario: Scenario, _ stations: [RadarStation], _ question: LeakQuestion, step: Length,
    _ options: TerrainCoverage.Options
  ) throws(LeakError) {
    self.stations = stations
    self.question = question
    speed = question.speed
    (detection, alert) = (scenario.detection, scenario.alertChain)
    // Looks are followed along the way at every two seconds or sooner, as along flights.
    spacing = detection == nil ? step / 10 : min(step / 10, .metres(speed.metresPerSecond * 2))
    smooth = SmoothEarthCoverage(
      stations: stations, groundElevation: scenario.groundElevation,
      earth: EffectiveEarth(k: scenario.effectiveEarthFactor))
    ground = scenario.terrain
    guard let source = scenario.terrain, !stations.isEmpty else {
      terrain = nil
      return
    }
    do {
      terrain = try TerrainCoverage.load(
        stations, over: source,
        targets: [question.target] + (scenario.detection == nil ? [] : [question.target.boundless]),
        k: scenario.effectiveEarthFactor, options: options)
    } catch { throw LeakError(.terrain, because: error) }
  }

  /// A way with what the radars see of it.
  func measured(_ places: [Position]) throws(LeakError) -> Leak.Way {
    var samples: [(place: Position, length: Length)] = []
    var courses: [Angle] = []
    for (a, b) in zip(places, places.dropFirst()) {
      let way = Ellipsoid.wgs84.inverse(from: a, to: b)
      let count = max(1, Int(clamping: min(way.distance / spacing, 1e6).rounded(.up)))
      for index in 0..<count where way.distance > .zero {
        let middle = way.distance * ((Double(index) + 0.5) / Double(count))
        let place = Ellipsoid.wgs84.direct(from: a, azimuth: way.azimuth, distance: middle).position
        samples.append((place, way.distance / Double(count)))
        if detection != nil { courses.append(Ellipsoid.wgs84.inverse(from: place, to: b).azimuth) }
      }
    }
    let seen = try seen(at: samples.map(\.place))
    let length = samples.reduce(.zero) { $0 + $1.length }
    var way = Leak.Way(
      places: places, length: length, unknown: try unknown(samples), seen: .zero, seenByTwo: .zero, radars: [],
      firstSeen: nil,
      firstSeenBefore: nil, trackedBefore: nil)
    var (along, unbroken) = (Length.zero, Length.zero)
    var radars: Set<Int> = []
    if let detection { return try looked(way, samples, courses, seen, detection) }
    let detecting = detecting(seen, samples.map(\.length))
    let confirmation = alert.confirmation
    for (sample, (stations, detecting)) in zip(samples, zip(seen, detecting)) {
      if !stations.isEmpty { way.seen = way.seen + sample.length }
      if stations.count > 1 { way.seenByTwo = way.seenByTwo + sample.length }
      if detecting.isEmpty {
        unbroken = .zero
      } else {
        radars.formUnion(detecting)
        if way.firstSeen == nil { (way.firstSeen, way.firstSeenBefore) = (sample.place, length - along) }
        unbroken = unbroken + sample.length
        if way.trackedBefore == nil, unbroken.metres >= confirmation.inSeconds * speed.metresPerSecond {
          way.trackedBefore = length - along - sample.length
        }
      }
      along = along + sample.length
    }
    way.radars = radars.sorted().map { stations[$0].id }
    return way
  }

  /// The way by the looks of the radars.
  private func looked(
    _ way: Leak.Way, _ samples: [(place: Position, length: Length)], _ courses: [Angle], _ seen: [[Int]],
    _ detection: DetectionSettings
  ) throws(LeakError) -> Leak.Way {
    var way = way
    let probabilities = try probabilities(at: samples.map(\.place), courses)
    // Covered is where one look detects with the wanted probability: not what a filter rejects on this course.
    let looking = stations.map { StationLook($0) != nil }
    for (sample, (inView, probabilities)) in zip(samples, zip(seen, probabilities)) {
      let covering = inView.count { !looking[$0] || probabilities[$0] >= detection.probability - 1e-9 }
      if covering > 0 { way.seen = way.seen + sample.length }
      if covering > 1 { way.seenByTwo = way.seenByTwo + sample.length }
    }
    let answer = WayChances(
      stations: stations, settings: detection, alert: alert, speed: speed,
      samples: zip(samples, probabilities).map { .init(place: $0.place, length: $0.length, probabilities: $1) }
    ).answer()
    way.looks = answer.looks
    way.radars = answer.radars.map { stations[$0].id }
    func along(_ seconds: Double) -> Length { .metres(min(seconds * speed.metresPerSecond, way.length.metres)) }
    if let detected = answer.detected {
      way.firstSeenBefore = way.length - along(detected)
      var rest = along(detected)
      way.firstSeen =
        samples.first { sample in
          rest = rest - sample.length
          return rest <= .zero
        }?.place ?? samples.last?.place
    }
    way.trackedBefore = answer.tracked.map { way.length - along($0) }
    return way
  }

  /// The probability with which a look of each station detects the aircraft at each place, at the height at which all of
  /// them together count least.
  private func probabilities(at places: [Position], _ courses: [Angle]) throws(LeakError) -> [[Double]] {
    var least = [(sum: Double, probabilities: [Double])?](repeating: nil, count: places.count)
    let revisits = stations.map { ($0.type.revisit ?? DetectionSettings.assumedRevisit).inSeconds }
    for altitude in question.heights {
      for (index, found) in try probabilities(at: places, courses, altitude).enumerated() {
        guard let found else { continue }
        let sum = zip(found, revisits).reduce(0) { $0 - log(max(1 - $1.0, 1e-12)) / $1.1 }
        if least[index].map({ sum < $0.sum }) ?? true { least[index] = (sum, found) }
      }
    }
    return least.map { $0?.probabilities ?? stations.map { _ in 0 } }
  }

  /// The same at one height; nil where it cannot fly at it.
  private func probabilities(
    at places: [Position], _ courses: [Angle], _ altitude: Altitude
  ) throws(LeakError) -> [[Double]?] {
    let looks = stations.map { StationLook($0) }
    let seen = try seen(at: places, altitude) { looks[$0]?.sought(question.target) ?? question.target }
    let altitudes = try altitudesMetres(at: places, altitude)
    return places.indices.map { index in
      guard let inView = seen[index], let metres = altitudes[index] else { return nil }
      var result = [Double](repeating: 0, count: stations.count)
      for station in inView {
        guard let look = looks[station] else {
          // What has no probabilities of its own detects what is in its view.
          result[station] = 1
          continue
        }
        guard let place = geometry(station, places[index], metres) else { continue }
        if let limit = stations[station].type.movingTargetLimit {
          let bearing = Ellipsoid.wgs84.inverse(from: places[index], to: stations[station].position).azimuth
          let radial =
            speed.metresPerSecond * cos(place.elevation.radians)
            * cos(courses[index].radians - bearing.radians)
          if limit.isBlind(radialMetresPerSecond: radial) { continue }
        }
        result[station] =
          look.probability(at: place, crossSection: question.target.crossSection) { enough in
            loss(station, places[index], metres, place, enough)
          }.detected
      }
      return result
    }
  }

  private func geometry(_ station: Int, _ place: Position, _ altitudeMetres: Double) -> LookGeometry? {
    guard let terrain else {
      return smooth.geometry(
        from: station, to: place, height: .metres(altitudeMetres) - smooth.groundElevation)
    }
    return terrain.geometry(from: station, to: place, altitude: .metres(altitudeMetres))
  }

  private func loss(
    _ station: Int, _ place: Position, _ altitudeMetres: Double, _ seen: LookGeometry, _ enough: Decibels
  ) -> Decibels {
    guard let terrain else {
      return smooth.loss(from: station, to: place, height: .metres(altitudeMetres) - smooth.groundElevation, seen)
    }
    return terrain.loss(from: station, to: place, altitude: .metres(altitudeMetres), seen, enough: enough)
  }

  /// The altitudes at which one of the heights is flown, metres; nil where it cannot be.
  private func altitudesMetres(at places: [Position], _ altitude: Altitude) throws(LeakError) -> [Double?] {
    guard let terrain else {
      let metres = question.altitudeMetres(altitude, overGroundAt: smooth.groundElevation.metres)
      return places.map { _ in metres }
    }
    do {
      return try terrain.region.samples(at: places).map {
        question.altitudeMetres(altitude, overGroundAt: $0.groundMetres)
      }
    } catch { throw LeakError(.terrain, because: error) }
  }

  /// Of the stations that see the aircraft at each place those whose stretch of view lasts for their revisit or longer.
  private func detecting(_ seen: [[Int]], _ lengths: [Length]) -> [[Int]] {
    var detecting = seen
    for (number, station) in stations.enumerated() {
      guard let revisit = station.type.revisit else { continue }
      var index = 0
      while index < seen.count {
        let begin = index
        var length = Length.zero
        while index < seen.count, seen[index].contains(number) {
          length = length + lengths[index]
          index += 1
        }
        if length.metres < revisit.inSeconds * speed.metresPerSecond {
          for place in begin..<index { detecting[place].removeAll { $0 == number } }
        }
        if index == begin { index += 1 }
      }
    }
    return detecting
  }

  /// The length of the samples over unknown ground.
  private func unknown(_ samples: [(place: Position, length: Length)]) throws(LeakError) -> Length {
    guard let ground else { return .zero }
    do {
      let heights = try ground.elevations(at: samples.map(\.place.normalized))
      return zip(samples, heights).reduce(.zero) { $1.1 == nil ? $0 + $1.0.length : $0 }
    } catch { throw LeakError(.terrain, because: error) }
  }

  /// The stations that see the aircraft at each place, at the height at which the fewest do.
  private func seen(at places: [Position]) throws(LeakError) -> [[Int]] {
    var fewest = [[Int]?](repeating: nil, count: places.count)
    for altitude in question.heights {
      for (index, stations) in try seen(at: places, altitude).enumerated() {
        guard let stations else { continue }
        if fewest[index].map({ stations.count < $0.count }) ?? true { fewest[index] = stations }
      }
    }
    return fewest.map { $0 ?? [] }
  }

  /// The stations that see the aircraft at one height; nil where it cannot fly at it.
  /// - Parameter target: What each station looks for; nil for the question's.
  private func seen(
    at places: [Position], _ altitude: Altitude, target: ((Int) -> Target)? = nil
  ) throws(LeakError) -> [[Int]?] {
    let target = target ?? { _ in question.target }
    guard let terrain else {
      let metres = question.altitudeMetres(altitude, overGroundAt: smooth.groundElevation.metres)
      guard let altitude = metres.map({ Altitude.aboveSeaLevel(.metres($0)) }) else { return places.map { _ in nil } }
      return places.map { place in
        stations.indices.filter { station in
          smooth.margin(station: station, position: place, altitude: altitude, target: target(station)) >= .zero
        }
      }
    }
    let samples: [TerrainSample]
    do { samples = try terrain.region.samples(at: places) } catch { throw LeakError(.terrain, because: error) }
    let altitudes = samples.map { question.altitudeMetres(altitude, overGroundAt: $0.groundMetres) }
    var result: [[Int]?] = altitudes.map { $0 == nil ? nil : [] }
    for station in stations.indices {
      let margins = terrain.marginsInMetres(
        seenBy: station, at: samples, altitudesMetres: altitudes.map { $0 ?? .nan }, target: target(station))
      for (index, margin) in margins.enumerated() where margin >= 0 { result[index]?.append(station) }
    }
    return result
  }
}

extension LeakQuestion {
  /// The altitude above mean sea level at which one of the heights is flown, metres, no higher than the ceiling: nil where
  /// that lies below the ground, not a number over unknown ground for a height above ground.
  func altitudeMetres(_ altitude: Altitude, overGroundAt ground: Double) -> Double? {
    let wanted: Double
    switch altitude {
    case .aboveGround(let height): wanted = ground + height.metres
    case .aboveSeaLevel(let height): wanted = height.metres
    }
    // Comparisons with NaN are false: over unknown ground an aircraft can fly.
    var metres = wanted
    if let ceiling, metres > ceiling.metres { metres = ceiling.metres }
    return metres < ground ? nil : metres
  }

  /// The heights as they are flown over a smooth ground; nil for those below it.
  func heights(overGroundAt ground: Length) -> [Altitude?] {
    heights.map { height in
      altitudeMetres(height, overGroundAt: ground.metres).map { .aboveSeaLevel(.metres($0)) }
    }
  }
}
