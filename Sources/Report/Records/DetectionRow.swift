internal import Geodesy
internal import Interception
internal import Planning
internal import Response
internal import Units

/// Where a flight is first detected, as the layer `detections` has it.
struct DetectionRow {
  var entry: FlightWindows
  var position: Position
  var time: Duration

  /// Nil for a flight that is never detected.
  init?(_ entry: FlightWindows) {
    guard let position = entry.timeline.firstDetectionPosition, let time = entry.timeline.firstDetection else {
      return nil
    }
    (self.entry, self.position, self.time) = (entry, position, time)
  }
}
