internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Units

/// Grids over terrain for a page that is served: cells as bytes by key, and a table that says which key stands for what.
struct LiveGrids {
  let json: JSON
  let grids: [LivePage.Grid]

  init(_ terrain: TerrainLayers) {
    let workers = ProcessInfo.processInfo.activeProcessorCount
    let ground = terrain.groundElevation
    func wide(_ grids: [[Float]], _ cell: @Sendable (Float, Float) -> UInt16) -> [LivePage.Grid] {
      withoutActuallyEscaping(cell) { cell in
        Parallel.map(grids, workers: workers) { heights in
          LivePage.Grid(wide: zip(heights, ground).map { cell($0, $1) })
        }
      }
    }
    let floors = wide(terrain.floors) { GridText.height($0, ground: $1) }
    let limited = terrain.tops.indices.filter { index in !terrain.tops[index].allSatisfy { $0 == .infinity } }
    let tops = Dictionary(
      uniqueKeysWithValues: zip(
        limited, wide(limited.map { terrain.tops[$0] }) { GridText.top($0, ground: $1) }))
    let elevation = LivePage.Grid(wide: ground.map(GridText.elevation))
    let hillshade = terrain.hillshade.map(LivePage.Grid.init(narrow:))
    let certainty = terrain.certainty.map(LivePage.Grid.init(narrow:))
    let looks = (terrain.detection?.looks ?? []).map(LivePage.Grid.init(narrow:))
    let minutes = (terrain.detection?.minutes ?? []).map(LivePage.Grid.init(narrow:))

    func keys(_ grids: [LivePage.Grid]) -> JSON { .array(grids.map { .string($0.key) }) }
    json = .object([
      "columns": .integer(terrain.columns), "rows": .integer(terrain.rows),
      "north": .number(terrain.north, decimals: 9), "south": .number(terrain.south, decimals: 9),
      "west": .number(terrain.west, decimals: 9), "east": .number(terrain.east, decimals: 9),
      "highest_m": .number(terrain.highest.metres, decimals: 3), "source": .string(terrain.source),
      "base_m": .number(GridText.base, decimals: 0), "hillshade": .optional(hillshade?.key),
      "ground": .string(elevation.key), "floors": keys(floors),
      "tops": .array(terrain.tops.indices.map { .optional(tops[$0]?.key) }), "certainty": keys(certainty),
      "detection": terrain.detection.map { detection in
        .object([
          "heights_m": .array(detection.heights.map { .number($0.metres, decimals: 6) }), "looks": keys(looks),
          "minutes": keys(minutes),
        ])
      } ?? .null,
      "networks": TerrainLayers.json(of: terrain.networks),
    ])
    grids =
      floors + limited.compactMap { tops[$0] } + [elevation] + [hillshade].compactMap { $0 } + certainty + looks
      + minutes
  }
}

extension LivePage.Grid {
  /// Whole numbers of two bytes.
  init(wide cells: [UInt16]) {
    self.init(
      cells.withUnsafeBytes { bytes in
        // The machines that it runs on are little-endian, as the page reads it.
        Data(bytes)
      })
  }

  /// Numbers of one byte.
  init(narrow cells: [UInt8]) { self.init(Data(cells)) }

  private init(_ bytes: Data) {
    self.bytes = bytes
    // FNV-1a over words of eight bytes, then of the rest.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    bytes.withUnsafeBytes { buffer in
      var index = 0
      while index + 8 <= buffer.count {
        hash = (hash ^ buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x0000_0100_0000_01b3
        // Without it the high bits of a word would not reach the low bits of the hash.
        hash ^= hash >> 29
        index += 8
      }
      for byte in buffer[index...] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }
    key = String(hash, radix: 36) + "-" + String(bytes.count, radix: 36)
  }
}
