public import GeoFiles
internal import Geodesy
public import Units

/// The ground's elevation above mean sea level, from one raster or a mosaic of tiles on one common grid.
///
/// No raster is kept in memory: each read covers a window. Cells without a value are NaN, which means unknown and never
/// zero. A read across tiles gives the same bits as reading each tile on its own. Elevations are those of the ground as
/// the files have it; ``surface(rows:columns:from:)`` adds what stands on it.
public struct Terrain: Sendable {
  /// One file of the mosaic.
  public struct Tile: Sendable, Hashable {
    /// The file.
    public let file: RasterFile
    /// Its first row in the mosaic.
    public let firstRow: Int
    /// Its first column in the mosaic.
    public let firstColumn: Int
    /// The rows of the mosaic that it covers.
    public var rows: Range<Int> { firstRow..<firstRow + file.frame.rows }
    /// The columns of the mosaic that it covers.
    public var columns: Range<Int> { firstColumn..<firstColumn + (spread?.columns ?? file.frame.columns) }
    /// Metres per unit of its values.
    let metresPerUnit: Double
    /// How its wider columns are spread over those of the mosaic; nil where they are the same.
    var spread: ColumnSpread?
  }

  /// Elevations outside −12,000 m to 9,000 m do not exist on the Earth and count as voids.
  public static let plausible: ClosedRange<Float> = -12_000...9_000
  /// What stands for no value in many files that do not state it. To read a post of a deep-sea trench as unknown is safe; to
  /// read voids as pits would let radars see through what is there.
  static let unstatedVoid: Float = -9999

  /// The paths that it was opened from, as the caller wrote them.
  public var name: String { paths.joined(separator: ", ") }
  let paths: [String]
  /// Where the cells of the mosaic lie; longitudes exceed ±180° where it crosses the antimeridian.
  public private(set) var frame: GridFrame
  /// The same as the tiles are laid: ``frame`` but for terrain that is turned around the Earth.
  let baseFrame: GridFrame
  /// The column of the mosaic as laid that is the first of ``frame``.
  private(set) var firstColumn = 0
  /// The files, in the order of the paths and by name within a folder. Where they overlap, the first with a value gives
  /// the height.
  public let tiles: [Tile]
  /// What is stated of the terrain beyond its files.
  public let reading: TerrainReading
  /// What is assumed where there is no tile.
  public var missing: MissingTerrain { reading.missing }
  /// The vertical datum of heights, and how it is known.
  public let verticalDatum: VerticalDatum
  /// Whether heights are of the bare ground or of a surface.
  public private(set) var model = TerrainModel(
    kind: .unknown, product: nil, isStated: false, accuracy: .metres(TerrainProduct.usualAccuracy))
  /// Warnings about the terrain.
  public private(set) var warnings: [TerrainWarning]
  /// Whether the grid is in longitude and latitude.
  public let isGeographic: Bool
  /// Whether the grid has those of WGS 84, so that no transformation is needed.
  let isWGS84: Bool
  /// Ways between WGS 84 and the grid's system.
  let toGrid: TransformationPool
  let fromGrid: TransformationPool
  /// The sea's surface where it replaces the files' heights; nil where these stand.
  private(set) var surface: SeaSurface?
  /// What stands on the ground; nil for nothing.
  var coverLayer: CoverLayer?
  /// How much higher than the files say what hides is taken to stand; nil for the error that is stated (``reading``).
  var otherRaise: Length?

