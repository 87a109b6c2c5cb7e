extension ArrivalField {
  /// Closes every node to which a straight line from the start is open, without a queue: at one speed no other way is shorter.
  ///
  /// Rows are taken outwards from the start, and columns outwards within a row: then the two nodes on either side of the
  /// line, one step before a node, are known already, and memory is read in its order. Where both are open so is the line;
  /// where one is, the line is followed; where neither is, the node waits for the ways that lead around. The nodes at the
  /// edge of what is open offer their neighbours these ways.
  /// - Complexity: a square root for each open node.
  mutating func lookAround(_ steady: Double) {
    let top = Int(start.cell.y)
    let bottom = min(top + 1, grid.rows - 1)
    let (left, right) = (Int(start.cell.x), min(Int(start.cell.x) + 1, grid.columns - 1))
    let (rows, columns) = (grid.rows, grid.columns)
    // Both rows at the start, a column further at a time: each needs the other.
    for column in [left, right] { for row in [top, bottom] { look(row, column, steady) } }
    for distance in 1..<max(columns, 2) {
      for column in [left - distance, right + distance] where column >= 0 && column < columns {
        for row in top...bottom { look(row, column, steady) }
      }
    }
    for row in stride(from: bottom + 1, to: rows, by: 1) { lookAlong(row, left, steady) }
    for row in stride(from: top - 1, through: 0, by: -1) { lookAlong(row, left, steady) }
    offerEdges()
  }

  /// A row, from the start's column to both sides.
  private mutating func lookAlong(_ row: Int, _ left: Int, _ steady: Double) {
    for column in stride(from: left, through: 0, by: -1) { look(row, column, steady) }
    for column in stride(from: left + 1, to: grid.columns, by: 1) { look(row, column, steady) }
  }

  /// Closes a node if a straight line from the start leads there.
  @inline(__always)
  private mutating func look(_ row: Int, _ column: Int, _ steady: Double) {
    let columns = grid.columns
    let node = row * columns + column
    guard nodes[node].floor <= top, !nodes[node].isClosed, row >= 0 else { return }
    let (dy, dx) = (start.cell.y - Double(row), start.cell.x - Double(column))
    let isWide = abs(dx) >= abs(dy)
    let length = isWide ? abs(dx) : abs(dy)
    var isFollowed = false
    if length > 1 {
      let share = 1 / length
      let across = isWide ? Double(row) + dy * share : Double(column) + dx * share
      let low = Int(across + 1e-9)
      let along = isWide ? column + (dx > 0 ? 1 : -1) : row + (dy > 0 ? 1 : -1)
      let first = isWide ? low * columns + along : along * columns + low
      let second = across - Double(low) > 1e-6 ? first + (isWide ? columns : 1) : first
      let (isOne, isOther) = (nodes[first].isClosed, nodes[second].isClosed)
      guard isOne || isOther else { return }
      isFollowed = !(isOne && isOther)
    }
    let (dr, dz) = (grid.radii[row] - start.radius, grid.heights[row] - start.height)
    let square = dr * dr + dz * dz + grid.radii[row] * start.radius * startTurns[column]
    let time = square.squareRoot() * (1 + square * grid.curvature) * steady
    if time < clock.end, clock.time(to: Double(nodes[node].floor)) > time { return }
    if isFollowed {
      let before = (nodes[node].seconds, nodes[node].anchor)
      (nodes[node].seconds, nodes[node].anchor) = (time, Self.origin)
      guard sees(row, column, from: Self.origin) else {
        (nodes[node].seconds, nodes[node].anchor) = before
        return
      }
    }
    close(node, at: time)
  }

  @inline(__always)
  private mutating func close(_ node: Int, at time: Double) {
    nodes[node].seconds = time
    nodes[node].anchor = Self.origin
    nodes[node].isClosed = true
    order.append(Int32(truncatingIfNeeded: node))
  }

  /// Lets the open nodes that have others beside them offer these a line.
  private mutating func offerEdges() {
    let (rows, columns) = (grid.rows, grid.columns)
    let open = order
    for entry in open {
      let node = Int(entry)
      let (row, column) = (node / columns, node % columns)
      var isEdge = false
      for r in max(row - 1, 0)...min(row + 1, rows - 1) {
        for c in max(column - 1, 0)...min(column + 1, columns - 1) where !nodes[r * columns + c].isClosed {
          if nodes[r * columns + c].floor <= top { isEdge = true }
        }
      }
      if isEdge { spread(node, row, column) }
    }
  }
}
