import Radar
import Units

extension Field where Value == [AzimuthSector] {
  /// Spans of azimuths in degrees: `90-120; 300-320`.
  static func sectors(_ name: String, _ need: Need, _ meaning: String) -> Field {
    Field(
      format: FieldFormat(
        name: name, isRequired: need.isRequired, type: "azimuths", accepted: "90-120; 300-320",
        range: "0 to 360 degrees", fallback: need.fallback, meaning: meaning),
      read: { text throws(FieldIssue) in
        var sectors: [AzimuthSector] = []
        for part in text.split(separator: ";") where !String(part).trimmed.isEmpty {
          sectors.append(try sector(String(part).trimmed))
        }
        return sectors
      })
  }

  private static func sector(_ text: String) throws(FieldIssue) -> AzimuthSector {
    let ends = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }
    guard ends.count == 2 else {
      throw FieldIssue(
        .value, "“\(text.prefix(60))” is no span of azimuths",
        "write begin-end in degrees, clockwise, several parted by semicolons: 90-120; 350-10")
    }
    var azimuths: [Angle] = []
    for end in ends {
      let degrees = try issue { () throws(QuantityError) in
        let end = String(end).trimmed
        return try NumberText.parse(end.hasSuffix("°") ? String(end.dropLast()) : end)
      }
      guard (0...360).contains(degrees) else {
        throw FieldIssue(.range, "\(degrees.plain) is no azimuth", "from 0 to 360 degrees, clockwise from true north")
      }
      azimuths.append(.degrees(degrees))
    }
    guard azimuths[0] != azimuths[1] else {
      throw FieldIssue(.range, "“\(text.prefix(60))” has no width", "write 0-360 for all azimuths")
    }
    return AzimuthSector(begin: azimuths[0], end: azimuths[1])
  }
}
