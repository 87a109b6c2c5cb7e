import Atalaya

/// An azimuth from true north, from 0° to 360°; a bare number is degrees.
struct Bearing: OptionReadable {
  var angle: Angle

  static func read(_ text: String) throws -> Bearing {
    let angle = try (try? NumberText.parse(text)).map { Angle.degrees($0) } ?? Angle.parse(text)
    guard (0...360).contains(angle.degrees) else {
      throw OptionProblem("“\(text)” is not an azimuth: write degrees from 0 to 360, clockwise from true north")
    }
    return Bearing(angle: angle)
  }
}
