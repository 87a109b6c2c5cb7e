internal import Coverage
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// A base with what stands ready there.
struct BaseRow {
  var base: Base
  var scenario: Scenario

  /// "2 × Mi-17 (15 min by day, 30 min by night), …".
  var assetText: String {
    scenario.assets.filter { $0.base.id == base.id }.map { asset in
      let day = asset.readinessByDay.map { "\($0.text) by day" } ?? "not by day"
      let night = asset.readinessByNight.map { "\($0.text) by night" } ?? "not by night"
      return "\(asset.count) × \(asset.aircraft.name) (\(day), \(night))"
    }.joined(separator: ", ")
  }
}
