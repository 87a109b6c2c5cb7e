package import Geodesy
internal import Units

/// A border that assets do not cross: lines, and the rings of polygons as closed lines.
///
/// It has no side of its own: a flight's strip says which side is within (``FlightTrack/bounded(by:)``). Between two of its
/// points a border is straight in longitude and latitude, as GeoJSON has it (RFC 7946, 3.1.1).
public struct Border: Sendable {
  /// A straight piece, in degrees.
  private struct Edge {
    var a: SIMD2<Double>
    var b: SIMD2<Double>
  }

  /// A number of edges that follow one another, with the box that holds them.
  private struct Run {
    var line: Int
    var edges: [Edge]
    var low: SIMD2<Double>
    var high: SIMD2<Double>
  }

  /// Where a way meets the border.
  struct Crossing {
    /// Along the path.
    var metres: Double
    /// Which line, by its place in the border.
    var line: Int
  }

  private let runs: [Run]
  /// Whether each line is closed.
  let isRing: [Bool]
  /// Whether the border has no lines.
  public var isEmpty: Bool { runs.isEmpty }

  /// A border.
  /// - Parameter lines: Lines of two or more points each; one that ends where it starts is a ring.
  package init(_ lines: [[Position]]) {
    isRing = lines.map { $0.count > 3 && $0.first == $0.last }
    var runs: [Run] = []
    for (number, line) in lines.enumerated() where line.count > 1 {
      var edges: [Edge] = []
      var last = SIMD2(line[0].longitudeDegrees, line[0].latitudeDegrees)
      for point in line.dropFirst() {
        // The shorter way round: an edge may cross the antimeridian.
        let longitude = last.x + (point.longitudeDegrees - last.x).remainder(dividingBy: 360)
        let next = SIMD2(longitude, point.latitudeDegrees)
        edges.append(Edge(a: last, b: next))
        last = next
      }
      for start in stride(from: 0, to: edges.count, by: 32) {
        let part = Array(edges[start..<min(start + 32, edges.count)])
        let ends = part.flatMap { [$0.a, $0.b] }
        runs.append(
          Run(
            line: number, edges: part, low: ends.reduce(ends[0]) { pointwiseMin($0, $1) },
            high: ends.reduce(ends[0]) { pointwiseMax($0, $1) }))
      }
    }
    self.runs = runs
  }

  /// Every crossing of a path, in the order of the way.
  ///
  /// The path is cut at its waypoints and into chords of 5 km at most, which lie within a metre of it up to 60° of latitude.
  /// Whether it crosses is given by the chords, so that a border is crossed once by a waypoint that lies on it, and by one of
  /// two edges that follow one another; where, by the geodesic.
  /// - Accuracy: 1 mm along the path.
  func crossings(of path: FlightPath) -> [Crossing] {
    guard !runs.isEmpty else { return [] }
    let chords = Self.chords(of: path)
    let crossings = Dictionary(grouping: chords, by: \.leg).flatMap { leg, chords in
      self.crossings(of: chords, on: path.legs[leg])
    }
    return crossings.sorted { $0.metres < $1.metres }
  }

  /// A straight piece of a path, in degrees.
  private struct Chord {
    var begin: SIMD2<Double>
    var end: SIMD2<Double>
    var leg: Int
    /// Along the leg.
    var metres: (begin: Double, end: Double)
  }

  private static func chords(of path: FlightPath) -> [Chord] {
    var chords: [Chord] = []
    for (index, leg) in path.legs.enumerated() {
      let count = max(1, (leg.lengthMetres / 5000).rounded(.up))
      var last = chords.last?.end ?? point(leg.start, near: leg.start.longitudeDegrees)
      for number in stride(from: 1, through: count, by: 1) {
        let metres = (begin: leg.lengthMetres * (number - 1) / count, end: leg.lengthMetres * number / count)
        let next = number < count ? nil : index + 1 < path.legs.count ? path.legs[index + 1].start : path.end
        let end = point(next ?? FlightPath.state(on: leg, atMetres: metres.end).position, near: last.x)
        chords.append(Chord(begin: last, end: end, leg: index, metres: metres))
        last = end
      }
    }
    return chords
  }

