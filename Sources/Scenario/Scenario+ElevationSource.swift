extension Scenario {
  /// Which of two elevations of a site counts.
  public enum ElevationSource: String, Sendable, Hashable, CaseIterable {
    /// That of the terrain; the stated one is compared with it.
    case terrain
    /// The stated one, which is surveyed.
    case surveyed
  }
}
