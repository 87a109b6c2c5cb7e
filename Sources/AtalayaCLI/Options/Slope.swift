import Atalaya

/// A slope: an angle with its unit; a bare number is degrees.
struct Slope: OptionReadable, Comparable {
  var angle: Angle

  static func read(_ text: String) throws -> Slope {
    Slope(angle: try (try? NumberText.parse(text)).map { Angle.degrees($0) } ?? Angle.parse(text))
  }

  static func < (one: Self, other: Self) -> Bool { one.angle < other.angle }
}
