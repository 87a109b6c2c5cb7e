internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Scenario
internal import Terrain

extension PlanDocument {
  /// Where elevations come from; null when the scenario names no terrain.
  static func terrain(_ scenario: Scenario) -> JSON {
    guard let source = scenario.terrainSource, let terrain = scenario.terrain else { return .null }
    let frame = terrain.frame
    return .object([
      "paths": .array(source.paths.map { .string($0) }), "missing": .string(source.reading.missing.rawValue),
      "tiles": .integer(terrain.tiles.count), "columns": .integer(frame.columns), "rows": .integer(frame.rows),
      "cell_x": .number(frame.stepX, decimals: 12), "cell_y": .number(-frame.stepY, decimals: 12),
      "is_in_degrees": .bool(terrain.isGeographic),
      "reference_system": .optional((try? ReferenceSystem(frame.crs))?.name),
      "vertical_datum": .string(terrain.verticalDatum.name),
      "vertical_datum_basis": .string(terrain.verticalDatum.basis.rawValue),
    ])
  }
}
