public import GeoFiles
public import Geodesy
internal import Units

/// How many radars of a network see a target at some heights, on a raster that is coarse enough to draw.
///
/// A cell of the raster is n × n of the region and counts as many radars as the least of them: what it shows as seen is
/// seen all over it. What is unknown counts none.
public struct NetworkMasks: Sendable {
  /// One raster a height.
  public let counts: [Grid<UInt16>]
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
    var painter = Painter(frame: coverage.region.grid.frame, heights: heights.count, limit: limit)
    coverage.sweep(
      networks: [Array(coverage.stations.indices)], heights: heights, target: target, workers: workers
    ) { painter.add($0, network: 0) }
    self = painter.masks
  }

  init(counts: [Grid<UInt16>], reduction: Int) {
    self.counts = counts
    self.reduction = reduction
  }

  /// Where at least so many radars see the target, by height; patches of fewer than four cells are dropped.
  /// - Throws: ``GeoFileError`` when the outlines cannot be drawn.
  public func outlines(atLeast count: Int, height: Int) throws(GeoFileError) -> PolygonOverlay.Polygons {
    let grid = counts[height]
    return try RasterPolygons.outlines(
      of: Grid(frame: grid.frame, cells: grid.cells.map { Int($0) >= count ? 1 : 0 }), smallest: 4)
  }
}

extension NetworkMasks {
  /// Paints masks from the blocks of a sweep.
  struct Painter {
    private let small: GridFrame
    private let n: Int
    private let heights: Int
    /// The counts of every height, one raster after another.
    private(set) var cells: [UInt16]

    /// Masks of no more than `limit` cells each over a region.
    init(frame: GridFrame, heights: Int, limit: Int) {
      var n = 1
      while ((frame.columns + n - 1) / n) * ((frame.rows + n - 1) / n) > limit { n += 1 }
      self.n = n
      self.heights = heights
      small = frame.coarsened(by: n)
      cells = [UInt16](repeating: UInt16(NetworkBlock.mostRadars), count: heights * small.columns * small.rows)
    }

    mutating func add(_ block: NetworkBlock, network: Int) {
      for (height, counts) in block.networks[network].counts.enumerated() {
        var index = 0
        for row in block.rows {
          let start = (height * small.rows + row / n) * small.columns
          for column in 0..<block.columns {
            let count = counts[index] == NetworkBlock.unknownCount ? 0 : counts[index]
            if count < cells[start + column / n] { cells[start + column / n] = count }
            index += 1
          }
        }
      }
    }

    /// Takes cells as they were in ``cells``; false when they are not as many.
    mutating func restore(_ cells: [UInt16]) -> Bool {
      guard cells.count == self.cells.count else { return false }
      self.cells = cells
      return true
    }

    var masks: NetworkMasks {
      let count = small.columns * small.rows
      return NetworkMasks(
        counts: (0..<heights).map { Grid(frame: small, cells: Array(cells[$0 * count..<($0 + 1) * count])) },
        reduction: n)
    }
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
