extension SummitGrid {
  /// The topographic prominence of each of some cells, metres.
  ///
  /// The cells are flooded from the top down: where two islands meet, the lower summit's prominence is its height over
  /// that saddle. The highest of what hangs together has its height over the lowest cell of the same. Saddles are those of
  /// the highest posts of cells, so that a prominence is never reported too great.
  /// - Complexity: cells × log cells.
  func prominences(of cells: [Int]) -> [Double] {
    let order = (0..<count).filter { !heights[$0].isNaN }.sorted { isHigher($0, than: $1) }
    /// The cell towards the summit of each cell's island; -1 for those under water.
    var parent = [Int32](repeating: -1, count: count)
    var prominence = [Int: Double](uniqueKeysWithValues: cells.map { ($0, .infinity) })
    func summit(_ cell: Int) -> Int {
      var cell = cell
      while Int(parent[cell]) != cell {
        parent[cell] = parent[Int(parent[cell])]
        cell = Int(parent[cell])
      }
      return cell
    }
    for cell in order {
      parent[cell] = Int32(cell)
      let (row, column) = (cell / columns, cell % columns)
      for other in max(0, row - 1)...min(rows - 1, row + 1) {
        for step in max(0, column - 1)...min(columns - 1, column + 1) {
          let neighbour = other * columns + step
          guard neighbour != cell, parent[neighbour] >= 0 else { continue }
          let (mine, theirs) = (summit(cell), summit(neighbour))
          guard mine != theirs else { continue }
          let (high, low) = isHigher(mine, than: theirs) ? (mine, theirs) : (theirs, mine)
          parent[low] = Int32(high)
          if prominence[low] != nil { prominence[low] = Double(heights[low]) - Double(heights[cell]) }
        }
      }
    }
    var lowest: [Int: Float] = [:]
    for cell in order { lowest[summit(cell)] = heights[cell] }
    return cells.map { cell in
      guard let value = prominence[cell], !value.isFinite else { return prominence[cell] ?? 0 }
      return Double(heights[cell]) - Double(lowest[summit(cell)] ?? heights[cell])
    }
  }
}
