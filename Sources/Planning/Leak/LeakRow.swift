import Geodesy

/// What one radar sees at the places that are looked at in the cells of a grid, height by height.
struct LeakRow: Sendable, Hashable {
  /// A bit a place and height, set where the radar is known to see the aircraft: places of the first height, then those
  /// of the next. Over a smooth Earth as many again, set where it sees all of the cell.
  var words: [UInt64]

  init(_ isSeen: [Bool]) {
    words = [UInt64](repeating: 0, count: (isSeen.count + 63) / 64)
    for (index, flag) in isSeen.enumerated() where flag { words[index / 64] |= 1 << UInt64(index % 64) }
  }

  init?(words: [UInt64]) { self.words = words }

  /// What this radar or another sees.
  func union(_ other: LeakRow) -> LeakRow {
    var sum = self
    for index in sum.words.indices { sum.words[index] |= other.words[index] }
    return sum
  }

  /// Whether a bit is set.
  func contains(_ index: Int) -> Bool { words[index / 64] >> UInt64(index % 64) & 1 == 1 }
}
