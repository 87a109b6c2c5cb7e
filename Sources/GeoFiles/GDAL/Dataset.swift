internal import CGDAL

/// An open dataset; closed when its owner ends.
struct Dataset: ~Copyable {
  let handle: GDALDatasetH

  init(owning handle: GDALDatasetH) { self.handle = handle }
  deinit { GDALClose(handle) }

  /// The short name of the driver that opened it; empty when GDAL does not say.
  var driverName: String {
    GDALGetDatasetDriver(handle).flatMap { GDALGetDriverShortName($0) }.map { String(cString: $0) } ?? ""
  }

  /// Opens a vector file for reading; nil when no driver that may open it knows it.
  init?(reading source: String, _ opening: VectorCheck.Opening) {
    let handle = withCStrings(opening.drivers) { names in
      withCStrings(opening.options) { options in
        GDALOpenEx(source, UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR), names, options, nil)
      }
    }
    guard let handle else { return nil }
    self.init(owning: handle)
  }
}
