internal import GeoFiles
public import Geodesy
internal import Radar
public import Terrain
public import Units

/// What a network of radars sees over terrain.
///
/// A station sees a target over a place from its floor up to the highest altitude that its own limits allow: the floor is
/// the line of sight over terrain (``LineOfSightFloor``) or the lowest altitude of the limits (``RadarLimits``), whichever
/// is higher. What is unknown is never seen.
public struct TerrainCoverage: Sendable {
  /// The radars; other members number them in this order.
  public var stations: [RadarStation] { floors.map(\.station) }
  /// The terrain that all floors are over.
  public let region: TerrainRegion
  /// One floor per station, in their order.
  public let floors: [RadarFloor]
  /// Effective Earth radius factor.
  public let k: Double
  /// What to bear in mind: terrain coarser than the files, sites without terrain or in conflict with it.
  public let warnings: [CoverageWarning]

  /// How much of the range of each station lies outside the terrain, in their order; no area includes what it sees there.
  public let outside: [RangeOutside]

  /// How much of the range of a station lies outside the terrain.
  public struct RangeOutside: Sendable, Hashable {
    /// The part of the circle within its range of the farthest target, 0 to 1.
    public var share: Double
    /// The area of that part of a flat circle: the most that the station could see in addition. On the ellipsoid a circle
    /// of 470 km is 0.05 % smaller.
    public var area: Area

    /// Whether it is worth a warning: more than half a per cent of the range.
    public var isNotable: Bool { share > 0.005 }

    static let none = RangeOutside(share: 0, area: .zero)
  }

  /// How floors are computed.
  public struct Options: Sendable {
    /// How closely floors follow the exact model.
    public var quality: FloorQuality
    /// Most bytes for terrain and floors together; beyond that the terrain is coarsened.
    public var memoryLimit: Int
    /// Number of stations computed at a time.
    public var workers: Int
    /// Where floors are kept between runs; nil for nowhere.
    public var cache: FloorCache?
    /// Where what was computed is held in memory; nil for nowhere.
    package var memo: Memo?
    /// The least n for which the terrain is coarsened to the highest of n × n posts.
    package var leastReduction = 1

    /// Creates options; the defaults suit most uses.
    public init(
      quality: FloorQuality = .standard, memoryLimit: Int = 2_000_000_000, workers: Int = 1, cache: FloorCache? = nil
    ) {
      self.quality = quality
      self.memoryLimit = memoryLimit
      self.workers = workers
      self.cache = cache
    }
  }

  /// Areas of the region's cells.
  let areas: CellAreas
  /// Where floors, and what follows from them, are kept from run to run; nil keeps none.
  var cache: FloorCache?
  /// Where what was computed is held in memory; nil for nowhere.
  package var memo: Memo?

  init(
    region: TerrainRegion, areas: CellAreas, floors: [RadarFloor], k: Double, warnings: [CoverageWarning],
    outside: [RangeOutside]? = nil, cache: FloorCache? = nil, memo: Memo? = nil
  ) {
    self.cache = cache
    self.memo = memo
    self.outside = outside ?? floors.map { _ in .none }
    self.region = region
    self.areas = areas
    self.floors = floors
    self.k = k
    self.warnings = warnings
  }

  /// The network of some of the stations, in the order given; nothing is computed again.
  /// - Parameter indices: Positions in ``stations``.
  public func network(of indices: [Int]) -> TerrainCoverage {
    TerrainCoverage(
      region: region, areas: areas, floors: indices.map { floors[$0] }, k: k, warnings: warnings,
      outside: indices.map { outside[$0] }, cache: cache, memo: memo)
  }

  /// The network of stations that differ from those here at most in id and name.
  /// - Returns: The network; nil when one of them has no floor here.
  public func network(of stations: [RadarStation]) -> TerrainCoverage? {
    guard let positions = positions(of: stations) else { return nil }
    let chosen = zip(positions, stations).map { floors[$0].renamed($1) }
    return TerrainCoverage(
      region: region, areas: areas, floors: chosen, k: k, warnings: warnings,
      outside: positions.map { outside[$0] }, cache: cache, memo: memo)
  }

  /// Positions in ``stations`` of stations that differ at most in id and name.
  /// - Returns: One position per station; nil when one of them is missing.
  public func positions(of stations: [RadarStation]) -> [Int]? {
    let positions = stations.compactMap { station in floors.firstIndex { $0.station.isLike(station) } }
    return positions.count == stations.count ? positions : nil
  }

  /// The lowest and highest altitudes above mean sea level at which a station sees a target over a place.
  /// - Returns: Nil where it sees the target at no altitude or the terrain is unknown.
  /// - Throws: ``TerrainError`` when PROJ has no way to the terrain's system.
  public func altitudes(
    seenBy station: Int, at position: Position, target: Target
  ) throws(TerrainError) -> ClosedRange<Length>? {
    guard let view = floors[station].view(of: target), let post = try region.posts(of: [position])[0] else {
      return nil
    }
    let seen = floors[station].seen(atRow: post.row, column: post.column, view)
    return seen.lowest <= seen.highest ? .metres(seen.lowest)...(.metres(seen.highest)) : nil
  }
}

extension RadarStation {
  /// Whether another station sees the same: all but key and name.
  func isLike(_ other: RadarStation) -> Bool {
    var other = other
    (other.id, other.name) = (id, name)
    return self == other
  }
}

extension RadarFloor {
  /// The same floor of a station with another key and name.
  func renamed(_ station: RadarStation) -> RadarFloor {
    RadarFloor(
      station: station, antennaAltitude: antennaAltitude, grid: grid, window: window, bearings: bearings, k: k,
      reach: reach, key: key, shadows: shadows, number: number, parts: parts, common: common)
  }
}
