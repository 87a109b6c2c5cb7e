internal import Coverage
internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Scenario
internal import Units

/// One asset against one flight.
struct WindowRow {
  var flight: FlightRow
  var window: Window
  var isBest: Bool

  static func all(of flight: FlightRow) -> [WindowRow] {
    flight.entry.windows.enumerated().map {
      WindowRow(flight: flight, window: $1, isBest: $0 == flight.entry.best)
    }
  }
}
