import Scenario
import Terrain
import Units

extension Settings {
  /// What `ground_cover` states; nil when it is absent or, after a report, wrong.
  static func groundCover(_ row: Row) -> CoverSettings? {
    typealias F = CoverFields
    let key = SettingFields.groundCover
    guard row.has(key) else { return nil }
    let origin = row.origin(key)
    if row.rawText(key) != nil {
      var record = Record(cells: [:], origin: row.record.origin)
      record.cells[F.height.name] = row.record.cells[key.name]
      let part = Row(record: record, format: F.format, prefix: key.name + ".", diagnostics: row.diagnostics)
      return part.required(F.height).map { CoverSettings(origin: origin, height: $0) }
    }
    guard let part = part(row, key, F.format) else { return nil }
    return CoverSettings(
      origin: origin, height: part.optional(F.height), clearing: part.optional(F.clearing),
      isSeaBare: part.optional(F.sea) == .bare, raster: part.optional(F.raster))
  }
}
