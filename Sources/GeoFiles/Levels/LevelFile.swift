internal import CGDAL
public import Geodesy

/// A file of pressure levels of a weather model: GRIB or netCDF, on a grid of longitudes and latitudes.
///
/// Of GRIB the elements UGRD, VGRD, TMP, RH, HGT and GP on isobaric surfaces are read; of netCDF variables with the standard
/// names of the CF conventions, or the usual names u, v, t, r, z, over dimensions of pressure and time.
public enum LevelFile {
  /// Drivers of such files.
  static let drivers = ["GRIB", "netCDF"]
  /// Bands that a file may have.
  private static let limit = 50_000

  /// The values of all levels and times at a place, bilinear between the cells around it.
  ///
  /// Bands of other quantities and other surfaces are passed over.
  /// - Throws: ``GeoFileError``: `missing`, `unreadable`; `notRaster` for what is neither GRIB nor netCDF; `unfitRaster` for a grid
  ///   that is not of longitudes and latitudes, that does not hold the place, or without such levels.
  public static func values(of path: String, at position: Position) throws(GeoFileError)
    -> [LevelBand]
  {
    try GDALLibrary.use { (messages) throws(GeoFileError) -> [LevelBand] in
      let source = try RasterSource.resolve(path)
      guard let driver = driver(of: source) else {
        throw GeoFileError(
          .notRaster, path: path, problem: "is neither GRIB nor netCDF",
          remedy: "name a file of pressure levels as a weather service gives it, unpacked")
      }
      guard let dataset = Dataset(readingRaster: source, drivers: [driver]) else {
        throw GeoFileError(
          .corrupt, path: path,
          problem: "cannot be read (\(messages.failure(otherwise: "GDAL gives no reason")))",
          remedy: "fetch it again")
      }
      var (bands, isPlaced, isOutside) = ([LevelBand](), false, false)
      func take(
        _ dataset: borrowing Dataset,
        _ read: (GDALRasterBandH) -> (LevelBand.Quantity, Double, Double?, String)?
      ) {
        let place = LevelPlace(position, in: dataset.handle)
        let count = min(Int(GDALGetRasterCount(dataset.handle)), limit)
        guard count > 0 else { return }
        for number in 1...count {
          guard let band = GDALGetRasterBand(dataset.handle, Int32(number)),
            let (quantity, pressure, time, unit) = read(band)
          else { continue }
          guard let place else {
            isOutside = true
            return
          }
          isPlaced = true
          guard let number = place.value(of: band), let value = quantity.value(number, in: unit)
          else { continue }
          bands.append(
            LevelBand(quantity: quantity, pressurePascals: pressure, time: time, value: value))
        }
      }
      if driver == "GRIB" {
        take(dataset, GRIBBand.read)
      } else {
        let variables = NetCDFVariable.subdatasets(of: dataset.handle)
        if variables.isEmpty {
          let variable = NetCDFVariable(dataset.handle)
          take(dataset, variable.read)
        }
        for variable in variables.prefix(200) {
          let name = "NETCDF:\"\(source)\":\(variable)"
          guard let part = Dataset(readingRaster: name, drivers: [driver]) else { continue }
          let reader = NetCDFVariable(part.handle)
          take(part, reader.read)
        }
      }
      if bands.isEmpty {
        throw GeoFileError(
          .unfitRaster, path: path,
          problem: isOutside && !isPlaced
            ? "has no grid of longitudes and latitudes that holds \(position.decimal(decimals: 3))"
            : "holds no wind or temperature of pressure levels there",
          remedy: isOutside && !isPlaced
            ? "name a file of the region; gdalwarp -t_srs EPSG:4326 gives another grid longitudes and latitudes"
            : "ask the service for u, v and temperature on pressure levels")
      }
      return bands
    }
  }

  /// The driver of a file by its first bytes; nil for another file.
  private static func driver(of source: String) -> String? {
    guard case .refused(let claim)? = RasterSignature(of: source) else { return nil }
    return claim == "GRIB" ? "GRIB" : claim.hasSuffix("netCDF") ? "netCDF" : nil
  }
}
