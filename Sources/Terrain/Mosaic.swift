internal import Foundation
internal import GeoFiles
internal import Units

/// Lays tiles on one common grid.
enum Mosaic {
  /// Tiles whose centres of cells differ by less than this part of a cell share them: georeferences are written rounded.
  static let tolerance = 0.01

  /// Whether two steps are rounded writings of one: over so many cells they drift apart by less than ``tolerance``.
  static func isSame(_ a: Double, _ b: Double, over cells: Int) -> Bool {
    abs(a - b) * Double(max(1, cells)) < tolerance * abs(b)
  }

  /// The raster whose grid is that of all: of those with the narrowest columns the one whose step divides a degree best,
  /// for others may have it rounded to nine digits.
  private static func reference(_ rasters: [RasterFile]) -> Int {
    let finest = rasters.map(\.frame.stepX).min() ?? 0
    func miss(_ step: Double) -> Double { abs(1 / step - (1 / step).rounded()) }
    let narrow = rasters.indices.filter {
      isSame(rasters[$0].frame.stepX, finest, over: rasters[$0].frame.columns)
    }
    guard let first = narrow.first else { return 0 }
    return rasters[first].isGeographic
      ? narrow.min { (miss(rasters[$0].frame.stepX), $0) < (miss(rasters[$1].frame.stepX), $1) } ?? first : first
  }

  /// The common grid and the tiles on it, in their order.
  static func lay(
    _ rasters: [RasterFile], heights: HeightUnit? = nil
  ) throws(GeoFileError) -> (GridFrame, [Terrain.Tile]) {
    let index = reference(rasters)
    let reference = rasters[index].frame
    let wests = unrolled(rasters)
    let originX = wests[index]
    var places: [(row: Int, column: Int)] = []
    var spreads: [ColumnSpread?] = []
    for (raster, west) in zip(rasters, wests) {
      let column = (west - originX) / reference.stepX
      let row = (raster.frame.firstY - reference.firstY) / reference.stepY
      let (wholeColumn, wholeRow) = (column.rounded(), row.rounded())
      if !isSame(raster.frame.stepX, reference.stepX, over: raster.frame.columns), abs(row - wholeRow) < tolerance,
        abs(wholeRow) < 1e9,
        let wide = ColumnSpread.lay(
          first: column, ratio: raster.frame.stepX / reference.stepX, sourceColumns: raster.frame.columns)
      {
        places.append((Int(wholeRow), wide.firstColumn))
        spreads.append(wide.spread)
        continue
      }
      guard abs(column - wholeColumn) < tolerance, abs(row - wholeRow) < tolerance else {
        throw GeoFileError(
          .unfitRaster, path: raster.path,
          problem: String(
            format: "its cells lie %.2f columns and %.2f rows off those of ", column - wholeColumn, row - wholeRow)
            + rasters[index].path,
          remedy: "gdalwarp -tap -tr \(reference.stepX) \(-reference.stepY) brings all tiles to one grid")
      }
      guard abs(wholeColumn) < 1e9, abs(wholeRow) < 1e9 else {
        throw GeoFileError(.unfitRaster, path: raster.path, problem: "lies too far from \(rasters[index].path)")
      }
      places.append((Int(wholeRow), Int(wholeColumn)))
      spreads.append(nil)
    }
    let (top, left) = (places.map(\.row).min() ?? 0, places.map(\.column).min() ?? 0)
    var tiles: [Terrain.Tile] = []
    for ((raster, place), spread) in zip(zip(rasters, places), spreads) {
      tiles.append(
        Terrain.Tile(
          file: raster, firstRow: place.row - top, firstColumn: place.column - left,
          metresPerUnit: heights?.metres ?? TerrainChecks.metresPerUnit(raster) ?? 1, spread: spread))
    }
    var frame = reference
    // The reference stays as written to the last bit where it is itself the first.
    frame.firstX =
      zip(zip(places, spreads), wests).first { $0.0.0.column == left && $0.0.1 == nil }?.1
      ?? originX + Double(left) * reference.stepX
    frame.firstY = zip(places, rasters).first { $0.0.row == top }?.1.frame.firstY ?? reference.firstY
    frame.rows = tiles.map(\.rows.upperBound).max() ?? 0
    frame.columns = tiles.map(\.columns.upperBound).max() ?? 0
    // Files of several orders make a mosaic of the usual one.
    if rasters.contains(where: { $0.frame.order != reference.order }) { frame.order = GridFrame.FileOrder() }
    return (frame, tiles)
  }

  /// Tiles that cover the same cells, as a file next to its own archive.
  static func repetitions(_ tiles: [Terrain.Tile]) -> [TerrainWarning] {
    var first: [[Range<Int>]: Terrain.Tile] = [:]
    return tiles.compactMap { tile in
      guard let before = first[[tile.rows, tile.columns]] else {
        first[[tile.rows, tile.columns]] = tile
        return nil
      }
      return TerrainWarning(
        .repeatedTile, at: FaultPlace(file: tile.file.path),
        "\(tile.file.path) covers the same cells as \(before.file.path), which goes before it")
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
