internal import Coverage
internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// A flight with what is seen along its route.
struct FlightRow {
  var entry: FlightWindows
  /// What the network sees along its route over terrain; nil without.
  var routes: [RouteRow]?
  /// By how much the stated cross-section is greater than the one that counts.
  var spreadRatio = 1.0
  var timeline: Timeline { entry.timeline }
  var flight: Flight { entry.flight }
}
