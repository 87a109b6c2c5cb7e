internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Terrain
internal import Units

/// The areas of the cells of a region on the ellipsoid.
///
/// On a grid of degrees they are exact: the zone between two parallels. On other grids the cells around nodes 32 posts
/// apart are measured as geodesic polygons and the rest interpolated; the scale of a map changes so slowly that this
/// leaves less than 1e-6 of an area.
struct CellAreas: Sendable {
  private enum Kind: Sendable {
    /// One area a row.
    case rows([Double])
    /// Areas of cells at nodes, row by row.
    case nodes([Double], across: Int)
  }
  private let kind: Kind
  private static let step = 32

  init(of region: TerrainRegion) throws(TerrainError) {
    let frame = region.grid.frame
    guard !region.terrain.isGeographic else {
      kind = .rows(
        (0..<frame.rows).map { row in
          let middle = frame.firstY + Double(row) * frame.stepY
          let (a, b) = (middle - frame.stepY / 2, middle + frame.stepY / 2)
          return abs(
            Ellipsoid.zone(toLatitudeDegrees: min(max(b, -90), 90))
              - Ellipsoid.zone(toLatitudeDegrees: min(max(a, -90), 90))) * abs(frame.stepX) / 360
        })
      return
    }
    let across = (frame.columns + Self.step - 1) / Self.step + 1
    let down = (frame.rows + Self.step - 1) / Self.step + 1
    var areas: [Double] = []
    for node in 0..<down {
      for other in 0..<across {
        let (row, column) = (Double(node * Self.step), Double(other * Self.step))
        // Ten cells across, for a polygon well above the rounding of geodesics.
        let corners = try region.positions(
          columns: [column - 5, column + 5, column + 5, column - 5], rows: [row + 5, row + 5, row - 5, row - 5])
        let places = corners.compactMap { $0 }
        areas.append(
          places.count == 4 ? abs(Ellipsoid.wgs84.areaAndPerimeter(of: places).area.squareMetres) / 100 : 0)
      }
    }
    kind = .nodes(areas, across: across)
  }

  /// Square metres.
  func area(row: Int, column: Int) -> Double {
    switch kind {
    case .rows(let areas): return areas[row]
    case .nodes(let areas, let across):
      let (top, left) = (row / Self.step, column / Self.step)
      let v = Double(row - top * Self.step) / Double(Self.step)
      let u = Double(column - left * Self.step) / Double(Self.step)
      let index = top * across + left
      let above = areas[index] + (areas[index + 1] - areas[index]) * u
      let below = areas[index + across] + (areas[index + across + 1] - areas[index + across]) * u
      return above + (below - above) * v
    }
  }

}
