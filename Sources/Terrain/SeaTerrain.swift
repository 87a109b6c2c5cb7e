/// What heights below sea level are where the sea may lie.
public enum SeaTerrain: String, Sendable, Hashable, CaseIterable {
  /// Found out from the files: ``SeaEvidence``.
  case detect
  /// The floor of the sea, whose surface at 0 m is the ground that counts.
  case surface
  /// Ground, as the files have it: land below sea level, or terrain whose sea is at 0 m already.
  case floor
}
