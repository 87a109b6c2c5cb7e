internal import CGDAL

/// Reads the attributes of a layer's features.
struct FieldReader {
  /// Names of the fields, in order.
  let names: [String]
  private let kinds: [Kind]

  private enum Kind { case integer, real, flag, text }

  init(_ definition: OGRFeatureDefnH) {
    let fields = (0..<OGR_FD_GetFieldCount(definition)).compactMap { OGR_FD_GetFieldDefn(definition, $0) }
    names = fields.map { String(cString: OGR_Fld_GetNameRef($0)) }
    kinds = fields.map { field in
      switch OGR_Fld_GetType(field) {
      case OFTInteger where OGR_Fld_GetSubType(field) == OFSTBoolean: .flag
      case OFTInteger, OFTInteger64: .integer
      case OFTReal: .real
      default: .text
      }
    }
  }

  /// Values in the order of ``names``. Truth values become `yes` and `no`; dates and lists become text.
  func values(_ feature: OGRFeatureH) -> [FieldValue] {
    kinds.enumerated().map { index, kind in
      let field = Int32(index)
      guard OGR_F_IsFieldSetAndNotNull(feature, field) != 0 else { return .null }
      switch kind {
      case .integer: return .integer(Int(OGR_F_GetFieldAsInteger64(feature, field)))
      case .real: return .real(OGR_F_GetFieldAsDouble(feature, field))
      case .flag: return .text(OGR_F_GetFieldAsInteger(feature, field) != 0 ? "yes" : "no")
      case .text:
        let text = OGR_F_GetFieldAsString(feature, field).map { String(cString: $0) } ?? ""
        return text.allSatisfy(\.isWhitespace) ? .null : .text(text)
      }
    }
  }
}

extension [FieldValue] {
  /// Bytes of all texts.
  var textBytes: Int {
    reduce(0) { sum, value in
      if case .text(let text) = value { sum + text.utf8.count } else { sum }
    }
  }
}
