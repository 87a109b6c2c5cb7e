extension Scenario {
  /// Which of the two elevations of a site is used.
  public enum ElevationSource: String, Sendable, Hashable, CaseIterable {
    /// The elevation of the terrain; the stated one is compared with it.
    case terrain
    /// The stated elevation, which is surveyed.
    case surveyed
  }
}
