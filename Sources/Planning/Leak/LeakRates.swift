import Coverage

/// What a look of one radar counts in the cells of a grid, height by height.
///
/// A look that detects with probability p counts −ln(1 − p): these add up along a way, and 1 − exp(−sum) is the probability
/// that one of them detects.
struct LeakRates: CandidateRow, Hashable {
  /// Cells of the first height, then those of the next: the mean over the places of the cell at
  /// which the aircraft can be.
  var mean: [Float]
  /// The same at the place of the cell where it is least.
  var least: [Float]

  /// The row of a radar that sees nothing.
  init(count: Int) { (mean, least) = ([Float](repeating: 0, count: count), [Float](repeating: 0, count: count)) }

  init?(words: [UInt64]) {
    mean = words.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0 >> 32)) }
    least = words.map { Float(bitPattern: UInt32(truncatingIfNeeded: $0)) }
    guard (mean + least).allSatisfy({ $0 >= 0 && $0.isFinite }) else { return nil }
  }

  var words: [UInt64] { zip(mean, least).map { UInt64($0.bitPattern) << 32 | UInt64($1.bitPattern) } }
}
