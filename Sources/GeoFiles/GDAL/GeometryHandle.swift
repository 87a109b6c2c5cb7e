internal import CGDAL

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
