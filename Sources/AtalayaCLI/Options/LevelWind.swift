import Atalaya

/// A wind, at one altitude or at all: `240/15kt`, `3000m:270/40kt`.
struct LevelWind: OptionReadable {
  /// Above mean sea level; nil for all altitudes.
  var altitude: Length?
  var wind: WindVector

  static func read(_ text: String) throws -> LevelWind {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return LevelWind(wind: try WindVector.parse(text)) }
    return LevelWind(altitude: try Length.parse(altitude: parts[0]), wind: try WindVector.parse(parts[1]))
  }
}
