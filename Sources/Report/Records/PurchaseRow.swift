internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// A radar to buy, in the order of purchases.
struct PurchaseRow {
  var order: Int
  var option: SiteOption
  var step: ListStep
}
