public import Coverage
internal import GeoFiles
public import Geodesy
internal import Radar
public import Terrain
public import Units

/// A question about one antenna over terrain: the lowest altitude that it sees, cell by cell.
public struct FloorQuestion: Sendable {
  /// Where the antenna stands.
  public var position: Position
  /// How high it stands.
  public var antenna: Altitude
  /// The farthest distance along the ground; with ``limits`` a slant range as well.
  public var range: Length
  /// The factor of the effective Earth radius.
  public var k = EffectiveEarth.standardFactor
  /// How closely the floor is computed.
  public var quality = FloorQuality.standard
  /// The radar's own limits; nil for line of sight without any.
  public var limits: BeamLimits?
  /// The radar whose limits and target count; nil for ``limits`` alone.
  public var radar: FloorRadar?
  /// The most memory for terrain and floors, bytes.
  public var memory = 2 << 30
  /// Threads.
  public var workers = 1
  /// Whether the raster is compressed.
  public var isCompressed = false
  /// Whether the raster is a cloud-optimised GeoTIFF.
  public var isCloudOptimized = false

  /// A question.
  public init(position: Position, antenna: Altitude, range: Length) {
    (self.position, self.antenna, self.range) = (position, antenna, range)
  }

  /// The radar as a station.
  func station(antennaHeight: Length) -> RadarStation {
    radar?.station(at: position, range: range, antennaHeight: antennaHeight)
      ?? BeamLimits.station(limits, at: position, range: range, antennaHeight: antennaHeight)
  }

  /// What it looks for.
  var target: Target { radar?.target ?? BeamLimits.target }

  /// Computes the floor and writes it.
  /// - Parameters:
  ///   - path: The GeoTIFF of the floor, metres above mean sea level.
  ///   - keepsSight: Whether ``FloorReport/writeCauses(of:_:to:)`` is called afterwards, which then takes less time.
  ///   - progress: Called with the part that begins, from 1, and how many there are.
  /// - Throws: ``FloorError``, ``GeoFileError`` or ``TerrainError``; the old file is then as it was.
  public func write(
    over terrain: Terrain, to path: String, keepsSight: Bool = false,
    progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws -> FloorReport {
    let isLimited = limits != nil || radar != nil
    let (station, sought) = (station(antennaHeight: .zero), target)
    let radar: ((Length) -> RadarLimits)? =
      isLimited
      ? { RadarLimits(of: station, antennaAltitude: $0, target: sought, k: k) } : nil
    let summary = try FloorRaster.write(
      terrain, antenna: position, height: antenna, range: range, k: k, quality: quality, workers: workers,
      memory: memory, to: path, isCompressed: isCompressed, isCloudOptimized: isCloudOptimized, keepsSight: keepsSight,
      limits: radar, progress: progress)
    let window = try terrain.window(around: position, radius: range)
    let contradictions = try terrain.contradictionWarnings(rows: window.rows, columns: window.columns).map {
      CoverageWarning(.contradiction, from: $0)
    }
    return FloorReport(
      question: self, terrain: terrain, path: path, summary: summary, contradictions: contradictions)
  }
}
