public import GeoFiles
public import Units

/// What a network sees, band by band.
///
/// Rings are those of a smooth Earth; areas are over terrain where ``isOverTerrain`` says so.
public struct CoverageSummary: Sendable, Hashable {
  /// One height above ground.
  public struct Band: Sendable, Hashable {
    /// Height of the target above ground.
    public var height: Length
    /// One ring per radar, in the order of the network.
    public var rings: [CoverageRing]
    /// The area that each radar sees, in the same order: that of its ring, or less over terrain.
    public var ringAreas: [Area]
    /// The area seen by at least one, two, three radars.
    public var areaSeenByAtLeast: [Area]
    /// The area within the range of a radar where none is known to see a target and unknown terrain leaves it open; nil over a
    /// smooth Earth. What no radar reaches is not seen, whatever its terrain.
    public var unknownArea: Area?
    /// What is seen of the region of interest; nil without one.
    public var interest: Interest?

    /// What is seen of the region of interest at one height above ground.
    public struct Interest: Sendable, Hashable {
      /// The area seen by at least one, two, three radars.
      public var areaSeenByAtLeast: [Area]
      /// The area where no radar is known to see a target and unknown terrain leaves it open; nil over a smooth Earth.
      public var unknownArea: Area?
    }

    /// One height above ground.
    public init(
      height: Length, rings: [CoverageRing], ringAreas: [Area], areaSeenByAtLeast: [Area], unknownArea: Area? = nil
    ) {
      self.unknownArea = unknownArea
      self.height = height
      self.rings = rings
      self.ringAreas = ringAreas
      self.areaSeenByAtLeast = areaSeenByAtLeast
    }
  }

  /// One altitude above mean sea level.
  public struct Level: Sendable, Hashable {
    /// Altitude of the target above mean sea level.
    public var altitude: Length
    /// The area seen by at least one, two, three radars.
    public var areaSeenByAtLeast: [Area]
    /// The area where no radar is known to see a target and unknown terrain leaves it open; nil over a smooth Earth.
    public var unknownArea: Area?
    /// What is seen of the region of interest; nil without one.
    public var interest: Band.Interest?
  }

  /// What was looked for.
  public var target: Target
  /// One entry per band, in the order given.
  public var bands: [Band]
  /// One entry per altitude above mean sea level, in the order given.
  public var levels: [Level] = []
  /// The area of the region of interest; nil without one.
  public var interestArea: Area?
  /// Whether the areas are those seen over terrain.
  public var isOverTerrain: Bool { bands.contains { $0.unknownArea != nil } }

  /// What a network sees of a target at some heights above ground, over a smooth Earth.
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

  /// The same with what is seen at altitudes above mean sea level, over a smooth Earth: nothing at or below its ground.
  /// - Throws: ``GeoFileError`` when GEOS gives up on the region of interest.
  public func at(
    _ altitudes: [Length], in coverage: SmoothEarthCoverage, of region: RegionOfInterest?
  ) throws(GeoFileError) -> CoverageSummary {
    var summary = self
    summary.levels = []
    for altitude in altitudes {
      let height = max(altitude - coverage.groundElevation, .zero)
      var part = CoverageSummary(of: coverage, heights: [height], target: target)
      if let region { part = try part.within(region) }
      let none = [Area](repeating: .zero, count: 3)
      let isBelow = height == .zero
      summary.levels.append(
        Level(
          altitude: altitude, areaSeenByAtLeast: isBelow ? none : part.bands[0].areaSeenByAtLeast, unknownArea: nil,
          interest: isBelow && region != nil ? Band.Interest(areaSeenByAtLeast: none) : part.bands[0].interest))
    }
    return summary
  }

  /// The same with what is seen of a region of interest, over a smooth Earth.
  /// - Throws: ``GeoFileError`` when GEOS gives up on a shape.
  /// - Accuracy: circles are polygons of 240 vertices, 0.02 % smaller.
  public func within(_ region: RegionOfInterest) throws(GeoFileError) -> CoverageSummary {
    var summary = self
    summary.interestArea = region.area
    for index in bands.indices {
      var shapes: [PolygonOverlay.Polygons] = []
      for ring in bands[index].rings { shapes.append(try RingShape.polygons(ring)) }
      var areas: [Area] = []
      for part in try PolygonOverlay.coverage(of: shapes, depth: 3) { areas.append(try region.area(within: part)) }
      summary.bands[index].interest = Band.Interest(areaSeenByAtLeast: areas)
    }
    return summary
  }

  /// The same rings with areas over terrain.
  /// - Parameters:
  ///   - areas: Areas at the heights of the bands.
  ///   - altitudes: The altitudes above mean sea level whose areas follow those of the bands.
  ///   - network: The network's position in them.
  ///   - stations: Where the radars of the rings stand among the stations of the areas, in the order of the rings.
  public func over(
    _ areas: NetworkAreas, altitudes: [Length] = [], network: Int, stations: [Int]
  ) -> CoverageSummary {
    var summary = self
    func interest(_ index: Int) -> Band.Interest? {
      areas.networks[network].interest.map {
        Band.Interest(areaSeenByAtLeast: $0.seenByAtLeast[index], unknownArea: $0.unknown[index])
      }
    }
    summary.levels = altitudes.enumerated().map { number, altitude in
      let index = bands.count + number
      return Level(
        altitude: altitude, areaSeenByAtLeast: areas.networks[network].seenByAtLeast[index],
        unknownArea: areas.networks[network].unknown[index], interest: interest(index))
    }
    for index in bands.indices {
      summary.bands[index].ringAreas = stations.map { areas.stations[index][$0] }
      summary.bands[index].areaSeenByAtLeast = areas.networks[network].seenByAtLeast[index]
      summary.bands[index].unknownArea = areas.networks[network].unknown[index]
      summary.bands[index].interest = interest(index)
    }
    return summary
  }
}
