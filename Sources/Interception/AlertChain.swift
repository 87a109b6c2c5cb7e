internal import Units

/// What passes between the first echo and the order to take off, and for how long a track outlasts the last echo.
public struct AlertChain: Sendable, Hashable {
  /// How long a target must be seen without a break before it is a track.
  public var confirmation: Duration
  /// From the track to the order.
  public var decision: Duration
  /// How long a track is kept after the last sight of the aircraft.
  public var trackMemory: Duration

  /// The track memory of a scenario that states none: twelve scans of a 10 s radar.
  public static let defaultTrackMemory = Duration.minutes(2)

  /// The delays.
  public init(confirmation: Duration, decision: Duration, trackMemory: Duration = AlertChain.defaultTrackMemory) {
    self.confirmation = confirmation
    self.decision = decision
    self.trackMemory = trackMemory
  }
}
