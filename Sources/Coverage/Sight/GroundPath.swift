internal import Geodesy
internal import Units

/// Columns and rows of a grid along a geodesic, or along a straight line on a plane.
///
/// Kept as cubics of the distance in pieces of at most 5 km, halved until they meet the way to a millionth of a post.
struct GroundPath: Sendable {
  /// Metres from end to end.
  let length: Double
  let start: Post
  let end: Post
  private let pieces: [Piece]

  /// A place in columns and rows.
  struct Post: Sendable, Hashable {
    var column: Double
    var row: Double

    /// Whether another place is the same to a millionth of a post.
    func isSame(as other: Post) -> Bool { abs(column - other.column) < 1e-6 && abs(row - other.row) < 1e-6 }
  }

  /// Where the path crosses a row or a column.
  struct Crossing: Sendable {
    /// Metres from the start.
    var distance: Double
    var post: Post
  }

  /// The way from the antenna of a track.
  /// - Parameters:
  ///   - azimuth: Radians.
  ///   - length: Metres.
  ///   - end: Where it leads, when that is known to the last bit.
  /// - Throws: ``FloorError`` with code `bentGrid` where the grid's system jumps, as at a pole.
  init(_ track: GroundTrack, azimuth: Double, length: Double, end: Post? = nil) throws(FloorError) {
    self.length = length
    func post(_ distance: Double) -> Post {
      if distance == 0 { return Post(column: track.column, row: track.row) }
      if distance == length, let end { return end }
      let place = track.post(azimuth: azimuth, distance: distance)
      return Post(column: place.column, row: place.row)
    }
    start = post(0)
    self.end = post(length)
    var pieces: [Piece] = []
    let count = max(1, min(100_000, Int(clamping: (length / 5000).rounded(.up))))
    // The stretches still to be done, the next one last.
    var open = (0..<count).reversed().map {
      (length * Double($0) / Double(count), length * Double($0 + 1) / Double(count))
    }
    while let (from, to) = open.popLast() {
      let nodes = (0...3).map { post($0 == 3 ? to : from + (to - from) * Double($0) / 3) }
      let piece = Piece(from: from, to: to, nodes)
      let isGood = [1.0 / 6, 0.5, 5.0 / 6].allSatisfy { part in
        piece.post(part).isSame(as: post(from + (to - from) * part))
      }
      if isGood {
        pieces.append(piece)
        continue
      }
      guard to - from > 1 else {
        throw FloorError.bentGrid("\(Int(clamping: from / 1000)) km from the antenna")
      }
      let middle = (from + to) / 2
      open += [(middle, to), (from, middle)]
    }
    self.pieces = pieces
  }

  /// Column and row at a distance.
  func post(at distance: Double) -> Post {
    if distance <= 0 { return start }
    if distance >= length { return end }
    let index = pieces.partitioningIndex { $0.to >= distance }
    let piece = pieces[min(index, pieces.count - 1)]
    return piece.post((distance - piece.from) / (piece.to - piece.from))
  }

  /// Every crossing of a row or column of posts between the ends, in order; a post that is met is one crossing.
  func crossings() -> [Crossing] {
    var all: [Crossing] = []
    forEachPiece {
      all += $0; return true
    }
    return all
  }

  /// The crossings piece by piece, until the body wants no more.
  func forEachPiece(_ body: ([Crossing]) -> Bool) {
    var last: Post?
    for piece in pieces {
      var found: [Crossing] = []
      for crossing in piece.crossings().sorted(by: { $0.distance < $1.distance }) {
        if crossing.post.isSame(as: start) || crossing.post.isSame(as: end) { continue }
        if let last, crossing.post.isSame(as: last) { continue }
        last = crossing.post
        found.append(crossing)
      }
      if !body(found) { return }
    }
  }
}

/// A piece of a path in which column and row are cubics.
private struct Piece: Sendable {
  let from: Double
  let to: Double
  private let column: Cubic
  private let row: Cubic

