internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Interception
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Terrain
internal import Units

extension Records {
  static var parameter: Record<Parameter> {
    [
      .text("name", \.key), .json("value", schema: .anything, \.value), .text("unit", \.unit),
      .flag("is_default", \.isDefault),
    ]
  }

  static var requirement: Record<Plan.RequirementCheck> {
    [
      .text("name", \.name), .share("required", \.required), .share("reached", \.reached), .flag("is_met", \.isMet),
    ]
  }

  static var terrain: Record<TerrainRow> {
    [
      .texts("paths", \.source.paths), .word(MissingTerrain.words)("missing", \.source.reading.missing.rawValue),
      .count("tiles", \.terrain.tiles.count), .count("columns", \.terrain.frame.columns),
      .count("rows", \.terrain.frame.rows), .number("cell_x", \.terrain.frame.stepX, json: .decimals(12)),
      .number("cell_y", { -$0.terrain.frame.stepY }, json: .decimals(12)),
      .flag("is_in_degrees", \.terrain.isGeographic),
      .text("reference_system", { (try? ReferenceSystem($0.terrain.frame.crs))?.name }),
      .text("vertical_datum", \.terrain.verticalDatum.name),
      .word(Terrain.VerticalDatum.Basis.words)("vertical_datum_basis", \.terrain.verticalDatum.basis.rawValue),
      .text("heights_are", \.terrain.model.words),
    ]
  }
}
