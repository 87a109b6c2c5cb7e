internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// The least-observed route to a strip.
struct LeakRow {
  var entry: Leak.Entry
  var question: LeakQuestion
  var way: Leak.Way? { entry.way }

  func time(_ length: Length?) -> Duration? { length.map { question.time(along: $0) } }
  var radars: String? { way.map { $0.radars.joined(separator: ", ") } }
}
