package import Geodesy
internal import Units

/// An area in which flights are not pursued: a polygon with its holes.
public struct PursuitArea: Sendable {
  private let border: Border
  /// The closed lines, the outer one and the holes in any order.
  package let rings: [[Position]]

  /// An area.
  /// - Parameter rings: Closed lines, the outer one and the holes in any order.
  package init(_ rings: [[Position]]) {
    self.rings = rings
    border = Border(rings)
  }

  /// Whether a place lies in it, by the straight edges in longitude and latitude that GeoJSON has (RFC 7946, 3.1.1).
  package func contains(_ place: Position) -> Bool {
    var isInside = false
    for ring in rings {
      for (a, b) in zip(ring, ring.dropFirst()) {
        // Longitudes as seen from the place: an edge may cross the antimeridian.
        let x = (a.longitudeDegrees - place.longitudeDegrees).remainder(dividingBy: 360)
        let across = (b.longitudeDegrees - a.longitudeDegrees).remainder(dividingBy: 360)
        let (y, rise) = (a.latitudeDegrees - place.latitudeDegrees, b.latitudeDegrees - a.latitudeDegrees)
        if (y > 0) != (y + rise > 0), x - across * y / rise > 0 { isInside.toggle() }
      }
    }
    return isInside
  }

  /// The parts of a path that lie in it, metres along the path.
  func spans(of path: FlightPath) -> [(begin: Double, end: Double)] {
    var spans: [(begin: Double, end: Double)] = []
    var opened: Double? = contains(path.position(at: .zero)) ? 0 : nil
    for crossing in border.crossings(of: path) {
      if let begin = opened {
        spans.append((begin, crossing.metres))
        opened = nil
      } else {
        opened = crossing.metres
      }
    }
    if let opened { spans.append((opened, path.length.metres)) }
    return spans
  }
}

extension FlightTrack {
  /// The flight with areas in which it is not pursued: it is not met in flight over them.
  public func closed(to areas: [PursuitArea]) -> FlightTrack {
    guard !areas.isEmpty else { return self }
    func span(_ begin: Double, _ end: Double) -> TimeSpan {
      TimeSpan(begin: .seconds(clamping: begin), end: .seconds(clamping: end))
    }
    var track = self
    track.overClosedAreas = areas.flatMap { area in
      area.spans(of: inbound).map { span(departure + $0.begin / speed, departure + $0.end / speed) }
        + area.spans(of: outbound).map { span(takeoff + $0.begin / speed, takeoff + $0.end / speed) }
    }.sorted { $0.begin < $1.begin }
    return track
  }
}
