/// The earliest time at each node of a grid from one point, along lines that are straight between turning points.
///
/// The aircraft climbs as soon as it can: the height it can have so many seconds after the start (``VerticalClock``) decides
/// which ground it clears then; over ground that is higher than that it waits, which is climbing in circles. Every node keeps
/// its anchor, the turning point from which its time is a straight line's, so that directions are not those of the grid:
/// on open ground the time is exact. A node inherits the anchor of its neighbour, and the line to it is tested only where
/// the two nodes on either side of it do not have the same anchor: along the shadows of what hides.
/// - Source: the lazy form of Theta* (Nash, Koenig, Tovey 2010), with the visibility of rays taken from the nodes before.
struct ArrivalField {
  /// What a node can come from besides another node.
  static let none: Int32 = -2
  /// The start, as an anchor.
  static let origin: Int32 = -1

  /// Seconds that only a way takes which leads against a wind that no aircraft flies against: no way.
  private static let never = 1e8

  let grid: RouteGrid
  let start: RouteGrid.Point
  /// What is known of a node: together, since the search asks for all of it at once.
  struct Node {
    /// Infinite where no way leads.
    var seconds: Double
    /// The turning point before it: a node, ``origin``, or ``none``.
    var anchor: Int32
    /// The lowest altitude over it, m; infinite where none is.
    var floor: Float
    /// Whether ways beyond it begin anew at it: the aircraft has waited there.
    var isTurn: Bool
    /// Whether its time is final.
    var isClosed: Bool
    /// Whether its anchor is known to see it.
    var isSeen: Bool
  }

  /// Row by row.
  var nodes: [Node]
  /// Seconds by node, row by row; infinite where no way leads.
  var seconds: [Double] { nodes.map(\.seconds) }

  let clock: VerticalClock
  private let speeds: SpeedTable
  /// Seconds a metre, where that is the same at every time and in every direction.
  let steady: Double?
  private var queue: BucketQueue
  /// The clock's highest altitude.
  let top: Float
  /// The nodes in the order of their times, to within a bucket of the queue.
  var order: [Int32] = []
  /// Distances by column to the start, as the grid has them by difference of columns.
  let startTurns: [Double]
  /// What is of use only; nil for everything.
  private let goal: Goal?

  private let goalTurns: [Double]
  /// Seconds a metre, at the least.
  private let fastest: Double

  /// A place to get to within a time: what leads there later is not looked at.
  struct Goal {
    var place: RouteGrid.Point
    var seconds: Double
  }

  /// Finds the times.
  /// - Parameters:
  ///   - grid: The nodes.
  ///   - floors: The lowest altitude over each node, m; infinite where none is.
  ///   - start: Where it begins, at the clock's first altitude.
  ///   - clock: How high the aircraft can be, by time.
  ///   - speeds: A row for each altitude of the clock.
  ///   - goal: Where to get to; times of nodes that lead there too late stay infinite, or are too long.
  init(
    grid: RouteGrid, floors: [Float], start: RouteGrid.Point, clock: VerticalClock, speeds: SpeedTable,
    goal: Goal? = nil
  ) {
    self.grid = grid
    self.start = start
    self.clock = clock
    self.speeds = speeds
    steady = speeds.slowness.allSatisfy { $0 == speeds.slowness[0] } ? speeds.slowness[0] : nil
    top = Float(clock.top).nextUp
    let count = grid.rows * grid.columns
    order.reserveCapacity(count)
    nodes = floors.map {
      Node(seconds: .infinity, anchor: Self.none, floor: $0, isTurn: false, isClosed: false, isSeen: false)
    }
    let fastest = speeds.slowness.min() ?? 1
    queue = BucketQueue(width: max(grid.finest * fastest / 4, 1e-6))
    startTurns = grid.turns(from: start)
    self.goal = goal
    goalTurns = goal.map { grid.turns(from: $0.place) } ?? []
    self.fastest = fastest
    begin()
    if let steady { lookAround(steady) }
    run()
  }

  /// Metres from an anchor to a node.
  @inline(__always)
  private func metres(_ anchor: Int32, _ anchorRow: Int, _ anchorColumn: Int, _ row: Int, _ column: Int) -> Double {
    guard anchor == Self.origin else { return grid.distance(anchorRow, anchorColumn, row, column) }
    let (dr, dz) = (grid.radii[row] - start.radius, grid.heights[row] - start.height)
    let square = dr * dr + dz * dz + grid.radii[row] * start.radius * startTurns[column]
    return square.squareRoot() * (1 + square * grid.curvature)
  }

