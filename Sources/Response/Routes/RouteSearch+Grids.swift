internal import GeoFiles
internal import Geodesy
internal import Units

extension RouteSearch {
  /// A flown line with its levels.
  struct Flown {
    var profile: FlightProfile
    var column: AirColumn
  }

  /// A way that can be flown.
  struct Found {
    /// Its corners.
    var way: [Position]
    var line: RouteLine
    var flown: Flown
  }

  /// The best way that the times over the grid lead to.
  /// - Parameters:
  ///   - ways: Ways to begin with as well.
  ///   - isOpen: Which cells of the grid a way may cross; nil for all.
  ///   - tries: How many ways are refined.
  ///   - limit: Seconds beyond which no way is of use.
  /// - Returns: Nil where none of them can be flown.
  func best(
    of ways: [[Position]], isOpen: [Bool]?, tries: Int, within limit: Double = .infinity
  ) throws(RouteError) -> Found? {
    let floors = try grid.ceilings(question.clearance, question.areas, where: isOpen)
    let out = try field(floors: floors, isReversed: false, within: limit)
    let back = try field(floors: floors, isReversed: true, within: limit)
    var found: [(way: [Position], cost: Double)] = []
    for way in try ways + candidates(out, back) { found.append((way, try cost(way))) }
    found.sort { $0.cost < $1.cost }
    var refined: [(way: [Position], cost: Double)] = []
    for one in found.prefix(tries) { refined.append(try self.refined(one.way, reach: 4 * grid.finest)) }
    var best: Found?
    for one in refined.sorted(by: { $0.cost < $1.cost }) where one.cost < Self.penalty {
      let line = try RouteLine(through: one.way, question, interval: fineInterval)
      guard let flown = Route.profile(line, question, lowest: lowest, first, last) else { continue }
      if flown.profile.seconds < (best?.flown.profile.seconds ?? .infinity) - 1e-6 {
        best = Found(way: one.way, line: line, flown: flown)
      }
    }
    return best
  }

  /// Nodes of the finest grids.
  private static let mostNodes = 4_000_000

  /// The same search on a finer grid over the part of the ground that matters.
  /// - Parameter isOpen: Which cells of this grid matter.
  /// - Returns: And which of its own cells; nil where that grid would be too large, or nothing matters.
  func finer(where isOpen: [Bool]) throws(RouteError) -> (search: RouteSearch, isOpen: [Bool])? {
    let cells = (rows: grid.rows - 1, columns: grid.columns - 1)
    var (top, bottom, left, right) = (Int.max, -1, Int.max, -1)
    for row in 0..<cells.rows {
      for column in 0..<cells.columns where isOpen[row * cells.columns + column] {
        (top, bottom) = (min(top, row), max(bottom, row))
        (left, right) = (min(left, column), max(right, column))
      }
    }
    guard bottom >= 0 else { return nil }
    // In posts of the ground, one more on each side.
    func posts(_ first: Int, _ last: Int, of count: Int) -> Range<Int> {
      let low = max(Int(Double(first) * grid.step) - 1, 0)
      return low..<max(min(Int((Double(last + 1) * grid.step).rounded(.up)) + 2, count), low + 2)
    }
    let frame = grid.ground.frame
    let (rows, columns) = (posts(top, bottom, of: frame.rows), posts(left, right, of: frame.columns))
    guard rows.upperBound <= frame.rows, columns.upperBound <= frame.columns else { return nil }
    func nodes(_ step: Double) -> Double {
      (Double(rows.count - 1) / step + 1) * (Double(columns.count - 1) / step + 1)
    }
    var step = Self.finer(grid.step)
    guard nodes(step) <= Double(Self.mostNodes), step >= 1 / 32 else { return nil }
    while nodes(Self.finer(step)) <= Double(Self.mostNodes) / 8, Self.finer(step) >= 1 / 32 { step = Self.finer(step) }
    var search = self
    search.grid = try RouteGrid(grid.ground.cropped(rows: rows, columns: columns), step: step)
    let finer = (rows: search.grid.rows - 1, columns: search.grid.columns - 1)
    var isOpenThere = [Bool](repeating: false, count: finer.rows * finer.columns)
    // The cells of this grid that a cell of the other one touches, from row to row or column to column.
    func touched(_ index: Int, _ first: Int, _ count: Int) -> ClosedRange<Int> {
      let low = (Double(index) * step + Double(first)) / grid.step
      let high = (Double(index + 1) * step + Double(first)) / grid.step
      let bounds = (min(max(Int(low - 1e-6), 0), count - 1), min(max(Int(high + 1e-6), 0), count - 1))
      return bounds.0...bounds.1
    }
    let across = (0..<finer.columns).map { touched($0, columns.lowerBound, cells.columns) }
    for row in 0..<finer.rows {
      let along = touched(row, rows.lowerBound, cells.rows)
      for column in 0..<finer.columns {
        isOpenThere[row * finer.columns + column] = along.contains { r in
          across[column].contains { c in isOpen[r * cells.columns + c] }
        }
      }
    }
    return (search, isOpenThere)
  }

  /// The next finer step: half as many posts, or twice as many nodes a post.
  private static func finer(_ step: Double) -> Double { step > 1 ? (step / 2).rounded(.up) : step / 2 }
}
