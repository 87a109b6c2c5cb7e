/// Half a cell of a grid, on which a function is linear.
struct Triangle {
  /// At the cell's first corner, s.
  let first: Double
  /// At the corner beside it or below it.
  let second: Double
  /// At the corner across.
  let third: Double
  /// From a column to the next, m.
  let width: Double
  /// From a row to the next, towards the north, m.
  let height: Double
  /// Whether the second corner lies beside the first.
  let isUpper: Bool

  var highest: Double { max(first, max(second, third)) }
  var lowest: Double { min(first, min(second, third)) }
  /// Seconds a metre along the row.
  var slopeX: Double { (isUpper ? second - first : third - second) / width }
  /// Seconds a metre towards the north.
  var slopeY: Double { (isUpper ? third - second : second - first) / height }
}
