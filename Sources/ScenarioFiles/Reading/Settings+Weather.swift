import Interception
import Response
import Scenario
import Units

extension Settings {
  /// What the block `weather` says; nil where there is none.
  func flyingWeather(_ row: Row) -> WeatherSettings? {
    typealias F = WeatherFields
    guard row.has(SettingFields.weather), let part = part(row, SettingFields.weather, F.format) else { return nil }
    return WeatherSettings(
      origin: part.record.origin, wind: part.optional(F.wind), isaDeviationKelvins: part.optional(F.deviation),
      qnhHectopascals: part.optional(F.qnh), file: part.optional(F.file))
  }

  /// Reads the date and the clock; the hours of its daylight need the places, which are read later.
  mutating func readDate(_ row: Row) {
    typealias F = SettingFields
    date = row.optional(F.date)
    utcOffset = row.optional(F.utcOffset)
    if row.has(F.utcOffset), !row.has(F.date) {
      row.report(
        .missing, F.utcOffset, "stands without date", "state the date whose daylight is meant, or take it away")
    }
    hasDaylight = row.has(F.daylight)
  }
}
