internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Radar
public import Terrain
internal import Units

extension TerrainCoverage {
  /// Computes the floors of some stations over one terrain, which is read once.
  ///
  /// The same input gives the same bits for any number of workers, and with or without a cache. Stations that see the
  /// same have one floor.
  /// - Parameters:
  ///   - stations: The radars.
  ///   - terrain: The terrain.
  ///   - targets: What they will be asked about: no floor reaches farther than the farthest detection among these.
  ///   - k: Effective Earth radius factor.
  ///   - options: Quality, memory, workers, cache.
  ///   - progress: Called with the number of stations done, from one thread at a time.
  /// - Throws: ``TerrainCoverageError``.
  /// - Complexity: proportional to the posts within the range of each station.
  public static func load(
    _ stations: [RadarStation], over terrain: Terrain, targets: [Target], k: Double = 4.0 / 3,
    options: Options = Options(), progress: (@Sendable (Int) -> Void)? = nil
  ) throws(TerrainCoverageError) -> TerrainCoverage {
    var notes: [String] = []
    var plans: [StationPlan] = []
    for (index, station) in stations.enumerated() {
      plans.append(try StationPlan(station, index, over: terrain, targets: targets, notes: &notes))
    }
    let partial = plans.filter { $0.shareOutside > 0.005 }
    if !partial.isEmpty {
      notes.append(
        "what lies outside the terrain counts as not seen: "
          + partial.map { "\(max(1, Int(($0.shareOutside * 100).rounded()))) % of the range of “\($0.station.id)”" }
          .joined(separator: ", "))
    }
    let whole = TerrainRegion.Window.holding(plans.map(\.window))
    let reduction = reduction(whole, plans.map(\.window), options)
    if reduction > 1 {
      notes.append(
        "the terrain is coarsened to the highest of \(reduction) × \(reduction) posts to stay within "
          + "\(options.memoryLimit / 1_000_000) MB of memory: coverage is understated")
    }
    let region: TerrainRegion
    let areas: CellAreas
    do throws(TerrainError) {
      region = try TerrainRegion(terrain, window: whole, reduction: reduction)
      areas = try CellAreas(of: region)
    } catch { throw .terrain(error) }

    let first = plans.indices.map { index in plans.firstIndex { $0.station.isLike(plans[index].station) } ?? index }
    let unique = Set(first).sorted()
    let results = FloorResults(unique.count, progress)
    let all = plans
    let inside = max(1, options.workers / max(unique.count, 1))
    Parallel.run(unique.count, workers: options.workers) { number in
      results.set(number, all[unique[number]].result(over: region, k: k, options, workers: inside))
    }
    var floors: [RadarFloor] = []
    for (index, plan) in plans.enumerated() {
      let number = unique.firstIndex(of: first[index])!
      switch results.values[number]! {
      case .success(let floor): floors.append(floor.renamed(plan.station))
      case .failure(let error): throw error
      }
    }
    if let failure = results.cacheFailure { notes.append("floors are not kept for the next run: \(failure)") }
    return TerrainCoverage(region: region, areas: areas, floors: floors, k: k, notes: notes)
  }

  /// The least n for which terrain and floors fit into the memory that is allowed.
  private static func reduction(
    _ whole: TerrainRegion.Window, _ windows: [TerrainRegion.Window], _ options: Options
  ) -> Int {
    // A worker holds a copy of its window, and a file of the cache before it is written.
    let largest = windows.map(\.count).max() ?? 0
    // The pictures of a network are 9 bytes a post, twice while they are kept for the next run.
    let posts =
      whole.count * 11 / 2 + windows.reduce(0) { $0 + $1.count } + 3 * min(options.workers, windows.count) * largest
    var n = 1
    // A coarsened region keeps the lowest posts beside the highest.
    while n < 10_000, (posts + (n > 1 ? whole.count : 0)) / (n * n) * 4 > options.memoryLimit { n += 1 }
    return n
  }
}

/// What is to be computed for a station.
private struct StationPlan: Sendable {
  let station: RadarStation
  let antennaAltitude: Length?
  let range: Length
  let window: TerrainRegion.Window
  /// How much of the circle of its range lies outside the terrain, 0 to 1.
  let shareOutside: Double

