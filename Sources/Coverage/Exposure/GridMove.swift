internal import Foundation

/// A straight step from the centre of a cell to that of another, and the cells that it passes on the way.
struct GridMove: Sendable {
  var rows: Int
  var columns: Int
  /// The cells on the way with the share of the step in each; the first is the start, the last the end.
  var cells: [(rows: Int, columns: Int, share: Double)]

  /// The 32 steps to cells at most three rows or columns away, in no direction two of them.
  ///
  /// Between them lie angles of 18.43° (tan 1/3) at most, so that on square cells the best way along steps is longer than
  /// a straight one by 1/cos 9.22° − 1 = 1.31 % at most.
  static let all: [GridMove] = {
    var moves: [GridMove] = []
    for rows in -3...3 {
      for columns in -3...3 where isPrimitive(rows, columns) { moves.append(GridMove(rows, columns)) }
    }
    return moves
  }()

  /// The directions of the steps without their opposites, with the azimuth on square cells.
  static let directions: [(rows: Int, columns: Int, degrees: Double)] =
    all.filter { $0.columns > 0 || ($0.columns == 0 && $0.rows < 0) }.map { move in
      (move.rows, move.columns, (atan2(Double(move.columns), Double(-move.rows)) * 180 / .pi))
    }

  /// Its place among the ``directions``.
  var direction: Int {
    GridMove.directions.firstIndex { direction in
      (direction.rows, direction.columns) == (rows, columns) || (direction.rows, direction.columns) == (-rows, -columns)
    } ?? 0
  }

  private static func isPrimitive(_ rows: Int, _ columns: Int) -> Bool {
    var (a, b) = (abs(rows), abs(columns))
    while b != 0 { (a, b) = (b, a % b) }
    return a == 1
  }

  init(_ rows: Int, _ columns: Int) {
    self.rows = rows
    self.columns = columns
    // Where the step crosses from one cell into the next, as shares of its length.
    var cuts: [Double] = [0, 1]
    for (count, length) in [(abs(rows), Double(abs(rows))), (abs(columns), Double(abs(columns)))] where count > 0 {
      cuts += (0..<count).map { (Double($0) + 0.5) / length }
    }
    cuts.sort()
    cells = zip(cuts, cuts.dropFirst()).compactMap { begin, end in
      guard end - begin > 1e-9 else { return nil }
      let middle = (begin + end) / 2
      return (
        Int((middle * Double(rows)).rounded()), Int((middle * Double(columns)).rounded()), end - begin
      )
    }
  }
}
