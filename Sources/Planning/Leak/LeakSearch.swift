import Coverage
import GeoFiles
import Scenario
import Units

/// Searches a grid with the radars that stand and with one more.
struct LeakSearch<Picture: LeakPicture>: Sendable {
  private let area: LeakArea
  private let sights: Picture
  private let standing: Int
  private let sum: Picture.Sum
  /// Cells that are closed because their ground is unknown; empty for none.
  private let isClosed: [Bool]
  /// Cells at which ways begin.
  let sources: [Int]
  /// What the radars that stand see.
  let today: LeakSights.Grids

  init(area: LeakArea, sights: Picture, standing: Int, unknown: UnknownGround) {
    (self.area, self.sights, self.standing) = (area, sights, standing)
    sum = sights.sum(of: 0..<standing, over: area.grid)
    isClosed = unknown == .open ? [] : Self.closed(area, sights)
    sources = isClosed.isEmpty ? area.sources : Self.sources(area, isClosed)
    today = sights.grids(area.grid, seenBy: sum, closed: isClosed)
  }

  /// A cell is closed where the ground of any of its places is unknown: no way grazes what is missing. That of a strip stays
  /// open while any of its ground is known.
  private static func closed(_ area: LeakArea, _ sights: Picture) -> [Bool] {
    guard !sights.ground.isEmpty else { return [] }
    var isClosed = sights.ground.map { $0 != .known }
    for cell in area.strips where sights.ground(of: cell) == .partly { isClosed[cell] = false }
    return isClosed
  }

  /// Where ways begin at the edge of the terrain, that is the rim of what is known: open cells next to the unknown that
  /// reaches the grid's own edge, and those at that edge. Elsewhere they begin where the area says.
  private static func sources(_ area: LeakArea, _ isClosed: [Bool]) -> [Int] {
    guard area.origin == .terrainEdge else { return area.sources }
    let (rows, columns) = (area.grid.frame.rows, area.grid.frame.columns)
    var isOutside = [Bool](repeating: false, count: isClosed.count)
    var isSource = isOutside
    var waiting: [Int] = []
    func reach(_ cell: Int) {
      if !isClosed[cell] {
        isSource[cell] = true
      } else if !isOutside[cell] {
        isOutside[cell] = true
        waiting.append(cell)
      }
    }
    area.grid.edge.forEach(reach)
    while let cell = waiting.popLast() {
      for row in max(0, cell / columns - 1)...min(rows - 1, cell / columns + 1) {
        for column in max(0, cell % columns - 1)...min(columns - 1, cell % columns + 1) {
          reach(row * columns + column)
        }
      }
    }
    return isSource.indices.filter { isSource[$0] }
  }

  /// Whether each strip that no way reaches could be reached over unknown ground.
  func isBehindUnknown(where isUnreached: [Bool]) -> [Bool] {
    guard !isClosed.isEmpty, isUnreached.contains(true) else { return isUnreached.map { _ in false } }
    let open = LeastExposure(over: sights.grids(area.grid, seenBy: sum, closed: []).shares, from: area.sources)
    return zip(area.strips, isUnreached).map { $1 && open.exposureMetres[$0].isFinite }
  }

  /// The least exposures of the strips with each option on its own, in addition to the radars that stand; nil where no way
  /// leads.
  /// - Parameters:
  ///   - today: Those without any.
  ///   - ways: The cells of today's ways: where an option sees nothing more on any of them, nothing changes.
  func exposures(
    addingEach count: Int, today least: [Double?], ways: [[Int]], workers: Int,
    progress: (@Sendable (PlanProgress) -> Void)?
  ) async -> [[Double?]] {
    let passed = passed(by: ways)
    return await withTaskGroup(of: (Int, [Double?]).self) { group in
      var waiting = (0..<count).makeIterator()
      var results = [[Double?]](repeating: [], count: count)
      var done = 0
      func exposures(_ option: Int) -> [Double?] {
        let added = sights.adding(standing + option, to: sum, over: area.grid)
        let grid = sights.grids(area.grid, seenBy: added, closed: isClosed).shares
        guard passed.contains(where: { grid.countsMore(than: self.today.shares, in: $0) }) else { return least }
        let search = LeastExposure(over: grid, from: sources, to: area.strips)
        return area.strips.map { cell in
          search.exposureMetres[cell].isFinite ? search.exposureMetres[cell] : nil
        }
      }
      for _ in 0..<max(1, workers) {
        if let option = waiting.next() { group.addTask { (option, exposures(option)) } }
      }
      while let (option, result) = await group.next() {
        results[option] = result
        done += 1
        progress?(PlanProgress(.closures, done: done, total: count))
        if let option = waiting.next() { group.addTask { (option, exposures(option)) } }
      }
      return results
    }
  }

  /// Every cell within three rows and columns of a way: all that its steps pass, and more.
  private func passed(by ways: [[Int]]) -> [Int] {
    let (rows, columns) = (area.grid.frame.rows, area.grid.frame.columns)
    var cells: Set<Int> = []
    for cell in Set(ways.joined()) {
      for row in max(0, cell / columns - 3)...min(rows - 1, cell / columns + 3) {
        for column in max(0, cell % columns - 3)...min(columns - 1, cell % columns + 3) {
          cells.insert(row * columns + column)
        }
      }
    }
    return cells.sorted()
  }
}

extension ExposureGrid {
  /// Whether a cell counts more than in another grid of the same cells, in some direction.
  fileprivate func countsMore(than other: ExposureGrid, in cell: Int) -> Bool {
    guard !seenByDirection.isEmpty else { return seen[cell] > other.seen[cell] }
    return seenByDirection.indices.contains { seenByDirection[$0][cell] > other.seenByDirection[$0][cell] }
  }
}
