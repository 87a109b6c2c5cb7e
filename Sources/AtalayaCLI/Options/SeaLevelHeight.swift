import Atalaya

/// A height above mean sea level, which may be a flight level.
struct SeaLevelHeight: OptionReadable, Comparable {
  var height: Length

  static func read(_ text: String) throws -> SeaLevelHeight {
    SeaLevelHeight(height: try Length.parse(altitude: text))
  }

  static func < (one: Self, other: Self) -> Bool { one.height < other.height }
}
