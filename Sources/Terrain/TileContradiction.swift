internal import Units

/// Two tiles that give different heights to the same posts.
package struct TileContradiction: Sendable, Hashable {
  /// The tile whose heights are taken.
  package var first: String
  /// The tile that comes after it.
  package var second: String
  /// Posts to which both give a height.
  package var shared: Int
  /// Those of them whose heights differ by more than ``Terrain/agreement``.
  package var differing: Int
  /// The greatest difference of two heights, metres.
  package var greatestMetres: Float

  /// The warning of it.
  var warning: TerrainWarning {
    TerrainWarning(.contradiction, at: FaultPlace(file: second), text)
  }

  private var text: String {
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
