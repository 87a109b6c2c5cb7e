/// A part of a floor that fits into memory: the posts that are wanted and the terrain between them and the antenna.
struct FloorPiece {
  var wantedRows: Range<Int>
  var wantedColumns: Range<Int>
  var rows: Range<Int>
  var columns: Range<Int>

  /// Memory for its terrain and its floors.
  var bytes: Int { 4 * (posts + wantedPosts) }

  /// Posts of its terrain.
  var posts: Int { rows.count * columns.count }

  /// Posts whose floors are wanted.
  var wantedPosts: Int { wantedRows.count * wantedColumns.count }

  /// Parts of more bytes are split without need: parts meet with almost no work done twice, fresh memory costs time, and
  /// one thread reads or writes a part while another computes.
  private static let handy = 64 << 20

  /// Splits the posts around an antenna until each part fits.
  ///
  /// The parts meet at the antenna: a sight line to a post of one never leaves its terrain.
  /// - Parameters:
  ///   - rows: The rows that are wanted.
  ///   - columns: The columns that are wanted.
  ///   - antenna: Column and row of the antenna.
  ///   - limit: The most bytes that a part may take.
  /// - Returns: One, two or four parts: the fewest that fit into the limit and are handy, or four.
  static func split(
    rows: Range<Int>, columns: Range<Int>, antenna: (column: Double, row: Double), limit: Int
  ) -> [FloorPiece] {
    func halves(_ range: Range<Int>, _ at: Double) -> [Range<Int>] {
      let cut = Int(min(max(at.rounded(.up), Double(range.lowerBound)), Double(range.upperBound)))
      return [range.lowerBound..<cut, cut..<range.upperBound].filter { !$0.isEmpty }
    }
    func piece(_ rows: Range<Int>, _ columns: Range<Int>) -> FloorPiece {
      FloorPiece(
        wantedRows: rows, wantedColumns: columns, rows: hull(rows, antenna.row),
        columns: hull(columns, antenna.column))
    }
    // From posts to the antenna, with two more for what is interpolated next to a line.
    func hull(_ range: Range<Int>, _ at: Double) -> Range<Int> {
      let low = min(Double(range.lowerBound), at.rounded(.down)) - 2
      let high = max(Double(range.upperBound), at.rounded(.up) + 1) + 2
      return Int(low)..<Int(high)
    }
    var pieces: [FloorPiece] = []
    for splits in [(false, false), (true, false), (true, true)] {
      let rowParts = splits.0 ? halves(rows, antenna.row) : [rows]
      let columnParts = splits.1 ? halves(columns, antenna.column) : [columns]
      pieces = rowParts.flatMap { rows in columnParts.map { piece(rows, $0) } }
      if pieces.allSatisfy({ $0.bytes <= min(limit, handy) }) { break }
    }
    return pieces
  }
}
