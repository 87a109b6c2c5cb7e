extension RouteGround {
  /// The highest ground on a straight line between two cells.
  ///
  /// Within one cell of posts the ground along a line is a parabola, which its ends and its middle give.
  /// - Complexity: O(rows and columns that it crosses).
  func highest(from a: SIMD2<Double>, to b: SIMD2<Double>) -> Double {
    let way = b - a
    guard abs(way.x) < 1e6, abs(way.y) < 1e6 else { return .infinity }
    func ground(_ share: Double) -> Double { height(SIMD2(a.x + way.x * share, a.y + way.y * share)) }
    var (columns, rows) = (Crossings(from: a.x, to: b.x), Crossings(from: a.y, to: b.y))
    var (from, f0) = (0.0, ground(0))
    var highest = f0
    while from < 1, highest < .infinity {
      let to = min(columns.next, rows.next)
      if columns.next <= to { columns.advance() }
      if rows.next <= to { rows.advance() }
      guard to > from else { continue }
      let (f1, f2) = (ground((from + to) / 2), ground(to))
      highest = max(highest, f1, f2)
      // The parabola through them; its vertex where it is a summit within.
      let (slope, bend) = (4 * f1 - 3 * f0 - f2, 2 * (f0 + f2 - 2 * f1))
      if bend < 0, slope > 0, slope < -2 * bend { highest = max(highest, f0 - slope * slope / (4 * bend)) }
      (from, f0) = (to, f2)
    }
    return highest
  }
}

/// Where a line crosses the posts of one axis, as shares of the line, and at last its end.
private struct Crossings {
  private let start: Double
  private let way: Double
  private let end: Double
  private var post: Double
  /// The next share; 1 at the end.
  private(set) var next = 1.0

  init(from a: Double, to b: Double) {
    (start, way, end) = (a, b - a, b)
    post = b >= a ? a.rounded(.down) : a.rounded(.up)
    advance()
  }

  mutating func advance() {
    post += way >= 0 ? 1 : -1
    next = way >= 0 ? (post < end ? (post - start) / way : 1) : (post > end ? (post - start) / way : 1)
  }
}
