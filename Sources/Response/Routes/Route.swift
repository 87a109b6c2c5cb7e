public import Geodesy
public import Units

/// The fastest way that was found for an aircraft over terrain, and how much faster none can be.
public struct Route: Sendable, Hashable {
  /// A place on the way. Between two of them the way is a geodesic, and altitude and time are linear in the distance; two at
  /// one place are a climb or descent over it.
  public struct Point: Sendable, Hashable {
    /// Where.
    public var position: Position
    /// Above mean sea level.
    public var altitude: Length
    /// Since the start.
    public var time: Duration
    /// Along the way from the start.
    public var distance: Length
    /// The ground there; nil where an end is on unknown ground.
    public var ground: Length?
  }

  /// From the ground at the start to the ground at the end.
  public var points: [Point]
  /// Where the line turns, start and end included.
  public var corners: [Position]
  /// Length over the ground.
  public var distance: Length
  /// From the ground at the start to the ground at the end.
  public var time: Duration
  /// Of the time, the climb over the start to the clearance.
  public var takeOff: Duration
  /// Of the time, the descent over the end from the clearance.
  public var landing: Duration
  /// The geodesic's length.
  public var straightDistance: Length
  /// The time along the geodesic as though no ground and no area were in the way; nil where the wind lets nobody fly it.
  public var straightTime: Duration?
  /// The time along the geodesic over this ground; nil where it cannot be flown.
  public var straightTimeOverGround: Duration?
  /// No route takes less time than this: proven for the ground and air that are given.
  public var leastTime: Duration
  /// By how much, at most, the time exceeds that of the best route: ``time`` / ``leastTime`` − 1.
  public var excess: Double
  /// The highest altitude on the way.
  public var highest: Length { points.map(\.altitude).max() ?? .zero }
}
