internal import GeoFiles

/// A raster in a folder inside a folder of tiles: another tile, or something that was made of them.
enum NestedTile {
  /// Opens it as one more tile.
  /// - Throws: ``GeoFileError`` whose problem says why it is none: it cannot be read, is not terrain on the same grid, or
  ///   shares more than an edge with a tile that is there.
  static func open(
    _ path: String, beside tiles: [RasterFile], within folder: String?
  ) throws(GeoFileError) -> RasterFile {
    let raster = try RasterFile(path: path, within: folder)
    try TerrainChecks.check(raster, against: tiles[0])
    let offset = Offset(of: raster, from: tiles[0])
    let isSpread = !Mosaic.isSame(raster.frame.stepX, tiles[0].frame.stepX, over: raster.frame.columns)
    guard isSpread || abs(offset.column - offset.column.rounded()) < Mosaic.tolerance,
      abs(offset.row - offset.row.rounded()) < Mosaic.tolerance
    else {
      throw GeoFileError(.unfitRaster, path: path, problem: "its cells do not line up with those of \(tiles[0].path)")
    }
    if let tile = tiles.first(where: { overlaps(raster, $0) }) {
      throw GeoFileError(.unfitRaster, path: path, problem: "covers ground that \(tile.path) covers")
    }
    return raster
  }

  /// Where the first cell of a raster lies, in columns and rows of another one; on degrees by the shorter way round.
  private struct Offset {
    var column: Double
    var row: Double

    init(of raster: RasterFile, from other: RasterFile) {
      var east = raster.frame.firstX - other.frame.firstX
      if raster.isGeographic {
        // From middle to middle, so that neighbours across the antimeridian are near to each other.
        let half =
          (Double(raster.frame.columns) * raster.frame.stepX - Double(other.frame.columns) * other.frame.stepX) / 2
        east = (east + half).remainder(dividingBy: 360) - half
      }
      column = east / other.frame.stepX
      row = (raster.frame.firstY - other.frame.firstY) / other.frame.stepY
    }
  }

  /// Whether two rasters share more than the two rows or columns that neighbours may.
  private static func overlaps(_ a: RasterFile, _ b: RasterFile) -> Bool {
    let offset = Offset(of: a, from: b)
    let width = Double(a.frame.columns) * a.frame.stepX / b.frame.stepX
    let columns = min(offset.column + width, Double(b.frame.columns)) - max(offset.column, 0)
    let rows = min(offset.row + Double(a.frame.rows), Double(b.frame.rows)) - max(offset.row, 0)
    return min(columns, rows) > min(2.5, Double(min(a.frame.columns, a.frame.rows)) - 0.5)
  }
}
