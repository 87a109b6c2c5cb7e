internal import Foundation
internal import GeoFiles
public import Geodesy
public import Radar
public import Terrain
public import Units

/// The floor of one antenna as a raster on the grid of its terrain.
public enum FloorRaster {
  /// The value of posts without a floor.
  public static let noData = -9999.0
  /// Heights above ground for which shares are counted, metres.
  public static let heights: [Double] = [0, 50, 100, 150, 300, 500, 1000, 3000]

  /// What was written.
  public struct Summary: Sendable {
    /// Altitude of the antenna above mean sea level.
    public var antennaAltitude: Length
    /// The ground below it; nil where it is unknown.
    public var ground: Length?
    /// Posts within the range that lie in the terrain.
    public var posts = 0
    /// Posts whose floor is unknown.
    public var unknown = 0
    /// Posts at which the radar's own limits allow no altitude.
    public var blind = 0
    /// Posts over which a target is seen at each of the heights above ground in ``FloorRaster/heights``.
    public var seen = [Int](repeating: 0, count: FloorRaster.heights.count)
    /// Number of parts in which it was computed.
    public var parts = 1
    /// Peak memory for terrain and floors, bytes.
    public var bytes = 0
    /// The lines of sight; nil unless they were to be kept and fit into memory.
    public var sight: FloorSight?
  }

  /// Computes a floor and writes it.
  ///
  /// The file is a tiled GeoTIFF of Float32 on the terrain's own grid: metres above mean sea level, ``noData`` beyond the
  /// range, where the floor is unknown, and where limits of the radar leave no altitude. It is not synced to disk,
  /// because computing it again takes less time.
  /// - Parameters:
  ///   - terrain: The ground.
  ///   - antenna: Where the antenna stands.
  ///   - height: Height of the antenna.
  ///   - range: Farthest distance along the ground.
  ///   - k: Effective Earth radius factor.
  ///   - quality: How closely the floor follows the exact model.
  ///   - workers: How many threads work at a time, on as many parts where the memory allows it.
  ///   - memory: Most memory for terrain and floors, bytes. A floor that needs more is computed in up to four parts; so
  ///     is any large one, because that costs no time and overlaps reading and writing with computing.
  ///   - path: The file.
  ///   - isCompressed: Whether the file is compressed, which takes ten times as long as the floor.
  ///   - isCloudOptimized: Whether it is a COG with overviews, which is always compressed.
  ///   - keepsSight: Whether the lines of sight are kept in the summary, for ``TerrainCoverage``.
  ///   - limits: The radar's own limits, for the altitude of its antenna; nil for none: line of sight only.
  ///   - progress: Called with the part that begins, from 1, and how many there are; by one thread at a time.
  /// - Throws: ``FloorError``; the old file is then unchanged.
  public static func write(
    _ terrain: Terrain, antenna: Position, height: Altitude, range: Length, k: Double = EffectiveEarth.standardFactor,
    quality: FloorQuality = .standard, workers: Int = 1, memory: Int = 2 << 30, to path: String,
    isCompressed: Bool = false, isCloudOptimized: Bool = false, keepsSight: Bool = false,
    limits: ((_ antennaAltitude: Length) -> RadarLimits)? = nil, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(FloorError) -> Summary {
    guard !terrain.isRead(from: path) else {
      throw FloorError(
        .file, at: FaultPlace(file: path),
        "is the terrain itself, or in its folder, where the floor would be ground; name another file")
    }
    let terrain = try turned(terrain, around: antenna, range: range)
    let (altitude, ground) = try height.ofAntenna(at: antenna, over: terrain)
    var summary = Summary(antennaAltitude: altitude, ground: ground)
    let limits = limits?(altitude)
    let frame = terrain.frame
    let track = try GroundTrack.from(
      .position(latitudeDegrees: antenna.latitudeDegrees, longitudeDegrees: antenna.longitudeDegrees), over: frame)
    let within = LineOfSightFloor.posts(within: range.metres, of: track, frame)
    let pieces = FloorPiece.split(
      rows: within.rows, columns: within.columns, antenna: (track.column, track.row), limit: memory)
    // The surface of what stands on the ground is in memory next to the ground.
    let large = pieces.map { $0.bytes + (terrain.hasSurface ? 4 * $0.posts : 0) }.max() ?? 0
    if large > memory {
      throw FloorError(
        .tooLarge,
        "a range of \(Int(clamping: range.kilometres)) km needs \(large >> 20) MB of memory on this terrain, \(memory >> 20) MB are allowed",
        remedy:
          "allow more, or take a coarser terrain, as made by gdalwarp -r max -tr \(frame.stepX * 2) \(abs(frame.stepY) * 2)"
      )
    }
    let lanes = max(1, min(workers, pieces.count, memory / max(large, 1)))
    summary.parts = pieces.count
    summary.bytes = lanes * large
    // A coverage of one station takes so much for each post; in less memory its terrain is coarsened.
    if keepsSight, within.rows.count * within.columns.count * TerrainCoverage.bytesForPost <= memory {
      summary.sight = FloorSight(rows: within.rows, columns: within.columns, range: range)
    }
    let parts = FloorParts(
      terrain: terrain, antenna: antenna, altitude: altitude, range: range, k: k, quality: quality,
      workers: max(1, workers / lanes), limits: limits)
    var failure: FloorError?
    do throws(GeoFileError) {
      try RasterWriter.write(
        to: path, frame: frame, of: Float.self,
        options: .init(
          isCompressed: isCompressed || isCloudOptimized, isCloudOptimized: isCloudOptimized,
          isForced: false, noData: noData, unit: "m",
          description: "lowest altitude \(limits == nil ? "in line of sight" : "seen"), metres above mean sea level")
      ) { (sink) throws(GeoFileError) in
        do throws(FloorError) {
          try parts.write(pieces, lanes: lanes, &summary, sink, progress: progress)
        } catch {
          failure = error
          throw GeoFileError(.unwritable, path: path, problem: error.description, remedy: "")
        }
      }
    } catch {
      // A full disk is known by the file, not by the part that met it.
      throw error.bytesOnFullDisk == nil
        ? failure ?? FloorError(.file, because: error)
        : FloorError(
          .file, at: FaultPlace(file: path), "cannot be written; \(error.remedy ?? "")", underlying: error)
    }
    return summary
  }

  /// A grid around the whole Earth with its edge away from a circle that reaches over it; any other as it is.
  private static func turned(
    _ terrain: Terrain, around antenna: Position, range: Length
  ) throws(FloorError) -> Terrain {
    guard terrain.isAroundTheEarth else { return terrain }
    let track = try GroundTrack.from(
      .position(latitudeDegrees: antenna.latitudeDegrees, longitudeDegrees: antenna.longitudeDegrees),
      over: terrain.frame)
    let places = [Double.pi / 2, -.pi / 2].map { track.post(azimuth: $0, distance: range.metres).column }
    let isWithin = places.allSatisfy { $0 >= 0.5 && $0 <= Double(terrain.frame.columns) - 1.5 }
    return isWithin ? terrain : terrain.turned(aroundColumn: track.column)
  }
}
