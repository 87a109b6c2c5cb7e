public import GeoFiles

/// What lies where no tile is.
public enum MissingTerrain: String, Sendable, Hashable, CaseIterable {
  /// Nobody knows.
  case unknown
  /// The sea at 0 m: archives hold no tiles of the ocean.
  case sea
}

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
    public var columns: Range<Int> { firstColumn..<firstColumn + file.frame.columns }
    /// Metres per unit of its values.
    let metresPerUnit: Double
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
  public let frame: GridFrame
  /// The files, in the order of the paths and by name within a folder. Where they overlap, the first one with a value gives
  /// the height.
  public let tiles: [Tile]
  /// What lies where no tile is.
  public let missing: MissingTerrain
  /// What heights are counted from, and how that is known.
  public let verticalDatum: VerticalDatum
  /// What to look at before trusting the terrain.
  public let warnings: [String]
  /// Whether the grid has longitudes and latitudes.
  public let isGeographic: Bool
  /// Whether the grid has those of WGS 84, so that no transformation is needed.
  let isWGS84: Bool

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
  /// - Throws: ``GeoFileError`` that says which file does not fit, why, and how to mend it.
  public static func open(
    _ paths: [String], missing: MissingTerrain = .unknown
  ) throws(GeoFileError) -> Terrain {
    let listed = try TerrainFiles.list(paths)
    var rasters: [RasterFile] = []
    for path in listed.files { rasters.append(try RasterFile(path: path)) }
    guard let first = rasters.first else {
      throw GeoFileError(
        .missing, path: paths.joined(separator: ", "), problem: "holds no terrain",
        remedy: "terrain comes as .tif, .hgt, .hgt.zip, .dt0 to .dt2 or .vrt")
    }
    for raster in rasters { try TerrainChecks.check(raster, against: first) }
    var ignored: [String] = []
    for path in listed.nested {
      do throws(GeoFileError) { rasters.append(try NestedTile.open(path, beside: rasters)) } catch {
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
    warnings += TerrainChecks.doubts(about: rasters)
    let datum = try TerrainChecks.datum(of: rasters, &warnings)
    let (frame, tiles) = try Mosaic.lay(rasters)
    warnings += Mosaic.repetitions(tiles)
    return Terrain(
      paths: paths, frame: frame, tiles: tiles, missing: missing, verticalDatum: datum,
      warnings: warnings,
      isGeographic: first.isGeographic, isWGS84: rasters.allSatisfy(\.isWGS84))
  }
}
