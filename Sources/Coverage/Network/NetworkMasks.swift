public import GeoFiles
public import Geodesy
internal import Units

/// How many radars of a network see a target at some heights, on a raster that is coarse enough to draw.
///
/// A cell of the raster is n × n of the region and counts as many radars as the least of them: what it shows as seen is
/// seen all over it. What is unknown counts none.
public struct NetworkMasks: Sendable {
  /// One raster a height.
  public let counts: [Grid<UInt8>]
  /// Cells of the region, each way, in one of the raster.
  public let reduction: Int

  /// Counts over a network.
  /// - Parameters:
  ///   - coverage: The network.
  ///   - heights: Heights of the target.
  ///   - target: What is looked for.
  ///   - limit: The most cells that a raster may have.
  ///   - workers: How many blocks are computed at a time.
  public init(
    of coverage: TerrainCoverage, heights: [Altitude], target: Target, limit: Int = 2_000_000, workers: Int = 1
  ) {
    let frame = coverage.region.grid.frame
    var n = 1
    while ((frame.columns + n - 1) / n) * ((frame.rows + n - 1) / n) > limit { n += 1 }
    reduction = n
    let small = frame.coarsened(by: n)
    var cells = heights.map { _ in [UInt8](repeating: 254, count: small.columns * small.rows) }
    coverage.sweep(
      networks: [Array(coverage.stations.indices)], heights: heights, target: target, workers: workers
    ) { block in
      for height in heights.indices {
        let counts = block.networks[0].counts[height]
        var index = 0
        for row in block.rows {
          let start = row / n * small.columns
          for column in 0..<block.columns {
            let count = counts[index] == NetworkBlock.unknownCount ? 0 : counts[index]
            if count < cells[height][start + column / n] { cells[height][start + column / n] = count }
            index += 1
          }
        }
      }
    }
    counts = cells.map { Grid(frame: small, cells: $0) }
  }

  /// Where at least so many radars see the target, by height; patches of fewer than four cells are dropped.
  /// - Throws: ``GeoFileError`` when the outlines cannot be drawn.
  public func outlines(atLeast count: Int, height: Int) throws(GeoFileError) -> PolygonOverlay.Polygons {
    let grid = counts[height]
    return try RasterPolygons.outlines(
      of: Grid(frame: grid.frame, cells: grid.cells.map { Int($0) >= count ? 1 : 0 }), smallest: 4)
  }
}

extension GridFrame {
  /// The frame of blocks of n × n cells; the last ones may reach beyond.
  func coarsened(by n: Int) -> GridFrame {
    var frame = self
    frame.columns = (columns + n - 1) / n
    frame.rows = (rows + n - 1) / n
    frame.firstX += Double(n - 1) / 2 * stepX
    frame.firstY += Double(n - 1) / 2 * stepY
    frame.stepX *= Double(n)
    frame.stepY *= Double(n)
    return frame
  }
}
