/// What is assumed where there is no tile.
public enum MissingTerrain: String, Sendable, Hashable, CaseIterable {
  /// The ground is unknown.
  case unknown
  /// The sea at 0 m: archives hold no tiles of the ocean.
  case sea
}
