internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Units

/// The highest post of each n × n posts of a terrain, and where it is.
///
/// Cells begin at multiples of n from the first row and column of the terrain, so that two searches over one terrain
/// share them.
struct SummitGrid: Sendable {
  let rows: Int
  let columns: Int
  /// How many posts, along a row and along a column, are one cell.
  let reduction: Int
  /// Metres above mean sea level; NaN where no post of the cell is known.
  private(set) var heights: [Float]
  /// Row and column of the terrain.
  private(set) var posts: [(row: Int32, column: Int32)]
  /// Where the posts are; NaN where nothing is known.
  private(set) var places: [Position]
  /// The least and the greatest distance between neighbours in a row, and between rows, metres.
  private(set) var across: ClosedRange<Double> = 1...1
  /// For each row the least distance between neighbours in it, metres: rows of degrees narrow towards a pole.
  private(set) var leastAcross: [Double] = []
  private(set) var down: ClosedRange<Double> = 1...1

  var count: Int { rows * columns }

  /// - Parameters:
  ///   - window: Rows and columns of the terrain.
  ///   - cell: The wanted size of a cell.
  ///   - limit: The most cells; they are larger than wanted where that would be passed.
  init(
    _ terrain: Terrain, rows window: Range<Int>, columns span: Range<Int>, cell: Length, limit: Int,
    progress: (Double) -> Void
  ) throws(TerrainError) {
    let middle: Position?
    var size: Length?
    do {
      middle = try terrain.position(
        column: Double(span.lowerBound + span.upperBound) / 2, row: Double(window.lowerBound + window.upperBound) / 2)
      if let middle { size = try terrain.cellSize(near: middle) }
    } catch { throw .geodesy(error) }
    var n = max(1, Int(clamping: min((cell.metres / max(size?.metres ?? 30, 0.001)).rounded(.down), 1e5)))
    func cells(_ range: Range<Int>, _ n: Int) -> Range<Int> {
      range.isEmpty ? 0..<0 : range.lowerBound / n..<(range.upperBound - 1) / n + 1
    }
    while cells(window, n).count * cells(span, n).count > limit { n += 1 }
    let (cellRows, cellColumns) = (cells(window, n), cells(span, n))
    rows = cellRows.count
    columns = cellColumns.count
    reduction = n
    heights = [Float](repeating: .nan, count: rows * columns)
    posts = [(row: Int32, column: Int32)](repeating: (-1, -1), count: rows * columns)
    places = [Position](
      repeating: Position(latitudeDegrees: .nan, longitudeDegrees: .nan), count: rows * columns)
    guard count > 0 else { return }
    let step = max(1, 4_000_000 / (columns * n * n))
    let all = 0..<terrain.frame.columns
    let postColumns = (cellColumns.lowerBound * n..<cellColumns.upperBound * n).clamped(to: all)
    for start in stride(from: 0, to: rows, by: step) {
      let part = start..<min(start + step, rows)
      let postRows = ((cellRows.lowerBound + part.lowerBound) * n..<(cellRows.lowerBound + part.upperBound) * n)
        .clamped(to: 0..<terrain.frame.rows)
      do throws(GeoFileError) {
        let grid = try terrain.read(rows: postRows, columns: postColumns)
        take(
          grid.cells, rows: postRows, columns: postColumns, firstRow: cellRows.lowerBound,
          firstColumn: cellColumns.lowerBound)
      } catch { throw .file(error) }
      try locate(part, on: terrain)
      progress(Double(part.upperBound) / Double(rows))
    }
    try measure(terrain, firstRow: cellRows.lowerBound, firstColumn: cellColumns.lowerBound)
  }

  private mutating func take(
    _ cells: [Float], rows: Range<Int>, columns span: Range<Int>, firstRow: Int, firstColumn: Int
  ) {
    var source = 0
    for row in rows {
      let base = (row / reduction - firstRow) * columns
      for column in span {
        let height = cells[source]
        source += 1
        let target = base + column / reduction - firstColumn
        // Comparisons with NaN are false. Of equals the first, from north to south and west to east.
        guard height > heights[target] || (heights[target].isNaN && !height.isNaN) else { continue }
        heights[target] = height
        posts[target] = (Int32(row), Int32(column))
      }
    }
  }