  init(
    _ station: RadarStation, _ index: Int, over terrain: Terrain, targets: [Target], notes: inout [String]
  ) throws(TerrainCoverageError) {
    self.station = station
    let farthest = targets.map { station.slantRange(of: $0) }.max() ?? .zero
    // A little more than the slant range reaches on the ground, so that its edge is the limits' to draw.
    range = farthest * 1.002 + .metres(500)
    do throws(TerrainError) {
      let ground = try terrain.elevation(at: station.position)
      antennaAltitude = ground.map { $0 + station.antennaHeight }
      window =
        farthest > .zero && ground != nil
        ? try TerrainRegion.window(of: terrain, around: station.position, radius: range)
        : TerrainRegion.Window(rows: 0..<0, columns: 0..<0)
      shareOutside =
        window.count > 0 ? try Self.shareOutside(terrain, around: station.position, radius: farthest) : 0
      guard let ground else {
        notes.append("the terrain is unknown at the site of the radar “\(station.id)”: it counts as seeing nothing")
        return
      }
      if let stated = station.groundElevation, (stated - ground).magnitude > .metres(30) {
        notes.append(
          "the site of the radar “\(station.id)” is stated to lie at \(stated.heightText), the terrain has "
            + "\(ground.heightText) there: the terrain is taken")
      }
    } catch { throw .terrain(error) }
  }

  /// How much of a circle lies outside a terrain, from 1200 places that share its area evenly.
  private static func shareOutside(
    _ terrain: Terrain, around centre: Position, radius: Length
  ) throws(TerrainError) -> Double {
    guard terrain.missing == .unknown else { return 0 }
    let places = (0..<1200).map { index in
      // A spiral of the golden angle (Vogel, Mathematical Biosciences 44, 1979).
      let part = ((Double(index) + 0.5) / 1200).squareRoot()
      return Ellipsoid.wgs84.direct(
        from: centre, azimuth: .degrees(Double(index) * 137.50776), distance: radius * part
      ).position
    }
    do { return Double(try terrain.isInside(places).count { !$0 }) / Double(places.count) } catch {
      throw .geodesy(error)
    }
  }

  /// The floor, or why there is none, and what is wrong with the cache.
  func result(
    over region: TerrainRegion, k: Double, _ options: TerrainCoverage.Options, workers: Int
  ) -> (Result<RadarFloor, TerrainCoverageError>, GeoFileError?) {
    do throws(TerrainCoverageError) {
      let local = region.local(window)
      let frame = region.grid.frame.window(rows: local.rows, columns: local.columns)
      let bearings: AntennaBearings
      do { bearings = try AntennaBearings(from: station.position, over: region, local) } catch { throw .terrain(error) }
      let terrain = region.part(local)
      let key = antennaAltitude.map { floorKey(over: terrain, $0, k: k, options.quality) } ?? "unknown"
      func floor(_ cells: [Float]) -> RadarFloor {
        RadarFloor(
          station: station, antennaAltitude: antennaAltitude, grid: Grid(frame: frame, cells: cells), window: local,
          bearings: bearings, k: k, key: key)
      }
      guard let antennaAltitude, local.count > 0 else {
        return (.success(floor([Float](repeating: .nan, count: local.count))), nil)
      }
      if let cells = options.cache?.cells(of: key, count: local.count) { return (.success(floor(cells)), nil) }
      let cells = try compute(terrain, antennaAltitude, k: k, options.quality, workers)
      do { try options.cache?.keep(cells, of: key) } catch { return (.success(floor(cells)), error) }
      return (.success(floor(cells)), nil)
    } catch { return (.failure(error), nil) }
  }

  private func compute(
    _ terrain: Grid<Float>, _ antennaAltitude: Length, k: Double, _ quality: FloorQuality, _ workers: Int
  ) throws(TerrainCoverageError) -> [Float] {
    do {
      return try LineOfSightFloor.compute(
        terrain: terrain,
        antenna: .position(
          latitudeDegrees: station.position.latitudeDegrees, longitudeDegrees: station.position.longitudeDegrees),
        antennaAltitude: antennaAltitude, range: range, k: k, quality: quality,
        wanted: (0..<terrain.frame.rows, 0..<terrain.frame.columns), workers: workers
      ).grid.cells
    } catch { throw .floor(station: station.id, error) }
  }

  /// Everything that the floor depends on; of the terrain what is in it, wherever it was read.
  private func floorKey(
    over terrain: Grid<Float>, _ antennaAltitude: Length, k: Double, _ quality: FloorQuality
  ) -> String {
    [
      "floor \(FloorCache.version)", "terrain \(ContentHash.text(of: terrain.cells)) \(terrain.frame)",
      "at \(station.position.latitudeDegrees) \(station.position.longitudeDegrees)",
      "antenna \(antennaAltitude.metres)", "range \(range.metres)", "k \(k)", quality.rawValue,
    ].joined(separator: "\n")
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
