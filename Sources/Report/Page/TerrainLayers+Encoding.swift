internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Units

extension TerrainLayers {
  private var workers: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// The page's form of the grids: whole metres in packed text.
  var json: JSON {
    .object([
      "columns": .integer(columns), "rows": .integer(rows), "north": .number(north, decimals: 9),
      "south": .number(south, decimals: 9), "west": .number(west, decimals: 9), "east": .number(east, decimals: 9),
      "highest_m": .number(highest.metres, decimals: 3), "source": .string(source),
      "base_m": .number(GridText.base, decimals: 0),
      "hillshade": hillshade.map { .string(GridText.packed($0, columns: columns)) } ?? .null,
      "ground": .string(GridText.packed(groundElevation.map(GridText.elevation), columns: columns)),
      "floors": .array(
        Parallel.map(floors, workers: workers) { heights in
          .string(
            GridText.packed(zip(heights, groundElevation).map { GridText.height($0, ground: $1) }, columns: columns))
        }),
      // Null where a radar has no upper limit below the greatest height.
      "tops": .array(
        Parallel.map(tops, workers: workers) { heights in
          heights.allSatisfy { $0 == .infinity }
            ? .null
            : .string(
              GridText.packed(zip(heights, groundElevation).map { GridText.top($0, ground: $1) }, columns: columns))
        }),
      "certainty": .array(certainty.map { .string(GridText.packed($0, columns: columns)) }),
      // Of the network that is planned with, by height; null where looks do not count.
      "detection": detection.map { detection in
        func packed(_ grids: [[UInt8]]) -> JSON { .array(grids.map { .string(GridText.packed($0, columns: columns)) }) }
        return .object([
          "heights_m": .array(detection.heights.map { .number($0.metres, decimals: 6) }),
          "looks": packed(detection.looks), "minutes": packed(detection.minutes),
        ])
      } ?? .null,
      "networks": Self.json(of: networks),
    ])
  }

  /// Which radars are networks.
  static func json(of networks: [Network]) -> JSON {
    .array(
      networks.map { network in
        .object([
          "purchase": .optional(network.purchase), "radars": .array(network.radars.map { .integer($0) }),
        ])
      })
  }
}