  private mutating func locate(_ part: Range<Int>, on terrain: Terrain) throws(TerrainError) {
    let known = (part.lowerBound * columns..<part.upperBound * columns).filter { !heights[$0].isNaN }
    do {
      let found = try terrain.positions(
        columns: known.map { Double(posts[$0].column) }, rows: known.map { Double(posts[$0].row) })
      for (index, place) in zip(known, found) {
        if let place { places[index] = place } else { heights[index] = .nan }
      }
    } catch { throw .geodesy(error) }
  }

  /// Measures cells at 9 × 9 places of the grid, and neighbours in each row.
  private mutating func measure(_ terrain: Terrain, firstRow: Int, firstColumn: Int) throws(TerrainError) {
    var (acrosses, downs): ([Double], [Double]) = ([], [])
    let n = Double(reduction)
    for step in 0...8 {
      let row = (Double(firstRow) + Double(step) / 8 * Double(rows)) * n
      let starts = (0...8).map { (Double(firstColumn) + Double($0) / 8 * Double(columns)) * n }
      do {
        let here = try terrain.positions(columns: starts, rows: starts.map { _ in row })
        let east = try terrain.positions(columns: starts.map { $0 + n }, rows: starts.map { _ in row })
        let south = try terrain.positions(columns: starts, rows: starts.map { _ in row + n })
        acrosses += Self.distances(here, east)
        downs += Self.distances(here, south)
      } catch { throw .geodesy(error) }
    }
    // 2 % for what lies between the places: the width of a degree changes by cos φ, whose ninth parts below 70° differ by
    // less where a search spans up to 3° of latitude.
    // On a pole all posts of a row are one place: a millimetre keeps every quotient finite.
    func range(_ sizes: [Double]) -> ClosedRange<Double> {
      let sizes = sizes.filter(\.isFinite)
      let least = max((sizes.min() ?? 1) * 0.98, 0.001)
      return least...max(least, (sizes.max() ?? 1) * 1.02)
    }
    across = range(acrosses)
    down = range(downs)
    do {
      let columns = (0...8).map { (Double(firstColumn) + Double($0) / 8 * Double(self.columns)) * n }
      leastAcross = try (0..<rows).map { row throws(GeodesyError) in
        let rows = columns.map { _ in (Double(firstRow + row) + 0.5) * n }
        let here = try terrain.positions(columns: columns, rows: rows)
        let east = try terrain.positions(columns: columns.map { $0 + n }, rows: rows)
        return range(Self.distances(here, east)).lowerBound
      }
    } catch { throw .geodesy(error) }
  }

  /// The distances of pairs of places of which both are there, metres.
  private static func distances(_ some: [Position?], _ others: [Position?]) -> [Double] {
    zip(some, others).compactMap { one, other in
      guard let one, let other else { return nil }
      return Ellipsoid.wgs84.distance(from: one, to: other).metres
    }
  }

  /// Whether one cell is higher than another; of equals the first is.
  func isHigher(_ a: Int, than b: Int) -> Bool {
    heights[a] > heights[b] || (heights[a] == heights[b] && a < b)
  }

  /// The least and the most that the distance of two cells can be, squared: posts lie anywhere in their cells.
  func squareBounds(rows: Int, columns: Int) -> (least: Double, most: Double) {
    let (near, far) = (Double(max(0, abs(rows) - 1)), Double(abs(rows) + 1))
    let (close, wide) = (Double(max(0, abs(columns) - 1)), Double(abs(columns) + 1))
    let least = (near * down.lowerBound, close * across.lowerBound)
    let most = (far * down.upperBound, wide * across.upperBound)
    return (least.0 * least.0 + least.1 * least.1, most.0 * most.0 + most.1 * most.1)
  }

  /// Metres on the ellipsoid.
  func distance(_ a: Int, _ b: Int) -> Double { Ellipsoid.wgs84.distance(from: places[a], to: places[b]).metres }
}
