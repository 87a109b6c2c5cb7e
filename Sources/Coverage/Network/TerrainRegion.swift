public import GeoFiles
public import Geodesy
public import Terrain
public import Units

/// A part of a terrain in memory, for floors and networks over it.
///
/// Its posts are those of the terrain, or the highest of n × n of them where the terrain's own would not fit into the
/// memory limit: higher ground hides more. Heights above ground then count from the lowest of them, so that coverage is
/// reported worse than it is. Between the middles of two blocks the ground may still be a little higher than the line
/// that joins them: on a tile of the Andes, 150 m above ground, at most 0.03 % of the posts were reported as seen and are
/// not, while 6 % to 88 % of those that are seen were reported as not seen, for n from 2 to 5. The highest posts of
/// 2n × 2n, which are never lower, would hide twice as many.
///
/// Where something stands on the ground, the posts are those of its surface, and heights above ground count from the bare
/// ground.
public struct TerrainRegion: Sendable {
  /// The terrain.
  public let terrain: Terrain
  /// What hides, metres above mean sea level: the ground with what stands on it; NaN is unknown.
  public let grid: Grid<Float>
  /// The ground from which heights above ground count, of each n × n posts the lowest; nil where that is ``grid``.
  public let lowest: Grid<Float>?
  /// n: each post of the grid stands for n × n posts of the terrain.
  public let reduction: Int
  /// The terrain's row and column that are the grid's first.
  let firstRow: Int
  let firstColumn: Int

  /// Rows and columns of the terrain.
  struct Window: Sendable, Hashable {
    var rows: Range<Int>
    var columns: Range<Int>

    /// Posts in it; the most that a number holds where there are more.
    var count: Int {
      let (posts, isTooMany) = rows.count.multipliedReportingOverflow(by: columns.count)
      return isTooMany ? .max : posts
    }

    /// The window of blocks of n × n cells that holds this one, in blocks.
    func reduced(by n: Int) -> Window {
      func blocks(_ range: Range<Int>) -> Range<Int> {
        guard !range.isEmpty else { return 0..<0 }
        return Self.floored(range.lowerBound, n)..<Self.floored(range.upperBound - 1, n) + 1
      }
      return Window(rows: blocks(rows), columns: blocks(columns))
    }

    private static func floored(_ value: Int, _ n: Int) -> Int { value >= 0 ? value / n : -((n - 1 - value) / n) }

    /// The smallest window that holds all of some.
    static func holding(_ windows: [Window]) -> Window {
      let windows = windows.filter { $0.count > 0 }
      guard let first = windows.first else { return Window(rows: 0..<0, columns: 0..<0) }
      return windows.dropFirst().reduce(first) { all, next in
        Window(
          rows: min(all.rows.lowerBound, next.rows.lowerBound)..<max(all.rows.upperBound, next.rows.upperBound),
          columns: min(
            all.columns.lowerBound, next.columns.lowerBound)..<max(
              all.columns.upperBound, next.columns.upperBound))
      }
    }
  }

  /// What the region holds, as text, for names of what is made of it; all cells are read when it is first asked for.
  var contentKey: String {
    content.value {
      let low = lowest.map { " to \(ContentHash.text(of: $0.cells))" } ?? ""
      return "\(grid.frame)\nground \(ContentHash.text(of: grid.cells))\(low)"
    }
  }
  private let content = OnceMade<String>()

