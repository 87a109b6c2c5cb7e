internal import Foundation
internal import GeoFiles

/// Lays tiles on one common grid.
enum Mosaic {
  /// Tiles whose centres of cells differ by less than this part of a cell share them: georeferences are written rounded.
  static let tolerance = 0.01

  /// The common grid and the tiles on it, in their order.
  static func lay(_ rasters: [RasterFile]) throws(GeoFileError) -> (GridFrame, [Terrain.Tile]) {
    let reference = rasters[0].frame
    let wests = unrolled(rasters)
    let originX = wests[0]
    var places: [(row: Int, column: Int)] = []
    for (raster, west) in zip(rasters, wests) {
      let column = (west - originX) / reference.stepX
      let row = (raster.frame.firstY - reference.firstY) / reference.stepY
      let (wholeColumn, wholeRow) = (column.rounded(), row.rounded())
      guard abs(column - wholeColumn) < tolerance, abs(row - wholeRow) < tolerance else {
        throw GeoFileError(
          .unfitRaster, path: raster.path,
          problem: String(
            format: "its cells lie %.2f columns and %.2f rows beside those of ", column - wholeColumn, row - wholeRow)
            + rasters[0].path,
          remedy: "gdalwarp -tap -tr \(reference.stepX) \(-reference.stepY) brings all tiles to one grid")
      }
      guard abs(wholeColumn) < 1e9, abs(wholeRow) < 1e9 else {
        throw GeoFileError(.unfitRaster, path: raster.path, problem: "lies too far from \(rasters[0].path)")
      }
      places.append((Int(wholeRow), Int(wholeColumn)))
    }
    let (top, left) = (places.map(\.row).min() ?? 0, places.map(\.column).min() ?? 0)
    var tiles: [Terrain.Tile] = []
    for (raster, place) in zip(rasters, places) {
      tiles.append(
        Terrain.Tile(
          file: raster, firstRow: place.row - top, firstColumn: place.column - left,
          metresPerUnit: TerrainChecks.metresPerUnit(raster) ?? 1))
    }
    var frame = reference
    frame.firstX = zip(places, wests).first { $0.0.column == left }?.1 ?? originX
    frame.firstY = zip(places, rasters).first { $0.0.row == top }?.1.frame.firstY ?? reference.firstY
    frame.rows = tiles.map(\.rows.upperBound).max() ?? 0
    frame.columns = tiles.map(\.columns.upperBound).max() ?? 0
    // Files of several orders make a mosaic of the usual one.
    if rasters.contains(where: { $0.frame.order != reference.order }) { frame.order = GridFrame.FileOrder() }
    return (frame, tiles)
  }

  /// Tiles that cover the same cells, as a file beside its own archive.
  static func repetitions(_ tiles: [Terrain.Tile]) -> [String] {
    var first: [[Range<Int>]: Terrain.Tile] = [:]
    return tiles.compactMap { tile in
      guard let before = first[[tile.rows, tile.columns]] else {
        first[[tile.rows, tile.columns]] = tile
        return nil
      }
      return "\(tile.file.path) covers the same cells as \(before.file.path), which goes before it"
    }
  }

  /// Longitudes of the first columns, beginning behind the widest gap of the circle; those of metric grids as they are.
  private static func unrolled(_ rasters: [RasterFile]) -> [Double] {
    let wests = rasters.map(\.frame.firstX)
    guard rasters[0].isGeographic else { return wests }
    func span(_ index: Int) -> Double { Double(rasters[index].frame.columns) * rasters[index].frame.stepX }
    let order = wests.indices.sorted { wests[$0] < wests[$1] }
    let west = wests[order[0]]
    // The widest gap: behind the last tile by default.
    var reach = west
    var start = order[0]
    var widest = -Double.infinity
    for index in order {
      if wests[index] - reach > widest, index != order[0] {
        widest = wests[index] - reach
        start = index
      }
      reach = max(reach, wests[index] + span(index))
    }
    guard widest > west + 360 - reach + 1e-9 else { return wests }
    return wests.map { $0 < wests[start] ? $0 + 360 : $0 }
  }
}
