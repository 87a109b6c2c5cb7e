public import Units

/// What a network sees, band by band.
public struct CoverageSummary: Sendable, Hashable {
  /// One height above ground.
  public struct Band: Sendable, Hashable {
    /// Height of the target above ground.
    public var height: Length
    /// One ring per radar, in the order of the network.
    public var rings: [CoverageRing]
    /// The area of each ring, in the same order.
    public var ringAreas: [Area]
    /// The area seen by at least one, two, three radars.
    public var areaSeenByAtLeast: [Area]

    /// One height above ground.
    public init(height: Length, rings: [CoverageRing], ringAreas: [Area], areaSeenByAtLeast: [Area]) {
      self.height = height
      self.rings = rings
      self.ringAreas = ringAreas
      self.areaSeenByAtLeast = areaSeenByAtLeast
    }
  }

  /// What was looked for.
  public var target: Target
  /// One entry per band, in the order given.
  public var bands: [Band]

  /// What a network sees of a target at some heights above ground.
  /// - Parameters:
  ///   - coverage: The network.
  ///   - heights: Heights above ground; repeated ones are kept.
  ///   - target: What to look for.
  public init(of coverage: SmoothEarthCoverage, heights: [Length], target: Target) {
    self.target = target
    bands = heights.map { height in
      let rings = coverage.stations.map { coverage.ring(of: $0, targetHeight: height, target: target) }
      return Band(
        height: height, rings: rings, ringAreas: rings.map { OverlapArea.areas(coveredBy: [$0], upTo: 1)[0] },
        areaSeenByAtLeast: OverlapArea.areas(coveredBy: rings, upTo: 3))
    }
  }
}
