internal import GeoFiles

/// Ground between posts as the R3 model has it: linear along rows and columns.
struct PostHeights {
  let rows: Int
  let columns: Int
  /// Whether the outermost posts go on for half a cell beyond the edge.
  let reachesOverEdge: Bool
  /// Whether columns run on around the Earth, so that there is an edge to the north and to the south only.
  var isRound = false
  /// The ground of a row and a column, metres; NaN where unknown.
  let height: (Int, Int) -> Float

  /// The heights of a grid.
  init(_ grid: Grid<Float>) {
    rows = grid.frame.rows
    columns = grid.frame.columns
    reachesOverEdge = true
    height = { row, column in grid[row, column] }
  }

  init(
    rows: Int, columns: Int, reachesOverEdge: Bool, isRound: Bool = false, height: @escaping (Int, Int) -> Float
  ) {
    self.isRound = isRound
    self.rows = rows
    self.columns = columns
    self.reachesOverEdge = reachesOverEdge
    self.height = height
  }

  /// The ground at a place, bilinear between the four posts around it, of which those without weight do not count.
  func ground(_ place: GroundPath.Post) -> Double {
    let (x, y) = (GroundPath.snapped(place.column), GroundPath.snapped(place.row))
    guard x.magnitude < 1e9, y.magnitude < 1e9 else { return .nan }
    let (left, top) = (x.rounded(.down), y.rounded(.down))
    let (u, v) = (x - left, y - top)
    let (c, r) = (Int(left), Int(top))
    func along(_ row: Int) -> Double {
      let here = post(row, c)
      return u == 0 ? here : here + (post(row, c + 1) - here) * u
    }
    let here = along(r)
    return v == 0 ? here : here + (along(r + 1) - here) * v
  }

  private func post(_ row: Int, _ column: Int) -> Double {
    guard reachesOverEdge else { return Double(height(row, column)) }
    guard row >= -1, row <= rows, isRound || column >= -1 && column <= columns, rows > 0, columns > 0 else {
      return .nan
    }
    return Double(height(min(max(row, 0), rows - 1), isRound ? column : min(max(column, 0), columns - 1)))
  }
}
