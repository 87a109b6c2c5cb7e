import Foundation
import GeoFiles
import Geodesy
import Units

@testable import Coverage

/// Floors by another way than the engines': sight lines one by one, with angles at the antenna in place of slopes, and on
/// the Earth with geodesics that are bisected for the places where they cross rows and columns.
struct FloorReference {
  let terrain: Grid<Float>
  let antennaColumn: Double
  let antennaRow: Double
  let antenna: Double
  let k: Double

  /// A point of the sphere of `radius` under an elevation angle, seen from the antenna: its altitude at a distance.
  static func altitude(ofAngle angle: Double, distance: Double, antenna: Double, radius: Double) -> Double {
    let theta = distance / radius
    return (radius + antenna) * cos(angle) / cos(angle + theta) - radius
  }

  /// The elevation angle at which a point appears.
  static func angle(ofAltitude altitude: Double, distance: Double, antenna: Double, radius: Double) -> Double {
    let theta = distance / radius
    return atan2((radius + altitude) * cos(theta) - (radius + antenna), (radius + altitude) * sin(theta))
  }

  /// The floor of a post of a plane whose posts are `step` metres apart.
  func planeFloor(column: Int, row: Int, step: Double) -> Double {
    let (dx, dy) = (Double(column) - antennaColumn, Double(row) - antennaRow)
    let length = (dx * dx + dy * dy).squareRoot() * step
    let radius = k * 6_371_008.8
    var parts: [Double] = []
    for c in Int(
      min(antennaColumn, Double(column)).rounded(.up))...Int(max(antennaColumn, Double(column)).rounded(.down))
    where dx != 0 { parts.append((Double(c) - antennaColumn) / dx) }
    for r in Int(min(antennaRow, Double(row)).rounded(.up))...Int(max(antennaRow, Double(row)).rounded(.down))
    where dy != 0 { parts.append((Double(r) - antennaRow) / dy) }
    return floor(parts, length: length, radius: radius, ground: terrain[row, column]) { part in
      (antennaColumn + dx * part, antennaRow + dy * part)
    }
  }

  /// The floor of a post of a grid of degrees.
  func geodesicFloor(column: Int, row: Int) -> Double {
    let frame = terrain.frame
    func position(_ column: Double, _ row: Double) -> Position {
      Position(latitudeDegrees: frame.firstY + row * frame.stepY, longitudeDegrees: frame.firstX + column * frame.stepX)
    }
    let start = position(antennaColumn, antennaRow)
    let line = Ellipsoid.wgs84.inverse(from: start, to: position(Double(column), Double(row)))
    let sine = sin(line.azimuth.radians)
    let cosine = cos(line.azimuth.radians)
    let (a, e2) = (6_378_137.0, 0.00669437999014)
    let w = 1 - e2 * pow(sin(start.latitudeDegrees * .pi / 180), 2)
    let (meridian, normal) = (a * (1 - e2) / pow(w, 1.5), a / w.squareRoot())
    let radius = k / (cosine * cosine / meridian + sine * sine / normal)
    func place(_ part: Double) -> (column: Double, row: Double) {
      let there = Ellipsoid.wgs84.direct(
        from: start, azimuth: line.azimuth, distance: .metres(line.distance.metres * part)
      ).position
      let east = (there.longitudeDegrees - start.longitudeDegrees).remainder(dividingBy: 360)
      return (antennaColumn + east / frame.stepX, (there.latitudeDegrees - frame.firstY) / frame.stepY)
    }
    // Crossings by bisection between even parts, each too short to cross one line twice.
    var parts: [Double] = []
    let steps = 8 * (abs(column - Int(antennaColumn)) + abs(row - Int(antennaRow)) + 2)
    var last = place(0)
    for step in 1...steps {
      let next = place(Double(step) / Double(steps))
      for pick in [{ (p: (column: Double, row: Double)) in p.column }, { $0.row }] {
        let (low, high) = (min(pick(last), pick(next)), max(pick(last), pick(next)))
        let first = Int(low.rounded(.up))
        guard low != high, Double(first) <= high else { continue }
        for line in first...max(first, Int(high.rounded(.down))) where Double(line) <= high {
          var (a, b) = (Double(step - 1) / Double(steps), Double(step) / Double(steps))
          let rises = pick(next) > pick(last)
          for _ in 0..<45 {
            let middle = (a + b) / 2
            if (pick(place(middle)) < Double(line)) == rises { a = middle } else { b = middle }
          }
          parts.append((a + b) / 2)
        }
      }
      last = next
    }
    return floor(parts, length: line.distance.metres, radius: radius, ground: terrain[row, column], place)
  }

  private func floor(
    _ parts: [Double], length: Double, radius: Double, ground: Float, _ place: (Double) -> (column: Double, row: Double)
  ) -> Double {
    var highest = -Double.infinity
    for part in parts where part > 1e-7 && part < 1 - 1e-7 {
      let (column, row) = place(part)
      let altitude = height(column, row)
      if altitude.isNaN { return .nan }
      let angle = Self.angle(ofAltitude: altitude, distance: length * part, antenna: antenna, radius: radius)
      highest = max(highest, angle)
    }
    if ground.isNaN { return .nan }
    guard highest > -.infinity else { return Double(ground) }
    return max(
      Double(ground), Self.altitude(ofAngle: highest, distance: length, antenna: antenna, radius: radius))
  }

  /// Linear along the row or the column on which the place lies.
  private func height(_ column: Double, _ row: Double) -> Double {
    let (c, r) = (column.rounded(), row.rounded())
    let onColumn = abs(column - c) < abs(row - r)
    let (low, part): (Double, Double) =
      onColumn
      ? (row.rounded(.down), row - row.rounded(.down)) : (column.rounded(.down), column - column.rounded(.down))
    func value(_ i: Int) -> Double {
      let (column, row) = onColumn ? (Int(c), i) : (i, Int(r))
      return Double(
        terrain[min(max(row, 0), terrain.frame.rows - 1), min(max(column, 0), terrain.frame.columns - 1)])
    }
    return part < 1e-9 ? value(Int(low)) : value(Int(low)) * (1 - part) + value(Int(low) + 1) * part
  }
}

/// Terrain for tests.
enum TestTerrain {
  /// A plane of posts 30 m apart without a coordinate system.
  static func plane(_ columns: Int, _ rows: Int, step: Double = 30, _ height: (Int, Int) -> Double) -> Grid<Float> {
    Grid(
      frame: GridFrame(columns: columns, rows: rows, firstX: 0, firstY: 0, stepX: step, stepY: -step, crs: ""),
      cells: (0..<rows).flatMap { row in (0..<columns).map { Float(height($0, row)) } })
  }

  /// Random heights from 0 to `relief`, the same for one seed.
  static func rough(_ columns: Int, _ rows: Int, relief: Double, seed: UInt64, step: Double = 30) -> Grid<Float> {
    var state = seed
    return plane(columns, rows, step: step) { _, _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 40) / 16_777_216 * relief
    }
  }

  /// The same heights on a grid of degrees.
  static func degrees(_ plane: Grid<Float>, latitude: Double, longitude: Double, step: Double) -> Grid<Float> {
    Grid(
      frame: GridFrame(
        columns: plane.frame.columns, rows: plane.frame.rows, firstX: longitude, firstY: latitude, stepX: step,
        stepY: -step, crs: "EPSG:4326"), cells: plane.cells)
  }
}
