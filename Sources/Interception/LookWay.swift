internal import Coverage
internal import Radar
internal import Units

/// The probability with which a look of one radar detects a flight, along its way.
///
/// Sampled every two seconds where the radar may show the aircraft, and linear between; zero elsewhere, and where the
/// moving-target filter rejects the echo.
struct LookWay: Sendable {
  /// A span in view, with samples at its ends and between.
  private struct Piece: Sendable {
    var times: [Double]
    var probabilities: [Double]
    /// Radial speed above what the filter rejects, m/s; empty without a filter.
    var margins: [Double]
  }

  private let pieces: [Piece]
  /// The spans in which the filter rejects the echo, in seconds of local time and in order.
  let rejections: [(begin: Double, end: Double)]
  /// From the first look that may detect to the last; nil where none may.
  var span: ClosedRange<Double>? {
    guard let first = pieces.first?.times.first, let last = pieces.last?.times.last else { return nil }
    return first...max(first, last)
  }

  /// The longest time between two samples, s: at 500 m/s a kilometre, over which neither probability nor radial speed bend.
  static let step = 2.0

  /// Samples a flight.
  /// - Parameters:
  ///   - station: Position in the network; its looks count.
  init(_ track: FlightTrack, station: Int, in coverage: some NetworkCoverage) {
    let radar = coverage.stations[station]
    let limit = radar.type.movingTargetLimit
    guard let model = radar.type.lookModel(tilt: radar.tilt) else {
      (pieces, rejections) = ([], [])
      return
    }
    let target = track.flight.target
    var pieces: [Piece] = []
    for leg in track.legs {
      for span in coverage.spans(station: station, leg: leg, target: target.boundless) where span.end > span.begin {
        let count = max(1, Int(clamping: ((span.end - span.begin) / Self.step).rounded(.up)))
        let times = (0...count).map { span.begin + (span.end - span.begin) * Double($0) / Double(count) }
        let places = times.map { coverage.geometry(station: station, leg: leg, at: $0) }
        let probabilities = places.map { place in
          place.map { place in
            model.detector.probability(
              snr: model.signalToNoise(
                slantRange: place.slantRange, elevation: place.elevation, crossSection: target.crossSection),
              model.fluctuation
            ).detected
          } ?? 0
        }
        let margins = limit.map { limit in
          Self.radialSpeeds(times, places).map { limit.margin(radialMetresPerSecond: $0) }
        }
        pieces.append(Piece(times: times, probabilities: probabilities, margins: margins ?? []))
      }
    }
    self.pieces = pieces
    rejections = pieces.flatMap(Self.rejected)
  }

  /// Speeds towards the radar or from it, m/s, by differences of the slant range.
  private static func radialSpeeds(_ times: [Double], _ places: [LookGeometry?]) -> [Double] {
    times.indices.map { index in
      let (a, b) = (max(index - 1, 0), min(index + 1, times.count - 1))
      guard let first = places[a], let last = places[b], times[b] > times[a] else { return .infinity }
      return (last.slantRange - first.slantRange).metres / (times[b] - times[a])
    }
  }

  private static func rejected(_ piece: Piece) -> [(begin: Double, end: Double)] {
    var spans: [(begin: Double, end: Double)] = []
    guard let first = piece.margins.first, let last = piece.times.last else { return [] }
    var opened: Double? = first < 0 ? piece.times[0] : nil
    for index in piece.margins.indices.dropFirst() {
      let (a, b) = (piece.margins[index - 1], piece.margins[index])
      guard (a < 0) != (b < 0) else { continue }
      let edge = piece.times[index - 1] + (piece.times[index] - piece.times[index - 1]) * share(a, b)
      if let begin = opened {
        spans.append((begin, edge))
        opened = nil
      } else {
        opened = edge
      }
    }
    if let opened { spans.append((opened, last)) }
    return spans.filter { $0.end > $0.begin }
  }

  /// How far from a to b the margin is zero; an end that is unknown is not near it.
  private static func share(_ a: Double, _ b: Double) -> Double {
    if !a.isFinite { return 1 }
    if !b.isFinite { return 0 }
    return a / (a - b)
  }

  /// The probability that a look at a time detects the aircraft.
  func probability(at time: Double) -> Double {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if (pieces[middle].times.last ?? 0) < time { low = middle + 1 } else { high = middle }
    }
    guard low < pieces.count, time >= pieces[low].times[0] else { return 0 }
    let piece = pieces[low]
    let (begin, last) = (piece.times[0], piece.times.count - 1)
    let place = (time - begin) / (piece.times[last] - begin) * Double(last)
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