  /// Whether the goal is reached in time from a node, at the greatest speed and straight.
  @inline(__always)
  private func isOfUse(_ row: Int, _ column: Int, at seconds: Double) -> Bool {
    guard let goal else { return true }
    let (dr, dz) = (grid.radii[row] - goal.place.radius, grid.heights[row] - goal.place.height)
    let square = dr * dr + dz * dz + grid.radii[row] * goal.place.radius * goalTurns[column]
    return seconds + square.squareRoot() * fastest <= goal.seconds
  }

  /// When a straight line from an anchor arrives at a node.
  @inline(__always)
  private func arrival(_ anchor: Int32, _ anchorRow: Int, _ anchorColumn: Int, _ row: Int, _ column: Int) -> Double {
    let metres = metres(anchor, anchorRow, anchorColumn, row, column)
    let begin = anchor == Self.origin ? 0 : nodes[Int(anchor)].seconds
    if let steady { return begin + metres * steady }
    let isOrigin = anchor == Self.origin
    let columns = Double(column) - (isOrigin ? start.cell.x : Double(anchorColumn))
    let radius = ((isOrigin ? start.radius : grid.radii[anchorRow]) * grid.radii[row]).squareRoot()
    let east = columns * grid.columnAngle * radius
    let north = grid.northings[row] - (isOrigin ? start.northing : grid.northings[anchorRow])
    return arrival(metres, from: begin, east: east, north: north)
  }

  /// When a line of so many metres ends that begins at a time: at each level's speed for as long as the climb through it takes.
  private func arrival(_ metres: Double, from begin: Double, east: Double, north: Double) -> Double {
    let last = clock.seconds.count - 1
    var (time, rest, level) = (begin, metres, 0)
    if time < clock.end {
      while clock.seconds[level + 1] <= time { level += 1 }
      while level < last {
        let slowness = speeds.value(row: level, east: east, north: north)
        let needed = rest * slowness
        let given = clock.seconds[level + 1] - time
        if needed <= given { return time + needed }
        rest -= given / slowness
        time = clock.seconds[level + 1]
        level += 1
      }
    }
    return time + rest * speeds.value(row: last, east: east, north: north)
  }

  private mutating func begin() {
    let (left, top) = (Int(start.cell.x), Int(start.cell.y))
    for row in top...min(top + 1, grid.rows - 1) {
      for column in left...min(left + 1, grid.columns - 1) {
        let node = row * grid.columns + column
        let needed = clock.time(to: Double(nodes[node].floor))
        let direct = arrival(Self.origin, 0, 0, row, column)
        guard needed < Self.never, direct < Self.never else { continue }
        nodes[node].seconds = max(direct, needed)
        nodes[node].anchor = Self.origin
        nodes[node].isTurn = needed > direct
        nodes[node].isSeen = true
        queue.push(Int32(truncatingIfNeeded: node), at: nodes[node].seconds)
      }
    }
  }

  private mutating func run() {
    let columns = grid.columns
    while let (entry, bucket) = queue.pop() {
      let node = Int(entry)
      if nodes[node].isClosed || queue.bucket(nodes[node].seconds) > bucket { continue }
      let (row, column) = (node / columns, node % columns)
      if !nodes[node].isSeen {
        nodes[node].isSeen = true
        if !nodes[node].isTurn, !sees(row, column, from: nodes[node].anchor) {
          replace(node, row, column)
          if queue.bucket(nodes[node].seconds) > bucket {
            if nodes[node].seconds < .infinity { queue.push(entry, at: nodes[node].seconds) }
            continue
          }
        }
      }
      nodes[node].isClosed = true
      order.append(entry)
      spread(node, row, column)
    }
  }

  /// Offers the neighbours of a closed node the line from its anchor.
  mutating func spread(_ node: Int, _ row: Int, _ column: Int) {
    let anchor = nodes[node].isTurn ? Int32(truncatingIfNeeded: node) : nodes[node].anchor
    let (anchorRow, anchorColumn) = anchor < 0 ? (0, 0) : (Int(anchor) / grid.columns, Int(anchor) % grid.columns)
    for r in max(row - 1, 0)...min(row + 1, grid.rows - 1) {
      for c in max(column - 1, 0)...min(column + 1, grid.columns - 1) {
        let next = r * grid.columns + c
        // The same anchor gives the same time.
        guard !nodes[next].isClosed, nodes[next].anchor != anchor, nodes[next].floor <= top else { continue }
        var candidate = arrival(anchor, anchorRow, anchorColumn, r, c)
        // Back towards the anchor leads no line.
        if candidate < nodes[node].seconds { candidate = nodes[node].seconds }
        guard candidate < min(nodes[next].seconds - 1e-9, Self.never), isOfUse(r, c, at: candidate) else { continue }
        var waits = false
        if candidate < clock.end {
          let needed = clock.time(to: Double(nodes[next].floor))
          if needed > candidate {
            candidate = needed
            waits = true
            guard candidate < nodes[next].seconds - 1e-9 else { continue }
          }
        }
        nodes[next].seconds = candidate
        nodes[next].anchor = anchor
        nodes[next].isTurn = waits
        nodes[next].isSeen = false
        queue.push(Int32(truncatingIfNeeded: next), at: candidate)
      }
    }
  }

