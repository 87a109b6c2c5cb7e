package import GeoFiles
internal import Geodesy
package import Terrain
internal import Units

/// The ground of a window of terrain, in memory, for routes.
///
/// Between four posts it is bilinear, as ``Terrain/elevation(at:)`` has it; beyond the outermost posts constant to the edge.
package struct RouteGround: Sendable {
  /// How places become columns and rows.
  enum Mapping: Sendable {
    /// Degrees of WGS 84: the frame says all.
    case degrees
    /// By the terrain's system; the window begins at a row and a column of it, and has every so many of them.
    case terrain(Terrain, firstRow: Int, firstColumn: Int, every: Int)

    /// That of a part that begins so many rows and columns later.
    func moved(_ rows: Int, _ columns: Int) -> Mapping {
      switch self {
      case .degrees: self
      case .terrain(let terrain, let row, let column, let every):
        .terrain(terrain, firstRow: row + rows * every, firstColumn: column + columns * every, every: every)
      }
    }
  }

  /// Where the posts lie.
  package let frame: GridFrame
  /// Metres above mean sea level, row by row; infinite where unknown.
  package let heights: [Float]
  let mapping: Mapping

  /// A ground of posts in degrees of WGS 84.
  /// - Parameter grid: Metres above mean sea level; NaN where unknown.
  package init(degrees grid: Grid<Float>) {
    frame = grid.frame
    heights = grid.cells.map { $0.isNaN ? .infinity : $0 }
    mapping = .degrees
  }

  /// The ground of a window of terrain.
  /// - Throws: ``RouteFault/terrain`` when a tile cannot be read.
  package init(_ terrain: Terrain, rows: Range<Int>, columns: Range<Int>) throws(RouteError) {
    let grid: Grid<Float>
    do { grid = try terrain.read(rows: rows, columns: columns) } catch { throw RouteError(.terrain, because: error) }
    frame = grid.frame
    heights = grid.cells.map { $0.isNaN ? .infinity : $0 }
    mapping = .terrain(terrain, firstRow: rows.lowerBound, firstColumn: columns.lowerBound, every: 1)
  }

  /// A part of it.
  func cropped(rows: Range<Int>, columns: Range<Int>) -> RouteGround {
    var frame = frame
    frame.firstX += Double(columns.lowerBound) * frame.stepX
    frame.firstY += Double(rows.lowerBound) * frame.stepY
    (frame.rows, frame.columns) = (rows.count, columns.count)
    var heights: [Float] = []
    heights.reserveCapacity(rows.count * columns.count)
    for row in rows {
      let first = row * self.frame.columns
      heights += self.heights[first + columns.lowerBound..<first + columns.upperBound]
    }
    return RouteGround(frame: frame, heights: heights, mapping: mapping.moved(rows.lowerBound, columns.lowerBound))
  }

  init(frame: GridFrame, heights: [Float], mapping: Mapping) {
    (self.frame, self.heights, self.mapping) = (frame, heights, mapping)
  }

  /// The lowest post, m; infinite where all are unknown.
  var lowest: Double {
    var lowest = Float.infinity
    for height in heights where height < lowest { lowest = height }
    return Double(lowest)
  }

  /// Whether columns and rows are degrees.
  var isDegrees: Bool {
    switch mapping {
    case .degrees: true
    case .terrain(let terrain, _, _, _): terrain.isGeographic
    }
  }

  /// Fractional columns and rows of places, counted from the window's first post; NaN where they have none.
  func cells(of places: [Position]) throws(RouteError) -> [SIMD2<Double>] {
    let nowhere = SIMD2(Double.nan, .nan)
    let found: [SIMD2<Double>]
    switch mapping {
    case .degrees:
      let circle = 360 / frame.stepX
      let middle = Double(frame.columns - 1) / 2
      found = places.map { place in
        var column = (place.longitudeDegrees - frame.firstX) / frame.stepX
        column -= ((column - middle) / circle).rounded() * circle
        return SIMD2(column, (place.latitudeDegrees - frame.firstY) / frame.stepY)
      }
    case .terrain(let terrain, let firstRow, let firstColumn, let every):
      do {
        found = try terrain.cells(of: places).map { cell in
          cell.map { SIMD2($0.column - Double(firstColumn), $0.row - Double(firstRow)) / Double(every) } ?? nowhere
        }
      } catch { throw RouteError(.terrain, because: error) }
    }
    return found.map { cell in
      let (x, y) = (Self.within(cell.x, frame.columns), Self.within(cell.y, frame.rows))
      return x.isNaN || y.isNaN ? nowhere : SIMD2(x, y)
    }
  }

  /// From the outermost halves of cells to their posts; NaN beyond. A millionth of a cell next to a post is on it.
  private static func within(_ place: Double, _ count: Int) -> Double {
    guard place >= -0.5, place <= Double(count) - 0.5 else { return .nan }
    let inside = min(max(place, 0), Double(count - 1))
    let post = inside.rounded()
    return abs(inside - post) < 1e-6 ? post : inside
  }

  /// The place of a fractional column and row; nil where it has none.
  func position(column: Double, row: Double) throws(RouteError) -> Position? {
    switch mapping {
    case .degrees:
      return Position(
        latitudeDegrees: frame.firstY + row * frame.stepY, longitudeDegrees: frame.firstX + column * frame.stepX
      ).normalized
    case .terrain(let terrain, let firstRow, let firstColumn, let every):
      do {
        return try terrain.position(
          column: column * Double(every) + Double(firstColumn), row: row * Double(every) + Double(firstRow))
      } catch { throw RouteError(.terrain, because: error) }
    }
  }

  /// The ground at a fractional column and row, bilinear; infinite where a post with weight is unknown, and outside.
  func height(_ cell: SIMD2<Double>) -> Double {
    guard cell.x >= 0, cell.y >= 0, cell.x <= Double(frame.columns - 1), cell.y <= Double(frame.rows - 1) else {
      return .infinity
    }
    let (left, top) = (Int(cell.x), Int(cell.y))
    let (u, v) = (cell.x - Double(left), cell.y - Double(top))
    let first = top * frame.columns + left
    let (right, below) = (u > 0 ? 1 : 0, v > 0 ? frame.columns : 0)
    let (a, b) = (Double(heights[first]), Double(heights[first + right]))
    let (c, d) = (Double(heights[first + below]), Double(heights[first + below + right]))
    if a == .infinity || b == .infinity || c == .infinity || d == .infinity { return .infinity }
    return (a * (1 - u) + b * u) * (1 - v) + (c * (1 - u) + d * u) * v
  }
}
