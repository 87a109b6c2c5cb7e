public import Geodesy

/// When a flight passes its marks and what the network sees of it.
///
/// Three words have one meaning everywhere:
/// - **Detected**: one radar has the aircraft in view without a break for its `revisit` or longer, so that a look cannot
///   have missed it. What is shorter is a *glimpse*: it is listed and counts for nothing.
/// - **Tracked**: such sightings, of one radar or of several that take over from one another, last without a break as long
///   as a track needs (``AlertChain/confirmation``).
/// - **Warning**: from the track to landing.
public struct Timeline: Sendable, Hashable {
  /// A span in which at least one radar sees the aircraft without a break.
  public struct Sighting: Sendable, Hashable {
    /// When.
    public var span: TimeSpan
    /// Keys of the radars that see it in this span, in the order of the network.
    public var stationIDs: [String]

    /// A sighting.
    package init(span: TimeSpan, stationIDs: [String]) {
      self.span = span
      self.stationIDs = stationIDs
    }
  }

  /// Leaves its origin.
  public var departure: Duration
  /// Touches down.
  public var landing: Duration
  /// Leaves the strip.
  public var takeoff: Duration
  /// Reaches the end of the outbound route.
  public var exit: Duration
  /// Every sighting, in order of time.
  public var sightings: [Sighting]
  /// Every span in which one radar has the aircraft in view for less than its revisit, in order of time: a look may have
  /// missed it.
  public var glimpses: [Sighting]
  /// First instant of the first sighting; nil when the flight is never detected.
  public var firstDetection: Duration?
  /// Where it is at that instant.
  public var firstDetectionPosition: Position?
  /// The first time a sighting has lasted as long as confirmation needs; nil when none does.
  public var confirmed: Duration?
  /// The order to take off; nil when never confirmed.
  public var ordered: Duration?
  /// The spans in which the network holds a track: from its confirmation until the last sight and the track memory after it.
  public var tracks: [TimeSpan]
  /// From the track to landing; negative when tracked later, nil when never tracked.
  public var warning: Duration? { confirmed.map { landing - $0 } }
  /// Whether it is detected before it lands.
  public var isDetectedBeforeLanding: Bool { firstDetection.map { $0 < landing } ?? false }
  /// Whether it is tracked before it lands, or as it lands.
  public var isTrackedBeforeLanding: Bool { confirmed.map { $0 <= landing } ?? false }

  /// A timeline.
  package init(
    departure: Duration, landing: Duration, takeoff: Duration, exit: Duration, sightings: [Sighting],
    glimpses: [Sighting] = [], firstDetection: Duration?, firstDetectionPosition: Position?, confirmed: Duration?,
    ordered: Duration?, tracks: [TimeSpan] = []
  ) {
    self.departure = departure
    self.landing = landing
    self.takeoff = takeoff
    self.exit = exit
    self.sightings = sightings
    self.glimpses = glimpses
    self.firstDetection = firstDetection
    self.firstDetectionPosition = firstDetectionPosition
    self.confirmed = confirmed
    self.ordered = ordered
    self.tracks = tracks
  }

  /// Whether one radar's view of the aircraft at a time is but a glimpse.
  func isGlimpse(of stationID: String, at time: Duration) -> Bool {
    glimpses.contains { $0.stationIDs.contains(stationID) && $0.span.contains(time) }
  }
}
