package import GeoFiles
package import Geodesy
internal import Units

/// How many radars of a network see a target at some heights, on a raster that is coarse enough to draw.
///
/// A cell of ``counts`` is n × n of the region and counts as many radars as the least of them: what it shows as seen is
/// seen all over it. Outlines hold as much as is seen: the cells of which most is seen, as many as keep the area of all.
/// What is unknown counts none.
package struct NetworkMasks: Sendable {
  /// One raster a height.
  package let counts: [Grid<UInt16>]
  /// Of every height how many samples of each cell at least 1, 2, 3 radars see, one raster after another; none where a cell
  /// is one of the region.
  private let shares: [[[UInt8]]]
  /// Samples of a whole cell.
  private let samples: Int
  /// Cells of the region, each way, in one of the raster.
  package let reduction: Int

  /// Counts over a network.
  /// - Parameters:
  ///   - coverage: The network.
  ///   - heights: Heights of the target.
  ///   - target: The target.
  ///   - limit: The most cells that a raster may have.
  ///   - workers: How many blocks are computed at a time.
  package init(
    of coverage: TerrainCoverage, heights: [Altitude], target: Target, limit: Int = 2_000_000, workers: Int = 1
  ) {
    var painter = Painter(frame: coverage.region.grid.frame, heights: heights.count, limit: limit)
    coverage.sweep(
      networks: [Array(coverage.stations.indices)], heights: heights, target: target, workers: workers
    ) { painter.add($0, network: 0) }
    self = painter.masks
  }

  init(counts: [Grid<UInt16>], reduction: Int, shares: [[[UInt8]]] = [], samples: Int = 1) {
    self.counts = counts
    self.reduction = reduction
    self.shares = shares
    self.samples = samples
  }

  /// What they take in memory.
  var bytes: Int { counts.reduce(0) { $0 + 2 * $1.cells.count } + shares.joined().reduce(0) { $0 + $1.count } }

  /// Where outlines are kept from run to run; nil keeps none.
  var cache: FloorCache?

  /// Where at least 1, 2, 3 radars and so on see the target: by height, then count; see ``outlines(atLeast:height:)``.
  /// - Parameter workers: How many are drawn at a time.
  /// - Throws: ``GeoFileError`` when the outlines cannot be drawn.
  package func outlines(
    heights: Range<Int>, depth: Int, workers: Int = 1
  ) throws(GeoFileError) -> [[PolygonOverlay.Polygons]] {
    let results = Parallel.map(Array(0..<heights.count * depth), workers: workers) { index in
      Result { () throws(GeoFileError) in
        try outlines(atLeast: index % depth + 1, height: heights.lowerBound + index / depth)
      }
    }
    var all: [PolygonOverlay.Polygons] = []
    for result in results { all.append(try result.get()) }
    return (0..<heights.count).map { Array(all[$0 * depth..<($0 + 1) * depth]) }
  }

  /// Where at least so many radars see the target, by height; small patches and holes are dropped as far as they make up
  /// less than half a hundredth of the area.
  /// - Throws: ``GeoFileError`` when the outlines cannot be drawn.
  /// - Accuracy: 1 % of the area (`outlines of coverage hold the area that the table tells`).
  package func outlines(atLeast count: Int, height: Int) throws(GeoFileError) -> PolygonOverlay.Polygons {
    let frame = counts[height].frame
    let cells = cells(atLeast: count, height: height)
    let key = "outline \(FloorCache.version)\n\(frame)\n\(cache == nil ? "" : ContentHash.text(of: cells))"
    if var entry = cache?.entry(of: key), let sizes: [Int32] = entry.take(), let degrees: [Double] = entry.take(),
      let polygons = Self.polygons(sizes, degrees)
    {
      return polygons
    }
    let polygons = try RasterPolygons.outlines(of: Grid(frame: frame, cells: cells), smallest: 4)
    let (sizes, degrees) = Self.numbers(polygons)
    // Without room for them the next run draws them again.
    try? cache?.write(key, size: 4 * sizes.count + 8 * degrees.count, parts: 2) {
      $0.add(sizes)
      $0.add(degrees)
    }
    return polygons
  }

  /// How many rings each polygon has and how many places each ring, then latitudes and longitudes in degrees.
  private static func numbers(_ polygons: PolygonOverlay.Polygons) -> (counts: [Int32], degrees: [Double]) {
    (
      polygons.flatMap { [Int32(clamping: $0.count)] + $0.map { Int32(clamping: $0.count) } },
      polygons.joined().joined().flatMap { [$0.latitudeDegrees, $0.longitudeDegrees] }
    )
  }

  private static func polygons(_ counts: [Int32], _ degrees: [Double]) -> PolygonOverlay.Polygons? {
    var (polygons, place, next): (PolygonOverlay.Polygons, Int, Int) = ([], 0, 0)
    while next < counts.count {
      let rings = counts[next + 1..<min(counts.count, next + 1 + max(0, Int(counts[next])))]
      next += 1 + rings.count
      var polygon: [[Position]] = []
      for count in rings {
        guard count >= 0, place + 2 * Int(count) <= degrees.count else { return nil }
        polygon.append(
          (0..<Int(count)).map {
            Position(latitudeDegrees: degrees[place + 2 * $0], longitudeDegrees: degrees[place + 2 * $0 + 1])
          })
        place += 2 * Int(count)
      }
      polygons.append(polygon)
    }
    return place == degrees.count ? polygons : nil
  }

  /// The cells within an outline.
  private func cells(atLeast count: Int, height: Int) -> [UInt8] {
    guard height < shares.count, (1...shares[height].count).contains(count) else {
      return counts[height].cells.map { Int($0) >= count ? 1 : 0 }
    }
    let seen = shares[height][count - 1]
    var histogram = [Int](repeating: 0, count: samples + 1)
    for share in seen { histogram[min(Int(share), samples)] += 1 }
    let whole = histogram.enumerated().reduce(0) { $0 + $1.offset * $1.element }
    // Cells in the order of their share until as much is drawn as is seen. Of those with the last share some are taken,
    // spread evenly in the order of the raster.
    var least = samples
    var missing = Int((Double(whole) / Double(samples)).rounded())
    while least > 1, histogram[least] < missing {
      missing -= histogram[least]
      least -= 1
    }
    let alike = max(histogram[least], 1)
    let taken = min(missing, alike)
    var carry = alike / 2
    return seen.map { share in
      let share = min(Int(share), samples)
      guard share == least else { return share > least ? 1 : 0 }
      carry += taken
      guard carry >= alike else { return 0 }
      carry -= alike
      return 1
    }
  }
}

