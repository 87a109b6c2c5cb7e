internal import Foundation
internal import GeoFiles

/// Grids over terrain for a page that is served: cells as bytes by key, and a table that says which key stands for what.
struct LiveGrids {
  let json: JSON
  let grids: [LivePage.Grid]

  init(_ terrain: TerrainLayers) {
    let floors = terrain.wholeFloors { LivePage.Grid(wide: $0) }
    let tops = terrain.wholeTops { LivePage.Grid(wide: $0) }
    let elevation = LivePage.Grid(wide: terrain.groundElevation.map(GridText.elevation))
    let hillshade = terrain.hillshade.map(LivePage.Grid.init(narrow:))
    let certainty = terrain.certainty.map(LivePage.Grid.init(narrow:))
    let looks = (terrain.detection?.looks ?? []).map(LivePage.Grid.init(narrow:))
    let minutes = (terrain.detection?.minutes ?? []).map(LivePage.Grid.init(narrow:))

    func keys(_ grids: [LivePage.Grid]) -> [JSON] { grids.map { .string($0.key) } }
    json = terrain.json(
      of: TerrainLayers.Written(
        hillshade: .optional(hillshade?.key), ground: .string(elevation.key), floors: keys(floors),
        tops: tops.map { .optional($0?.key) }, certainty: keys(certainty), looks: keys(looks), minutes: keys(minutes)))
    grids =
      floors + tops.compactMap { $0 } + [elevation] + [hillshade].compactMap { $0 } + certainty + looks + minutes
  }
}

extension LivePage.Grid {
  /// Whole numbers of two bytes.
  init(wide cells: [UInt16]) {
    // The machines that it runs on are little-endian, as the page reads it.
    self.init(cells.withUnsafeBytes { Data($0) })
  }

  /// Numbers of one byte.
  init(narrow cells: [UInt8]) { self.init(Data(cells)) }

  private init(_ bytes: Data) {
    self.bytes = bytes
    key = bytes.withUnsafeBytes { ContentHash.text(of: $0) }
  }
}
