import Scenario
import Units

extension Settings {
  /// What the block `refuelling` says; it counts where some place has fuel.
  mutating func readRefuelling(_ row: Row) {
    typealias F = StopFields
    guard row.has(SettingFields.refuelling), let part = Self.part(row, SettingFields.refuelling, F.format) else {
      return
    }
    refuelling = (time: part.optional(F.usualTime), mostStops: part.optional(F.mostStops))
  }
}
