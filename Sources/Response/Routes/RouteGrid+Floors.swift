internal import GeoFiles

extension RouteGrid {
  /// The ground that a route must clear at each node: of several posts to a node the highest of those around it.
  /// - Parameters:
  ///   - isOpen: Between which nodes a way may lead; the others are closed.
  ///   - isSafe: Whether of several posts to a node all count as far as the next node, so that between nodes too no post is above;
  ///     otherwise those that are nearest to it.
  func ceilings(
    _ clearance: Double, _ areas: [RouteArea], where isOpen: [Bool]? = nil, isSafe: Bool = false
  ) throws(RouteError) -> [Float] {
    let isNodeOpen = isOpen.map(nodes)
    var floors = [Float](repeating: .infinity, count: rows * columns)
    let reach = step > 1 ? Int((isSafe ? step - 1 : step / 2).rounded(.up)) : 0
    let frame = ground.frame
    if step == 1 {
      floors = ground.heights.map { $0 + Float(clearance) }
      if let isNodeOpen { for node in floors.indices where !isNodeOpen[node] { floors[node] = .infinity } }
      try lay(areas, on: &floors)
      return floors
    }
    for row in 0..<rows {
      for column in 0..<columns where isNodeOpen?[row * columns + column] ?? true {
        let cell = SIMD2(Double(column) * step, Double(row) * step)
        if step <= 1 {
          floors[row * columns + column] = Float(ground.height(snapped(cell)) + clearance)
        } else {
          var highest: Float = -.infinity
          let (x, y) = (min(Int(cell.x), frame.columns - 1), min(Int(cell.y), frame.rows - 1))
          for r in max(0, y - reach)...min(frame.rows - 1, y + reach) {
            for c in max(0, x - reach)...min(frame.columns - 1, x + reach) {
              highest = max(highest, ground.heights[r * frame.columns + c])
            }
          }
          floors[row * columns + column] = highest + Float(clearance)
        }
      }
    }
    try lay(areas, on: &floors)
    return floors
  }

  /// The nodes at the corners of some cells.
  private func nodes(of isOpen: [Bool]) -> [Bool] {
    var nodes = [Bool](repeating: false, count: rows * columns)
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 where isOpen[row * (columns - 1) + column] {
        for node in [row * columns + column, row * columns + column + 1] {
          nodes[node] = true
          nodes[node + columns] = true
        }
      }
    }
    return nodes
  }

  /// The lowest altitude at which any place of each cell between nodes may be passed: rows − 1 × columns − 1.
  /// - Parameter isOpen: Which of them count; the others are closed.
  func cellFloors(
    _ clearance: Double, _ areas: [RouteArea], where isOpen: [Bool]?
  ) throws(RouteError) -> [Float] {
    let frame = ground.frame
    var lowest = [Float](repeating: .infinity, count: (rows - 1) * (columns - 1))
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 where isOpen?[row * (columns - 1) + column] ?? true {
        var low: Float = .infinity
        let (x0, y0) = (Double(column) * step, Double(row) * step)
        if step < 1 {
          for (dx, dy) in [(0.0, 0.0), (1, 0), (0, 1), (1, 1)] {
            low = min(low, Float(ground.height(snapped(SIMD2(x0 + dx * step, y0 + dy * step)))))
          }
          // A corner on an unknown post hides what is known of the cell only where all the cell is unknown.
          if low == .infinity { low = lowestPost(x0, y0) }
        } else {
          for r in Int(y0)...min(Int(y0 + step), frame.rows - 1) {
            for c in Int(x0)...min(Int(x0 + step), frame.columns - 1) {
              low = min(low, ground.heights[r * frame.columns + c])
            }
          }
        }
        lowest[row * (columns - 1) + column] = low + Float(clearance)
      }
    }
    guard !areas.isEmpty else { return lowest }
    // A cell is closed where an area holds all its corners; other cells may be open somewhere.
    var held = [Float](repeating: -.infinity, count: rows * columns)
    try lay(areas, on: &held)
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let at = row * columns + column
        let low = min(held[at], held[at + 1], held[at + columns], held[at + columns + 1])
        let cell = row * (columns - 1) + column
        if low > lowest[cell] { lowest[cell] = low }
      }
    }
    return lowest
  }

  private func lowestPost(_ x: Double, _ y: Double) -> Float {
    let frame = ground.frame
    var low: Float = .infinity
    for r in Int(y)...min(Int(y) + 1, frame.rows - 1) {
      for c in Int(x)...min(Int(x) + 1, frame.columns - 1) { low = min(low, ground.heights[r * frame.columns + c]) }
    }
    return low
  }

  private func snapped(_ cell: SIMD2<Double>) -> SIMD2<Double> {
    func post(_ value: Double, _ count: Int) -> Double {
      let near = value.rounded()
      return min(abs(value - near) < 1e-6 ? near : value, Double(count - 1))
    }
    return SIMD2(post(cell.x, ground.frame.columns), post(cell.y, ground.frame.rows))
  }

  /// Raises the floors of nodes in areas.
  private func lay(_ areas: [RouteArea], on floors: inout [Float]) throws(RouteError) {
    guard !areas.isEmpty else { return }
    for row in 0..<rows {
      for column in 0..<columns {
        guard let place = try ground.position(column: Double(column) * step, row: Double(row) * step) else { continue }
        for area in areas where area.contains(place) {
          let node = row * columns + column
          floors[node] = Float(area.floor(over: Double(floors[node])))
        }
      }
    }
  }

  /// The lowest floor around each node: what no route can be below near it.
  func loosened(_ cells: [Float]) -> [Float] {
    var floors = [Float](repeating: .infinity, count: rows * columns)
    for row in 0..<rows - 1 {
      for column in 0..<columns - 1 {
        let low = cells[row * (columns - 1) + column]
        for node in [row * columns + column, row * columns + column + 1] {
          floors[node] = min(floors[node], low)
          floors[node + columns] = min(floors[node + columns], low)
        }
      }
    }
    return floors
  }
}
