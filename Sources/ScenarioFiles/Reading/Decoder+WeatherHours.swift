import Response
import Scenario
import Units

extension Decoder {
  /// What an asset states of the hours in which it can fly.
  func flyable(_ row: Row) -> (day: FlyableShare?, night: FlyableShare?, minima: WeatherMinima?) {
    typealias F = AssetFields
    let (day, night) = (row.optional(F.shareByDay), row.optional(F.shareByNight))
    let minima = WeatherMinima(
      visibility: row.optional(F.minimumVisibility), ceiling: row.optional(F.minimumCeiling))
    let stated = row.has(F.shareByDay) ? F.shareByDay : row.has(F.shareByNight) ? F.shareByNight : nil
    let isCounted = row.has(F.minimumVisibility) || row.has(F.minimumCeiling)
    if let stated, isCounted {
      row.report(
        .value, stated, "does not go with minimum_visibility and minimum_ceiling, of which the share is counted",
        "state the share or the minima")
    }
    let hasHours = !(layers[WeatherHourFields.layer.key]?.records.isEmpty ?? true)
    if isCounted, !hasHours {
      row.warn(
        .incomplete, row.has(F.minimumVisibility) ? F.minimumVisibility : F.minimumCeiling,
        "says nothing without observed hours",
        "state a layer weather_hours, or flyable_share_day and flyable_share_night")
    }
    return (
      day.map { FlyableShare(value: $0, hours: nil) }, night.map { FlyableShare(value: $0, hours: nil) },
      minima.isEmpty ? nil : minima
    )
  }

  /// Counts the hours in which assets can fly.
  func countFlyableHours(_ bases: Index<Base>, in scenario: inout Scenario) {
    typealias F = WeatherHourFields
    guard let layer = layers[F.layer.key], !layer.records.isEmpty else { return }
    var hours: [(base: String?, hour: WeatherHour)] = []
    var isUnread = false
    for row in rows(of: layer) {
      let base = row.has(F.base) ? bases.resolve(F.base, of: row, "base") : nil
      let (month, hour) = (row.optional(F.month), row.required(F.hour))
      let (visibility, ceiling) = (row.optional(F.visibility), row.optional(F.ceiling))
      guard let hour, base != nil || !row.has(F.base) else {
        isUnread = true
        continue
      }
      hours.append(
        (base?.id, WeatherHour(month: month, hour: hour, visibility: visibility, ceiling: ceiling)))
    }
    guard !isUnread else { return }
    scenario.countFlyableHours(hours)
    for asset in scenario.assets where asset.minima != nil {
      let isCounted = Period.allCases.contains {
        asset.readiness(by: $0) != nil && asset.flyableShare(by: $0) != nil
      }
      guard !isCounted else { continue }
      diagnostics.warning(
        .incomplete, at: layer.origin, field: layer.format.key,
        "has no hour that counts for “\(asset.id)”",
        "state hours of its base, of the month of date, with the visibility or the ceiling that it needs")
    }
  }
}
