public import Units

/// Kinds of failure of the reach of assets.
public enum ReachFault: String, FaultCode {
  /// A limit that is not a time above zero, or is stated twice, or none at all.
  case limits
  /// The scenario has no assets, or none of those that were asked for.
  case noAssets
  /// There is no area: nothing to draw a box around, or a rectangle without width or height.
  case noArea
  /// The area has more cells than a raster may have.
  case tooManyCells
  /// Flights over terrain were asked for without any.
  case noTerrain
  /// The terrain cannot be read; what said so is the cause.
  case terrain
  /// The region cannot be laid on the cells; what said so is the cause.
  case region

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