  /// Reads the part that a window covers.
  /// - Parameters:
  ///   - window: Rows and columns of the terrain.
  ///   - reduction: Posts of the terrain, each way, in one of the grid. Blocks begin at multiples of it, so that two
  ///     regions of one terrain share their posts.
  ///   - known: Another region of the same terrain, whose posts need not be read again.
  init(
    _ terrain: Terrain, window: Window, reduction n: Int, reusing known: TerrainRegion? = nil
  ) throws(TerrainError) {
    self.terrain = terrain
    reduction = n
    let blocks = window.reduced(by: n)
    firstRow = blocks.rows.lowerBound * n
    firstColumn = blocks.columns.lowerBound * n
    guard n > 1 else {
      let ground: Grid<Float>
      do throws(GeoFileError) {
        if let shared = try known?.extended(to: blocks) {
          ground = shared
        } else {
          ground = try terrain.read(rows: blocks.rows, columns: blocks.columns)
        }
      } catch { throw .file(error) }
      lowest = terrain.hasSurface ? ground : nil
      grid = try terrain.surface(over: ground, rows: blocks.rows, columns: blocks.columns)
      return
    }
    var frame = terrain.frame.window(rows: blocks.rows, columns: blocks.columns)
    frame.firstX = terrain.frame.firstX + (Double(firstColumn) + Double(n - 1) / 2) * terrain.frame.stepX
    frame.firstY = terrain.frame.firstY + (Double(firstRow) + Double(n - 1) / 2) * terrain.frame.stepY
    frame.stepX *= Double(n)
    frame.stepY *= Double(n)
    let (high, low) = try Self.extremes(terrain, window, blocks, n)
    grid = Grid(frame: frame, cells: high)
    lowest = Grid(frame: frame, cells: low)
  }

  /// The highest post of the surface and the lowest of the ground of each block; NaN where one is unknown.
  /// - Parameter antenna: Where an antenna stands, around which the ground is clear; nil for none.
  private static func extremes(
    _ terrain: Terrain, _ window: Window, _ blocks: Window, _ n: Int, from antenna: Position? = nil
  ) throws(TerrainError) -> (high: [Float], low: [Float]) {
    var high = [Float](repeating: -.infinity, count: blocks.count)
    var low = [Float](repeating: .infinity, count: blocks.count)
    let step = max(1, 8_000_000 / max(1, window.columns.count) / n)
    for start in stride(from: blocks.rows.lowerBound, to: blocks.rows.upperBound, by: step) {
      let rows = (start * n..<min(start + step, blocks.rows.upperBound) * n).clamped(to: window.rows)
      let part: Grid<Float>
      do { part = try terrain.read(rows: rows, columns: window.columns) } catch { throw .file(error) }
      let surface = try terrain.surface(over: part, rows: rows, columns: window.columns, from: antenna)
      var source = 0
      for row in rows {
        let block = ((row - blocks.rows.lowerBound * n) / n) * blocks.columns.count
        let first = window.columns.lowerBound - blocks.columns.lowerBound * n
        var (target, place) = (block + first / n, first % n)
        for _ in window.columns {
          let (value, top) = (part.cells[source], surface.cells[source])
          // Comparisons with NaN are false: the unknown stays.
          if value.isNaN { low[target] = .nan }
          if top.isNaN { high[target] = .nan }
          if top > high[target] { high[target] = top }
          if value < low[target] { low[target] = value }
          source += 1
          place += 1
          if place == n { (target, place) = (target + 1, 0) }
        }
      }
    }
    for index in high.indices where high[index] == -.infinity { high[index] = .nan }
    for index in low.indices where low[index] == .infinity { low[index] = .nan }
    return (high, low)
  }

  /// The bare ground where something stands on it, else ``grid``.
  var ground: Grid<Float> { terrain.hasSurface ? lowest ?? grid : grid }

  /// What of the region decides on the posts of a window in it, as a number; zero where nothing does but the terrain: a coarsened
  /// region has blocks at its edges that are cut.
  func memoNumber(_ memo: Memo) -> Int { reduction == 1 ? 0 : memo.number(of: [frameKey, [reduction]]) }
  private var frameKey: [Int] { [firstRow, firstColumn, grid.frame.rows, grid.frame.columns] }

  /// What of the region decides on its posts, and on their rows and columns, as a number.
  package func number(in memo: Memo) -> Int {
    memo.number(of: [[memo.number(of: terrain.identity)], frameKey, [reduction]])
  }

