internal import CGDAL

/// What the metadata of a band of GRIB says.
enum GRIBBand {
  /// Quantity, pressure (Pa), time (s since 1970) and unit; nil for another quantity or surface.
  static func read(_ band: GDALRasterBandH) -> (LevelBand.Quantity, Double, Double?, String)? {
    func item(_ name: String) -> String {
      GDALGetMetadataItem(band, name, nil).map { String(cString: $0) } ?? ""
    }
    // `50000-ISBL`: pascals on an isobaric surface.
    let level = item("GRIB_SHORT_NAME").split(separator: "-")
    guard let quantity = LevelBand.Quantity([item("GRIB_ELEMENT")]), level.count == 2,
      level[1] == "ISBL",
      let pressure = Double(level[0]), pressure > 0
    else { return nil }
    // Seconds since 1970, with a unit behind them in older releases.
    let time = item("GRIB_VALID_TIME").split(separator: " ").first.flatMap { Double($0) }
    return (quantity, pressure, time, item("GRIB_UNIT"))
  }
}
