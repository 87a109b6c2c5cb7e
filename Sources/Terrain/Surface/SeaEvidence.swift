internal import GeoFiles

/// What files say of the sea: whether their heights below sea level are its floor.
enum SeaEvidence: Sendable {
  /// A product of land and sea, by its name or its metadata.
  case seaFloor
  /// A product of land only, whose sea is at 0 m or void: what lies below sea level is land.
  case land
  /// Nobody says: only the heights themselves may.
  case none

  /// Names of products with the floor of the sea, lower case.
  /// - Source: the documents of GEBCO, NOAA's ETOPO and coastal relief models, Scripps' SRTM15+ and SRTM30_PLUS, GMRT,
  ///   EMODnet Bathymetry, IBCAO, IBCSO and BedMachine.
  private static let seaFloorNames = [
    "gebco", "etopo", "srtm15", "srtm30_plus", "srtm30plus", "srtm30-plus", "gmrt", "emodnet", "ibcao", "ibcso",
    "bedmachine",
    "topobathy", "bathymetr", "bathy", "crm_vol", "sea floor", "seafloor", "seabed",
  ]
  /// Beginnings of the names of files of land only, lower case.
  private static let landNames = ["copernicus_dsm_", "srtm_", "astgtm", "nasadem", "alpsmlc", "fabdem", "merit_"]

  /// What one file says.
  init(of raster: RasterFile) {
    let name = (raster.path.split(separator: "/").last.map(String.init) ?? raster.path).lowercased()
    let text = raster.remarks.lowercased()
    if Self.seaFloorNames.contains(where: { name.contains($0) || text.contains($0) }) {
      self = .seaFloor
    } else if ["SRTMHGT", "DTED"].contains(raster.driver) || Self.landNames.contains(where: name.hasPrefix) {
      self = .land
    } else {
      self = .none
    }
  }

  /// What all files say: land only when each is, the floor of the sea when one has it.
  static func of(_ rasters: [RasterFile]) -> SeaEvidence {
    let each = rasters.map(SeaEvidence.init)
    if each.contains(.seaFloor) { return .seaFloor }
    return each.allSatisfy { $0 == .land } ? .land : .none
  }
}
