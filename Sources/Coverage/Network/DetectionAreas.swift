package import Units

/// The areas at a height over which a network detects a target with some probabilities.
package struct DetectionAreas: Sendable, Hashable {
  /// The probabilities for which areas are given, ascending.
  package static let levels = [0.1, 0.5, 0.8, 0.9]

  /// Square metres over which the looks of one period detect with at least each of ``levels``.
  private(set) var perLook = [Double](repeating: 0, count: levels.count)
  /// The same for the looks of a minute.
  private(set) var perMinute = [Double](repeating: 0, count: levels.count)
  /// Square metres over which the probability is unknown.
  private(set) var unknownMetres = 0.0

  /// The area over which one look of each radar detects with a probability or more.
  /// - Parameter level: Position in ``levels``.
  package func perLook(atLeast level: Int) -> Area { .squareMetres(perLook[level]) }
  /// The area over which a minute of looks detects with a probability or more.
  /// - Parameter level: Position in ``levels``.
  package func perMinute(atLeast level: Int) -> Area { .squareMetres(perMinute[level]) }
  /// The area over which the probability is unknown.
  package var unknown: Area { .squareMetres(unknownMetres) }

  /// Adds a post.
  mutating func add(_ squareMetres: Double, perLook look: Float, perMinute minute: Float) {
    guard !look.isNaN else {
      unknownMetres += squareMetres
      return
    }
    for (index, level) in Self.levels.enumerated() {
      if Double(look) >= level { perLook[index] += squareMetres }
      if Double(minute) >= level { perMinute[index] += squareMetres }
    }
  }
}

extension DetectionAreas {
  /// The sums of two parts of a region.
  static func + (a: Self, b: Self) -> Self {
    var sum = a
    for index in levels.indices {
      sum.perLook[index] += b.perLook[index]
      sum.perMinute[index] += b.perMinute[index]
    }
    sum.unknownMetres += b.unknownMetres
    return sum
  }
}
