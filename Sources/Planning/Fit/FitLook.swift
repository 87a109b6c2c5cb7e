public import Coverage
public import Geodesy
public import Units

/// An aircraft at a place where it is known whether the radar saw it.
public struct FitLook: Sendable {
  /// What says so.
  public enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// The radar reported it, and nothing says what else it could have reported.
    case plot
    /// The reference shows it, whether the radar reported it or not: an even sample.
    case reference
    /// It lies just within or just beyond an edge.
    case edge
  }

  /// Where the aircraft was.
  public var position: Position
  /// Its altitude above mean sea level.
  public var altitude: Length
  /// Azimuth at the antenna, from true north.
  public var azimuth: Angle
  /// Distance along the ground.
  public var distance: Length
  /// Whether the radar saw it.
  public var isSeen: Bool
  /// What says so.
  public var evidence: Evidence
  /// Why the model as the scenario has it does not see it; nil when it does.
  public var cause: Blindness?
  /// Why the fitted model does not see it; nil when it does.
  public var fittedCause: Blindness?
}
