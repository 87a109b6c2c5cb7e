internal import CGDAL
internal import Geodesy

/// Brings the coordinates of one layer to WGS 84.
struct LayerCoordinates: ~Copyable {
  /// `EPSG:24878`, or the system's name where no authority lists it.
  let name: String
  private let transformation: OGRCoordinateTransformationH?
  private let area: AreaOfUse?
  private var warning: String?
  /// What the user should know of the coordinate system.
  var warnings: [String] { warning.map { [$0] } ?? [] }

  private init(name: String, owning transformation: OGRCoordinateTransformationH?, area: AreaOfUse?) {
    self.name = name
    self.transformation = transformation
    self.area = area
  }

  deinit { if let transformation { OCTDestroyCoordinateTransformation(transformation) } }

  /// The way from one coordinate system to WGS 84.
  /// - Parameters:
  ///   - stated: What the layer states; nil when it states none.
  ///   - override: What the caller states; wins.
  static func make(
    stated: consuming SpatialReference?, override: String?, source: LayerSource, layer: String,
    messages: GDALMessages
  ) throws(GeoFileError) -> LayerCoordinates {
    let path = source.path
    let system: SpatialReference
    if let override {
      guard let reference = SpatialReference(override) else {
        throw GeoFileError(
          .badCoordinateSystem, path: path, layer: layer,
          problem: "unknown coordinate system '\(override)'; "
            + messages.failure(otherwise: "PROJ does not know it"),
          remedy: "state one as EPSG:4326, EPSG:32718 …")
      }
      system = reference
    } else if let reference = consume stated, !reference.isUndefined {
      system = reference
    } else {
      throw GeoFileError(
        .noCoordinateSystem, path: path, layer: layer,
        problem: "the layer states no coordinate system (a Shapefile keeps it in its .prj file)",
        remedy: "state it with the layer: crs: EPSG:4326, EPSG:32718 …")
    }
    if system.isWGS84 { return LayerCoordinates(name: system.name, owning: nil, area: nil) }
    guard let target = SpatialReference("OGC:CRS84"),
      let handle = OCTNewCoordinateTransformation(system.handle, target.handle)
    else {
      throw GeoFileError(
        .badCoordinateSystem, path: path, layer: layer,
        problem: "no way from \(system.name) to WGS 84; "
          + messages.failure(otherwise: "PROJ finds none"))
    }
    return LayerCoordinates(name: system.name, owning: handle, area: system.areaOfUse)
  }

  /// Places from interleaved x, y; nil when one of them is no place on the Earth, with the reason.
  mutating func positions(x: inout [Double], y: inout [Double]) throws(BadCoordinate) -> [Position] {
    for index in x.indices where !x[index].isFinite || !y[index].isFinite {
      throw BadCoordinate(problem: "the coordinate \(x[index]), \(y[index]) is not a number")
    }
    if let transformation {
      let original = (x, y)
      var success = [Int32](repeating: 0, count: x.count)
      OCTTransformEx(transformation, Int32(x.count), &x, &y, nil, &success)
      for index in x.indices where success[index] == 0 || !x[index].isFinite || !y[index].isFinite {
        throw BadCoordinate(
          problem: "the coordinate \(original.0[index]), \(original.1[index]) has no place in \(name)")
      }
    }
    for index in x.indices {
      guard abs(y[index]) <= 90 else { throw BadCoordinate(problem: "latitude \(y[index]) lies beyond ±90 degrees") }
      guard abs(x[index]) <= 360 else { throw BadCoordinate(problem: "longitude \(x[index]) lies beyond ±360 degrees") }
    }
    let positions = zip(x, y).map { Position(latitudeDegrees: $1, longitudeDegrees: $0) }
    if let area, warning == nil, let outside = positions.first(where: { !area.contains($0) }) {
      warning =
        "\(name) is made for \(area.name); the place at latitude \(outside.latitudeDegrees.rounded(.toNearestOrEven)), "
        + "longitude \(outside.longitudeDegrees.rounded(.toNearestOrEven)) lies outside: is it the right one?"
    }
    return positions
  }
}

/// Where a coordinate system is meant to be used, degrees; `west` exceeds `east` across the antimeridian.
struct AreaOfUse {
  var name: String
  var west, south, east, north: Double

  func contains(_ position: Position) -> Bool {
    guard (south...north).contains(position.latitudeDegrees) else { return false }
    let longitude = position.normalized.longitudeDegrees
    return west <= east ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
  }
}

/// Why a coordinate is no place.
struct BadCoordinate: Error {
  var code = GeoFileError.Code.badCoordinate
  var problem: String
}

extension SpatialReference {
  /// GeoPackage's "Undefined" systems and local engineering ones say nothing about where a place is.
  var isUndefined: Bool {
    name.lowercased().hasPrefix("undefined") || OSRIsLocal(handle) != 0
  }

  /// Where PROJ's database says that the system is used; nil when it says nothing.
  var areaOfUse: AreaOfUse? {
    var area = AreaOfUse(name: "", west: 0, south: 0, east: 0, north: 0)
    var text: UnsafePointer<CChar>?
    guard OSRGetAreaOfUse(handle, &area.west, &area.south, &area.east, &area.north, &text) != 0,
      area.south >= -90, area.south <= area.north
    else { return nil }
    area.name = text.map { String(cString: $0) } ?? "another area"
    if area.name.hasSuffix(".") { area.name.removeLast() }
    return area
  }

  /// Longitude and latitude on WGS 84 already.
  var isWGS84: Bool {
    guard OSRIsGeographic(handle) != 0, let other = SpatialReference("OGC:CRS84") else { return false }
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
