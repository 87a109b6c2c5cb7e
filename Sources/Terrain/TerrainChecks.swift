internal import GeoFiles
internal import Units

/// What a raster must be to serve as terrain.
enum TerrainChecks {
  /// Refuses a raster that fits no mosaic with the first one.
  static func check(
    _ raster: RasterFile, against first: RasterFile, heights: HeightUnit? = nil
  ) throws(GeoFileError) {
    func refuse(_ problem: String, _ remedy: String) -> GeoFileError {
      GeoFileError(.unfitRaster, path: raster.path, problem: problem, remedy: remedy)
    }
    // Without a value of its own for what lies next to the turned raster, that would be ground at 0 m.
    // Heights above a sea level that the file names would become those above the ellipsoid, were they not left alone.
    let warp =
      "gdalwarp -novshift -t_srs EPSG:4326 -r bilinear -ot Float32 -dstnodata -32768 \(raster.path) north-up.tif makes one that is not"
    guard !raster.isRotated else { throw refuse("its grid is rotated", warp) }
    guard raster.frame.stepX > 0, raster.frame.stepY < 0 else {
      throw refuse("its cells have no size", warp)
    }
    // Whole numbers of cells to any place on the Earth.
    let reach = raster.isGeographic ? 720.0 : 1e8
    guard (abs(raster.frame.firstX) + reach) / raster.frame.stepX < 1e12,
      (abs(raster.frame.firstY) + reach) / -raster.frame.stepY < 1e12
    else {
      throw refuse("its cells are \(raster.frame.stepX) × \(-raster.frame.stepY), too small to count", warp)
    }
    guard !raster.frame.crs.isEmpty else {
      throw refuse("states no coordinate system", "gdal_edit.py -a_srs EPSG:code \(raster.path) states it")
    }
    guard raster.isOfTheEarth else {
      throw refuse(
        "its coordinate system is one of a site, or geocentric: it has no longitudes and latitudes",
        "gdal_edit.py -a_srs EPSG:code \(raster.path) states the projection that the grid is in")
    }
    guard !raster.isPicture else {
      throw refuse(
        "is a picture, of colours or several bands, not one band of heights",
        "gdal_translate -b 1 \(raster.path) heights.tif takes one band, if it holds heights")
    }
    guard !raster.cellType.hasPrefix("C") else {
      throw refuse(
        "holds complex numbers (\(raster.cellType)), not heights", "gdal_translate -ot Float32 takes their real part")
    }
    guard let unit = heights?.metres ?? metresPerUnit(raster) else {
      throw refuse(
        "its heights are in “\(raster.unit)”", "metres and feet are read; heights: ft, m or us-ft states what they are")
    }
    if heights == nil, let stated = raster.verticalUnitMetres, !raster.unit.isEmpty, abs(stated - unit) > 1e-5 * stated
    {
      throw refuse(
        "its heights are in “\(raster.unit)”, its vertical system has units of \(stated) m",
        "gdal_edit.py -units m \(raster.path) states what is true")
    }
    guard raster.isGeographic == first.isGeographic,
      raster.frame.crs == first.frame.crs || raster.isWGS84 && first.isWGS84
    else {
      throw refuse(
        "its coordinate system is not that of \(first.path)",
        "gdalwarp -novshift -t_srs brings all tiles to one system")
    }
    let (a, b) = (raster.frame, first.frame)
    let ratio = a.stepX / b.stepX
    let isSpread = raster.isGeographic && (1 / ColumnSpread.widest...ColumnSpread.widest).contains(ratio)
    guard Mosaic.isSame(a.stepY, b.stepY, over: a.rows),
      isSpread || Mosaic.isSame(a.stepX, b.stepX, over: a.columns)
    else {
      throw refuse(
        "its cells are \(a.stepX) × \(-a.stepY), those of \(first.path) \(b.stepX) × \(-b.stepY)",
        "name tiles of one resolution, or bring all to one with gdalbuildvrt -resolution highest terrain.vrt TILES")
    }
  }

  /// Metres per unit of heights: as the band states it, else its vertical system, else 1; nil for a unit that is not
  /// known.
  static func metresPerUnit(_ raster: RasterFile) -> Double? {
    switch raster.unit.lowercased() {
    case "": raster.verticalUnitMetres ?? 1
    case "m", "metre", "metres", "meter", "meters": 1
    case "ft", "foot", "feet", "international foot": Length.metresPerFoot
    case "us-ft", "ftus", "us survey foot", "foot_us": Length.metresPerSurveyFoot
    case "cm": 0.01
    default: nil
    }
  }

