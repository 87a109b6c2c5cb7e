internal import Geodesy
internal import Interception
internal import Units

/// A route as maps draw it: geodesics between its waypoints, with points close enough that straight lines will do.
struct GeodesicLine {
  /// The waypoints and points between them, heights linear in distance.
  let points: [Waypoint]

  /// Points between waypoints every 20 km: the chord of a plate carrée map then strays less than 20 m from the geodesic
  /// below 60° of latitude (sagitta d² tan φ / 8 R).
  private static let spacing = Length.kilometres(20)

  init(_ waypoints: [Waypoint]) {
    guard let first = waypoints.first else {
      points = []
      return
    }
    var points = [first]
    for (a, b) in zip(waypoints, waypoints.dropFirst()) {
      let way = Ellipsoid.wgs84.inverse(from: a.position, to: b.position)
      let steps = max(1, Int(clamping: (way.distance / Self.spacing).rounded(.up)))
      for step in 1..<max(steps, 1) {
        let share = Double(step) / Double(steps)
        let position = Ellipsoid.wgs84.direct(from: a.position, azimuth: way.azimuth, distance: way.distance * share)
        points.append(Waypoint(position: position.position, altitude: Self.between(a.altitude, b.altitude, share)))
      }
      points.append(b)
    }
    self.points = points
  }

  /// Linear between heights of one datum; between two datums the nearer waypoint's.
  private static func between(_ a: Altitude, _ b: Altitude, _ share: Double) -> Altitude {
    switch (a, b) {
    case (.aboveGround(let a), .aboveGround(let b)): .aboveGround(a + (b - a) * share)
    case (.aboveSeaLevel(let a), .aboveSeaLevel(let b)): .aboveSeaLevel(a + (b - a) * share)
    default: share < 0.5 ? a : b
    }
  }

  /// The line in parts that do not cross the antimeridian, longitudes in [−180, 180].
  var split: [[Waypoint]] {
    guard let first = points.first else { return [] }
    var parts = [[Waypoint(position: first.position.normalized, altitude: first.altitude)]]
    for point in points.dropFirst() {
      let next = Waypoint(position: point.position.normalized, altitude: point.altitude)
      let last = parts[parts.count - 1][parts[parts.count - 1].count - 1]
      let step = next.position.longitudeDegrees - last.position.longitudeDegrees
      if abs(step) > 180 {
        // Cross at ±180, where the line between the two meets it.
        let side: Double = last.position.longitudeDegrees < 0 ? -180 : 180
        let unwrapped = step - 360 * (step < 0 ? -1 : 1)
        let share = unwrapped == 0 ? 0 : (side - last.position.longitudeDegrees) / unwrapped
        let latitude =
          last.position.latitudeDegrees + share * (next.position.latitudeDegrees - last.position.latitudeDegrees)
        let altitude = Self.between(last.altitude, next.altitude, share)
        parts[parts.count - 1].append(
          Waypoint(position: Position(latitudeDegrees: latitude, longitudeDegrees: side), altitude: altitude))
        parts.append([
          Waypoint(position: Position(latitudeDegrees: latitude, longitudeDegrees: -side), altitude: altitude)
        ])
      }
      parts[parts.count - 1].append(next)
    }
    return parts.filter { $0.count > 1 }
  }

  /// The length of a route along its geodesics.
  static func length(of waypoints: [Waypoint]) -> Length {
    zip(waypoints, waypoints.dropFirst()).reduce(.zero) {
      $0 + Ellipsoid.wgs84.distance(from: $1.0.position, to: $1.1.position)
    }
  }

  /// The altitudes on the way, repeated ones given once: `150 m AGL, 2896 m AMSL, 0 m AGL`.
  static func altitudeText(_ waypoints: [Waypoint]) -> String {
    var texts: [String] = []
    for point in waypoints {
      let text =
        switch point.altitude {
        case .aboveGround(let height): "\(height.heightText) AGL"
        case .aboveSeaLevel(let height): "\(height.heightText) AMSL"
        }
      if texts.last != text { texts.append(text) }
    }
    return texts.joined(separator: ", ")
  }
}
