public import GeoFiles
internal import Geodesy
public import Units

/// The ground's elevation above mean sea level, from one raster or a mosaic of tiles on one common grid.
///
/// No raster is in memory: every reading is of a window. Cells without a value are NaN, which means unknown and never
/// zero. Readings across tiles give each cell as the one file that holds it does, bit for bit.
public struct Terrain: Sendable {
  /// One file of the mosaic.
  public struct Tile: Sendable, Hashable {
    /// The file.
    public let file: RasterFile
    /// The row of the mosaic in which it begins.
    public let firstRow: Int
    /// The column of the mosaic in which it begins.
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

  /// Elevations outside −12,000 m to 9,000 m are no ground of the Earth and count as voids.
  public static let plausible: ClosedRange<Float> = -12_000...9_000
  /// What stands for no value in many files that do not state it. To read a post of a deep-sea trench as unknown is safe; to
  /// read voids as pits would let radars see through what is there.
  static let unstatedVoid: Float = -9999

  /// What it was opened from: the paths as the caller named them.
  public var name: String { paths.joined(separator: ", ") }
  let paths: [String]
  /// Where the cells of the mosaic lie; longitudes run on past ±180° where it crosses the antimeridian.
  public private(set) var frame: GridFrame
  /// The same as the tiles are laid: ``frame`` but for terrain that is turned around the Earth.
  let baseFrame: GridFrame
  /// The column of the mosaic as laid that is the first of ``frame``.
  private(set) var firstColumn = 0
  /// The files, in the order of the paths and by name within a folder. Where they overlap, the first one with a value gives
  /// the height.
  public let tiles: [Tile]
  /// What is stated of the terrain beyond its files.
  public let reading: TerrainReading
  /// What lies where no tile is.
  public var missing: MissingTerrain { reading.missing }
  /// What heights are counted from, and how that is known.
  public let verticalDatum: VerticalDatum
  /// What to look at before trusting the terrain.
  public private(set) var warnings: [String]
  /// Whether the grid has longitudes and latitudes.
  public let isGeographic: Bool
  /// Whether the grid has those of WGS 84, so that no transformation is needed.
  let isWGS84: Bool
  /// Ways between WGS 84 and the grid's system.
  let toGrid: TransformationPool
  let fromGrid: TransformationPool
  /// The sea's surface where it replaces the files' heights; nil where these stand.
  private(set) var surface: SeaSurface?

  /// What heights are counted from.
  public struct VerticalDatum: Sendable, Hashable {
    /// How it is known.
    public enum Basis: String, Sendable, Hashable, CaseIterable {
      /// The file names it.
      case stated
      /// The format's standard names it.
      case format
      /// Nobody says: it is taken to be mean sea level.
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
  ///   - folder: The folder that VRTs in it may not leave, which is that of a scenario; nil: each its own.
  /// - Throws: ``GeoFileError`` that says which file does not fit, why, and how to fix it.
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
  /// - Throws: ``GeoFileError`` that says which file does not fit, why, and how to fix it.
  /// - Complexity: the heads of the files; of those that may hold the floor of the sea, and of up to 67 million posts, all
  ///   heights once.
  public static func open(
    _ paths: [String], reading: TerrainReading, within folder: String? = nil
  ) throws(GeoFileError) -> Terrain {
    try open(paths, reading: reading, within: folder, blockSide: SeaSurface.side)
  }

  /// - Parameter blockSide: Rows and columns of the blocks in which the sea is sought in a larger terrain.
  static func open(
    _ paths: [String], reading: TerrainReading, within folder: String? = nil, blockSide: Int
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
    var warnings: [String] = []
    if !ignored.isEmpty {
      warnings.append(
        "\(ignored.count) other file\(ignored.count == 1 ? "" : "s") left out: "
          + ignored.prefix(5).joined(separator: ", ") + (ignored.count > 5 ? " …" : ""))
    }
    warnings += TerrainChecks.warnings(about: rasters, heights: reading.heights)
    let datum = try TerrainChecks.datum(of: rasters, &warnings, heights: reading.heights)
    let (frame, tiles) = try Mosaic.lay(rasters, heights: reading.heights)
    warnings += Mosaic.repetitions(tiles)
    var terrain = Terrain(
      paths: paths, frame: frame, baseFrame: frame, tiles: tiles, reading: reading, verticalDatum: datum,
      warnings: warnings, isGeographic: first.isGeographic, isWGS84: rasters.allSatisfy(\.isWGS84),
      toGrid: TransformationPool(from: ReferenceSystem.wgs84Text, to: frame.crs),
      fromGrid: TransformationPool(from: frame.crs, to: ReferenceSystem.wgs84Text))
    terrain.warnings += terrain.systemWarnings()
    let rule = SurfaceRule(sea: reading.sea, evidence: SeaEvidence.of(rasters), voids: reading.voids)
    let surface = SeaSurface(rule, frame: frame, side: blockSide)
    if rule.looksBelow || reading.voids == .sea { terrain.surface = surface }
    // A tile that cannot be read is an error of the reading that needs it.
    terrain.warnings += (try? surface.warnings(of: terrain)) ?? []
    return terrain
  }

  /// The same ground, with other columns first: of a grid around the whole Earth, so that a column is in its middle.
  ///
  /// Each column comes once. Other grids stay as they are.
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
