public import Radar
internal import Units

/// The delays between the first echo and the order to take off, and how long a track outlives the last echo.
public struct AlertChain: Sendable, Hashable {
  /// How long a target must be seen without a break to become a track.
  public var confirmation: Duration
  /// Time from the track to the order.
  public var decision: Duration
  /// How long a track is kept after the last sight of the aircraft.
  public var trackMemory: Duration
  /// How looks count; nil where an aircraft in view is seen. With it a track is confirmed by its rule in place of
  /// ``confirmation``.
  public var detection: DetectionSettings?

  /// Track memory when a scenario states none: twelve scans of a 10 s radar.
  public static let defaultTrackMemory = Duration.minutes(2)

  /// The delays.
  public init(
    confirmation: Duration, decision: Duration, trackMemory: Duration = AlertChain.defaultTrackMemory,
    detection: DetectionSettings? = nil
  ) {
    self.confirmation = confirmation
    self.decision = decision
    self.trackMemory = trackMemory
    self.detection = detection
  }
}
