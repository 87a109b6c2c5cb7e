internal import CGDAL

/// One feature of a layer; destroyed when its owner ends.
struct FeatureHandle: ~Copyable {
  let handle: OGRFeatureH

  init(owning handle: OGRFeatureH) { self.handle = handle }
  deinit { OGR_F_Destroy(handle) }
}
