import Scenario
import Terrain
import Units

extension Settings {
  /// What `terrain` names, as written, and how it is read; nil when it is absent or, after a report, wrong.
  static func terrain(_ row: Row) -> (paths: [String], reading: TerrainReading)? {
    typealias F = SettingFields
    guard row.has(F.terrain) else { return nil }
    if let text = row.rawText(F.terrain) { return ([text], TerrainReading()) }
    guard let tree = row.tree(F.terrain) else { return nil }
    guard case .mapping(let pairs, let line) = tree else {
      return paths(tree, row, F.terrain).map { ($0, TerrainReading()) }
    }
    let record = Record(pairs, line: line, file: row.record.origin.file, diagnostics: row.diagnostics)
    let part = Row(
      record: record, format: F.terrainFormat, prefix: F.terrain.name + ".", diagnostics: row.diagnostics)
    part.checkSettings()
    let reading = TerrainReading(
      missing: part.optional(F.terrainMissing) ?? .unknown, sea: part.optional(F.terrainSea) ?? .detect,
      voids: part.optional(F.terrainVoids) ?? .unknown, heights: part.optional(F.terrainHeights),
      model: part.optional(F.terrainModel), error: part.optional(F.terrainError) ?? .zero,
      errorCorrelation: part.optional(F.terrainErrorCorrelation))
    if reading.errorCorrelation != nil, reading.error == .zero {
      part.warn(
        .value, F.terrainErrorCorrelation, "has no effect without error", "state error, as in 10 m, or take it away")
    }
    if let text = part.rawText(F.terrainPath) { return ([text], reading) }
    guard part.has(F.terrainPath), let list = part.tree(F.terrainPath) else {
      _ = part.required(F.terrainPath)
      return nil
    }
    return paths(list, part, F.terrainPath).map { ($0, reading) }
  }

  private static func paths(_ tree: YAMLTree, _ row: Row, _ field: Field<String>) -> [String]? {
    var paths: [String] = []
    if case .sequence(let items, _) = tree {
      for case .scalar(let text, _) in items where !text.trimmed.isEmpty { paths.append(text.trimmed) }
      if paths.count == items.count, !paths.isEmpty { return paths }
    }
    row.report(.value, field, "is neither a path nor a list of paths", "write \(field.format.type)")
    return nil
  }
}
