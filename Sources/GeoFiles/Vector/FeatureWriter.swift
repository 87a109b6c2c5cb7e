internal import CGDAL
internal import Geodesy
internal import Units

extension OutputLayer.GeometryKind {
  /// OGR's type; lines and polygons are multi-part throughout, so that every row of a layer is alike.
  var type: OGRwkbGeometryType {
    switch self {
    case .none: wkbNone
    case .points: wkbPoint
    case .lines: wkbMultiLineString
    case .polygons: wkbMultiPolygon
    case .any: wkbUnknown
    }
  }
}

/// Writes the rows of one layer.
struct FeatureWriter {
  let layer: OutputLayer
  let handle: OGRLayerH
  /// Whether a single line or polygon is written as one of several parts (the layer's type wants it).
  let keepsParts: Bool

  /// Makes the layer's fields.
  func createFields() -> Bool {
    for field in layer.fields {
      let type: OGRFieldType =
        switch field.kind {
        case .integer: OFTInteger64
        case .real: OFTReal
        case .text: OFTString
        case .flag: OFTInteger
        case .time: OFTDateTime
        }
      guard let definition = OGR_Fld_Create(field.name, type) else { return false }
      defer { OGR_Fld_Destroy(definition) }
      if field.kind == .flag { OGR_Fld_SetSubType(definition, OFSTBoolean) }
      guard OGR_L_CreateField(handle, definition, 0) == OGRERR_NONE else { return false }
    }
    return true
  }

  /// Writes every row.
  func writeRows() -> Bool {
    for row in layer.rows {
      guard let created = OGR_F_Create(OGR_L_GetLayerDefn(handle)) else { return false }
      let feature = FeatureHandle(owning: created)
      for (index, value) in row.values.enumerated() { set(value, at: index, of: feature) }
      if let geometry = row.geometry, let shape = GeometryWriter.shape(geometry, keepsParts: keepsParts) {
        guard OGR_F_SetGeometryDirectly(feature.handle, shape.release()) == OGRERR_NONE else { return false }
      }
      guard OGR_L_CreateFeature(handle, feature.handle) == OGRERR_NONE else { return false }
    }
    return true
  }

  private func set(_ value: FieldValue, at index: Int, of feature: borrowing FeatureHandle) {
    let field = Int32(index)
    switch value {
    case .null: OGR_F_SetFieldNull(feature.handle, field)
    case .integer(let number): OGR_F_SetFieldInteger64(feature.handle, field, GIntBig(number))
    case .real(let number) where number.isFinite: OGR_F_SetFieldDouble(feature.handle, field, number)
    case .real: OGR_F_SetFieldNull(feature.handle, field)
    case .text(let text) where layer.fields[index].kind == .flag:
      OGR_F_SetFieldInteger(feature.handle, field, text == "yes" ? 1 : 0)
    // Programs of others print the names of a layer: what a terminal obeys does not come with them.
    case .text(let text): OGR_F_SetFieldString(feature.handle, field, TerminalText.harmless(text))
    }
  }
}

/// Turns our geometries into OGR's.
enum GeometryWriter {
  /// - Parameter keepsParts: Whether one line or polygon becomes a multi-part geometry as well.
  static func shape(_ geometry: Geometry, keepsParts: Bool) -> GeometryHandle? {
    switch geometry {
    case .point(let position):
      guard let point = OGR_G_CreateGeometry(wkbPoint) else { return nil }
      OGR_G_SetPoint_2D(point, 0, position.longitudeDegrees, position.latitudeDegrees)
      return GeometryHandle(owning: point)
    case .lines(let lines):
      if lines.count == 1, !keepsParts { return path(lines[0], wkbLineString) }
      guard let whole = OGR_G_CreateGeometry(wkbMultiLineString) else { return nil }
      for line in lines { add(path(line, wkbLineString), to: whole) }
      return GeometryHandle(owning: whole)
    case .polygons(let polygons):
      if polygons.count == 1, !keepsParts { return polygon(polygons[0]) }
      return multiPolygon(polygons)
    }
  }

  /// A multi-part polygon.
  static func multiPolygon(_ polygons: [[[Position]]]) -> GeometryHandle? {
    guard let whole = OGR_G_CreateGeometry(wkbMultiPolygon) else { return nil }
    for rings in polygons { add(polygon(rings), to: whole) }
    return GeometryHandle(owning: whole)
  }

  private static func polygon(_ rings: [[Position]]) -> GeometryHandle? {
    guard let polygon = OGR_G_CreateGeometry(wkbPolygon) else { return nil }
    for ring in rings { add(path(ring, wkbLinearRing), to: polygon) }
    return GeometryHandle(owning: polygon)
  }

  private static func path(_ positions: [Position], _ type: OGRwkbGeometryType) -> GeometryHandle? {
    guard let path = OGR_G_CreateGeometry(type) else { return nil }
    let x = positions.map(\.longitudeDegrees)
    let y = positions.map(\.latitudeDegrees)
    let stride = Int32(MemoryLayout<Double>.stride)
    OGR_G_SetPoints(path, Int32(positions.count), x, stride, y, stride, nil, 0)
    return GeometryHandle(owning: path)
  }

  private static func add(_ part: consuming GeometryHandle?, to whole: OGRGeometryH) {
    guard let part else { return }
    OGR_G_AddGeometryDirectly(whole, part.release())
  }
}
