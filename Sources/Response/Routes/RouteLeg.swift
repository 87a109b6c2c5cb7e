internal import Foundation
internal import Geodesy
internal import Units

/// A geodesic over the ground, cut into short intervals.
struct RouteLeg {
  /// The ends of the intervals, without the leg's start.
  private(set) var places: [Position] = []
  /// Metres of each interval.
  private(set) var lengths: [Double] = []
  /// Sine and cosine of the course on each interval.
  private(set) var sines: [Double] = []
  private(set) var cosines: [Double] = []
  /// The lowest altitude that clears each interval, m; infinite over unknown ground.
  private(set) var floors: [Double] = []
  /// Altitudes that areas close on each interval; empty where none does.
  private(set) var closed: [[ClosedRange<Double>]] = []

  /// - Parameters:
  ///   - question: Ground, clearance and areas.
  ///   - interval: The longest interval, m.
  init(
    from a: Position, to b: Position, _ question: RouteQuestion, interval: Double
  ) throws(RouteError) {
    let leg = Ellipsoid.wgs84.inverse(from: a, to: b)
    let length = leg.distance.metres
    // Between places at one place lies no way.
    guard length > 1e-3 else { return }
    let intervals = Int(clamping: min((length / interval).rounded(.up), 20_000))
    let piece = Self.straight(a, b, length, question)
    let pieces = max(1, Int(clamping: min((length / Double(intervals) / piece).rounded(.up), 5_000)))
    let count = intervals * pieces
    var points = [a]
    var azimuths = [leg.azimuth.radians]
    points.reserveCapacity(count + 1)
    for index in 1..<max(count, 1) {
      let place = Ellipsoid.wgs84.direct(
        from: a, azimuth: leg.azimuth, distance: .metres(length * Double(index) / Double(count)))
      points.append(place.position)
      if index % pieces == 0 { azimuths.append(place.finalAzimuth.radians) }
    }
    points.append(b)
    azimuths.append(leg.finalAzimuth.radians)
    let cells = try question.ground.cells(of: points)
    for index in 0..<intervals {
      var highest = -Double.infinity
      var bands: [ClosedRange<Double>] = []
      for piece in index * pieces..<(index + 1) * pieces {
        let (from, to) = (cells[piece], cells[piece + 1])
        highest = max(highest, from.x.isNaN || to.x.isNaN ? .infinity : question.ground.highest(from: from, to: to))
        for area in question.areas where area.touches(points[piece], points[piece + 1]) {
          let band = (area.bottom?.metres ?? -.infinity)...(area.top?.metres ?? .infinity)
          if !bands.contains(band) { bands.append(band) }
        }
      }
      floors.append(highest + question.clearance)
      closed.append(bands)
      lengths.append(length / Double(intervals))
      let turn = (azimuths[index + 1] - azimuths[index]).remainder(dividingBy: 2 * .pi)
      let course = azimuths[index] + turn / 2
      sines.append(sin(course))
      cosines.append(cos(course))
      places.append(points[(index + 1) * pieces])
    }
  }
}

extension RouteLeg {
  /// How far the geodesic and a straight line in columns and rows are the same, m: in degrees they are apart by an eighth of
  /// the length's square by the Earth's radius and the tangent of the latitude, which for 500 m is 5 mm at 45° and 28 mm at 80°.
  private static func straight(_ a: Position, _ b: Position, _ length: Double, _ question: RouteQuestion) -> Double {
    let latitude = max(abs(a.latitudeDegrees), abs(b.latitudeDegrees)) + length / 2 / 110_000
    return latitude < 80 ? max(question.fineStep, 500) : question.fineStep
  }
}

/// The legs of lines that have most of them in common.
struct RouteLegs {
  private struct Ends: Hashable {
    var from: Position
    var to: Position
  }

  private let question: RouteQuestion
  private let interval: Double
  private var known: [Ends: RouteLeg] = [:]

  init(_ question: RouteQuestion, interval: Double) {
    self.question = question
    self.interval = interval
  }

  /// The line through some corners.
  mutating func line(through corners: [Position]) throws(RouteError) -> RouteLine {
    var legs: [RouteLeg] = []
    for (from, to) in zip(corners, corners.dropFirst()) {
      let ends = Ends(from: from, to: to)
      if let leg = known[ends] {
        legs.append(leg)
      } else {
        let leg = try RouteLeg(from: from, to: to, question, interval: interval)
        known[ends] = leg
        legs.append(leg)
      }
    }
    return RouteLine(from: corners[0], legs)
  }

  /// Forgets the legs that are not those of a line.
  mutating func keep(_ corners: [Position]) {
    let ends = Set(zip(corners, corners.dropFirst()).map { Ends(from: $0, to: $1) })
    known = known.filter { ends.contains($0.key) }
  }
}