  /// The vertical datum of heights.
  public struct VerticalDatum: Sendable, Hashable {
    /// How it is known.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
      /// The file names it.
      case stated
      /// The standard of the format names it.
      case format
      /// Unstated: mean sea level is assumed.
      case assumed
    }
    /// Its name.
    public let name: String
    /// How it is known.
    public let basis: Basis
  }

  /// Opens a file, a folder of tiles, or several of either.
  /// - Parameters:
  ///   - paths: What GDAL reads: GeoTIFF, SRTM `.hgt` (also zipped or gzipped), DTED, VRT. Other files of a folder are left out. The
  ///     folders in a folder are looked through as well: where it has rasters of its own, theirs are taken that lie on
  ///     the same grid and on other ground, after all others.
  ///   - missing: What lies where no tile is.
  ///   - folder: Folder that VRTs within it must not leave, such as that of a scenario; nil for each VRT's own.
  /// - Throws: ``GeoFileError`` that names the file that does not fit, the reason, and the remedy.
  public static func open(
    _ paths: [String], missing: MissingTerrain = .unknown, within folder: String? = nil
  ) throws(GeoFileError) -> Terrain {
    try open(paths, reading: TerrainReading(missing: missing), within: folder)
  }

  /// Opens a file, a folder of tiles, or several of either; see ``open(_:missing:within:)``.
  /// - Parameters:
  ///   - paths: Files and folders.
  ///   - reading: What is stated beyond the files.
  ///   - folder: As in ``open(_:missing:within:)``.
  ///   - cache: Where the cells of packed files are kept; nil: they are unpacked for each reading.
  /// - Throws: ``GeoFileError`` that names the file that does not fit, the reason, and the remedy.
  /// - Complexity: reads the headers of the files; for those that may hold the sea floor, up to 67 million posts, all
  ///   heights once.
  public static func open(
    _ paths: [String], reading: TerrainReading, within folder: String? = nil, cache: TerrainCache? = nil
  ) throws(GeoFileError) -> Terrain {
    try open(paths, reading: reading, within: folder, cache: cache, blockSide: SeaSurface.side)
  }

  /// - Parameter blockSide: Rows and columns of the blocks in which the sea is sought in a larger terrain.
  static func open(
    _ paths: [String], reading: TerrainReading, within folder: String? = nil, cache: TerrainCache? = nil,
    blockSide: Int
  ) throws(GeoFileError) -> Terrain {
    let listed = try TerrainFiles.list(paths)
    var rasters: [RasterFile] = []
    for path in listed.files { rasters.append(try RasterFile(path: path, within: folder)) }
    guard let first = rasters.first else {
      throw GeoFileError(
        .missing, path: paths.joined(separator: ", "), problem: "holds no terrain",
        remedy: "terrain comes as .tif, .hgt, .hgt.zip, .dt0 to .dt2 or .vrt")
    }
    for raster in rasters { try TerrainChecks.check(raster, against: first, heights: reading.heights) }
    var ignored: [String] = []
    for path in listed.nested {
      do throws(GeoFileError) { rasters.append(try NestedTile.open(path, beside: rasters, within: folder)) } catch {
        ignored.append("\(path) (\(error.problem))")
      }
    }
    ignored += listed.ignored
    var warnings: [TerrainWarning] = []
    if !ignored.isEmpty {
      warnings.append(
        TerrainWarning(
          .otherFiles,
          "\(ignored.count) other file\(ignored.count == 1 ? "" : "s") left out: "
            + ignored.prefix(5).joined(separator: ", ") + (ignored.count > 5 ? " …" : "")))
    }
    warnings += TerrainChecks.warnings(about: rasters, heights: reading.heights)
    for index in rasters.indices { rasters[index].cache = cache }
    let datum = try TerrainChecks.datum(of: rasters, &warnings, heights: reading.heights)
    let (frame, tiles) = try Mosaic.lay(rasters, heights: reading.heights)
    warnings += Mosaic.repetitions(tiles)
    var terrain = Terrain(
      paths: paths, frame: frame, baseFrame: frame, tiles: tiles, reading: reading, verticalDatum: datum,
      warnings: warnings, isGeographic: first.isGeographic, isWGS84: rasters.allSatisfy(\.isWGS84),
      toGrid: TransformationPool(from: ReferenceSystem.wgs84Text, to: frame.crs),
      fromGrid: TransformationPool(from: frame.crs, to: ReferenceSystem.wgs84Text))
    terrain.model = TerrainProduct.model(of: rasters, stated: reading.model)
    terrain.warnings += terrain.systemWarnings()
    let rule = SurfaceRule(sea: reading.sea, evidence: SeaEvidence.of(rasters), voids: reading.voids)
    let surface = SeaSurface(rule, frame: frame, side: blockSide)
    if rule.looksBelow || reading.voids == .sea { terrain.surface = surface }
    // A tile that cannot be read is an error of the reading that needs it.
    terrain.warnings += (try? surface.warnings(of: terrain)) ?? []
    return terrain
  }

  /// The same ground on a grid rotated around the Earth so that a column is in its middle.
  ///
  /// Only a grid around the whole Earth can be rotated; any other is returned unchanged.
  /// - Parameter column: A column of ``frame``.
  public func turned(aroundColumn column: Double) -> Terrain {
    guard isAroundTheEarth, let circle = columnsAroundTheEarth, column.magnitude < 1e9 else { return self }
    var turned = self
    let shift = Int(column.rounded()) - circle / 2
    turned.firstColumn += shift
    turned.frame.columns = circle
    turned.frame.firstX += Double(shift) * frame.stepX
    // As maps have them: from −180° or from a longitude behind it.
    if turned.frame.firstX < -180 - frame.stepX { turned.frame.firstX += 360 }
    return turned
  }
}