  /// The share of posts of known ground whose cover is unknown; nil for none.
  var shareOfUnknownCover: Double? {
    guard let lowest, terrain.cover != nil else { return nil }
    var (known, unknown) = (0, 0)
    for (ground, top) in zip(lowest.cells, grid.cells) where !ground.isNaN {
      known += 1
      if top.isNaN { unknown += 1 }
    }
    return unknown == 0 ? nil : Double(unknown) / Double(known)
  }

  /// The ground from which heights above ground count, metres above mean sea level; NaN where unknown.
  func ground(row: Int, column: Int) -> Float { (lowest ?? grid)[row, column] }

  /// The window of a terrain that holds a circle.
  /// - Throws: ``TerrainError`` when a place has no coordinates in the terrain's system.
  static func window(
    of terrain: Terrain, around centre: Position, radius: Length
  ) throws(TerrainError) -> Window {
    do {
      let window = try terrain.window(around: centre, radius: radius)
      return Window(rows: window.rows, columns: window.columns)
    } catch { throw .geodesy(error) }
  }

  /// The posts of places: fractional column and row of the grid; nil where a place has no coordinates in the terrain's
  /// system.
  /// - Throws: ``TerrainError`` when PROJ has no way to the terrain's system.
  public func posts(of positions: [Position]) throws(TerrainError) -> [(column: Double, row: Double)?] {
    let cells: [(column: Double, row: Double)?]
    do { cells = try terrain.cells(of: positions) } catch { throw .geodesy(error) }
    let circle = terrain.isGeographic ? 360 / terrain.frame.stepX : nil
    let middle = Double(firstColumn) + Double(grid.frame.columns * reduction) / 2
    let n = Double(reduction)
    return cells.map { cell in
      guard var cell else { return nil }
      // The turn around the Earth that lies nearest to the middle of the region.
      if let circle { cell.column -= ((cell.column - middle) / circle).rounded() * circle }
      return (
        (cell.column - Double(firstColumn) - (n - 1) / 2) / n, (cell.row - Double(firstRow) - (n - 1) / 2) / n
      )
    }
  }

  /// The places of posts of the grid; nil where a place has no coordinates in the terrain's system.
  /// - Throws: ``TerrainError`` when PROJ has no way from the terrain's system.
  public func positions(columns: [Double], rows: [Double]) throws(TerrainError) -> [Position?] {
    let n = Double(reduction)
    do {
      return try terrain.positions(
        columns: columns.map { Double(firstColumn) + $0 * n + (n - 1) / 2 },
        rows: rows.map { Double(firstRow) + $0 * n + (n - 1) / 2 })
    } catch { throw .geodesy(error) }
  }

  /// A window of the terrain in rows and columns of the grid.
  func local(_ window: Window) -> Window {
    let blocks = window.reduced(by: reduction)
    func shifted(_ range: Range<Int>, _ first: Int, _ count: Int) -> Range<Int> {
      (range.lowerBound - first..<range.upperBound - first).clamped(to: 0..<count)
    }
    return Window(
      rows: shifted(blocks.rows, firstRow / reduction, grid.frame.rows),
      columns: shifted(blocks.columns, firstColumn / reduction, grid.frame.columns))
  }

  /// A window of the grid in rows and columns of the terrain; of a region that is not coarsened.
  func whole(_ local: Window) -> Window {
    func shifted(_ range: Range<Int>, _ by: Int) -> Range<Int> { range.lowerBound + by..<range.upperBound + by }
    return Window(rows: shifted(local.rows, firstRow), columns: shifted(local.columns, firstColumn))
  }

