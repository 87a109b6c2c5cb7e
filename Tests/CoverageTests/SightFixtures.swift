import Coverage
import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Units

/// Terrain that tests make.
enum Ground {
  /// A plane of posts without a coordinate system.
  static func plane(
    columns: Int, rows: Int, step: Double, _ height: (_ column: Int, _ row: Int) -> Double
  ) -> Grid<Float> {
    let frame = GridFrame(columns: columns, rows: rows, firstX: 0, firstY: 0, stepX: step, stepY: -step, crs: "")
    return Grid(
      frame: frame, cells: (0..<rows * columns).map { Float(height($0 % columns, $0 / columns)) })
  }

  /// A grid of degrees around a place.
  static func degrees(
    around centre: Position, columns: Int, rows: Int, step: Double, _ height: (_ column: Int, _ row: Int) -> Double
  ) -> Grid<Float> {
    let frame = GridFrame(
      columns: columns, rows: rows, firstX: centre.longitudeDegrees - step * Double(columns - 1) / 2,
      firstY: centre.latitudeDegrees + step * Double(rows - 1) / 2, stepX: step, stepY: -step, crs: "EPSG:4326")
    return Grid(
      frame: frame, cells: (0..<rows * columns).map { Float(height($0 % columns, $0 / columns)) })
  }

  /// Rough ground: waves of several lengths with some noise, 0 to about 2000 m.
  static func rough(_ seed: UInt64, columns: Int, rows: Int) -> (Int, Int) -> Double {
    var random = SplitMix(seed: seed)
    let noise = (0..<rows * columns).map { _ in random.next(in: 0...60) }
    let phase = (0..<4).map { _ in random.next(in: 0...6.28) }
    return { column, row in
      let (x, y) = (Double(column), Double(row))
      let waves =
        400 * sin(x / 9 + phase[0]) * cos(y / 13 + phase[1]) + 300 * sin((x + y) / 23 + phase[2])
        + 200 * cos((x - 2 * y) / 31 + phase[3])
      return 900 + waves + noise[row * columns + column]
    }
  }
}

extension Position {
  var place: AntennaPlace { .position(latitudeDegrees: latitudeDegrees, longitudeDegrees: longitudeDegrees) }
}

/// The mean radius of the Earth on a plane, as ``LineOfSightFloor`` documents it.
let meanRadius = 6_371_008.8
