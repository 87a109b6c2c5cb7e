public import GeoFiles

extension Terrain {
  /// Range, mean and voids of a terrain.
  public struct Statistics: Sendable, Hashable {
    /// The lowest elevation, metres above mean sea level; nil when nothing is known.
    public var lowest: Float?
    /// The highest.
    public var highest: Float?
    /// The mean of the known cells, each counted alike.
    public var mean: Double?
    /// Cells of the frame.
    public var cells = 0
    /// Cells whose elevation is unknown, those outside every tile included.
    public var voids = 0
  }

  /// Range, mean and voids, read block by block.
  /// - Throws: ``GeoFileError`` with code `corrupt` when a tile cannot be read.
  public func statistics(progress: (Int) -> Void = { _ in }) throws(GeoFileError) -> Statistics {
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
