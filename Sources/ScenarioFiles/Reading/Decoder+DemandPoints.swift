import Response
import Units

extension Decoder {
  /// Demand points.
  func demandPoints() -> Index<DemandPoint> {
    typealias F = DemandPointFields
    return decode(F.layer.key, id: { $0.required(F.id) }) { row, id in
      let position = row.position()
      let elevation = row.elevation(F.elevation)
      let weight = row.optional(F.weight)
      guard let position else { return nil }
      return DemandPoint(
        id: id, name: row.optional(F.name) ?? id, position: position, elevation: elevation, weight: weight ?? 1)
    }
  }
}
