internal import Foundation
internal import Units

extension SummitGrid {
  /// Cells whose eight neighbours are known, so that no slope that goes on rising into the unknown counts as a summit.
  func isSurrounded(_ index: Int) -> Bool {
    let (row, column) = (index / columns, index % columns)
    guard row > 0, column > 0, row < rows - 1, column < columns - 1 else { return false }
    for other in -1...1 {
      for step in -1...1 where heights[index + other * columns + step].isNaN { return false }
    }
    return true
  }

  /// Cells that are the highest within a distance, in order.
  ///
  /// A running maximum over the largest rectangle that lies within the distance everywhere leaves few, which are then
  /// compared with every cell around them.
  func summits(within distance: Length) -> [Int] {
    let metres = distance.metres
    // Cells are next to nothing wide at a pole.
    let farthest = Double(max(rows, columns))
    // Highest posts may lie at the far sides of two cells: one cell less.
    func inscribed(_ size: ClosedRange<Double>) -> Int {
      max(0, Int(clamping: min(metres / 2.0.squareRoot() / size.upperBound, farthest)) - 1)
    }
    let highest = runningMaximum(halfRows: inscribed(down), halfColumns: inscribed(across))
    func reach(_ least: Double) -> Int { Int(clamping: min(metres / least, farthest).rounded(.up)) + 1 }
    let tall = reach(down.lowerBound)
    // The shortest way between two places of a parallel is at least 2/π of the way along it.
    let wide = (0..<rows).map { row in
      let near = leastAcross[max(0, row - tall)...min(rows - 1, row + tall)]
      return reach((near.min() ?? across.lowerBound) * 2 / .pi)
    }
    let isNextNear = squareBounds(rows: 1, columns: 1).most <= metres * metres
    return (0..<count).filter { index in
      guard heights[index] == highest[index], isSurrounded(index) else { return false }
      let (row, column) = (index / columns, index % columns)
      // On level ground, such as the sea, a neighbour decides at once.
      if isNextNear {
        for other in row - 1...row + 1 {
          for step in column - 1...column + 1 where isHigher(other * columns + step, than: index) { return false }
        }
      }
      for other in max(0, row - tall)...min(rows - 1, row + tall) {
        for step in max(0, column - wide[row])...min(columns - 1, column + wide[row]) {
          let cell = other * columns + step
          guard isHigher(cell, than: index) else { continue }
          let square = squareBounds(rows: other - row, columns: step - column)
          guard square.least <= metres * metres else { continue }
          if square.most <= metres * metres || self.distance(index, cell) <= metres { return false }
        }
      }
      return true
    }
  }

  /// The highest of the cells around each.
  private func runningMaximum(halfRows: Int, halfColumns: Int) -> [Float] {
    var result = heights.map { $0.isNaN ? -.infinity : $0 }
    var line = [Float](repeating: 0, count: columns)
    for row in 0..<rows {
      for column in 0..<columns { line[column] = result[row * columns + column] }
      let running = Self.runningMaximum(line, half: halfColumns)
      for column in 0..<columns { result[row * columns + column] = running[column] }
    }
    line = [Float](repeating: 0, count: rows)
    for column in 0..<columns {
      for row in 0..<rows { line[row] = result[row * columns + column] }
      let running = Self.runningMaximum(line, half: halfRows)
      for row in 0..<rows { result[row * columns + column] = running[row] }
    }
    return result
  }

  /// Windows of twice the width are the higher of two halves.
  private static func runningMaximum(_ line: [Float], half: Int) -> [Float] {
    let width = 2 * half + 1
    let edge = [Float](repeating: -.infinity, count: half)
    var windows = edge + line + edge
    var reach = 1
    while reach * 2 <= width {
      for index in 0..<windows.count - reach where windows[index + reach] > windows[index] {
        windows[index] = windows[index + reach]
      }
      reach *= 2
    }
    return line.indices.map { index in
      let (a, b) = (windows[index], windows[index + width - reach])
      return a > b ? a : b
    }
  }

  /// Cells on ridges and by how much the ground falls on the side where it falls less, metres; the direction counts in
  /// which that is most.
  ///
  /// In one of four directions (along rows, columns and both diagonals) the cell is higher than all others within a
  /// distance on both sides. What is unknown within it is not a ridge.
  func ridges(within distance: Length, minimumFall: Length) -> [(cell: Int, fall: Double)] {
    let directions = [(0, 1), (1, 0), (1, 1), (1, -1)].map { step in
      let size = hypot(Double(step.0) * down.upperBound, Double(step.1) * across.upperBound)
      return (step, max(1, Int(clamping: min(distance.metres / size, Double(max(rows, columns))).rounded())))
    }
    var found: [(cell: Int, fall: Double)] = []
    for index in 0..<count where isSurrounded(index) {
      var best = -Float.infinity
      for ((stepRow, stepColumn), reach) in directions {
        guard let ahead = fall(from: index, stepRow, stepColumn, reach),
          let behind = fall(from: index, -stepRow, -stepColumn, reach)
        else { continue }
        best = max(best, min(ahead, behind))
      }
      if Double(best) >= minimumFall.metres { found.append((index, Double(best))) }
    }
    return found
  }

  /// How far the ground falls in one direction; nil where a cell is higher or unknown.
  private func fall(from index: Int, _ stepRow: Int, _ stepColumn: Int, _ reach: Int) -> Float? {
    let height = heights[index]
    var (row, column) = (index / columns, index % columns)
    var lowest = height
    for _ in 0..<reach {
      row += stepRow
      column += stepColumn
      guard row >= 0, row < rows, column >= 0, column < columns else { return nil }
      let cell = row * columns + column
      guard !heights[cell].isNaN, isHigher(index, than: cell) else { return nil }
      if heights[cell] < lowest { lowest = heights[cell] }
    }
    return height - lowest
  }

  /// The distance from each of some cells to the nearest higher one, metres; nil where none is higher.
  func isolations(of cells: [Int]) -> [Double?] {
    let side = 32
    let (down32, across32) = ((rows + side - 1) / side, (columns + side - 1) / side)
    var highest = [Float](repeating: -.infinity, count: down32 * across32)
    for index in 0..<count {
      let block = index / columns / side * across32 + index % columns / side
      if heights[index] > highest[block] { highest[block] = heights[index] }
    }
    return cells.map { index in
      let (row, column) = (index / columns, index % columns)
      func gap(_ place: Int, _ block: Int) -> Double {
        Double(max(0, block * side - place - 1, place - block * side - side))
      }
      // No cell of a block is nearer; of equals an earlier block may hold one that goes before.
      var blocks: [(block: Int, bound: Double)] = []
      for block in highest.indices where highest[block] >= heights[index] {
        let (y, x) = (gap(row, block / across32) * down.lowerBound, gap(column, block % across32) * across.lowerBound)
        blocks.append((block, (y * y + x * x).squareRoot()))
      }
      blocks.sort { ($0.bound, $0.block) < ($1.bound, $1.block) }
      var nearest: Double?
      for (block, bound) in blocks {
        if let nearest, bound > nearest { break }
        let (top, left) = (block / across32 * side, block % across32 * side)
        for other in top..<min(top + side, rows) {
          for step in left..<min(left + side, columns) where isHigher(other * columns + step, than: index) {
            if let nearest {
              let square = squareBounds(rows: other - row, columns: step - column)
              guard square.least < nearest * nearest else { continue }
            }
            let metres = distance(index, other * columns + step)
            if nearest.map({ metres < $0 }) ?? true { nearest = metres }
          }
        }
      }
      return nearest
    }
  }
}
