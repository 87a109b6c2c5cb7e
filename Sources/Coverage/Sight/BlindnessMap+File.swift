public import GeoFiles

extension BlindnessMap {
  /// Writes the map as a packed GeoTIFF of bytes with colours: 0 where the target is seen, else the cause's code; the
  /// band's description lists them.
  /// - Throws: ``GeoFileError`` with code `unwritable`; the old file is then as it was.
  public func write(to path: String) throws(GeoFileError) {
    let codes = Blindness.allCases.map { "\($0.code) \($0.rawValue)" }.joined(separator: ", ")
    try RasterWriter.write(
      grid, to: path,
      options: .init(
        isForced: false, description: "why the target is not seen: 0 seen, \(codes)",
        colours: [Self.colour(of: nil)] + Blindness.allCases.map(Self.colour)))
  }

  /// Colours that colour-blind readers can distinguish; what is out of range is clear.
  /// - Source: M. Okabe and K. Ito, "Color universal design", 2008.
  private static func colour(of cause: Blindness?) -> RasterWriter.Options.Colour {
    switch cause {
    case nil: .init(red: 0, green: 158, blue: 115)
    case .ridge: .init(red: 213, green: 94, blue: 0)
    case .horizon: .init(red: 0, green: 114, blue: 178)
    case .belowBeam: .init(red: 86, green: 180, blue: 233)
    case .aboveBeam: .init(red: 204, green: 121, blue: 167)
    case .minimumRange: .init(red: 240, green: 228, blue: 66)
    case .sector: .init(red: 230, green: 159, blue: 0)
    case .belowGround: .init(red: 60, green: 60, blue: 60)
    case .unknownTerrain: .init(red: 160, green: 160, blue: 160)
    case .transponder: .init(red: 0, green: 0, blue: 0)
    case .range: .init(red: 255, green: 255, blue: 255, alpha: 0)
    }
  }
}
