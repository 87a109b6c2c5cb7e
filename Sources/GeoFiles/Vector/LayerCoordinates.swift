internal import CGDAL
internal import Geodesy
internal import Units

/// Brings the coordinates of one layer to WGS 84, through PROJ's best operation for each point.
struct LayerCoordinates: ~Copyable {
  /// `EPSG:24878`, or the system's name where no authority lists it.
  let name: String
  /// What the user should know: operations that lose accuracy, missing grids, places outside the system's area.
  private(set) var warnings: [GeoFileWarning] = []
  /// Nil for WGS 84 itself.
  private var transformation: CoordinateTransformation?
  private let area: ReferenceSystem.AreaOfUse?
  private var isFirst = true
  private var isOutsideTold = false

  private init(name: String, _ transformation: consuming CoordinateTransformation?) {
    self.name = name
    area = transformation?.source.areaOfUse
    self.transformation = transformation
  }

  /// The way from one coordinate system to WGS 84.
  /// - Parameters:
  ///   - stated: What the layer states; nil when it states none.
  ///   - failed: What the file states and GDAL could not make; then it does not matter what the layer states.
  ///   - override: What the caller states; wins.
  static func make(
    stated: consuming SpatialReference?, failed: GeoJSONSystem? = nil, override: String?, path: String, layer: String
  ) throws(GeoFileError) -> LayerCoordinates {
    if let override {
      if let system = SpatialReference(override), system.isWGS84 {
        return LayerCoordinates(name: system.name, nil)
      }
      return try make(from: override, name: override, path: path, layer: layer)
    }
    if let failed {
      throw GeoFileError(
        failed.code, path: path, layer: layer, problem: failed.problem, remedy: Self.remedy)
    }
    guard let system = stated, !system.isUndefined else {
      throw GeoFileError(
        .noCoordinateSystem, path: path, layer: layer,
        problem: "the layer states no coordinate system (a Shapefile keeps it in its .prj file)",
        remedy: Self.remedy)
    }
    if system.namesPath {
      throw GeoFileError(
        .badCoordinateSystem, path: path, layer: layer,
        problem: "coordinate system '\(system.name)': \(SystemText.refusal)",
        remedy: "state one as EPSG:4326, EPSG:32718 …")
    }
    if system.isWGS84 { return LayerCoordinates(name: system.name, nil) }
    return try make(from: system.definition, name: system.name, path: path, layer: layer)
  }

  private static let remedy = "state it with the layer: crs: EPSG:4326, EPSG:32718 …"

  private static func make(
    from definition: String, name: String, path: String, layer: String
  ) throws(GeoFileError) -> LayerCoordinates {
    do throws(GeodesyError) {
      return LayerCoordinates(
        name: name, try CoordinateTransformation(from: definition, to: ReferenceSystem.wgs84Text))
    } catch {
      throw GeoFileError(
        .badCoordinateSystem, path: path, layer: layer, problem: "coordinate system '\(name)': \(error.message)",
        remedy: "state one as EPSG:4326, EPSG:32718 …", underlying: error)
    }
  }

  /// Places from x and y of each point.
  /// - Throws: ``GeoFileError`` without a place when one of them is not a place on the Earth.
  mutating func positions(x: [Double], y: [Double]) throws(GeoFileError) -> [Position] {
    for index in x.indices where !x[index].isFinite || !y[index].isFinite {
      throw GeoFileError(.badCoordinate, "the coordinate \(x[index]), \(y[index]) is not a number")
    }
    let points = zip(x, y).map { (x: $0, y: $1) }
    let places = transformation?.transform(points) ?? points
    var positions: [Position] = []
    positions.reserveCapacity(places.count)
    for (point, place) in zip(points, places) {
      guard place.x.isFinite, place.y.isFinite else {
        throw GeoFileError(.badCoordinate, "the coordinate \(point.x), \(point.y) has no place in \(name)")
      }
      guard abs(place.y) <= 90 else {
        throw GeoFileError(.badCoordinate, "latitude \(place.y) lies beyond ±90 degrees")
      }
      guard abs(place.x) <= 360 else {
        throw GeoFileError(.badCoordinate, "longitude \(place.x) lies beyond ±360 degrees")
      }
      positions.append(Position(latitudeDegrees: place.y, longitudeDegrees: place.x))
    }
    doubt(points, positions)
    return positions
  }

  /// Asks how the first point of the layer, and the first outside the system's area, were transformed.
  private mutating func doubt(_ points: [(x: Double, y: Double)], _ positions: [Position]) {
    guard transformation != nil else { return }
    if isFirst, let point = points.first {
      isFirst = false
      ask(point)
    }
    guard !isOutsideTold, let area, let index = positions.firstIndex(where: { !area.contains($0) }) else { return }
    isOutsideTold = true
    ask(points[index])
  }

  private mutating func ask(_ point: (x: Double, y: Double)) {
    guard let result = try? transformation?.transform(x: point.x, y: point.y) else { return }
    for warning in result.warnings.map({ GeoFileWarning(.transformation, from: $0) }) where !warnings.contains(warning)
    {
      warnings.append(warning)
    }
  }
}

extension SpatialReference {
  /// GeoPackage's "Undefined" systems and local engineering ones say nothing about where a place is.
  var isUndefined: Bool {
    name.lowercased().hasPrefix("undefined") || OSRIsLocal(handle) != 0
  }

  /// Text from which PROJ makes the same system: authority and code, or well-known text.
  var definition: String {
    OSRGetAuthorityName(handle, nil) != nil && OSRGetAuthorityCode(handle, nil) != nil ? name : text
  }

  /// The system as well-known text; its name where GDAL cannot write it.
  private var text: String { text(["FORMAT=WKT2_2019"]) }

  /// Whether it, or its vertical part, names a file by a path; older text keeps what newer has no words for.
  var namesPath: Bool { SystemText.namesPath(text) || SystemText.namesPath(text(["FORMAT=WKT1"])) }

  private func text(_ options: [String]) -> String {
    var text: UnsafeMutablePointer<CChar>?
    // A system that one form of text cannot express is not a fault of the file.
    CPLPushErrorHandler(CPLQuietErrorHandler)
    let status = withCStrings(options) { OSRExportToWktEx(handle, &text, $0) }
    CPLPopErrorHandler()
    CPLErrorReset()
    defer { VSIFree(text) }
    return status == OGRERR_NONE ? text.map { String(cString: $0) } ?? name : name
  }

  /// Longitude and latitude on WGS 84 already.
  var isWGS84: Bool {
    // A comparison would open a grid that the system names, whatever file that is.
    guard OSRIsGeographic(handle) != 0, !SystemText.namesPath(definition),
      let other = SpatialReference("OGC:CRS84")
    else { return false }
    let options = ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS"]
    return withCStrings(options) { OSRIsSameEx(handle, other.handle, $0) } != 0
  }

  /// `EPSG:24878`, or the system's name where no authority lists it.
  var name: String {
    if let authority = OSRGetAuthorityName(handle, nil), let code = OSRGetAuthorityCode(handle, nil) {
      return "\(String(cString: authority)):\(String(cString: code))"
    }
    return OSRGetName(handle).map { String(cString: $0) } ?? "a nameless coordinate system"
  }
}
