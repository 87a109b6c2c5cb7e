/// What lies where no tile is.
public enum MissingTerrain: String, Sendable, Hashable, CaseIterable {
  /// Nobody knows.
  case unknown
  /// The sea at 0 m: archives hold no tiles of the ocean.
  case sea
}
