internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Units

/// One leg of a flight, as the layer `routes` has it.
struct LegRow {
  var entry: FlightWindows
  var leg: GeoLayers.Leg
  var points: [Waypoint] { leg == .inbound ? entry.flight.inbound : entry.flight.outbound }
  /// When it begins and ends.
  var span: TimeSpan {
    leg == .inbound
      ? TimeSpan(begin: entry.timeline.departure, end: entry.timeline.landing)
      : TimeSpan(begin: entry.timeline.takeoff, end: entry.timeline.exit)
  }
}
