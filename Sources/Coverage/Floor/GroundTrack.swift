internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Units

/// The way from an antenna along the Earth to posts of a grid: azimuth and distance to column and row.
///
/// On a plane the way is straight and a distance is a distance of the grid. On a grid with a coordinate system it is a
/// geodesic; its places are turned into the system by PROJ, or directly where the system is one of degrees.
struct GroundTrack {
  /// Where the antenna stands, in columns and rows of the grid.
  let column: Double
  let row: Double

  enum Kind {
    /// Metres per column to the east and per row to the north (negative in the usual raster); one radius in every azimuth.
    case plane(perColumn: Double, perRow: Double, radius: Double)
    /// Degrees per column and row around the antenna.
    case degrees(Position, perColumn: Double, perRow: Double)
    /// A projected system.
    case projected(Position, ProjectedPosts)
  }
  let kind: Kind

  /// The same way over a part of the grid that begins at a column and a row.
  ///
  /// Nothing but whole numbers is taken away, so that a part gets the floors of the whole to the last bit.
  func over(firstColumn: Int, firstRow: Int) -> GroundTrack {
    var kind = kind
    if case .projected(let position, let posts) = kind {
      kind = .projected(position, posts.over(firstColumn: firstColumn, firstRow: firstRow))
    }
    return GroundTrack(column: column - Double(firstColumn), row: row - Double(firstRow), kind: kind)
  }

  /// Column and row at a distance in an azimuth; not finite where the grid's system has no such place.
  func post(azimuth: Double, distance: Double) -> (column: Double, row: Double) {
    switch kind {
    case .plane(let perColumn, let perRow, _):
      return (column + distance * sin(azimuth) / perColumn, row + distance * cos(azimuth) / perRow)
    case .degrees(let position, let perColumn, let perRow):
      let place = Ellipsoid.wgs84.direct(from: position, azimuth: .radians(azimuth), distance: .metres(distance))
        .position
      let east = (place.longitudeDegrees - position.longitudeDegrees).remainder(dividingBy: 360)
      return (column + east / perColumn, row + (place.latitudeDegrees - position.latitudeDegrees) / perRow)
    case .projected(let position, let posts):
      return posts.post(
        of: Ellipsoid.wgs84.direct(from: position, azimuth: .radians(azimuth), distance: .metres(distance)).position)
    }
  }

  /// Radii of curvature at the antenna.
  var curvature: EarthCurvature {
    switch kind {
    case .plane(_, _, let radius): EarthCurvature(meridian: radius, normal: radius)
    case .degrees(let position, _, _), .projected(let position, _): EarthCurvature(at: position)
    }
  }

  /// How columns and rows change for a metre to the east and to the north at the antenna.
  var jacobian: (columnEast: Double, columnNorth: Double, rowEast: Double, rowNorth: Double) {
    let step = 50.0
    let north = post(azimuth: 0, distance: step)
    let south = post(azimuth: .pi, distance: step)
    let east = post(azimuth: .pi / 2, distance: step)
    let west = post(azimuth: -.pi / 2, distance: step)
    return (
      (east.column - west.column) / (2 * step), (north.column - south.column) / (2 * step),
      (east.row - west.row) / (2 * step), (north.row - south.row) / (2 * step)
    )
  }
}
