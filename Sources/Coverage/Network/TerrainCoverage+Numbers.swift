internal import Radar
internal import Terrain
internal import Units

extension TerrainCoverage {
  /// What decides on what a station sees, as a number; of a coverage that was made with the memo.
  /// - Parameter station: Position in ``stations``.
  package func number(of station: Int, in memo: Memo) -> Int {
    let floor = floors[station]
    let parts = ([floor] + floor.parts).map { part -> Int in
      guard let number = part.number else { preconditionFailure("the floors of a coverage with a memo have numbers") }
      return number
    }
    return memo.number(
      of: [region.number(in: memo), memo.number(of: floor.station.unnamed), memo.number(of: k)] + parts)
  }

  /// What decides on what its stations see, as numbers: the region's, then each station's.
  package func numbers(in memo: Memo) -> [Int] {
    [region.number(in: memo)] + floors.indices.map { number(of: $0, in: memo) }
  }
}
