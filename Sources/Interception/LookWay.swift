internal import Coverage
internal import Radar
internal import Units

/// The probability with which a look of one radar detects a flight, along its way.
///
/// Sampled every two seconds where the radar may show the aircraft, and linear between; zero elsewhere, and where the
/// moving-target filter rejects the echo. Of a sensor whose looks have no probabilities, one where it has the aircraft in view.
package struct LookWay: Sendable, Hashable {
  /// A span in view of one leg or of a part of it, with samples at its ends and at even steps between.
  package struct Piece: Sendable, Hashable {
    /// Its ends, s.
    package var begin: Double
    package var end: Double
    /// The probability of detection of a look at each sample; two or more.
    package var probabilities: [Double]
    /// Radial speed above what the filter rejects at each sample, m/s; empty without a filter.
    package var margins: [Double]
    /// Whether the radial speed at each sample is nearer to a blind speed than to zero; empty where no blind speed is known.
    package var nearBlindSpeed: [Bool]

    /// A span in view.
    package init(
      begin: Double, end: Double, probabilities: [Double], margins: [Double], nearBlindSpeed: [Bool] = []
    ) {
      self.begin = begin
      self.end = end
      self.probabilities = probabilities
      self.margins = margins
      self.nearBlindSpeed = nearBlindSpeed
    }

    func time(_ index: Int) -> Double { begin + (end - begin) * Double(index) / Double(probabilities.count - 1) }
  }

  /// The spans, in order of time.
  package let pieces: [Piece]

  /// The longest time between two samples, s: at 500 m/s a kilometre, over which neither probability nor radial speed bend.
  static let step = 2.0

  /// A way of known spans.
  package init(pieces: [Piece]) { self.pieces = pieces }

  /// From the first look that may detect to the last; nil where none may.
  var span: ClosedRange<Double>? {
    guard let first = pieces.first, let last = pieces.last else { return nil }
    return first.begin...max(first.begin, last.end)
  }

  /// Samples a flight.
  /// - Parameters:
  ///   - station: Position in the network; its looks count.
  package init(_ track: FlightTrack, station: Int, in coverage: some NetworkCoverage) {
    let radar = coverage.stations[station]
    let limit = radar.type.movingTargetLimit
    let target = track.flight.target
    guard let look = StationLook(radar) else {
      // What has no probabilities of its own detects at each of its looks what is in its view.
      pieces = track.legs.flatMap { leg in
        coverage.spans(station: station, leg: leg, target: target).filter { $0.end > $0.begin }.map { span in
          Piece(begin: span.begin, end: span.end, probabilities: [1, 1], margins: [])
        }
      }
      return
    }
    let sought = look.sought(target)
    pieces = track.legs.flatMap { leg in
      coverage.spans(station: station, leg: leg, target: sought).filter { $0.end > $0.begin }.map { span in
        let count = max(1, Int(clamping: ((span.end - span.begin) / Self.step).rounded(.up)))
        let times = (0...count).map { span.begin + (span.end - span.begin) * Double($0) / Double(count) }
        let places = times.map { coverage.geometry(station: station, leg: leg, at: $0) }
        let probabilities = zip(times, places).map { time, place in
          place.map { place in
            look.probability(at: place, crossSection: target.crossSection) { enough in
              coverage.loss(station: station, leg: leg, at: time, place, enough: enough)
            }.detected
          } ?? 0
        }
        guard let limit else {
          return Piece(begin: span.begin, end: span.end, probabilities: probabilities, margins: [])
        }
        let speeds = Self.radialSpeeds(times, places)
        return Piece(
          begin: span.begin, end: span.end, probabilities: probabilities,
          margins: speeds.map { limit.margin(radialMetresPerSecond: $0) },
          nearBlindSpeed: limit.blindSpeed == nil
            ? [] : speeds.map { limit.isNearBlindSpeed(radialMetresPerSecond: $0) })
      }
    }
  }

  /// Speeds towards the radar or from it, m/s, by differences of the slant range.
  private static func radialSpeeds(_ times: [Double], _ places: [LookGeometry?]) -> [Double] {
    times.indices.map { index in
      let (a, b) = (max(index - 1, 0), min(index + 1, times.count - 1))
      guard let first = places[a], let last = places[b], times[b] > times[a] else { return .infinity }
      return (last.slantRange - first.slantRange).metres / (times[b] - times[a])
    }
  }

  /// The spans in which the filter rejects the echo, in order of time.
  var rejections: [TimeSpan] { pieces.flatMap(Self.rejected).map(TimeSpan.init(seconds:)) }

  /// The parts of them in which it does so around a blind speed, in order of time; elsewhere the aircraft flies across the
  /// beam.
  var blindSpeeds: [TimeSpan] {
    let near = pieces.flatMap(Self.nearBlindSpeed).map(TimeSpan.init(seconds:))
    return near.isEmpty ? [] : rejections.flatMap { $0.within(near) }
  }

  /// Where the radial speed is nearer to a blind speed than to zero. It changes between two samples, halfway where it is not
  /// known better; the echo is rejected there only where the notch is as wide as half a blind speed.
  private static func nearBlindSpeed(_ piece: Piece) -> [(begin: Double, end: Double)] {
    var spans: [(begin: Double, end: Double)] = []
    var opened: Double?
    for (index, isNear) in piece.nearBlindSpeed.enumerated() where isNear == (opened == nil) {
      let edge = index == 0 ? piece.begin : (piece.time(index - 1) + piece.time(index)) / 2
      if let begin = opened {
        spans.append((begin, edge))
        opened = nil
      } else {
        opened = edge
      }
    }
    if let opened { spans.append((opened, piece.end)) }
    return spans
  }

  private static func rejected(_ piece: Piece) -> [(begin: Double, end: Double)] {
    var spans: [(begin: Double, end: Double)] = []
    guard let first = piece.margins.first else { return [] }
    var opened: Double? = first < 0 ? piece.begin : nil
    for index in piece.margins.indices.dropFirst() {
      let (a, b) = (piece.margins[index - 1], piece.margins[index])
      guard (a < 0) != (b < 0) else { continue }
      let edge = piece.time(index - 1) + (piece.time(index) - piece.time(index - 1)) * share(a, b)
      if let begin = opened {
        spans.append((begin, edge))
        opened = nil
      } else {
        opened = edge
      }
    }
    if let opened { spans.append((opened, piece.end)) }
    return spans.filter { $0.end > $0.begin }
  }

  /// How far from a to b the margin is zero; an end that is unknown is not near it.
  private static func share(_ a: Double, _ b: Double) -> Double {
    if !a.isFinite { return 1 }
    if !b.isFinite { return 0 }
    return a / (a - b)
  }

  /// Whether a look at a time may detect the aircraft, its echo not rejected.
  func isInView(at time: Double) -> Bool { pieces.contains { $0.begin <= time && time <= $0.end } }

  /// Whether the filter rejects the echo at a time.
  func isRejected(at time: Double) -> Bool {
    let moment = Duration.seconds(clamping: time)
    return rejections.contains { $0.begin < moment && moment < $0.end }
  }

  /// Whether it does so at a time around a blind speed.
  func isAtBlindSpeed(_ time: Double) -> Bool {
    let moment = Duration.seconds(clamping: time)
    return blindSpeeds.contains { $0.begin < moment && moment < $0.end }
  }

  /// The probability that a look at a time detects the aircraft.
  func probability(at time: Double) -> Double {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].end < time { low = middle + 1 } else { high = middle }
    }
    guard low < pieces.count, time >= pieces[low].begin else { return 0 }
    let piece = pieces[low]
    let last = piece.probabilities.count - 1
    let place = (time - piece.begin) / (piece.end - piece.begin) * Double(last)
    let index = min(max(Int(clamping: place), 0), last - 1)
    let part = place - Double(index)
    if !piece.margins.isEmpty {
      let (a, b) = (piece.margins[index], piece.margins[index + 1])
      let isRejected = (a < 0) == (b < 0) ? a < 0 : (part < Self.share(a, b)) == (a < 0)
      if isRejected { return 0 }
    }
    return piece.probabilities[index] + (piece.probabilities[index + 1] - piece.probabilities[index]) * part
  }
}

extension TimeSpan {
  fileprivate init(seconds: (begin: Double, end: Double)) {
    self.init(begin: .seconds(clamping: seconds.begin), end: .seconds(clamping: seconds.end))
  }
}
