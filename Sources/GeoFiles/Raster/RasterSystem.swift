internal import CGDAL

/// What a raster's coordinate system says.
struct RasterSystem {
  /// The horizontal part as WKT; empty without a system.
  var wkt = ""
  var isGeographic = false
  var isProjected = false
  var isWGS84 = false
  var verticalDatum = RasterFile.VerticalDatum.unstated
  var verticalUnitMetres: Double?
  /// Metres per unit of a projection; nil for degrees.
  var mapUnitMetres: Double?
  /// Degrees per unit of longitudes and latitudes as the file has them; the system in ``wkt`` has degrees.
  var degreesPerUnit = 1.0
  /// Whether it, or its vertical part, names a file by a path.
  var namesPath = false

  init(_ handle: OGRSpatialReferenceH?) {
    guard let system = SpatialReference(copying: handle) else { return }
    namesPath = system.namesPath
    guard !namesPath else { return }
    isGeographic = OSRIsGeographic(system.handle) != 0
    isProjected = OSRIsProjected(system.handle) != 0
    if OSRIsCompound(system.handle) != 0 {
      let name = OSRGetAttrValue(system.handle, "VERT_CS", 0).map { String(cString: $0) } ?? "a vertical system"
      let axis = OSRGetAttrValue(system.handle, "VERT_CS|AXIS", 1).map { String(cString: $0) } ?? "UP"
      let kind = OSRGetAttrValue(system.handle, "VERT_CS|VERT_DATUM", 1).map { String(cString: $0) } ?? "2005"
      verticalUnitMetres = OSRGetAttrValue(system.handle, "VERT_CS|UNIT", 1).flatMap { Double(String(cString: $0)) }
      if axis.uppercased() == "DOWN" {
        verticalDatum = .depth(name)
      } else if kind == "2002" || name.lowercased().contains("ellipsoid") {
        verticalDatum = .ellipsoidal
      } else {
        verticalDatum = .named(name)
      }
    } else if OSRGetAxesCount(system.handle) == 3 {
      verticalDatum = .ellipsoidal
    }
    OSRDemoteTo2D(system.handle, nil)
    if isProjected { mapUnitMetres = OSRGetLinearUnits(system.handle, nil) }
    if isGeographic {
      let unit = OSRGetAngularUnits(system.handle, nil) * 180 / .pi
      // Grads, as of the old systems of France, become degrees of the same datum and prime meridian: all that count a turn
      // around the Earth count 360.
      if unit > 0, abs(unit - 1) > 1e-9 {
        degreesPerUnit = unit
        OSRSetAngularUnits(system.handle, "degree", Double.pi / 180)
      }
    }
    var text: UnsafeMutablePointer<CChar>?
    withCStrings(["FORMAT=WKT2_2018", "MULTILINE=NO"]) { options in
      _ = OSRExportToWktEx(system.handle, &text, options)
    }
    wkt = text.map { String(cString: $0) } ?? ""
    VSIFree(text)
    if let wgs84 = SpatialReference("EPSG:4326") {
      withCStrings(["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]) { options in
        isWGS84 = isGeographic && OSRIsSameEx(system.handle, wgs84.handle, options) != 0
      }
    }
  }
}