  private static func point(_ position: Position, near longitude: Double) -> SIMD2<Double> {
    SIMD2(longitude + (position.longitudeDegrees - longitude).remainder(dividingBy: 360), position.latitudeDegrees)
  }

  private func crossings(of chords: [Chord], on leg: FlightPath.Leg) -> [Crossing] {
    let low = chords.reduce(chords[0].begin) { pointwiseMin($0, pointwiseMin($1.begin, $1.end)) }
    let high = chords.reduce(chords[0].begin) { pointwiseMax($0, pointwiseMax($1.begin, $1.end)) }
    var crossings: [Crossing] = []
    for run in runs where run.low.y <= high.y && run.high.y >= low.y {
      // The turn that brings the run nearest to the leg.
      let turn = SIMD2(360 * (((low.x + high.x) - (run.low.x + run.high.x)) / 720).rounded(), 0)
      guard run.low.x + turn.x <= high.x, run.high.x + turn.x >= low.x else { continue }
      for edge in run.edges {
        let (a, b) = (edge.a + turn, edge.b + turn)
        let (left, right) = (pointwiseMin(a, b), pointwiseMax(a, b))
        for chord in chords {
          guard min(chord.begin.x, chord.end.x) <= right.x, max(chord.begin.x, chord.end.x) >= left.x,
            min(chord.begin.y, chord.end.y) <= right.y, max(chord.begin.y, chord.end.y) >= left.y,
            Self.isLeft(a, of: chord.begin, chord.end) != Self.isLeft(b, of: chord.begin, chord.end)
          else { continue }
          let isLeft = Self.isLeft(chord.begin, of: a, b)
          guard Self.isLeft(chord.end, of: a, b) != isLeft else { continue }
          var (near, far) = chord.metres
          while far - near > 1e-3 {
            let middle = (near + far) / 2
            let place = Self.point(FlightPath.state(on: leg, atMetres: middle).position, near: chord.begin.x)
            if Self.isLeft(place, of: a, b) == isLeft { near = middle } else { far = middle }
          }
          crossings.append(Crossing(metres: leg.startMetres + near, line: run.line))
        }
      }
    }
    return crossings
  }

  /// Whether a point lies to the left of a line through two others; one on it does not.
  private static func isLeft(_ p: SIMD2<Double>, of a: SIMD2<Double>, _ b: SIMD2<Double>) -> Bool {
    (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) > 0
  }
}

extension FlightTrack {
  /// The flight with a border: it can be met only on the strip's side of it.
  ///
  /// Along the route from the strip, everything past the first crossing of an open line is beyond the border, because an
  /// open line encloses nothing. A ring can be crossed back: whatever lies on the strip's side of it is within again.
  public func bounded(by border: Border) -> FlightTrack {
    guard !border.isEmpty else { return self }
    var track = self
    /// The parts of a way that lie within, from its strip on; `metres` from the strip.
    func within(_ crossings: [Border.Crossing], length: Double) -> [(Double, Double)] {
      var spans: [(Double, Double)] = []
      var outside: Set<Int> = []
      var opened: Double? = 0
      for crossing in crossings {
        if let begin = opened {
          if crossing.metres > begin { spans.append((begin, crossing.metres)) }
          opened = nil
        }
        guard border.isRing[crossing.line] else { return spans }
        outside.formSymmetricDifference([crossing.line])
        if outside.isEmpty { opened = crossing.metres }
      }
      if let opened, length > opened { spans.append((opened, length)) }
      return spans
    }
    let (inLength, outLength) = (inbound.length.metres, outbound.length.metres)
    let fromStrip = border.crossings(of: inbound).reversed().map {
      Border.Crossing(metres: inLength - $0.metres, line: $0.line)
    }
    func span(_ begin: Double, _ end: Double) -> TimeSpan {
      TimeSpan(begin: .seconds(clamping: begin), end: .seconds(clamping: end))
    }
    track.withinBorder =
      within(fromStrip, length: inLength).reversed().map { span(landing - $0.1 / speed, landing - $0.0 / speed) }
      + within(border.crossings(of: outbound), length: outLength).map {
        span(takeoff + $0.0 / speed, takeoff + $0.1 / speed)
      }
    return track
  }
}
