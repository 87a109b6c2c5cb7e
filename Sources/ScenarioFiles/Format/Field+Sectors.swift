import Radar
import Units

extension Field where Value == HorizonMask {
  /// Spans of azimuths in degrees, each with an elevation angle: `0-30: 0.5; 30-60: 1.2`.
  static func mask(_ name: String, _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "azimuths with elevation angles",
        accepted: "0-30: 0.5; 350-10: 1.2", range: "0 to 360 degrees; −90 to 90 degrees", fallback: need.fallback,
        meaning: meaning),
      read: { text throws(FieldIssue) in
        try issue { () throws(QuantityError) in try HorizonMask.parse(text) }
      })
  }
}

extension Field where Value == [AzimuthSector] {
  /// Spans of azimuths in degrees: `90-120; 300-320`.
  static func sectors(_ name: String, _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "azimuths", accepted: "90-120; 300-320",
        range: "0 to 360 degrees", fallback: need.fallback, meaning: meaning, isNumeric: true),
      read: { text throws(FieldIssue) in
        try issue { () throws(QuantityError) in try AzimuthSector.parse(list: text) }
      })
  }
}

extension Field where Value == String {
  /// Elevation angles with semicolons between: `1 deg; 4 deg`, or `1; 4` in a column whose name states the unit.
  static func elevations(_ name: String, _ need: Need, _ meaning: String) -> Field {
    var format = Field<Angle>.elevationAngle(name, need, meaning).format
    format.type = "angle, or a list"
    format.isNumeric = false
    return Field(
      format: format, read: { text throws(FieldIssue) in text.trimmed },
      readInColumnUnit: { suffix in
        guard let unit = Angle.unit(columnSuffix: suffix) else { return nil }
        return { text throws(FieldIssue) in
          text.split(separator: ";").map { part in
            let angle = String(part).trimmed
            return Double(angle) == nil ? angle : "\(angle) \(unit.symbol)"
          }.joined(separator: "; ")
        }
      })
  }
}
