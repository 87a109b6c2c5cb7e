internal import CGDAL

/// What the heights of one layer mean.
struct HeightSource {
  private let driver: String
  private let stated: (reference: GeometryHeights.Reference, metresPerUnit: Double)?
  /// KML's field of that name.
  private let modeField: Int32

  init(driver: String, layer: OGRLayerH, override: String?) {
    self.driver = driver
    if let override {
      let system = SpatialReference(override)
      stated = system?.heights
    } else {
      let system = SpatialReference(copying: OGR_L_GetSpatialRef(layer))
      stated = system?.heights
    }
    modeField = OGR_L_GetLayerDefn(layer).map { OGR_FD_GetFieldIndex($0, "altitudeMode") } ?? -1
  }

  /// Of geometry in a text, in a system that the caller states.
  init(ofTextIn crs: String?) {
    driver = "CSV"
    modeField = -1
    if let crs {
      let system = SpatialReference(crs)
      stated = system?.heights
    } else {
      stated = nil
    }
  }

  /// The heights of a feature's geometry; nil when it has none, or nothing but zeros where zero is not meant.
  func heights(_ shape: OGRGeometryH, of feature: OGRFeatureH?) -> GeometryHeights? {
    guard OGR_G_Is3D(shape) != 0, OGR_G_HasCurveGeometry(shape, 0) == 0 else { return nil }
    let (reference, unit) = meaning(of: feature)
    let isZeroMeant = driver.hasSuffix("KML") && reference == .seaLevel
    let parts = Self.parts(shape).map { part in
      (0..<OGR_G_GetPointCount(part)).map { index -> Double? in
        let z = OGR_G_GetZ(part, index)
        // A point of a GPX track that has no height comes as zero.
        guard z.isFinite, isZeroMeant || z != 0 || driver != "GPX" else { return nil }
        return z * unit
      }
    }
    guard isZeroMeant || parts.contains(where: { $0.contains { ($0 ?? 0) != 0 } }) else { return nil }
    return parts.isEmpty ? nil : GeometryHeights(reference: reference, parts: parts)
  }

  private func meaning(of feature: OGRFeatureH?) -> (GeometryHeights.Reference, Double) {
    switch driver {
    case "GPX": return (.seaLevel, 1)
    case "LIBKML":
      guard modeField >= 0, let feature, OGR_F_IsFieldSetAndNotNull(feature, modeField) != 0,
        let mode = OGR_F_GetFieldAsString(feature, modeField).map({ String(cString: $0) })
      else { return (.clamped, 1) }
      switch mode {
      case "absolute": return (.seaLevel, 1)
      case "relativeToGround": return (.ground, 1)
      default: return (.clamped, 1)
      }
    default:
      if let stated { return stated }
      return (["GeoJSON", "GeoJSONSeq", "TopoJSON"].contains(driver) ? .ellipsoid : .unstated, 1)
    }
  }

  /// The point, or the lines that hold anything, of a geometry; none of another kind.
  private static func parts(_ shape: OGRGeometryH) -> [OGRGeometryH] {
    switch OGR_GT_Flatten(OGR_G_GetGeometryType(shape)) {
    case wkbPoint, wkbLineString: return [shape]
    case wkbMultiPoint, wkbMultiLineString:
      return (0..<OGR_G_GetGeometryCount(shape)).compactMap { OGR_G_GetGeometryRef(shape, $0) }
        .filter { OGR_G_IsEmpty($0) == 0 }
    default: return []
    }
  }
}

extension SpatialReference {
  /// What a third coordinate counts from in this system, and its unit; nil for a system of two dimensions.
  fileprivate var heights: (reference: GeometryHeights.Reference, metresPerUnit: Double)? {
    if OSRIsCompound(handle) != 0 {
      let unit = OSRGetTargetLinearUnits(handle, "VERT_CS", nil)
      return (.seaLevel, unit > 0 ? unit : 1)
    }
    return OSRGetAxesCount(handle) == 3 ? (.ellipsoid, 1) : nil
  }
}
