import Foundation
import GeoFiles
import Geodesy
import Response
import TestSupport
import Units

/// A small terrain around a latitude on the meridian of Greenwich, and places on it in kilometres east and north.
struct SmallGround {
  let latitude: Double
  let frame: GridFrame
  let ground: RouteGround

  /// - Parameters:
  ///   - posts: Posts on each side.
  ///   - size: Side of the square, km.
  ///   - height: Metres at kilometres east and north of the middle; NaN for unknown.
  init(posts: Int, size: Double, latitude: Double = 0, height: (Double, Double) -> Double) {
    self.latitude = latitude
    let step = size / Double(posts - 1)
    let half = size / 2
    frame = GridFrame(
      columns: posts, rows: posts, firstX: -half / Self.east(latitude), firstY: latitude + half / Self.north(latitude),
      stepX: step / Self.east(latitude), stepY: -step / Self.north(latitude), crs: "EPSG:4326")
    var cells: [Float] = []
    for row in 0..<posts {
      for column in 0..<posts {
        cells.append(Float(height(Double(column) * step - half, half - Double(row) * step)))
      }
    }
    ground = RouteGround(degrees: Grid(frame: frame, cells: cells))
  }

  /// Kilometres of a degree on the ellipsoid.
  static func east(_ latitude: Double) -> Double { degree(latitude, 0, 0.5) }
  static func north(_ latitude: Double) -> Double { degree(latitude, 0.5, 0) }

  private static func degree(_ latitude: Double, _ north: Double, _ east: Double) -> Double {
    Ellipsoid.wgs84.distance(
      from: Position(latitudeDegrees: latitude - north, longitudeDegrees: -east),
      to: Position(latitudeDegrees: latitude + north, longitudeDegrees: east)
    ).kilometres
  }

  func place(_ east: Double, _ north: Double) -> Position {
    Position(
      latitudeDegrees: latitude + north / Self.north(latitude), longitudeDegrees: east / Self.east(latitude))
  }

  /// The ground at a place, bilinear between posts, written here again; nil where a post with weight is unknown.
  func height(_ place: Position) -> Double? {
    let x = (place.longitudeDegrees - frame.firstX) / frame.stepX
    let y = (place.latitudeDegrees - frame.firstY) / frame.stepY
    let (top, left) = (y.rounded(.down), x.rounded(.down))
    var sum = 0.0
    for corner in 0..<4 {
      let (row, column) = (top + Double(corner / 2), left + Double(corner % 2))
      let weight = (1 - abs(x - column)) * (1 - abs(y - row))
      guard weight > 1e-7 else { continue }
      guard row >= 0, column >= 0, row < Double(frame.rows), column < Double(frame.columns) else { return nil }
      let post = ground.heights[Int(row) * frame.columns + Int(column)]
      guard post.isFinite else { return nil }
      sum += weight * Double(post)
    }
    return sum
  }
}

func routeAircraft(
  _ speed: Double = 60, climb: Double = 10, descent: Double = 8, ceiling: Double = 4000, clearance: Double = 0
) throws -> RouteAircraft {
  try RouteAircraft(
    airspeed: SpeedByAltitude(.metresPerSecond(speed)), climb: SpeedByAltitude(.metresPerSecond(climb)),
    descent: SpeedByAltitude(.metresPerSecond(descent)), ceiling: .metres(ceiling), clearance: .metres(clearance))
}

/// What a route breaks, looked at from outside: at its points and at five places between each two of them.
func offences(
  _ route: Route, _ ground: SmallGround, climb: Double, descent: Double, speed: Double, ceiling: Double,
  clearance: Double
) -> [String] {
  var found: [String] = []
  let points = clearance > 0 ? Array(route.points.dropFirst().dropLast()) : route.points
  for (a, b) in zip(points, points.dropFirst()) {
    let seconds = (b.time - a.time).inSeconds
    let rise = (b.altitude - a.altitude).metres
    let line = Ellipsoid.wgs84.inverse(from: a.position, to: b.position)
    // A millimetre and a microsecond are rounding.
    if seconds < -1e-6 { found.append("back in time at \(a.distance.kilometres) km") }
    if rise > climb * seconds + 1e-3 || -rise > descent * seconds + 1e-3 {
      found.append("\(rise) m in \(seconds) s at \(a.distance.kilometres) km")
    }
    if line.distance.metres > speed * seconds + 1e-2 { found.append("too fast at \(a.distance.kilometres) km") }
    for part in 0...5 {
      let share = Double(part) / 5
      let place = Ellipsoid.wgs84.direct(
        from: a.position, azimuth: line.azimuth, distance: .metres(line.distance.metres * share)
      ).position
      let altitude = a.altitude.metres + rise * share
      guard let height = ground.height(place) else {
        found.append("unknown ground at \(a.distance.kilometres) km")
        continue
      }
      // Posts are Floats: half a millimetre at these heights.
      if altitude < height + clearance - 2e-3 {
        found.append("\(altitude) m over \(height) m at \(a.distance.kilometres) km")
      }
      if altitude > ceiling + 1e-6 { found.append("\(altitude) m above the ceiling") }
    }
  }
  return found
}

/// Peaks of random places, widths and heights, and flat ground around two places.
func randomPeaks(_ random: inout SplitMix, count: Int, size: Double, highest: Double) -> (Double, Double) -> Double {
  var peaks: [(x: Double, y: Double, width: Double, height: Double)] = []
  for _ in 0..<count {
    let x = random.next(in: -0.35...0.35) * size
    let y = random.next(in: -0.5...0.5) * size
    let width = random.next(in: 0.03...0.11) * size
    peaks.append((x, y, width, random.next(in: 0.3...1) * highest))
  }
  return { [peaks] x, y in
    var top = 0.0
    for peak in peaks {
      let (east, north) = (x - peak.x, y - peak.y)
      top = max(top, peak.height * exp(-(east * east + north * north) / (peak.width * peak.width)))
    }
    return top
  }
}
