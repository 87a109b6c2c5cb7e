public import Units

extension Altitude {
  /// Reads a height with its datum: `150 m AGL`, `9500 ft AMSL`, `2400 m MSL`, `FL130`; lower case is accepted.
  ///
  /// A flight level is taken as an altitude above mean sea level in the standard atmosphere (``FlightLevel``).
  ///
  /// - Parameters:
  ///   - text: A length with its unit, then AGL (above ground), or AMSL or MSL (above mean sea level).
  ///   - isAboveGroundUnlessSaid: Whether a height without a datum is above ground; such a height is otherwise refused.
  /// - Throws: ``QuantityError`` as ``Length`` does, and with code `missingDatum`.
  public static func parse(_ text: String, isAboveGroundUnlessSaid: Bool = false) throws(QuantityError) -> Altitude {
    var words = text[...]
    while words.last?.isWhitespace == true { words.removeLast() }
    let folded = words.uppercased()
    let datums: [(String, (Length) -> Altitude)] = [
      ("AMSL", { .aboveSeaLevel($0) }), ("MSL", { .aboveSeaLevel($0) }), ("AGL", { .aboveGround($0) }),
    ]
    if let (name, altitude) = datums.first(where: { folded.hasSuffix($0.0) }) {
      let height = String(words.dropLast(name.count))
      return altitude(name == "AGL" ? try Length.parse(height) : try Length.parse(altitude: height))
    }
    if let level = try FlightLevel.parse(String(words)) { return .aboveSeaLevel(level) }
    guard isAboveGroundUnlessSaid else {
      throw QuantityError(
        .missingDatum, text,
        "write a height with a unit and AGL (above ground) or AMSL (above sea level), as in 150 m AGL; or a flight level, FL130"
      )
    }
    return .aboveGround(try Length.parse(text))
  }
}
