import Radar
import Units

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
