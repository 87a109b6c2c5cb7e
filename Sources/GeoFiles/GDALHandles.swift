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

  /// Opens a vector file for reading; nil when no driver among `drivers` knows it.
  init?(reading source: String, drivers: [String]) {
    let handle = withCStrings(drivers) { names in
      GDALOpenEx(source, UInt32(GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR), names, nil, nil)
    }
    guard let handle else { return nil }
    self.init(owning: handle)
  }
}

/// One feature of a layer; destroyed when its owner ends.
struct FeatureHandle: ~Copyable {
  let handle: OGRFeatureH

  init(owning handle: OGRFeatureH) { self.handle = handle }
  deinit { OGR_F_Destroy(handle) }
}

/// A geometry that nobody else owns; destroyed when its owner ends.
struct GeometryHandle: ~Copyable {
  let handle: OGRGeometryH

  init(owning handle: OGRGeometryH) { self.handle = handle }
  deinit { OGR_G_DestroyGeometry(handle) }

  /// Hands the geometry to a C function that becomes its owner.
  consuming func release() -> OGRGeometryH {
    let handle = handle
    discard self
    return handle
  }
}

/// A coordinate system; released when its owner ends. Axes are always east, north, whatever the authority says.
struct SpatialReference: ~Copyable {
  let handle: OGRSpatialReferenceH

  deinit { OSRRelease(handle) }

  private init(owning handle: OGRSpatialReferenceH) {
    self.handle = handle
    OSRSetAxisMappingStrategy(handle, OAMS_TRADITIONAL_GIS_ORDER)
  }

  /// A copy of a coordinate system that a layer owns.
  init?(copying other: OGRSpatialReferenceH?) {
    guard let other, let handle = OSRClone(other) else { return nil }
    self.init(owning: handle)
  }

  /// A coordinate system from any text that PROJ understands (`EPSG:24878`, WKT, a PROJ string).
  init?(_ definition: String) {
    guard let handle = OSRNewSpatialReference(nil) else { return nil }
    let reference = SpatialReference(owning: handle)
    // The text comes from users: it shall not make GDAL fetch a page or read a file.
    guard !definition.contains("://"), !definition.contains("/vsi"),
      OSRSetFromUserInput(reference.handle, definition) == OGRERR_NONE
    else { return nil }
    self = reference
  }
}

/// Runs `body` with a NULL-terminated list of C strings.
func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
  let copies = strings.map { CPLStrdup($0) }
  defer { for copy in copies { VSIFree(copy) } }
  let pointers = copies.map { UnsafePointer<CChar>($0) } + [nil]
  return pointers.withUnsafeBufferPointer { body($0.baseAddress!) }
}
