internal import GeoFiles
internal import Terrain
internal import Units

extension TerrainCoverage {
  /// The region of a window, with the areas of its cells.
  static func region(
    of terrain: Terrain, _ window: TerrainRegion.Window, reduction: Int, _ memo: TerrainMemo?
  ) throws(TerrainError) -> (TerrainRegion, CellAreas) {
    let made = try memo.map(\.memo).value(.region) { held in
      [memo?.terrain ?? 0, held.number(of: window), reduction]
    } bytes: {
      4 * ($0.region.grid.cells.count + ($0.region.lowest?.cells.count ?? 0))
    } _: { () throws(TerrainError) in
      // What the region before shares with it need not be read.
      let before: TerrainRegion.Window? = memo.flatMap { $0.memo.held(.latestRegion, [$0.terrain]) }
      let known: HeldRegion? = memo.flatMap { memo in
        before.flatMap { memo.memo.held(.region, [memo.terrain, memo.memo.number(of: $0), 1]) }
      }
      let region = try TerrainRegion(terrain, window: window, reduction: reduction, reusing: known?.region)
      return HeldRegion(region: region, areas: try CellAreas(of: region))
    }
    if let memo, reduction == 1 { memo.memo.hold(window, .latestRegion, [memo.terrain], bytes: 0) }
    return (made.region, made.areas)
  }

  /// Tiles of a window that contradict each other.
  static func contradictions(
    of terrain: Terrain, _ window: TerrainRegion.Window, _ memo: TerrainMemo?
  ) throws(TerrainError) -> [CoverageWarning] {
    do throws(GeoFileError) {
      return try memo.map(\.memo).value(.contradictions) { held in
        [memo?.terrain ?? 0, held.number(of: window), held.number(of: UnitSystem.current)]
      } _: { () throws(GeoFileError) in
        try terrain.contradictionWarnings(rows: window.rows, columns: window.columns).map {
          CoverageWarning(.contradiction, from: $0)
        }
      }
    } catch { throw .file(error) }
  }
}

/// A region as it is held.
private struct HeldRegion: Sendable {
  let region: TerrainRegion
  let areas: CellAreas
}
