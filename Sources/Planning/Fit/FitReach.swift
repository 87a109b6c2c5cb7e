public import Units

/// How far one radar sees in an azimuth, as observed and as modelled for a target at the same altitude.
public struct FitReach: Sendable, Hashable {
  /// Azimuth at the antenna, the middle of a span of ``FitReach/width`` degrees.
  public var azimuth: Angle
  /// The altitude above mean sea level that the model is asked for: that of the farthest look that was seen, else the
  /// median of all of these.
  public var altitude: Length
  /// The farthest look that was seen; nil where none was.
  public var observed: Length?
  /// How far the model as the scenario has it sees at that altitude; nil where it sees nothing.
  public var modelled: Length?
  /// The same for the fitted model.
  public var fitted: Length?

  /// Width of a span, degrees.
  public static let width = 5.0
}
