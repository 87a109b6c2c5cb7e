import Units

/// What a layer says of the third coordinates of its geometries, under the key `heights`.
enum HeightUse: Equatable {
  /// Above mean sea level.
  case seaLevel(metresPerUnit: Double)
  /// Above ground.
  case ground(metresPerUnit: Double)
  /// Not read.
  case ignored

  static let words = ["amsl", "agl", "ignore", "amsl_ft", "agl_ft"]

  init?(_ word: String) {
    switch word {
    case "amsl": self = .seaLevel(metresPerUnit: 1)
    case "agl": self = .ground(metresPerUnit: 1)
    case "amsl_ft": self = .seaLevel(metresPerUnit: Length.metresPerFoot)
    case "agl_ft": self = .ground(metresPerUnit: Length.metresPerFoot)
    case "ignore": self = .ignored
    default: return nil
    }
  }
}
