internal import Foundation
internal import GeoFiles
public import Geodesy
public import Units

extension Terrain {
  /// Where the terrain lies, from its corners, the middles of its edges and the poles inside it.
  /// - Throws: ``GeodesyError`` when its system cannot be brought to latitude and longitude.
  public func extent() throws(GeodesyError) -> TerrainExtent {
    var extent = TerrainExtent()
    let (columns, rows) = (frame.columns, frame.rows)
    let (right, bottom) = (Double(columns) - 0.5, Double(rows) - 0.5)
    let (middleX, middleY) = (Double(columns - 1) / 2, Double(rows - 1) / 2)
    var corners: [Position] = []
    for (column, row) in [
      (-0.5, -0.5), (middleX, -0.5), (right, -0.5), (-0.5, middleY), (right, middleY), (-0.5, bottom),
      (middleX, bottom), (right, bottom),
    ] {
      if let corner = try position(column: column, row: row) { corners.append(corner) }
    }
    if let centre = try position(column: middleX, row: middleY),
      let beside = try position(column: middleX + 1, row: middleY),
      let below = try position(column: middleX, row: middleY + 1)
    {
      extent.cellEast = Ellipsoid.wgs84.distance(from: centre, to: beside)
      extent.cellNorth = Ellipsoid.wgs84.distance(from: centre, to: below)
      // Longitudes counted from the middle, so that the antimeridian does not part them.
      let width = isGeographic ? Double(columns) * frame.stepX : 0
      let offsets = corners.map { ($0.longitudeDegrees - centre.longitudeDegrees).remainder(dividingBy: 360) }
      if let low = offsets.min(), let high = offsets.max() {
        let (a, b) = (centre.longitudeDegrees + low, centre.longitudeDegrees + high)
        extent.west = Position(latitudeDegrees: 0, longitudeDegrees: a).normalized.longitudeDegrees
        extent.east = Position(latitudeDegrees: 0, longitudeDegrees: b).normalized.longitudeDegrees
      }
      if width > 360 - 1e-6 {
        // Around the whole Earth both edges are one meridian; columns that come again do not count.
        let edge = centre.longitudeDegrees - width / 2
        let begin = width > 360 + 1e-6 ? -180 : edge - ((edge + 180) / 360 + 1e-9).rounded(.down) * 360
        (extent.west, extent.east) = (begin, begin + 360)
      }
      extent.south = corners.map(\.latitudeDegrees).min()
      extent.north = corners.map(\.latitudeDegrees).max()
      // The cells of posts on a pole reach half a cell beyond it.
      if isGeographic {
        extent.south = extent.south.map { max($0, -90) }
        extent.north = extent.north.map { min($0, 90) }
      }
    }
    // Around a pole lie all longitudes, and no corner is as near to it.
    for pole in [-90.0, 90] where !isGeographic {
      guard try isInside([Position(latitudeDegrees: pole, longitudeDegrees: 0)])[0] else { continue }
      (extent.west, extent.east) = (-180, 180)
      if pole < 0 { extent.south = pole } else { extent.north = pole }
    }
    return extent
  }
}
