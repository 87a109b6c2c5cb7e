// Foundation and CGDAL both bring the C library; which of them owns `access` depends on the build.
internal import CGDAL
internal import Foundation
internal import Geodesy

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
    guard Self.isHarmless(definition), OSRSetFromUserInput(reference.handle, definition) == OGRERR_NONE
    else { return nil }
    self = reference
  }

  /// Whether GDAL takes a text for what it says: not for an address to fetch, a dictionary or a file to read, nor for a system
  /// with a grid by its path.
  static func isHarmless(_ definition: String) -> Bool {
    let text = definition.drop { $0.isWhitespace }
    let isWKT = text.drop { $0.isLetter || $0.isNumber || $0 == "_" }.hasPrefix("[")
    guard isWKT || !text.contains("://"), !text.contains("/vsi"), !text.lowercased().hasPrefix("dict:"),
      !text.utf8.contains(0), !SystemText.namesPath(definition)
    else { return false }
    return isWKT || access(definition, F_OK) != 0
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
