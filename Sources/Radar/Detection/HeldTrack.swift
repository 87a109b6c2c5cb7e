/// The probability that a radar holds a track, by the looks that have missed the target since its last detection.
///
/// A look multiplies all of them by the same number, so that they are kept in a ring with one common scale: a look costs
/// the same however long a track is kept.
struct HeldTrack {
  private var missed: [Double]
  private var newest = 0
  private var scale = 1.0
  /// The probability that a track is held.
  private(set) var total = 0.0

  /// No track yet.
  /// - Parameter misses: The looks in a row that a track outlives.
  init(misses: Int) { missed = [Double](repeating: 0, count: misses + 1) }

  /// One more look, before which ``drop()`` has taken what is too old.
  mutating func look(_ detection: Double, confirmed: Double) {
    let hit = total * detection + confirmed
    total += confirmed
    scale *= 1 - detection
    if scale < 1e-100 {
      for index in missed.indices { missed[index] *= scale }
      scale = 1
    }
    newest = (newest + 1) % missed.count
    missed[newest] = hit / scale
  }

  /// Ends the tracks that have missed as many looks as they outlive.
  /// - Returns: Their probability.
  mutating func drop() -> Double {
    let oldest = (newest + 1) % missed.count
    let lost = min(missed[oldest] * scale, total)
    missed[oldest] = 0
    total -= lost
    return lost
  }
}
