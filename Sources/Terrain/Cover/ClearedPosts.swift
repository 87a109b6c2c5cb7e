internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Units

/// The posts of a terrain that a clearing frees of cover: those within its radius, and those of the cell around its
/// middle, without which an antenna would stand in the trees of its own cell where posts are far apart.
struct ClearedPosts: Sendable {
  /// Rows of the mosaic.
  let rows: Range<Int>
  /// Columns of the mosaic as it is laid.
  let columns: Range<Int>
  /// Rows × columns.
  private let isClear: [Bool]

  /// - Throws: ``GeodesyError`` when PROJ has no way to or from the grid's system.
  init(around middle: Position, radius: Length, of terrain: Terrain) throws(GeodesyError) {
    guard let cell = try terrain.cell(of: middle) else {
      (rows, columns, isClear) = (0..<0, 0..<0, [])
      return
    }
    let window = try terrain.window(around: middle, radius: radius)
    func own(_ place: Double) -> Range<Int> {
      let place = ElevationSampler.snapped(place)
      return Int(clamping: place.rounded(.down))..<Int(clamping: place.rounded(.up)) + 1
    }
    let (ownRows, ownColumns) = (own(cell.row), own(cell.column))
    func joined(_ a: Range<Int>, _ b: Range<Int>) -> Range<Int> {
      a.isEmpty ? b : min(a.lowerBound, b.lowerBound)..<max(a.upperBound, b.upperBound)
    }
    let rows = joined(window.rows, ownRows)
    let columns = joined(window.columns, ownColumns)
    let places = try terrain.positions(
      columns: rows.flatMap { _ in columns.map(Double.init) },
      rows: rows.flatMap { row in columns.map { _ in Double(row) } })
    let plane = LocalPlane(at: middle)
    var isClear = places.map { place in place.map { plane.isWithin(radius, of: $0) } ?? false }
    for row in ownRows {
      for column in ownColumns {
        isClear[(row - rows.lowerBound) * columns.count + column - columns.lowerBound] = true
      }
    }
    self.rows = rows
    self.columns = columns.lowerBound + terrain.firstColumn..<columns.upperBound + terrain.firstColumn
    self.isClear = isClear
  }

  /// Frees the posts of a window.
  /// - Parameters:
  ///   - heights: Heights of the cover, rows × columns of the window.
  ///   - columns: Columns of the mosaic as it is laid.
  ///   - circle: Columns around the Earth; nil where they do not meet after a turn.
  func free(_ heights: inout [Float], rows: Range<Int>, columns: Range<Int>, circle: Int?) {
    for turn in circle.map({ [0, -$0, $0] }) ?? [0] {
      let turned = self.columns.lowerBound + turn..<self.columns.upperBound + turn
      let shared = turned.clamped(to: columns)
      guard !shared.isEmpty else { continue }
      for row in self.rows.clamped(to: rows) {
        let source = (row - self.rows.lowerBound) * turned.count - turned.lowerBound
        let target = (row - rows.lowerBound) * columns.count - columns.lowerBound
        for column in shared where isClear[source + column] { heights[target + column] = 0 }
      }
    }
  }
}

/// Short distances around a place, measured on the plane that touches the ellipsoid there.
private struct LocalPlane {
  private let middle: Position
  private let metresPerLatitude: Double
  private let metresPerLongitude: Double

  /// - Source: radii of curvature in the meridian and in the prime vertical: EPSG Guidance Note 7-2, section 3.1.
  init(at middle: Position) {
    self.middle = middle
    let (a, f) = (EarthFigure.semiMajorAxis.metres, EarthFigure.flattening)
    let e2 = f * (2 - f)
    let latitude = middle.latitudeDegrees * .pi / 180
    let w2 = 1 - e2 * sin(latitude) * sin(latitude)
    metresPerLatitude = a * (1 - e2) / (w2 * w2.squareRoot()) * .pi / 180
    metresPerLongitude = a / w2.squareRoot() * cos(latitude) * .pi / 180
  }

  /// Whether a place lies within a radius: the plane decides where its distance is not within a hundredth of the radius,
  /// which it misses by less within 10 km below 80° of latitude; the geodesic decides the rest.
  func isWithin(_ radius: Length, of place: Position) -> Bool {
    let distance = distance(to: place)
    guard abs(distance - radius.metres) < 0.01 * radius.metres || abs(middle.latitudeDegrees) > 80 else {
      return distance <= radius.metres
    }
    return Ellipsoid.wgs84.distance(from: middle, to: place) <= radius
  }

  private func distance(to place: Position) -> Double {
    let north = (place.latitudeDegrees - middle.latitudeDegrees) * metresPerLatitude
    let turn = place.longitudeDegrees - middle.longitudeDegrees
    let east = (turn - (turn / 360).rounded() * 360) * metresPerLongitude
    return (north * north + east * east).squareRoot()
  }
}
