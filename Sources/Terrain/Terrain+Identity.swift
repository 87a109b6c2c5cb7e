internal import GeoFiles
internal import Geodesy
internal import Units

/// What tells the terrain that was opened once, and what is taken to stand on it, from any other, in memory only.
///
/// A terrain that is opened again is another one, although its files may be the same: they may have changed.
package struct TerrainIdentity: Hashable, Sendable {
  private let opened: TransformationPool
  private let firstColumn: Int
  private let reading: TerrainReading
  private let cover: String
  private let raise: Length

  fileprivate init(_ terrain: Terrain) {
    opened = terrain.toGrid
    firstColumn = terrain.firstColumn
    reading = terrain.reading
    cover = terrain.coverLayer.map { "\($0.share) \($0.cover.key)" } ?? ""
    raise = terrain.raise
  }

  /// Whether the terrain was opened once, and the same stands on it.
  package static func == (a: TerrainIdentity, b: TerrainIdentity) -> Bool {
    a.opened === b.opened && a.firstColumn == b.firstColumn && a.reading == b.reading && a.cover == b.cover
      && a.raise == b.raise
  }

  /// By what is compared.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(opened))
    hasher.combine(firstColumn)
    hasher.combine(reading)
    hasher.combine(cover)
    hasher.combine(raise)
  }
}

extension Terrain {
  /// What tells it from other terrains in memory.
  package var identity: TerrainIdentity { TerrainIdentity(self) }
}
