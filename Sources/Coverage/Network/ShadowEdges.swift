internal import GeoFiles
internal import Geodesy
internal import Radar
internal import Synchronization
internal import Terrain
internal import Units

/// The soft edges that diffraction gives to the shadows around one antenna, made when they are first asked for and kept.
///
/// Also what else follows from the losses of looks around it: the limits of a target, and the ground on the way to it.
final class ShadowEdges: Sendable {
  private let region: TerrainRegion
  private let window: TerrainRegion.Window
  private let position: Position
  /// The antenna as it sees the terrain; nil where it is unknown.
  private let antenna: Length?
  private let ground: Length?
  private let k: Double
  private let range: Length
  private let quality: FloorQuality
  private let workers: Int

  /// What was made so far; another value for the same antenna over a wider region goes on with it.
  final class Memory: Sendable {
    fileprivate struct Made {
      var limits: [RadarStation: [Target: RadarLimits]] = [:]
      var cells: [ShadowKey: [Float]] = [:]
      var ground: ShadowGround?
      var air: [LookWave: RayLoss?] = [:]
    }
    fileprivate let made = Mutex(Made())
    fileprivate let making = Mutex(())
  }
  private let memory: Memory

  /// - Parameters:
  ///   - window: The part of the region around the antenna, in rows and columns of its grid.
  ///   - antenna: Its altitude over the terrain as it is; nil where it is unknown.
  ///   - ground: The ground under it.
  ///   - range: How far floors reach along the ground.
  ///   - memory: What was made for the same antenna before, over the same posts.
  init(
    region: TerrainRegion, window: TerrainRegion.Window, from position: Position, antenna: Length?, ground: Length?,
    k: Double, range: Length, quality: FloorQuality, workers: Int, memory: Memory = Memory()
  ) {
    self.memory = memory
    self.region = region
    self.window = window
    self.position = position
    self.antenna = antenna
    self.ground = ground
    self.k = k
    self.range = range
    self.quality = quality
    self.workers = workers
  }

  /// The limits of a station for a target, made once where looks make that dear.
  func limits(of station: RadarStation, _ target: Target, _ make: () -> RadarLimits) -> RadarLimits {
    guard station.type.looks != nil else { return make() }
    if let limits = memory.made.withLock({ $0.limits[station]?[target] }) { return limits }
    let limits = make()
    memory.made.withLock { $0.limits[station, default: [:]][target] = limits }
    return limits
  }

  /// What gases and rain take on the rays of the antenna; nil where neither counts.
  func air(_ wave: LookWave) -> RayLoss? {
    if let air = memory.made.withLock({ $0.air[wave] }) { return air }
    let earth = EffectiveEarth(
      k: k * EarthCurvature(at: position).mean / EffectiveEarth.meanRadius.metres)
    let air = antenna.flatMap { wave.air(from: $0, over: earth) }
    memory.made.withLock { $0.air[wave] = .some(air) }
    return air
  }

  /// The ground around the antenna; nil where none is known.
  func terrain() -> ShadowGround? {
    if let ground = memory.made.withLock({ $0.ground }) { return ground }
    guard let antenna else { return nil }
    // Where the grid cannot be followed no floor was made.
    let surface = try? region.part(window, under: position, ground: ground)
    guard let surface,
      let ground = try? ShadowGround(
        surface: surface, bare: region.terrain.hasSurface ? region.bare(window) : nil, from: position,
        antennaMetres: antenna.metres, k: k)
    else { return nil }
    memory.made.withLock { $0.ground = ground }
    return ground
  }

  /// The lowest altitudes by terrain and diffraction.
  /// - Parameter sight: Those of the line of sight, of the posts of `window`.
  func cells(
    _ limits: RadarLimits, of sight: [Float], _ bearings: AntennaBearings, _ window: TerrainRegion.Window
  ) -> [Float] {
    guard let key = limits.shadow, let reach = limits.reach else { return sight }
    // One thread makes them, and those that ask meanwhile wait for them.
    return memory.making.withLock { _ in
      if let cells = memory.made.withLock({ $0.cells[key] }) { return cells }
      guard let terrain = terrain() else { return sight }
      let rays = ShadowRays(
        terrain, key.wave, reach, range: min(range.metres, limits.slantRange.metres * 1.002 + 500), quality: quality,
        workers: workers)
      let cells = rays.floors(of: sight, over: terrain.surface, bearings, window, workers: workers)
      memory.made.withLock { $0.cells[key] = cells }
      return cells
    }
  }
  /// What diffraction takes on the ways to targets at a height; nil where the ground around the antenna is unknown.
  /// - Parameter limit: The most points of its rays.
  func losses(_ wave: LookWave, height: Altitude, to farthest: Length, limit: Double) -> ShadowLosses? {
    terrain().map {
      ShadowLosses(
        $0, wave, height: height, range: min(range.metres, farthest.metres * 1.002 + 500), quality: quality,
        limit: limit,
        workers: workers)
    }
  }
}
