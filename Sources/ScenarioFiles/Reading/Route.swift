import Geodesy

/// A way of flights before it is joined to a strip.
struct Route: Sendable {
  /// A point of it; its altitude may come from the flight.
  struct Point: Sendable {
    var position: Position
    var altitude: Altitude?
    /// Where the point, or its line, is written.
    var origin: Origin
  }
  var id: String
  var points: [Point]
}