  /// Finds another way to a node that its anchor does not see: by what its neighbours see, or by a turn at one of them.
  private mutating func replace(_ node: Int, _ row: Int, _ column: Int) {
    var best = (time: Double.infinity, anchor: Self.none)
    let failed = nodes[node].anchor
    var tried: [Int32] = [failed]
    for r in max(row - 1, 0)...min(row + 1, grid.rows - 1) {
      for c in max(column - 1, 0)...min(column + 1, grid.columns - 1) {
        let neighbour = r * grid.columns + c
        guard neighbour != node, nodes[neighbour].isClosed else { continue }
        let turned = arrival(Int32(truncatingIfNeeded: neighbour), r, c, row, column)
        if turned < best.time { best = (turned, Int32(truncatingIfNeeded: neighbour)) }
        let anchor = nodes[neighbour].anchor
        guard !nodes[neighbour].isTurn, !tried.contains(anchor) else { continue }
        tried.append(anchor)
        let (ar, ac) = anchor < 0 ? (0, 0) : (Int(anchor) / grid.columns, Int(anchor) % grid.columns)
        let straight = max(nodes[neighbour].seconds, arrival(anchor, ar, ac, row, column))
        if straight < best.time, sees(row, column, from: anchor) { best = (straight, anchor) }
      }
    }
    let needed = clock.time(to: Double(nodes[node].floor))
    let time = max(best.time, needed)
    nodes[node].seconds = time < Self.never ? time : .infinity
    nodes[node].anchor = best.anchor
    nodes[node].isTurn = needed > best.time
  }

  /// Whether an anchor sees a node: followed back from the node until the nodes on both sides of the line are the anchor's.
  func sees(_ row: Int, _ column: Int, from anchor: Int32) -> Bool {
    let columns = grid.columns
    let (y, x) =
      anchor == Self.origin
      ? (start.cell.y, start.cell.x) : (Double(Int(anchor) / columns), Double(Int(anchor) % columns))
    let (dy, dx) = (y - Double(row), x - Double(column))
    let isWide = abs(dx) >= abs(dy)
    let length = isWide ? abs(dx) : abs(dy)
    guard length > 1 else { return true }
    let end = nodes[row * columns + column].seconds
    let begin = anchor == Self.origin ? 0 : nodes[Int(anchor)].seconds
    let isHigh = begin >= clock.end
    for index in 1...Int(length) {
      let share = Double(index) / length
      // The node before the line, that behind it, and how far the line is between them.
      let across = isWide ? Double(row) + dy * share : Double(column) + dx * share
      let low = Int(across + 1e-9)
      let part = across - Double(low)
      let along = isWide ? column + (dx > 0 ? index : -index) : row + (dy > 0 ? index : -index)
      let first = isWide ? low * columns + along : along * columns + low
      let second = part > 1e-6 ? first + (isWide ? columns : 1) : first
      if isOf(anchor, first), isOf(anchor, second) { return true }
      let floor =
        second == first
        ? Double(nodes[first].floor) : Double(nodes[first].floor) * (1 - part) + Double(nodes[second].floor) * part
      let height = isHigh ? clock.top : clock.altitude(after: end - (end - begin) * share)
      // An infinite floor is above every height.
      guard floor <= height + 1e-3 else { return false }
    }
    return true
  }

  /// Whether a node is an anchor, or known to be seen by it at the time of a straight line.
  @inline(__always)
  private func isOf(_ anchor: Int32, _ node: Int) -> Bool {
    Int(anchor) == node || (nodes[node].isClosed && nodes[node].anchor == anchor && !nodes[node].isTurn)
  }

  /// The nodes at which the way to a node turns, from the start's side, the node itself last.
  func turns(to node: Int) -> [Int] {
    var way = [node]
    var here = node
    while nodes[here].anchor >= 0, way.count <= nodes.count {
      here = Int(nodes[here].anchor)
      way.append(here)
    }
    return way.reversed()
  }
}
