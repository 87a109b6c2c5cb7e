/// Hatching of cells, in lines of their own: a pattern would need an address, which a page of one file must not have.
enum Hatching {
  /// Draws lines from lower left to upper right through cells.
  /// - Parameter cells: Columns and rows.
  static func draw(_ cells: Set<[Int]>, cell: Double, on chart: inout Chart) {
    // Lines run along the diagonals of every second cell, as far as cells go on.
    let starts = cells.filter { ($0[0] + $0[1]).isMultiple(of: 2) && !cells.contains([$0[0] - 1, $0[1] + 1]) }
    let lines = starts.sorted { ($0[1], $0[0]) < ($1[1], $1[0]) }.map { start -> [(Double, Double)] in
      var end = start
      while cells.contains([end[0] + 1, end[1] - 1]) { end = [end[0] + 1, end[1] - 1] }
      return [
        (Double(start[0]) * cell, Double(start[1] + 1) * cell), (Double(end[0] + 1) * cell, Double(end[1]) * cell),
      ]
    }
    chart.lines(lines, "m-unknown")
  }
}
