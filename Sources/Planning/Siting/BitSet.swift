internal import Units

/// Which of some cells are seen.
struct BitSet: Sendable, Hashable {
  let count: Int
  private(set) var words: [UInt64]

  init(count: Int, words: [UInt64]) {
    self.count = count
    self.words = words
  }

  /// As many cells; those are in it that are said to be.
  init(_ isIn: some Collection<Bool>) {
    count = isIn.count
    words = [UInt64](repeating: 0, count: (isIn.count + 63) / 64)
    for (index, isIn) in isIn.enumerated() where isIn { words[index / 64] |= 1 << UInt64(index % 64) }
  }

  func contains(_ index: Int) -> Bool { words[index / 64] & (1 << UInt64(index % 64)) != 0 }
}