  /// The cells of a window of the grid for an antenna that stands in it: in its clearing the ground is bare.
  ///
  /// In a coarsened region the posts around the antenna are no higher than its own ground: on a slope they would stand
  /// above the antenna, and bury it.
  /// - Parameter ground: The terrain's own ground under the antenna; nil where it is unknown.
  func part(_ window: Window, under antenna: Position, ground: Length?) throws(TerrainError) -> Grid<Float> {
    var part = part(window)
    try clear(&part, window, around: antenna)
    guard reduction > 1, let ground, let post = try posts(of: [antenna])[0] else { return part }
    let (top, left) = (Int(post.row.rounded(.down)), Int(post.column.rounded(.down)))
    for row in top...top + 1 where window.rows.contains(row) {
      for column in left...left + 1 where window.columns.contains(column) {
        let (r, c) = (row - window.rows.lowerBound, column - window.columns.lowerBound)
        if Double(part[r, c]) > ground.metres { part[r, c] = Float(ground.metres) }
      }
    }
    return part
  }

  /// The whole grid for an antenna that stands in it; see ``part(_:under:ground:)``.
  func grid(under antenna: Position) throws(TerrainError) -> Grid<Float> {
    var all = grid
    try clear(
      &all, Window(rows: 0..<grid.frame.rows, columns: 0..<grid.frame.columns), around: antenna)
    return all
  }

  /// Takes away what stands in the clearing around an antenna.
  private func clear(_ part: inout Grid<Float>, _ window: Window, around antenna: Position) throws(TerrainError) {
    guard let posts = try terrain.clearing(around: antenna), window.count > 0 else { return }
    // Whole blocks, as the region has them, on the turn around the Earth on which the window lies.
    let turn = terrain.isGeographic && terrain.isAroundTheEarth ? Int((360 / terrain.frame.stepX).rounded()) : 0
    for shift in turn == 0 ? [0] : [0, -turn, turn] {
      let columns = posts.columns.lowerBound + shift..<posts.columns.upperBound + shift
      let local = local(Window(rows: posts.rows, columns: columns))
      let shared = Window(rows: local.rows.clamped(to: window.rows), columns: local.columns.clamped(to: window.columns))
      guard shared.count > 0 else { continue }
      let blocks = Window(
        rows: shared.rows.lowerBound + firstRow / reduction..<shared.rows.upperBound + firstRow / reduction,
        columns: shared.columns.lowerBound + firstColumn / reduction..<shared.columns.upperBound
          + firstColumn / reduction)
      let n = reduction
      let wanted = Window(
        rows: blocks.rows.lowerBound * n..<blocks.rows.upperBound * n,
        columns: blocks.columns.lowerBound * n..<blocks.columns.upperBound * n)
      let high = try Self.extremes(terrain, wanted, blocks, n, from: antenna).high
      var source = 0
      for row in shared.rows {
        for column in shared.columns {
          // Part of a block at the region's edge lies outside it: its own value is no lower than that of the whole.
          let value = high[source]
          source += 1
          let (r, c) = (row - window.rows.lowerBound, column - window.columns.lowerBound)
          if n == 1 || value < part[r, c] || part[r, c].isNaN && !value.isNaN { part[r, c] = value }
        }
      }
    }
  }

  /// The cells of a window of the grid.
  func part(_ window: Window) -> Grid<Float> { part(of: grid, window) }

  /// The bare ground of a window of the grid.
  func bare(_ window: Window) -> Grid<Float> { part(of: ground, window) }

  /// The frame of a window of the grid: of posts of the terrain the same bits whatever else the region holds.
  func frame(of window: Window) -> GridFrame {
    guard reduction == 1 else { return grid.frame.window(rows: window.rows, columns: window.columns) }
    let whole = whole(window)
    return terrain.frame.window(rows: whole.rows, columns: whole.columns)
  }

  private func part(of grid: Grid<Float>, _ window: Window) -> Grid<Float> {
    guard window.rows.count < grid.frame.rows || window.columns.count < grid.frame.columns else { return grid }
    var cells: [Float] = []
    cells.reserveCapacity(window.count)
    for row in window.rows {
      let start = row * grid.frame.columns
      cells += grid.cells[start + window.columns.lowerBound..<start + window.columns.upperBound]
    }
    return Grid(frame: frame(of: window), cells: cells)
  }
}
