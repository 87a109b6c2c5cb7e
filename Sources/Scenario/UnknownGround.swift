/// How least-observed routes treat unknown ground.
public enum UnknownGround: String, Sendable, CaseIterable {
  /// Routes do not cross it: results hold for known ground.
  case closed
  /// Routes may cross it; the aircraft counts as unseen there.
  case open
}
