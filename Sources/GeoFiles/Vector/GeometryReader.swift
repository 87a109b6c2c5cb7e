internal import CGDAL
internal import Geodesy
internal import Units

/// Turns OGR's geometries into ours.
enum GeometryReader {
  /// - Returns: Nil for an empty geometry; an empty point is an error, because GDAL takes one whose coordinates are not
  ///   numbers for empty.
  static func geometry(
    _ shape: OGRGeometryH, through coordinates: inout LayerCoordinates
  ) throws(GeoFileError) -> Geometry? {
    if OGR_G_IsEmpty(shape) != 0 {
      guard OGR_GT_Flatten(OGR_G_GetGeometryType(shape)) != wkbPoint else {
        throw GeoFileError(.badCoordinate, "a point without coordinates, or with some that are not numbers")
      }
      return nil
    }
    if OGR_G_HasCurveGeometry(shape, 0) != 0 {
      guard let linear = OGR_G_GetLinearGeometry(shape, 0, nil) else {
        throw GeoFileError(.badGeometry, "a curve that GDAL cannot turn into lines")
      }
      let owned = GeometryHandle(owning: linear)
      return try plain(owned.handle, through: &coordinates)
    }
    return try plain(shape, through: &coordinates)
  }

  private static func plain(
    _ shape: OGRGeometryH, through coordinates: inout LayerCoordinates
  ) throws(GeoFileError) -> Geometry? {
    switch OGR_GT_Flatten(OGR_G_GetGeometryType(shape)) {
    case wkbPoint: return .point(try places(shape, through: &coordinates)[0])
    case wkbMultiPoint:
      let count = OGR_G_GetGeometryCount(shape)
      guard count == 1, let part = OGR_G_GetGeometryRef(shape, 0) else {
        throw GeoFileError(.badGeometry, "\(count) points in one row; one point per row is read")
      }
      return try plain(part, through: &coordinates)
    case wkbLineString, wkbLinearRing: return .lines([try line(shape, through: &coordinates)])
    case wkbMultiLineString:
      var lines: [[Position]] = []
      for part in parts(shape) { lines.append(try line(part, through: &coordinates)) }
      return .lines(lines)
    case wkbPolygon, wkbTriangle: return .polygons([try polygon(shape, through: &coordinates)])
    case wkbMultiPolygon:
      var polygons: [[[Position]]] = []
      for part in parts(shape) { polygons.append(try polygon(part, through: &coordinates)) }
      return .polygons(polygons)
    default:
      let kind = String(cString: OGR_G_GetGeometryName(shape))
      throw GeoFileError(.badGeometry, "a geometry of kind \(kind); points, lines and polygons are read")
    }
  }

  /// How many points a geometry has, those of its parts included.
  static func points(_ shape: OGRGeometryH) -> Int {
    let parts = OGR_G_GetGeometryCount(shape)
    guard parts > 0 else { return Int(OGR_G_GetPointCount(shape)) }
    return (0..<parts).reduce(0) { $0 + (OGR_G_GetGeometryRef(shape, $1).map(points) ?? 0) }
  }

  /// Parts that hold anything.
  private static func parts(_ shape: OGRGeometryH) -> [OGRGeometryH] {
    (0..<OGR_G_GetGeometryCount(shape)).compactMap { OGR_G_GetGeometryRef(shape, $0) }
      .filter { OGR_G_IsEmpty($0) == 0 }
  }

  private static func line(
    _ shape: OGRGeometryH, through coordinates: inout LayerCoordinates
  ) throws(GeoFileError) -> [Position] {
    let line = try places(shape, through: &coordinates)
    guard line.count >= 2 else { throw GeoFileError(.badGeometry, "a line of one point") }
    return line
  }

  /// Closed rings; the outer one anticlockwise, holes clockwise, however the file has them.
  private static func polygon(
    _ shape: OGRGeometryH, through coordinates: inout LayerCoordinates
  ) throws(GeoFileError) -> [[Position]] {
    var rings: [[Position]] = []
    for part in parts(shape) {
      var ring = try places(part, through: &coordinates)
      if let first = ring.first, ring.last != first { ring.append(first) }
      guard ring.count >= 4 else {
        throw GeoFileError(.badGeometry, "a ring of fewer than three places")
      }
      rings.append(ring.wound(anticlockwise: rings.isEmpty))
    }
    return rings
  }

  private static func places(
    _ shape: OGRGeometryH, through coordinates: inout LayerCoordinates
  ) throws(GeoFileError) -> [Position] {
    let count = Int(OGR_G_GetPointCount(shape))
    var x = [Double](repeating: 0, count: count)
    var y = [Double](repeating: 0, count: count)
    let stride = Int32(MemoryLayout<Double>.stride)
    OGR_G_GetPoints(shape, &x, stride, &y, stride, nil, 0)
    return try coordinates.positions(x: x, y: y)
  }
}

extension [Position] {
  /// Twice the signed area of a closed ring in the plane of longitude and latitude, square degrees; positive when
  /// anticlockwise.
  var doubledPlaneArea: Double {
    guard let origin = first else { return 0 }
    return zip(self, dropFirst()).reduce(0) { sum, edge in
      let (a, b) = edge
      return sum
        + (a.longitudeDegrees - origin.longitudeDegrees) * (b.latitudeDegrees - origin.latitudeDegrees)
        - (b.longitudeDegrees - origin.longitudeDegrees) * (a.latitudeDegrees - origin.latitudeDegrees)
    }
  }

  /// The same ring, turned when it winds the other way.
  func wound(anticlockwise: Bool) -> [Position] {
    let area = doubledPlaneArea
    return area != 0 && (area > 0) != anticlockwise ? reversed() : self
  }
}