extension NetworkMasks {
  /// Paints masks from the blocks of a sweep.
  struct Painter {
    private let small: GridFrame
    private let n: Int
    private let heights: Int
    /// Samples are so many posts apart: at most 15 × 15 of them are taken of a cell.
    private let stride: Int
    /// The counts of every height, one raster after another.
    private(set) var cells: [UInt16]
    /// The samples of every height, then count, seen in each cell.
    private(set) var shares: [UInt8]

    private static let depth = NetworkBlock.depth

    /// Masks of no more than `limit` cells each over a region.
    init(frame: GridFrame, heights: Int, limit: Int) {
      var n = 1
      while ((frame.columns + n - 1) / n) * ((frame.rows + n - 1) / n) > limit { n += 1 }
      self.n = n
      self.heights = heights
      stride = (n + 14) / 15
      small = frame.coarsened(by: n)
      shares = n == 1 ? [] : [UInt8](repeating: 0, count: heights * Self.depth * small.columns * small.rows)
      cells = [UInt16](repeating: UInt16(NetworkBlock.mostRadars), count: heights * small.columns * small.rows)
    }

    mutating func add(_ block: NetworkBlock, network: Int) {
      for (height, counts) in block.networks[network].counts.enumerated() {
        var index = 0
        for row in block.rows {
          let start = (height * small.rows + row / n) * small.columns
          let isSampled = n > 1 && (row % n) % stride == 0
          for column in 0..<block.columns {
            let count = counts[index] == NetworkBlock.unknownCount ? 0 : counts[index]
            if count < cells[start + column / n] { cells[start + column / n] = count }
            if isSampled, count > 0, (column % n) % stride == 0 {
              for level in 0..<min(Int(count), Self.depth) {
                shares[((height * Self.depth + level) * small.rows + row / n) * small.columns + column / n] += 1
              }
            }
            index += 1
          }
        }
      }
    }

    /// Takes cells as they were in ``cells`` and ``shares``; false when they are not as many.
    mutating func restore(_ cells: [UInt16], _ shares: [UInt8]) -> Bool {
      guard cells.count == self.cells.count, shares.count == self.shares.count else { return false }
      (self.cells, self.shares) = (cells, shares)
      return true
    }

    var masks: NetworkMasks {
      let count = small.columns * small.rows
      return NetworkMasks(
        counts: (0..<heights).map { Grid(frame: small, cells: Array(cells[$0 * count..<($0 + 1) * count])) },
        reduction: n,
        shares: shares.isEmpty
          ? []
          : (0..<heights).map { height in
            (0..<Self.depth).map { level in
              let start = (height * Self.depth + level) * count
              return Array(shares[start..<start + count])
            }
          }, samples: ((n + stride - 1) / stride) * ((n + stride - 1) / stride))
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
