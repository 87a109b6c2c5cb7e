public import Units

extension AzimuthSector {
  /// Reads spans of azimuths in degrees, clockwise from true north and parted by semicolons: `90-120; 350-10`.
  /// - Throws: ``QuantityError``: `notASpan` for anything else and for a span without width, `outOfRange` for azimuths that
  ///   are not 0 to 360 degrees.
  public static func parse(list text: String) throws(QuantityError) -> [AzimuthSector] {
    var sectors: [AzimuthSector] = []
    for part in text.split(separator: ";") where part.contains(where: { !$0.isWhitespace }) {
      sectors.append(try parse(String(part)))
    }
    return sectors
  }

  private static func parse(_ text: String) throws(QuantityError) -> AzimuthSector {
    let ends = text.split(omittingEmptySubsequences: false) { "-–".contains($0) }
    guard ends.count == 2 else {
      throw QuantityError(
        .notASpan, text, "write start-end in degrees, clockwise, several separated by semicolons: 90-120; 350-10")
    }
    var azimuths: [Angle] = []
    for end in ends {
      let number = end.reversed().drop(while: \.isWhitespace)
      let degrees = try NumberText.parse(String((number.first == "°" ? number.dropFirst() : number).reversed()))
      guard (0...360).contains(degrees) else {
        throw QuantityError(.outOfRange, String(end), "azimuths go from 0 to 360 degrees, clockwise from true north")
      }
      azimuths.append(.degrees(degrees))
    }
    guard azimuths[0] != azimuths[1] else {
      throw QuantityError(.notASpan, text, "it has no width: write 0-360 for all azimuths")
    }
    return AzimuthSector(begin: azimuths[0], end: azimuths[1])
  }
}
