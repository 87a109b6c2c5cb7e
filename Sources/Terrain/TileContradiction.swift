internal import Units

/// Two tiles that give different heights to the same posts.
public struct TileContradiction: Sendable, Hashable {
  /// The tile whose heights are taken.
  public var first: String
  /// The tile that comes after it.
  public var second: String
  /// Posts to which both give a height.
  public var shared: Int
  /// Those of them whose heights differ by more than ``Terrain/agreement``.
  public var differing: Int
  /// The greatest difference of two heights, metres.
  public var greatestMetres: Float

  /// One line.
  public var description: String {
    "\(first) and \(second) differ by more than \(Length.metres(Double(Terrain.agreement)).heightText) at \(differing) of the \(shared) posts of both, "
      + "by up to \(Length.metres(Double(greatestMetres)).heightText): the heights of \(first) are taken, which comes first"
  }
}

extension TileContradiction {
  mutating func add(_ a: [Float], _ b: [Float]) {
    for (a, b) in zip(a, b) {
      let difference = (a - b).magnitude
      // A void contradicts nothing.
      guard !difference.isNaN else { continue }
      shared += 1
      if difference > Terrain.agreement { differing += 1 }
      if difference > greatestMetres { greatestMetres = difference }
    }
  }
}