  /// - Parameter nodes: The places at 0, 1/3, 2/3 and 1 of the way.
  init(from: Double, to: Double, _ nodes: [GroundPath.Post]) {
    self.from = from
    self.to = to
    column = Cubic(nodes.map(\.column))
    row = Cubic(nodes.map(\.row))
  }

  func post(_ part: Double) -> GroundPath.Post { GroundPath.Post(column: column.value(part), row: row.value(part)) }

  func crossings() -> [GroundPath.Crossing] {
    func crossing(_ part: Double, column: Double, row: Double) -> GroundPath.Crossing {
      GroundPath.Crossing(
        distance: from + (to - from) * part,
        post: GroundPath.Post(column: GroundPath.snapped(column), row: GroundPath.snapped(row)))
    }
    return column.wholes().map { crossing($0.part, column: $0.value, row: row.value($0.part)) }
      + row.wholes().map { crossing($0.part, column: column.value($0.part), row: $0.value) }
  }
}

extension GroundPath {
  /// A millionth of a post next to a row or column is on it, so that a void beyond it has no weight.
  static func snapped(_ place: Double) -> Double {
    let whole = place.rounded()
    return abs(place - whole) < 1e-6 ? whole : place
  }
}

/// A cubic of one variable from 0 to 1.
private struct Cubic: Sendable {
  private let first: Double
  private let last: Double
  /// Coefficients of t, t² and t³.
  private let a: Double
  private let b: Double
  private let c: Double

  /// - Parameter values: Its values at 0, 1/3, 2/3 and 1.
  init(_ values: [Double]) {
    let (p, q, r) = (values[1] - values[0], values[2] - values[0], values[3] - values[0])
    first = values[0]
    last = values[3]
    a = 9 * p - 4.5 * q + r
    b = -22.5 * p + 18 * q - 4.5 * r
    c = 13.5 * p - 13.5 * q + 4.5 * r
  }

  func value(_ t: Double) -> Double { t == 0 ? first : t == 1 ? last : first + t * (a + t * (b + t * c)) }

  /// Where it takes whole values, but for the one at 0.
  func wholes() -> [(part: Double, value: Double)] {
    var found: [(part: Double, value: Double)] = []
    let ends = [0] + turns + [1]
    for (low, high) in zip(ends, ends.dropFirst()) {
      let (from, to) = (value(low), value(high))
      guard from.isFinite, to.isFinite, abs(to - from) < 1e7 else { continue }
      if to > from {
        var whole = from.rounded(.down) + 1
        while whole <= to {
          found.append((solve(whole, low, high), whole))
          whole += 1
        }
      } else {
        var whole = from.rounded(.up) - 1
        while whole >= to, from != to {
          found.append((solve(whole, low, high), whole))
          whole -= 1
        }
      }
    }
    return found
  }

  /// Where it turns, between 0 and 1.
  private var turns: [Double] {
    // a + 2bt + 3ct² = 0, in the form that keeps its digits for small c.
    let discriminant = b * b - 3 * a * c
    guard discriminant >= 0 else { return [] }
    let sum = -(b + (b < 0 ? -1 : 1) * discriminant.squareRoot())
    return [a / sum, sum / (3 * c)].filter { $0 > 0 && $0 < 1 }.sorted()
  }

  /// Where it takes a value between two places between which it does not turn: Newton's way, kept in by halving.
  private func solve(_ wanted: Double, _ from: Double, _ to: Double) -> Double {
    var (low, high) = (from, to)
    let isRising = value(to) > value(from)
    let (start, end) = (value(from), value(to))
    var t = from + (to - from) * (wanted - start) / (end - start)
    for _ in 0..<60 {
      let miss = value(t) - wanted
      if (miss < 0) == isRising { low = t } else { high = t }
      var next = t - miss / (a + t * (2 * b + t * 3 * c))
      if !(next >= low && next <= high) { next = (low + high) / 2 }
      if abs(next - t) < 1e-15 { return next }
      t = next
    }
    return t
  }
}

extension Array {
  /// The first index whose element, and all behind it, fulfil a predicate.
  fileprivate func partitioningIndex(_ belongs: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
