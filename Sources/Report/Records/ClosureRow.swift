internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Response
internal import Scenario
internal import Units

/// What one more radar changes.
struct ClosureRow {
  var rank: Int
  var closure: Leak.Closure
  var option: SiteOption { closure.option }
  var price: Money? { option.price?.base }
}
