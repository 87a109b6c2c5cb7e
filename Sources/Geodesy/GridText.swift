internal import Foundation

/// Reads UTM and UPS coordinates: a zone, a band letter or hemisphere, easting and northing.
enum GridText {
  /// The place, or nil when the text has not the shape of a UTM or UPS coordinate.
  static func parse(_ text: String) throws(GeodesyError) -> Position? {
    var upper = text.uppercased().replacing("\u{2212}", with: "-").replacing(/[,;]\s+/, with: " ")
    // Two commas between digits are decimal ones: 627084,5 8606816,5. A single one parts easting and northing.
    let comma = /(\d),(\d)/
    if upper.matches(of: comma).count == 2 { upper = upper.replacing(comma) { "\($0.1).\($0.2)" } }
    let number = /[+-]?\d+(?:\.\d+)?/
    let pattern =
      /(?:UTM\s+)?(?:ZONE\s+|ZONA\s+|HUSO\s+)?(\d{1,2})?\s*(NORTH|SOUTH|NORTE|SUR|[A-Z])\.?[\s,;]+(?:E\s*=?\s*)?(\S+?)\s*(?:M|ME|M\s?E)?[\s,;]+(?:N\s*=?\s*)?(\S+?)\s*(?:M|MN|M\s?N)?/
    guard let match = upper.wholeMatch(of: pattern), match.3.wholeMatch(of: number) != nil,
      match.4.wholeMatch(of: number) != nil, let easting = Double(match.3), let northing = Double(match.4)
    else { return nil }
    let area = String(match.2)
    guard let zoneText = match.1 else {
      switch area {
      case "NORTH", "NORTE": return try polar(text, isNorth: true, easting, northing)
      case "SOUTH", "SUR": return try polar(text, isNorth: false, easting, northing)
      default: return nil
      }
    }
    guard let zone = Int(zoneText), (1...60).contains(zone) else {
      throw GeodesyError(.impossibleGrid, text, "UTM zones run from 1 to 60, not \(zoneText)")
    }
    guard (100_000..<1_000_000).contains(easting) else {
      throw GeodesyError(
        .outOfRange, text, "the easting \(match.3) is outside 100 000 to 1 000 000 m",
        remedy: "UTM is zone, easting, northing")
    }
    guard (0...10_000_000).contains(northing) else {
      throw GeodesyError(.outOfRange, text, "the northing \(match.4) is outside 0 to 10 000 000 m")
    }
    func place(_ isNorth: Bool) throws(GeodesyError) -> Position {
      let grid = GridCoordinate(zone: zone, isNorth: isNorth, eastingMetres: easting, northingMetres: northing)
      guard let position = grid.position else {
        throw GeodesyError(.outOfRange, text, "no place has this easting and northing")
      }
      return position
    }
    switch area {
    case "NORTH", "NORTE": return try inUTM(place(true), text)
    case "SOUTH", "SUR": return try inUTM(place(false), text)
    case "S":
      let north = try DegreesText.decimal(place(true))
      let south = try DegreesText.decimal(place(false))
      throw GeodesyError(
        .ambiguousCoordinate, text,
        """
        “\(zone)S” has two readings: band S, in the northern hemisphere (\(north)), or zone \(zone) south (\(south)); \
        write “\(zone) north” or “\(zone) south”, or the band letter of a place in the south, C to M
        """)
    default: return try inBand(text, area, place)
    }
  }

  private static func inBand(
    _ text: String, _ letter: String, _ place: (Bool) throws(GeodesyError) -> Position
  ) throws(GeodesyError) -> Position {
    guard let band = letter.first, let latitudes = GridCoordinate.latitudes(ofBand: band) else {
      throw GeodesyError(
        .impossibleGrid, text,
        "“\(letter)” is not a latitude band", remedy: "bands are C to X without I and O, or write north or south")
    }
    let position = try place(latitudes.lowerBound >= 0)
    // A grid is used a little beyond its band, never a degree beyond it.
    guard position.latitudeDegrees > latitudes.lowerBound - 1, position.latitudeDegrees < latitudes.upperBound + 1
    else {
      throw GeodesyError(
        .impossibleGrid, text,
        """
        band \(band) runs from \(DegreesText.latitude(latitudes.lowerBound)) to \
        \(DegreesText.latitude(latitudes.upperBound)), but this northing lies at \
        \(DegreesText.latitude(position.latitudeDegrees)); check the letter and the northing\
        \(band == "N" ? ", or write “north” if N means the northern hemisphere" : "")
        """)
    }
    return position
  }

  private static func inUTM(_ position: Position, _ text: String) throws(GeodesyError) -> Position {
    guard position.latitudeDegrees > -81, position.latitudeDegrees < 85 else {
      throw GeodesyError(
        .outOfRange, text, "UTM ends at 80° S and 84° N", remedy: "near the poles write UPS or degrees")
    }
    return position
  }

  private static func polar(
    _ text: String, isNorth: Bool, _ easting: Double, _ northing: Double
  ) throws(GeodesyError) -> Position {
    let grid = GridCoordinate(zone: 0, isNorth: isNorth, eastingMetres: easting, northingMetres: northing)
    guard (0...4_000_000).contains(easting), (0...4_000_000).contains(northing), let position = grid.position else {
      throw GeodesyError(.outOfRange, text, "polar (UPS) eastings and northings run from 0 to 4 000 000 m")
    }
    return position
  }
}
