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
  /// The radars, in the order in which they are counted.
  public var stations: [RadarStation] { floors.map(\.station) }
  /// The terrain that all floors are over.
  public let region: TerrainRegion
  /// One floor a station, in their order.
  public let floors: [RadarFloor]
  /// Effective Earth radius factor.
  public let k: Double
  /// What to bear in mind, for people: coarser terrain than there is, sites without terrain or at odds with it.
  public let notes: [String]

  /// How much of the range of each station lies outside the terrain, in their order; what it sees there is in no area.
  public let outside: [RangeOutside]

  /// How much of the range of a station lies outside the terrain.
  public struct RangeOutside: Sendable, Hashable {
    /// The part of the circle within its range of the farthest target, 0 to 1.
    public var share: Double
    /// The area of that part, of a flat circle: at most so much more can the station see. On the ellipsoid a circle of
    /// 470 km is 0.05 % smaller.
    public var area: Area

    /// Whether it is so much that people are warned of it: more than half a per cent of the range.
    public var isNotable: Bool { share > 0.005 }

    static let none = RangeOutside(share: 0, area: .zero)
  }

  /// How floors are computed.
  public struct Options: Sendable {
    /// How closely the exact model is followed.
    public var quality: FloorQuality
    /// How many bytes terrain and floors may take together; beyond that the terrain is coarsened.
    public var memoryLimit: Int
    /// How many stations are computed at a time.
    public var workers: Int
    /// Where floors are kept from run to run; nil keeps none.
    public var cache: FloorCache?

    /// The usual way.
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

  init(
    region: TerrainRegion, areas: CellAreas, floors: [RadarFloor], k: Double, notes: [String],
    outside: [RangeOutside]? = nil
  ) {
    self.outside = outside ?? floors.map { _ in .none }
    self.region = region
    self.areas = areas
    self.floors = floors
    self.k = k
    self.notes = notes
  }

  /// The network of some of the stations, in the order given; nothing is computed again.
  /// - Parameter indices: Positions in ``stations``.
  public func network(of indices: [Int]) -> TerrainCoverage {
    TerrainCoverage(
      region: region, areas: areas, floors: indices.map { floors[$0] }, k: k, notes: notes,
      outside: indices.map { outside[$0] })
  }

  /// The network of some stations that differ from those here by no more than their keys and names.
  /// - Returns: Nil when one of them has no floor here.
  public func network(of stations: [RadarStation]) -> TerrainCoverage? {
    guard let positions = positions(of: stations) else { return nil }
    let chosen = zip(positions, stations).map { floors[$0].renamed($1) }
    return TerrainCoverage(
      region: region, areas: areas, floors: chosen, k: k, notes: notes,
      outside: positions.map { outside[$0] })
  }

  /// Where in ``stations`` some stand that differ by no more than key and name.
  /// - Returns: As many positions; nil when one of them is not there.
  public func positions(of stations: [RadarStation]) -> [Int]? {
    let positions = stations.compactMap { station in floors.firstIndex { $0.station.isLike(station) } }
    return positions.count == stations.count ? positions : nil
  }

  /// The lowest altitude above mean sea level from which a station sees a target over a place, and the highest.
  /// - Returns: Nil where it sees the target at no altitude or the terrain is unknown.
  /// - Throws: ``TerrainError`` when PROJ has no way to the terrain's system.
  public func altitudes(
    seenBy station: Int, at position: Position, target: Target
  ) throws(TerrainError) -> ClosedRange<Length>? {
    guard let limits = floors[station].limits(for: target), let post = try region.posts(of: [position])[0] else {
      return nil
    }
    let seen = floors[station].seen(atRow: post.row, column: post.column, limits)
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
      reach: reach, key: key)
  }
}
