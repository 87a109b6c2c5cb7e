public import Geodesy

/// The events of a flight and what the network sees of it.
///
/// Words have one meaning everywhere. Where looks count (``AlertChain/detection``), detected and tracked are those of
/// ``LookTimes``, distributions over all looks wherever they may detect; and two words are of places:
/// - **In view**: one look of a radar would detect it there with ``DetectionSettings/probability`` or more, by range, beam and
///   terrain.
/// - **Covered**: in view, and its echo is not rejected for its radial speed. ``sightings`` and ``glimpses`` are spans covered,
///   the radars of a place of a route (``RouteFloor/seenBy``) those that cover it.
///
/// Without looks:
/// - **Detected**: one radar has the aircraft in view without a break for its `revisit` or longer, so that a look cannot
///   have missed it. A shorter span is a *glimpse*: it is listed but does not count.
/// - **Tracked**: such sightings, of one radar or of several that take over from one another, last without a break as long
///   as a track needs (``AlertChain/confirmation``).
/// - **Warning**: from the track to landing.
public struct Timeline: Sendable, Hashable {
  /// A span in which at least one radar sees the aircraft without a break.
  public struct Sighting: Sendable, Hashable {
    /// The span.
    public var span: TimeSpan
    /// Ids of the radars that see it in this span, in the order of the network.
    public var stationIDs: [String]

    /// A sighting.
    package init(span: TimeSpan, stationIDs: [String]) {
      self.span = span
      self.stationIDs = stationIDs
    }
  }

  /// When it leaves its origin.
  public var departure: Duration
  /// When it touches down.
  public var landing: Duration
  /// When it leaves the strip.
  public var takeoff: Duration
  /// When it reaches the end of the outbound route.
  public var exit: Duration
  /// Every sighting, in order of time.
  public var sightings: [Sighting]
  /// Every span in which one radar has the aircraft in view for less than its revisit, in order of time: a look may have
  /// missed it.
  public var glimpses: [Sighting]
  /// Every span in which a radar's moving-target filter rejects the aircraft that it has in view, in order of time.
  public var rejections: [Sighting] = []
  /// The parts of them in which it does so around a blind speed; in the rest the aircraft flies across the beam.
  public var blindSpeeds: [Sighting] = []
  /// What looks come to, as distributions; nil where they do not count.
  public var looks: LookTimes?
  /// Start of the first sighting; nil when the flight is never detected.
  public var firstDetection: Duration?
  /// Its position at that time.
  public var firstDetectionPosition: Position?
  /// The first time a sighting has lasted as long as confirmation needs; nil when none does.
  public var confirmed: Duration?
  /// The order to take off; nil when never confirmed.
  public var ordered: Duration?
  /// The spans in which the network holds a track: from its confirmation until the last sight and the track memory after it.
  public var tracks: [TimeSpan]
  /// Time from the track to landing; negative when it is tracked later, nil when it is never tracked.
  public var warning: Duration? { confirmed.map { landing - $0 } }
  /// Ids of the radars that detect it first.
  public var firstStationIDs: [String] { looks?.firstStationIDs ?? sightings.first?.stationIDs ?? [] }
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

  /// Whether one radar's view of the aircraft at a time does not count: a glimpse, or an echo that is taken for ground.
  func isGlimpse(of stationID: String, at time: Duration) -> Bool {
    func holds(_ view: Sighting) -> Bool { view.stationIDs.contains(stationID) && view.span.contains(time) }
    return glimpses.contains(where: holds) || rejections.contains(where: holds)
  }
}
