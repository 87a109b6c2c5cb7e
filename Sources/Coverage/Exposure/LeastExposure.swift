internal import Foundation
internal import GeoFiles
public import Geodesy

/// The least-observed paths of an aircraft over a grid, from some cells to all others.
///
/// A path takes straight steps from the centre of a cell to one of 32 around it. Its exposure is the length that is seen, or
/// the sum of what else the metres of its cells count: each step counts by its share in every cell that it crosses. Of paths
/// of equal exposure the shortest is returned, and ties are always broken the same way.
public struct LeastExposure: Sendable {
  /// The least exposure from the sources to each cell, metres where cells count by shares; infinite where no path leads.
  public let exposureMetres: [Double]
  /// The length of that path, metres.
  public let lengthMetres: [Double]
  /// The cell before each on its way; -1 for sources and where no way leads.
  private let previous: [Int32]
  let grid: ExposureGrid

  /// - Parameters:
  ///   - grid: The share that is seen in each cell.
  ///   - sources: Cells at which paths start; closed ones are ignored.
  ///   - targets: The search may end when all of these are reached; nil for every cell.
  /// - Accuracy: the exposure is the exact minimum over all paths of such steps (`least exposures agree with a relaxation
  ///   of every step`). Compared with a path in any direction through cells that are all seen it is at most 1.31 % greater where
  ///   cells are square (`ways through the open are at most 1.31 percent too long`).
  /// - Complexity: O(cells × log cells).
  public init(over grid: ExposureGrid, from sources: [Int], to targets: [Int]? = nil) {
    self.grid = grid
    let search = ExposureSearch(grid)
    (exposureMetres, lengthMetres, previous) = search.run(from: sources, to: targets)
  }

  /// The cells from a source to a cell; nil where no path leads.
  public func cells(to cell: Int) -> [Int]? {
    guard exposureMetres[cell].isFinite else { return nil }
    var way = [cell]
    while previous[way[way.count - 1]] >= 0 { way.append(Int(previous[way[way.count - 1]])) }
    return way.reversed()
  }

  /// The places where the path to a cell changes direction, with both ends.
  /// - Returns: One or more places, with longitudes that may exceed ±180°; nil where no path leads.
  public func way(to cell: Int) -> [Position]? {
    cells(to: cell).map { bends(of: $0).map(grid.centre) }
  }

  /// The first and the last cell of a way, and those at which its direction changes.
  func bends(of cells: [Int]) -> [Int] {
    let columns = grid.frame.columns
    func step(_ a: Int, _ b: Int) -> (Int, Int) { (b / columns - a / columns, b % columns - a % columns) }
    return cells.indices.filter { index in
      guard index > 0, index < cells.count - 1 else { return true }
      return step(cells[index - 1], cells[index]) != step(cells[index], cells[index + 1])
    }.map { cells[$0] }
  }
}

/// Dijkstra's search with pairs of exposure and length as distances.
private struct ExposureSearch {
  private let grid: ExposureGrid
  private let rows: Int
  private let columns: Int
  /// Lengths of the moves by row of their start, metres.
  private let lengths: [[Double]]
  private let moves: [Move]

  /// A move with its cells as distances in the grid's arrays.
  private struct Move {
    var rows: Int
    var columns: Int
    var end: Int
    /// Where its cells begin and end among those of all moves.
    var cells: Range<Int>
    /// Its direction, where cells count by that.
    var direction: Int
  }

  private let offsets: [Int]
  private let shares: [Double]
  private let isDirected: Bool

