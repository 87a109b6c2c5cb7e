internal import Units

/// Warnings of polygons that were repaired, of which the first ones are kept.
struct RepairList {
  private static let limit = 20
  private var kept: [GeoFileWarning] = []
  private var count = 0

  mutating func append(_ note: String, path: String, _ row: RowNumber) {
    count += 1
    guard kept.count < Self.limit else { return }
    kept.append(GeoFileWarning(.repairedPolygon, at: FaultPlace(file: path, row: row), "\(path): \(row): \(note)"))
  }

  /// The warnings, and how many more there were.
  func warnings(path: String) -> [GeoFileWarning] {
    guard count > kept.count else { return kept }
    let rest = "\(path): \(count - kept.count) more polygons were repaired"
    return kept + [GeoFileWarning(.repairedPolygon, at: FaultPlace(file: path), rest)]
  }
}
