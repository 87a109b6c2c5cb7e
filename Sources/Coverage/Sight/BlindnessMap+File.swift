public import GeoFiles

extension BlindnessMap {
  /// Writes the map as a packed GeoTIFF of bytes with colours: 0 where the target is seen, else the cause's code; the
  /// band's description lists them.
  /// - Parameter colour: The colour of each cause; of nil, where the target is seen.
  /// - Throws: ``GeoFileError`` with code `unwritable`; the old file is then unchanged.
  public func write(
    to path: String, colour: (Blindness?) -> RasterWriter.Options.Colour
  ) throws(GeoFileError) {
    // Causes that only looks have are named where there are any.
    let found = counts
    let causes = Blindness.allCases.filter { ![.probability, .diffraction].contains($0) || found[$0] != nil }
    let codes = causes.map { "\($0.code) \($0.rawValue)" }.joined(separator: ", ")
    try RasterWriter.write(
      grid, to: path,
      options: .init(
        isForced: false, description: "why the target is not seen: 0 seen, \(codes)",
        colours: [colour(nil)] + Blindness.allCases.prefix { $0.code <= causes.last?.code ?? 0 }.map(colour)))
  }
}
