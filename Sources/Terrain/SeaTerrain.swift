/// What heights below sea level mean where there may be sea.
public enum SeaTerrain: String, Sendable, Hashable, CaseIterable {
  /// Found from the files.
  case detect
  /// The sea floor: the surface at 0 m counts as ground.
  case surface
  /// Ground as in the files: land below sea level, or terrain whose sea is already at 0 m.
  case floor
}
