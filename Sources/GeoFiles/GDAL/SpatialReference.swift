// Foundation and CGDAL both bring the C library; which of them owns `access` depends on the build.
internal import CGDAL
internal import Foundation
internal import Geodesy

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