  init(_ grid: ExposureGrid) {
    self.grid = grid
    isDirected = !grid.seenByDirection.isEmpty
    (rows, columns) = (grid.frame.rows, grid.frame.columns)
    let width = grid.frame.columns
    let all = GridMove.all.flatMap(\.cells)
    offsets = all.map { $0.rows * width + $0.columns }
    shares = all.map(\.share)
    var begin = 0
    moves = GridMove.all.map { move in
      defer { begin += move.cells.count }
      return Move(
        rows: move.rows, columns: move.columns, end: move.rows * width + move.columns,
        cells: begin..<begin + move.cells.count, direction: move.direction)
    }
    var depth = [0.0]
    for step in grid.down { depth.append(depth[depth.count - 1] + step) }
    let (across, count) = (grid.across, grid.frame.rows)
    lengths = (0..<count).map { row in
      GridMove.all.map { move in
        let end = row + move.rows
        guard end >= 0, end < count else { return .infinity }
        // The mean width of the two rows: a chord between parallels, within 1e-5 of the geodesic for steps of some km.
        return hypot(depth[end] - depth[row], Double(move.columns) * (across[row] + across[end]) / 2)
      }
    }
  }

  private struct Entry {
    var exposure: Double
    var length: Double
    var cell: Int32

    static func < (a: Entry, b: Entry) -> Bool {
      if a.exposure != b.exposure { return a.exposure < b.exposure }
      return a.length != b.length ? a.length < b.length : a.cell < b.cell
    }
  }

  func run(
    from sources: [Int], to targets: [Int]?
  ) -> (exposure: [Double], length: [Double], previous: [Int32]) {
    let count = rows * columns
    var exposure = [Double](repeating: .infinity, count: count)
    var length = [Double](repeating: .infinity, count: count)
    var previous = [Int32](repeating: -1, count: count)
    var isDone = [Bool](repeating: false, count: count)
    var waiting = Set(targets ?? [])
    var heap = EntryHeap()
    for cell in sources where grid.isOpen[cell] {
      (exposure[cell], length[cell]) = (0, 0)
      heap.push(Entry(exposure: 0, length: 0, cell: Int32(cell)))
    }
    while let entry = heap.pop() {
      let cell = Int(entry.cell)
      guard !isDone[cell] else { continue }
      isDone[cell] = true
      if targets != nil {
        waiting.remove(cell)
        if waiting.isEmpty { break }
      }
      let (row, column) = (cell / columns, cell % columns)
      for number in 0..<moves.count {
        let move = moves[number]
        let (endRow, endColumn) = (row + move.rows, column + move.columns)
        guard endRow >= 0, endRow < rows, endColumn >= 0, endColumn < columns else { continue }
        let end = cell + move.end
        guard !isDone[end], let share = seenShare(of: move, from: cell) else { continue }
        let metres = lengths[row][number]
        let (newExposure, newLength) = (entry.exposure + share * metres, entry.length + metres)
        guard newExposure <= exposure[end] else { continue }
        let better = Entry(exposure: newExposure, length: newLength, cell: entry.cell)
        guard better < Entry(exposure: exposure[end], length: length[end], cell: previous[end]) else { continue }
        (exposure[end], length[end], previous[end]) = (newExposure, newLength, entry.cell)
        heap.push(Entry(exposure: newExposure, length: newLength, cell: Int32(end)))
      }
    }
    return (exposure, length, previous)
  }

  /// The share of a move that is seen; nil where it passes a cell that is not open.
  private func seenShare(of move: Move, from cell: Int) -> Double? {
    var sum = 0.0
    for number in move.cells {
      let index = cell + offsets[number]
      guard grid.isOpen[index] else { return nil }
      sum += shares[number] * Double(isDirected ? grid.seenByDirection[move.direction][index] : grid.seen[index])
    }
    return sum
  }

  /// A binary heap, the least entry on top.
  private struct EntryHeap {
    private var entries: [Entry] = []

    mutating func push(_ entry: Entry) {
      entries.append(entry)
      var index = entries.count - 1
      while index > 0, entries[index] < entries[(index - 1) / 2] {
        entries.swapAt(index, (index - 1) / 2)
        index = (index - 1) / 2
      }
    }

    mutating func pop() -> Entry? {
      guard let top = entries.first, let last = entries.popLast() else { return nil }
      guard !entries.isEmpty else { return top }
      entries[0] = last
      var index = 0
      while true {
        var least = index
        for child in [2 * index + 1, 2 * index + 2] where child < entries.count {
          if entries[child] < entries[least] { least = child }
        }
        guard least != index else { return top }
        entries.swapAt(index, least)
        index = least
      }
    }
  }
}