  /// The vertical datum of all; heights above the ellipsoid and depths are refused.
  static func datum(
    of rasters: [RasterFile], _ warnings: inout [TerrainWarning], heights: HeightUnit? = nil
  ) throws(GeoFileError) -> Terrain.VerticalDatum {
    var found: [Terrain.VerticalDatum] = []
    for raster in rasters {
      let datum = try datum(of: raster)
      if !found.contains(datum) { found.append(datum) }
    }
    if found.count > 1 {
      let names = found.map(\.name).joined(separator: ", ")
      warnings.append(TerrainWarning(.severalDatums, "the tiles state several vertical datums: \(names)"))
    }
    func metres(_ raster: RasterFile) -> Double? { heights?.metres ?? metresPerUnit(raster) }
    let feet = rasters.filter { metres($0) != 1 }
    if let first = feet.first, let unit = metres(first) {
      warnings.append(
        TerrainWarning(
          .converted, at: FaultPlace(file: first.path),
          "heights of \(first.path)\(feet.count > 1 ? " and \(feet.count - 1) more" : "") are converted to metres: "
            + "their unit is \(unit) m"))
    }
    if found.contains(where: { $0.basis == .assumed }) {
      warnings.append(
        TerrainWarning(
          .assumedDatum, "no vertical datum is stated: heights are taken to be above mean sea level"))
    }
    return found.first { $0.basis == .assumed } ?? found[0]
  }

  /// Signs that rasters do not hold heights, or not heights in metres.
  static func warnings(about rasters: [RasterFile], heights: HeightUnit?) -> [TerrainWarning] {
    var warnings: [TerrainWarning] = []
    func warn(_ code: TerrainWarningCode, of rasters: [RasterFile], _ problem: String) {
      guard let first = rasters.first else { return }
      let names = first.path + (rasters.count > 1 ? " and \(rasters.count - 1) more" : "")
      warnings.append(TerrainWarning(code, at: FaultPlace(file: first.path), "\(names) \(problem)"))
    }
    warn(
      .notHeights, of: rasters.filter { $0.cellType == "Byte" },
      "has only values of 0 to 255, as masks and shaded reliefs have: make sure that these are heights")
    guard let heights else {
      warn(
        .unstatedUnit,
        of: rasters.filter { $0.unit.isEmpty && $0.verticalUnitMetres == nil && hintsAtFeet($0) },
        "states no unit of heights, and its map or its name is in feet: metres are taken, and if they are feet every "
          + "height is 3.3 times too high; state heights: ft, us-ft or m (--heights-unit)")
      return warnings
    }
    let other = rasters.filter {
      let isStated = !$0.unit.isEmpty || $0.verticalUnitMetres != nil
      return isStated && metresPerUnit($0).map { abs($0 - heights.metres) > 1e-5 } ?? isStated
    }
    warn(
      .otherUnit, of: other, "states another unit of heights than \(heights.rawValue), which is taken as given")
    return warnings
  }

  /// Whether the map is in feet, or the name of the file says so.
  private static func hintsAtFeet(_ raster: RasterFile) -> Bool {
    if let unit = raster.mapUnitMetres, abs(unit - Length.metresPerFoot) < 1e-4 { return true }
    let name = raster.path.split(separator: "/").last ?? ""
    let words = name.lowercased().split { !$0.isLetter }
    return words.contains { ["ft", "feet", "foot", "usft", "ftus"].contains($0) }
  }

  private static func datum(of raster: RasterFile) throws(GeoFileError) -> Terrain.VerticalDatum {
    switch raster.verticalDatum {
    case .named(let name): return .init(name: name, basis: .stated)
    case .ellipsoidal:
      throw GeoFileError(
        .unfitRaster, path: raster.path, problem: "its heights are above the ellipsoid, not above mean sea level",
        remedy: "gdalwarp -s_srs EPSG:4979 -t_srs EPSG:4326+5773 \(raster.path) amsl.tif changes them")
    case .depth(let name):
      throw GeoFileError(
        .unfitRaster, path: raster.path, problem: "holds depths (\(name)), not heights",
        remedy: "gdal_calc.py --calc=-A turns them over")
    case .unstated:
      let name = raster.path.split(separator: "/").last.map(String.init) ?? ""
      if raster.driver == "SRTMHGT" { return .init(name: "EGM96 height", basis: .format) }
      if raster.driver == "DTED" { return .init(name: "mean sea level (EGM96)", basis: .format) }
      if name.hasPrefix("Copernicus_DSM_") { return .init(name: "EGM2008 height", basis: .format) }
      return .init(name: "mean sea level", basis: .assumed)
    }
  }
}
