/// How ways in take ground that the terrain does not know.
public enum UnknownGround: String, Sendable, CaseIterable {
  /// No way leads over it: what is said of a way holds for known ground.
  case closed
  /// Ways lead over it, where nobody sees the aircraft.
  case open
}
