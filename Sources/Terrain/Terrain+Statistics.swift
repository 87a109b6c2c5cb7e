public import GeoFiles

extension Terrain {
  /// Range, mean and voids of a terrain.
  public struct Statistics: Sendable, Hashable {
    /// The lowest elevation, metres above mean sea level; nil when no cell is known.
    public var lowest: Float?
    /// The highest elevation, likewise.
    public var highest: Float?
    /// The mean of the known cells, each with equal weight.
    public var mean: Double?
    /// Cells of the frame.
    public var cells = 0
    /// Cells whose elevation is unknown, including those outside every tile.
    public var voids = 0
  }

  /// More cells than that are not looked through: the Earth at 3″ has 9.3 × 10¹⁰, and takes a quarter of an hour.
  private static let statisticsLimit = 100_000_000_000

  /// Range, mean and voids, read block by block.
  /// - Throws: ``GeoFileError`` with code `corrupt` when a tile cannot be read, `tooLarge` for more than 10¹¹ cells.
  public func statistics(progress: (Int) -> Void = { _ in }) throws(GeoFileError) -> Statistics {
    guard frame.columns <= Self.statisticsLimit / max(1, frame.rows) else {
      throw GeoFileError(
        .tooLarge, path: name, problem: "has \(frame.columns) × \(frame.rows) cells, too many to look through",
        remedy: "name the tiles of the area that is needed")
    }
    var result = Statistics()
    var sum = 0.0
    try forEachBlock(progress: progress) { block in
      result.cells += block.cells.count
      for cell in block.cells {
        guard !cell.isNaN else {
          result.voids += 1
          continue
        }
        result.lowest = min(result.lowest ?? cell, cell)
        result.highest = max(result.highest ?? cell, cell)
        sum += Double(cell)
      }
    }
    if result.voids < result.cells { result.mean = sum / Double(result.cells - result.voids) }
    return result
  }
}
