import Response
import Scenario
import Units

extension Decoder {
  /// What can be bought in addition to radars.
  func measures(
    _ bases: Index<Base>, _ aircraft: Index<Aircraft>, _ assets: Index<Asset>, _ handOverPlaces: Index<StopPlace>
  ) -> Index<Scenario.Measure> {
    typealias F = MeasureFields
    return decode("measures", id: { $0.required(F.id) }) { row, id in
      let name = row.optional(F.name) ?? id
      let cost = row.has(F.cost) ? price(F.cost, of: row) : nil
      if !row.has(F.cost) { _ = row.required(F.cost) }
      if let cost, cost.amount < 0 {
        row.report(.range, F.cost, "is below zero", "a measure costs something or nothing")
      }
      let day = row.optional(F.readinessDay) ?? nil
      let night = row.optional(F.readinessNight) ?? nil
      if day == nil, night == nil, !row.has(F.readinessDay) || !row.has(F.readinessNight) {
        row.report(.missing, F.readinessDay, "is missing", "state readiness_day, readiness_night or both, as in 5 min")
      }
      switch row.required(F.kind) {
      case .readiness:
        for field in [F.base, F.aircraft, AssetFields.handOver] where row.has(field) {
          row.report(.value, field, "does not go with the kind readiness", "name the asset, or write kind: base")
        }
        guard let asset = assets.resolve(F.asset, of: row, "asset"), let cost else { return nil }
        for (old, new, field) in [
          (asset.readinessByDay, day, F.readinessDay), (asset.readinessByNight, night, F.readinessNight),
        ] {
          if let old, let new, new >= old {
            row.warn(
              .range, field, "is not shorter than the \(old.text) of “\(asset.id)” today", "the measure changes nothing"
            )
          }
        }
        return Scenario.Measure(
          id: id, name: name, cost: cost, change: .readiness(asset: asset.id, byDay: day, byNight: night))
      case .base:
        if row.has(F.asset) {
          row.report(
            .value, F.asset, "does not go with the kind base", "name base and aircraft, or write kind: readiness")
        }
        let base = bases.resolve(F.base, of: row, "base")
        let aircraft = aircraft.resolve(F.aircraft, of: row, "aircraft")
        let handOver = handOver(row, handOverPlaces, bases)
        guard let base, let aircraft, let cost else { return nil }
        var asset = Asset(
          id: id, base: base, aircraft: aircraft, count: 1, readinessByDay: day, readinessByNight: night)
        if !handOver.isEmpty { asset.support = MissionSupport(handOver: handOver) }
        return Scenario.Measure(id: id, name: name, cost: cost, change: .alert(asset))
      case nil: return nil
      }
    }
  }
}
