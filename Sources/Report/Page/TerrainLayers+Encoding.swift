internal import Coverage
internal import Foundation
internal import GeoFiles
internal import Units

extension TerrainLayers {
  private var workers: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Grids as a page's data have them, each as it is written there.
  struct Written {
    var hillshade: JSON
    var ground: JSON
    var floors: [JSON]
    /// Null where a radar has no upper limit below the greatest height.
    var tops: [JSON]
    var certainty: [JSON]
    /// By height; empty where looks do not count.
    var looks: [JSON]
    var minutes: [JSON]
  }

  /// What the page's data say of the grids.
  func json(of written: Written) -> JSON {
    .object([
      "columns": .integer(columns), "rows": .integer(rows), "north": .number(north, decimals: 9),
      "south": .number(south, decimals: 9), "west": .number(west, decimals: 9), "east": .number(east, decimals: 9),
      "highest_m": .number(highest.metres, decimals: 3), "source": .string(source),
      "base_m": .number(GridText.base, decimals: 0), "hillshade": written.hillshade, "ground": written.ground,
      "floors": .array(written.floors), "tops": .array(written.tops), "certainty": .array(written.certainty),
      // Of the network that is planned with, by height; null where looks do not count.
      "detection": detection.map { detection in
        .object([
          "heights_m": .array(detection.heights.map { .number($0.metres, decimals: 6) }),
          "looks": .array(written.looks), "minutes": .array(written.minutes),
        ])
      } ?? .null,
      "networks": .array(
        networks.map { network in
          .object([
            "purchase": .optional(network.purchase), "radars": .array(network.radars.map { .integer($0) }),
          ])
        }),
    ])
  }

  /// The floors in whole metres, each made by a body, side by side.
  func wholeFloors<Result: Sendable>(_ body: @Sendable ([UInt16]) -> Result) -> [Result] {
    Parallel.map(floors, workers: workers) { heights in
      body(zip(heights, groundElevation).map { GridText.height($0, ground: $1) })
    }
  }

  /// The upper limits in whole metres; nil where a radar has none below the greatest height.
  func wholeTops<Result: Sendable>(_ body: @Sendable ([UInt16]) -> Result) -> [Result?] {
    Parallel.map(tops, workers: workers) { heights in
      heights.allSatisfy { $0 == .infinity }
        ? nil : body(zip(heights, groundElevation).map { GridText.top($0, ground: $1) })
    }
  }

  /// The page's form of the grids: whole metres in packed text.
  var json: JSON {
    func packed(_ grids: [[UInt8]]) -> [JSON] { grids.map { .string(GridText.packed($0, columns: columns)) } }
    return json(
      of: Written(
        hillshade: hillshade.map { .string(GridText.packed($0, columns: columns)) } ?? .null,
        ground: .string(GridText.packed(groundElevation.map(GridText.elevation), columns: columns)),
        floors: wholeFloors { .string(GridText.packed($0, columns: columns)) },
        tops: wholeTops { JSON.string(GridText.packed($0, columns: columns)) }.map { $0 ?? .null },
        certainty: packed(certainty), looks: packed(detection?.looks ?? []), minutes: packed(detection?.minutes ?? [])))
  }
}
