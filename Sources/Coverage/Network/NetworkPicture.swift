internal import Foundation
package import GeoFiles
package import Geodesy
internal import Terrain
internal import Units

/// What one look over a region gives for some networks: the areas that each sees; of one of them, what is drawn of it.
///
/// Computed once and kept, so that tables, maps and rasters of a plan agree, and a run that asks the same again computes
/// nothing.
package struct NetworkPicture: Sendable {
  /// What is asked.
  package struct Question: Sendable {
    /// Networks as positions in the coverage's stations.
    package var networks: [[Int]]
    /// The network that is drawn, as a position in ``networks``.
    package var drawn: Int
    /// Heights at which radars are counted.
    package var heights: [Altitude]
    /// What is looked for.
    package var target: Target
    /// The region of interest; nil for none.
    package var interest: InterestMask?
    /// The most cells that a mask may have.
    package var maskLimit: Int

    /// What is asked.
    package init(
      networks: [[Int]], drawn: Int = 0, heights: [Altitude], target: Target, interest: InterestMask? = nil,
      maskLimit: Int = 2_000_000
    ) {
      self.networks = networks
      self.drawn = drawn
      self.heights = heights
      self.target = target
      self.interest = interest
      self.maskLimit = maskLimit
    }
  }

  /// The areas that each network and each station sees.
  package let areas: NetworkAreas
  /// How many radars of the network that is drawn see the target at each height.
  package let masks: NetworkMasks
  /// The lowest altitude above mean sea level at which at least one radar sees the target, metres, never reported lower than it
  /// is: infinite where none does, NaN where that is unknown.
  package let lowest: Grid<Float>
  /// The same for at least two radars.
  package let second: Grid<Float>
  /// Which radar gives ``lowest``: its position in the network; ``NetworkBlock/noRadar`` for none.
  package let radar: Grid<UInt16>
  /// Why it was not kept for the next run; nil when it was, or when nothing is to be kept.
  package private(set) var cacheFailure: GeoFileError?

  /// Looks over a region, or finds what was seen there before.
  /// - Parameters:
  ///   - question: What is asked; networks have ``NetworkBlock/mostRadars`` stations at most.
  ///   - workers: How many blocks are computed at a time; the answer is the same for any number.
  ///   - cache: Where answers are kept; nil keeps none.
  ///   - isCancelled: Asked from time to time; when it says so the answer is of no use, and not kept.
  ///   - progress: Called with the rows done and the number of rows.
  package init(
    _ question: Question, in coverage: TerrainCoverage, workers: Int = 1, cache: FloorCache? = nil,
    isCancelled: () -> Bool = { false }, progress: (Int, Int) -> Void = { _, _ in }
  ) {
    // Floors that were computed without a cache do not say what they were computed from.
    let cache = coverage.floors.contains { $0.key.isEmpty } ? nil : cache
    let key = cache == nil ? "" : Self.key(question, coverage)
    var parts = Parts(question, coverage)
    if !parts.restore(cache, key) {
      parts.clear()
      coverage.sweep(
        networks: question.networks, drawn: question.drawn, heights: question.heights, target: question.target,
        interest: question.interest, workers: workers, isCancelled: isCancelled
      ) { block in
        parts.add(block, drawn: question.drawn)
        progress(block.rows.upperBound, coverage.region.grid.frame.rows)
      }
      if let cache, !isCancelled() {
        do throws(GeoFileError) { try parts.keep(cache, key) } catch { cacheFailure = error }
      }
    }
    let frame = coverage.region.grid.frame
    areas = parts.sums.areas
    var masks = parts.painter.masks
    masks.cache = cache
    self.masks = masks
    lowest = Grid(frame: frame, cells: parts.lowest)
    second = Grid(frame: frame, cells: parts.second)
    radar = Grid(frame: frame, cells: parts.radar)
  }

  /// What it takes in memory.
  package var bytes: Int { 10 * radar.cells.count + masks.bytes }

  /// Everything that the answer depends on: neither prices nor names.
  private static func key(_ question: Question, _ coverage: TerrainCoverage) -> String {
    let region = coverage.region
    var words = [
      "picture with reaches, unknown within range \(FloorCache.version)", region.contentKey,
      "networks \(question.networks) drawn \(question.drawn)", "heights \(question.heights)",
      "masks \(question.maskLimit)", "interest \(question.interest.map { ContentHash.text(of: $0.cells) } ?? "none")",
    ]
    for floor in coverage.floors {
      words += ["floor", floor.key, "\(floor.window)", floor.limits(for: question.target).map { "\($0)" } ?? "unknown"]
      if floor.station.partners != .none {
        words += ["with \(floor.station.partners), for \(question.target)"] + floor.parts.map(\.key)
      }
    }
    return words.joined(separator: "\n")
  }

  /// What is collected from the blocks, and its form on disk.
  private struct Parts {
    var sums: NetworkAreas.Sums
    var painter: NetworkMasks.Painter
    var lowest: [Float]
    var second: [Float]
    var radar: [UInt16]
    private let columns: Int
    private let rows: Int

    init(_ question: Question, _ coverage: TerrainCoverage) {
      let frame = coverage.region.grid.frame
      (columns, rows) = (frame.columns, frame.rows)
      sums = NetworkAreas.Sums(
        networks: question.networks.count, heights: question.heights.count, stations: coverage.floors.count,
        hasInterest: question.interest != nil)
      painter = NetworkMasks.Painter(frame: frame, heights: question.heights.count, limit: question.maskLimit)
      (lowest, second, radar) = ([], [], [])
    }

    /// Nothing seen yet.
    mutating func clear() {
      lowest = [Float](repeating: .nan, count: rows * columns)
      second = lowest
      radar = [UInt16](repeating: NetworkBlock.noRadar, count: rows * columns)
    }

    mutating func add(_ block: NetworkBlock, drawn: Int) {
      sums.add(block)
      painter.add(block, network: drawn)
      let part = block.rows.lowerBound * columns..<block.rows.upperBound * columns
      lowest.replaceSubrange(part, with: block.networks[drawn].lowest)
      second.replaceSubrange(part, with: block.networks[drawn].second)
      radar.replaceSubrange(part, with: block.networks[drawn].radar)
    }

    func keep(_ cache: FloorCache, _ key: String) throws(GeoFileError) {
      let size = sums.values.count * 8 + painter.cells.count * 2 + painter.shares.count + radar.count * 10
      try cache.write(key, size: size, parts: 6) { entry in
        entry.add(sums.values)
        entry.add(painter.cells)
        entry.add(painter.shares)
        entry.add(lowest)
        entry.add(second)
        entry.add(radar)
      }
      cache.evict()
    }

    /// Takes what was kept; false when there is nothing.
    mutating func restore(_ cache: FloorCache?, _ key: String) -> Bool {
      let posts = rows * columns
      guard var entry = cache?.entry(of: key), let values: [Double] = entry.take(sums.values.count),
        let masks: [UInt16] = entry.take(painter.cells.count), let shares: [UInt8] = entry.take(painter.shares.count),
        let lowest: [Float] = entry.take(posts), let second: [Float] = entry.take(posts),
        let radar: [UInt16] = entry.take(posts)
      else { return false }
      (self.lowest, self.second, self.radar) = (lowest, second, radar)
      return sums.restore(values) && painter.restore(masks, shares)
    }
  }
}
