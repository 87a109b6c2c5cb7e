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
