import Response
import Units

extension Settings {
  /// What the block `routing` says; without it responses fly straight.
  mutating func readRouting(_ row: Row) {
    typealias F = RoutingFields
    guard row.has(SettingFields.routing), let part = Self.part(row, SettingFields.routing, F.format) else { return }
    var stated = RouteSettings()
    if let clearance = part.optional(F.clearance) {
      stated.clearanceByDay = clearance
    } else if !part.has(F.clearance) {
      defaultsTaken.append("\(stated.clearanceByDay.heightText) above the ground on routes by day")
      defaultedSettings.insert("routing.clearance")
    }
    if let clearance = part.optional(F.clearanceByNight) {
      stated.clearanceByNight = clearance
    } else if !part.has(F.clearanceByNight) {
      defaultsTaken.append("\(stated.clearanceByNight.heightText) by night")
      defaultedSettings.insert("routing.clearance_by_night")
    }
    routing = stated
  }
}
