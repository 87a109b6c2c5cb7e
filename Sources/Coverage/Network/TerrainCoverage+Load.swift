internal import Foundation
internal import GeoFiles
internal import Geodesy
public import Radar
public import Terrain
public import Units

extension TerrainCoverage {
  /// Computes the floors of some stations over one terrain, which is read once.
  ///
  /// The same input gives the same bits for any number of workers, and with or without a cache. Stations that see the
  /// same share a floor.
  /// - Parameters:
  ///   - stations: The radars.
  ///   - terrain: The terrain.
  ///   - targets: The targets that will be queried: no floor reaches farther than the farthest detection range among these.
  ///   - k: Effective Earth radius factor.
  ///   - raised: How much higher the ground hides than the terrain says (``Terrain/raised(by:)``); nil for the error that
  ///     the terrain's reading states, so that what is seen is seen in spite of it.
  ///   - options: Quality, memory, workers, cache.
  ///   - sight: Of a single station: its lines of sight, from the same antenna with the same k and quality, if
  ///     known. They are not computed again unless the terrain has to be coarsened.
  ///   - progress: Called with the number of stations done, from one thread at a time.
  ///   - isCancelled: Asked before each station.
  /// - Throws: ``TerrainCoverageError``; with case ``TerrainCoverageError/cancelled`` when that was asked for.
  /// - Complexity: proportional to the posts within the range of each station.
  public static func load(
    _ stations: [RadarStation], over terrain: Terrain, targets: [Target], k: Double = EffectiveEarth.standardFactor,
    raised: Length? = nil, options: Options = Options(), sight: FloorSight? = nil,
    progress: (@Sendable (Int) -> Void)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(TerrainCoverageError) -> TerrainCoverage {
    let terrain = raised.map(terrain.raised(by:)) ?? terrain
    precondition(sight == nil || stations.count == 1, "lines of sight are those of one station")
    let memo = TerrainMemo(options.memo, of: terrain)
    var warnings: [CoverageWarning] = []
    var plans: [StationPlan] = []
    for (index, station) in stations.enumerated() {
      plans.append(try StationPlan(station, index, over: terrain, targets: targets, memo: memo, warnings: &warnings))
    }
    let partial = plans.filter { $0.outside.isNotable }
    if !partial.isEmpty {
      let parts = partial.map { plan in
        // Two types on one site have one id.
        let isShared = plans.contains { $0.station.id == plan.station.id && $0.station.type != plan.station.type }
        let type = isShared ? " (\(plan.station.type.id))" : ""
        return "\(max(1, Int((plan.outside.share * 100).rounded()))) % of the range of “\(plan.station.id)”\(type)"
      }
      warnings.append(
        CoverageWarning(
          .outsideTerrain, at: FaultPlace(subject: partial.map(\.station.id).joined(separator: ", ")),
          "what lies outside the terrain counts as not seen: \(parts.joined(separator: ", "))"))
    }
    let windows = plans.flatMap(\.windows)
    let whole = TerrainRegion.Window.holding(windows)
    let needed = reduction(whole, windows, options, isCovered: terrain.hasSurface)
    if needed > 1 { warnings.append(coarsened(needed, options)) }
    let reduction = max(needed, options.leastReduction)
    let (region, areas): (TerrainRegion, CellAreas)
    do throws(TerrainError) {
      warnings += try contradictions(of: terrain, whole, memo)
      (region, areas) = try self.region(of: terrain, whole, reduction: reduction, memo)
    } catch { throw .terrain(error) }
    if let share = region.shareOfUnknownCover {
      warnings.append(
        CoverageWarning(
          .unknownCover,
          "what stands on the ground is unknown at \(max(1, Int((share * 100).rounded()))) % of the posts of known ground: what "
            + "lies there or behind is unknown, and counts as not seen; the height of ground_cover fills it"))
    }

    let first = plans.indices.map { index in plans.firstIndex { $0.station.isLike(plans[index].station) } ?? index }
    let unique = Set(first).sorted()
    let results = FloorResults(unique.count, progress)
    let all = plans
    let inside = max(1, options.workers / max(unique.count, 1))
    Parallel.run(unique.count, workers: options.workers) { number in
      guard !isCancelled() else { return results.set(number, (.failure(.cancelled), nil)) }
      results.set(
        number,
        all[unique[number]].result(over: region, k: k, options, sight: sight, workers: inside))
    }
    var floors: [RadarFloor] = []
    for (index, plan) in plans.enumerated() {
      let number = unique.firstIndex(of: first[index])!
      switch results.values[number]! {
      case .success(let floor): floors.append(floor.renamed(plan.station))
      case .failure(let error): throw error
      }
    }
    if let failure = results.cacheFailure {
      warnings.append(CoverageWarning(.notKept, "floors are not kept for the next run: \(failure)"))
    }
    return TerrainCoverage(
      region: region, areas: areas, floors: floors, k: k, warnings: warnings, outside: plans.map(\.outside),
      cache: options.cache, memo: options.memo)
  }

  /// The least n for which terrain and floors fit into the memory that is allowed.
  private static func reduction(
    _ whole: TerrainRegion.Window, _ windows: [TerrainRegion.Window], _ options: Options, isCovered: Bool
  ) -> Int {
    // For one station these are ``bytesForPost``. A worker holds a copy of its window, and a file of the cache before it is written.
    let largest = windows.map(\.count).max() ?? 0
    // The pictures of a network are 10 bytes a post, twice while they are kept for the next run.
    let posts =
      whole.count * 6 + windows.reduce(0) { $0 + $1.count } + 3 * min(options.workers, windows.count) * largest
    return reduction(of: posts, region: whole.count, limit: options.memoryLimit, isCovered: isCovered)
  }

  /// Bytes for each post of a coverage of one station.
  static let bytesForPost = (6 + 1 + 3) * 4

  /// The least n for which so many posts, some of them the region's, become few enough.
  static func reduction(of posts: Int, region: Int, limit: Int, isCovered: Bool) -> Int {
    var n = 1
    // A coarsened region keeps the lowest posts next to the highest, a covered one the ground next to its surface.
    while n < 10_000, (posts + (n > 1 || isCovered ? region : 0)) / (n * n) * 4 > limit { n += 1 }
    return n
  }

  static func coarsened(_ n: Int, _ options: Options) -> CoverageWarning {
    CoverageWarning(
      .coarsened,
      "the terrain is coarsened to the highest of \(n) × \(n) posts to stay within "
        + "\(options.memoryLimit / 1_000_000) MB of memory: coverage is understated")
  }
}

/// Floors as they come from the workers.
private final class FloorResults: @unchecked Sendable {
  private let lock = NSLock()
  private let progress: (@Sendable (Int) -> Void)?
  private(set) var values: [Result<RadarFloor, TerrainCoverageError>?]
  private(set) var cacheFailure: GeoFileError?
  private var done = 0

  init(_ count: Int, _ progress: (@Sendable (Int) -> Void)?) {
    values = Array(repeating: nil, count: count)
    self.progress = progress
  }

  func set(_ index: Int, _ value: (Result<RadarFloor, TerrainCoverageError>, GeoFileError?)) {
    lock.withLock {
      values[index] = value.0
      if cacheFailure == nil { cacheFailure = value.1 }
      done += 1
      progress?(done)
    }
  }
}
