/// Flight levels: hundreds of feet of pressure altitude.
package enum FlightLevel {
  /// Reads `FL130` or `FL 130`.
  ///
  /// A flight level is an altitude above the surface of 1013.25 hPa; this is the altitude above mean sea level in the
  /// standard atmosphere. On a day 20 hPa off it is about 600 ft wrong.
  /// - Returns: The altitude; nil for a text that does not begin with FL.
  /// - Throws: ``QuantityError`` with code `notANumber` for a text that does and goes on in another way.
  /// - Source: ICAO Doc 8168, flight level: 100 ft of pressure altitude each.
  package static func parse(_ text: String) throws(QuantityError) -> Length? {
    var rest = text.drop(while: \.isBlank)
    guard rest.prefix(2).lowercased() == "fl" else { return nil }
    rest = rest.dropFirst(2).drop { $0.isBlank || $0 == "-" }
    while rest.last?.isBlank == true { rest.removeLast() }
    guard (1...3).contains(rest.count), rest.allSatisfy(\.isASCIIDigit), let level = Double(rest) else {
      throw QuantityError(.notANumber, text, "write a flight level as FL130")
    }
    return .feet(level * 100)
  }

  /// What has to be said of an altitude that was written as a flight level.
  package static let caution = "flight levels are taken as altitudes above mean sea level in the standard atmosphere"
}

extension Length {
  /// Reads an altitude above mean sea level: a length, or a flight level.
  ///
  /// - Throws: ``QuantityError`` as ``UnitBearing/parse(_:)`` and ``FlightLevel/parse(_:)``.
  public static func parse(altitude text: String) throws(QuantityError) -> Length {
    if let level = try FlightLevel.parse(text) { return level }
    return try parse(text)
  }
}
