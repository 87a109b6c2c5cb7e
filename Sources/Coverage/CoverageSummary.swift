public import GeoFiles
public import Units

/// What a network sees, band by band.
///
/// Areas and reaches are over terrain when ``isOverTerrain`` is true; rings are always those of a smooth Earth.
public struct CoverageSummary: Sendable, Hashable {
  /// One height above ground.
  public struct Band: Sendable, Hashable {
    /// Height of the target above ground.
    public var height: Length
    /// One ring over a smooth Earth per radar, in the order of the network. Over terrain they are
    /// upper limits set by the radar itself; ``reaches`` is what it sees.
    public var rings: [CoverageRing]
    /// How far each radar sees over terrain, in the same order; nil over a smooth Earth.
    public var reaches: [RadarReach]?
    /// The area that each radar sees, in the same order: that of its ring, or over terrain.
    public var ringAreas: [Area]
    /// The area seen by at least one, two, three radars.
    public var areaSeenByAtLeast: [Area]
    /// The area within the range of a radar where none is known to see a target and unknown terrain leaves it open; nil over a
    /// smooth Earth. Ground beyond every radar's range is not seen, whatever its terrain.
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
    package init(
      height: Length, rings: [CoverageRing], ringAreas: [Area], areaSeenByAtLeast: [Area], unknownArea: Area? = nil,
      reaches: [RadarReach]? = nil
    ) {
      self.reaches = reaches
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

  /// What was computed band by band.
  package init(bands: [Band], target: Target) {
    self.target = target
    self.bands = bands
  }

  /// What a network sees of a target at some heights above ground, over a smooth Earth.
  /// - Parameters:
  ///   - coverage: The network.
  ///   - heights: Heights above ground; repeated ones are kept.
  ///   - target: What to look for.
  /// - Throws: ``GeoFileError`` when GEOS fails on rings with blind sectors.
  public init(of coverage: SmoothEarthCoverage, heights: [Length], target: Target) throws(GeoFileError) {
    self.target = target
    bands = []
    for height in heights {
      let rings = coverage.stations.map { coverage.ring(of: $0, targetHeight: height, target: target) }
      var areas: [Area] = []
      for ring in rings { areas.append(try Self.areas(coveredBy: [ring], upTo: 1)[0]) }
      bands.append(
        Band(
          height: height, rings: rings, ringAreas: areas, areaSeenByAtLeast: try Self.areas(coveredBy: rings, upTo: 3)))
    }
  }

  /// The area that at least 1, 2, … `count` of some rings cover, without their blind sectors.
  /// - Accuracy: that of ``OverlapArea`` where no ring has a blind sector, else 1e-5 of the rings
  ///   (`areas of rings with blind sectors agree with closed forms`).
  static func areas(coveredBy rings: [CoverageRing], upTo count: Int) throws(GeoFileError) -> [Area] {
    guard rings.contains(where: { !$0.blindSectors.isEmpty || !$0.maskedParts.isEmpty }) else {
      return OverlapArea.areas(coveredBy: rings, upTo: count)
    }
    var shapes: [PolygonOverlay.Polygons] = []
    for ring in rings { shapes.append(try RingShape.areaTruePolygons(ring)) }
    return try PolygonOverlay.coverage(of: shapes, depth: count).map(PolygonOverlay.area)
  }

  /// Adds what is seen at altitudes above mean sea level, over a smooth Earth: nothing at or below its ground.
  /// - Throws: ``GeoFileError`` when GEOS fails on the region of interest.
  public func at(
    _ altitudes: [Length], in coverage: SmoothEarthCoverage, of region: RegionOfInterest?
  ) throws(GeoFileError) -> CoverageSummary {
    var summary = self
    summary.levels = []
    for altitude in altitudes {
      let height = max(altitude - coverage.groundElevation, .zero)
      var part = try CoverageSummary(of: coverage, heights: [height], target: target)
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

  /// Adds what is seen of a region of interest, over a smooth Earth.
  /// - Throws: ``GeoFileError`` when GEOS fails on a shape.
  /// - Accuracy: circles are polygons of 720 vertices and of their area.
  public func within(_ region: RegionOfInterest) throws(GeoFileError) -> CoverageSummary {
    var summary = self
    summary.interestArea = region.area
    for index in bands.indices {
      var shapes: [PolygonOverlay.Polygons] = []
      for ring in bands[index].rings { shapes.append(try RingShape.areaTruePolygons(ring)) }
      var areas: [Area] = []
      for part in try PolygonOverlay.coverage(of: shapes, depth: 3) { areas.append(try region.area(within: part)) }
      summary.bands[index].interest = Band.Interest(areaSeenByAtLeast: areas)
    }
    return summary
  }

  /// Replaces the areas by those over terrain; the rings stay.
  /// - Parameters:
  ///   - areas: Areas at the heights of the bands.
  ///   - altitudes: The altitudes above mean sea level whose areas follow those of the bands.
  ///   - network: The network's position in them.
  ///   - stations: Where the radars of the rings stand among the stations of the areas, in the order of the rings.
  package func over(
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
      summary.bands[index].reaches = stations.map { areas.reaches[index][$0] }
      summary.bands[index].areaSeenByAtLeast = areas.networks[network].seenByAtLeast[index]
      summary.bands[index].unknownArea = areas.networks[network].unknown[index]
      summary.bands[index].interest = interest(index)
    }
    return summary
  }
}
