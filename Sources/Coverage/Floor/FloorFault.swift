public import Units

/// Kinds of failure with floors and sight lines.
public enum FloorFault: String, FaultCode {
  /// A range, height or factor out of its domain.
  case badParameter
  /// The antenna would stand below the ground.
  case belowGround
  /// A height above ground where the ground is unknown.
  case unknownGround
  /// A sight line whose ends coincide.
  case samePlace
  /// Terrain that cannot be read.
  case terrain
  /// A floor that cannot be written.
  case file
  /// More memory is needed than the limit allows.
  case tooLarge
  /// The grid's coordinate system is unknown to PROJ, or missing where one is needed.
  case badSystem
  /// The grid's coordinate system is too curved around the antenna to follow line by line.
  case bentGrid

  /// The problem, a colon and the remedy.
  public static func text(of problem: String, remedy: String) -> String { "\(problem): \(remedy)" }
}
