public import Units

/// Within which bands refraction, the terrain and the target's cross-section are known.
///
/// What a plan calls seen is seen under the worst of them. A place is *certain* when it is seen there, *likely* when it is seen
/// at the median, *doubtful* when it is seen under the best only.
public struct Doubt: Sendable, Hashable {
  /// A factor of the effective Earth radius, and the percentage of the time in which the air has a greater one.
  public struct Factor: Sendable, Hashable {
    /// The factor.
    public var k: Double
    /// Percent of the time.
    public var percent: Double

    /// A factor.
    public init(k: Double, percent: Double) {
      self.k = k
      self.percent = percent
    }
  }

  /// The factor that nearly always is exceeded: the worst, for rays bend least.
  public var low: Factor
  /// The median.
  public var median: Factor
  /// The factor that hardly ever is exceeded.
  public var high: Factor
  /// How far the ground may stand above or below the terrain.
  public var terrainError: Length
  /// Within which distance of an antenna the ground shares the error of the antenna's own.
  public var errorCorrelation: Length
  /// By how much the cross-section may be less or more, as a ratio of one and more.
  public var crossSectionSpread: Decibels

  /// Bands.
  public init(
    low: Factor, median: Factor, high: Factor, terrainError: Length = .zero,
    errorCorrelation: Length = .zero, crossSectionSpread: Decibels = Decibels(0)
  ) {
    self.low = low
    self.median = median
    self.high = high
    self.terrainError = terrainError
    self.errorCorrelation = errorCorrelation
    self.crossSectionSpread = crossSectionSpread
  }

  /// One state of the world within the bands.
  public struct Variant: Sendable, Hashable {
    /// The factor of the effective Earth radius.
    public var k: Double
    /// How much higher the ground hides than the terrain says.
    public var raised: Length
    /// The ratio of the target's cross-section to that of the worst.
    public var crossSection: Double
  }

  /// Where least is seen: the scenario's own factor and targets are those of it.
  public var worst: Variant { Variant(k: low.k, raised: terrainError, crossSection: 1) }
  /// The middle of the bands.
  public var likely: Variant { Variant(k: median.k, raised: .zero, crossSection: crossSectionSpread.ratio) }
  /// Where most is seen.
  public var best: Variant {
    Variant(k: high.k, raised: -terrainError, crossSection: crossSectionSpread.ratio * crossSectionSpread.ratio)
  }
}
