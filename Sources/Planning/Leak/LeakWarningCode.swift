public import Units

/// The kinds of warning about the least-observed routes.
public enum LeakWarningCode: String, WarningCode {
  /// What coverage over the terrain leaves open.
  case terrain
  /// The ground is unknown at some places.
  case unknownGround
  /// Sites that a smooth Earth flatters.
  case highSites
}
