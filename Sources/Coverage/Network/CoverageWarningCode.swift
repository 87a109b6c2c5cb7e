public import Units

/// The kinds of warning about coverage over terrain.
public enum CoverageWarningCode: String, WarningCode {
  /// The terrain is unknown at the site of a radar, which is treated as seeing nothing.
  case unknownSite
  /// An antenna stands as surveyed, and not as terrain and mast would have it.
  case surveyedAntenna
  /// An antenna is surveyed to stand below the ground of the terrain.
  case buriedAntenna
  /// The ground of a site is stated otherwise than the terrain has it.
  case siteElevation
  /// A part of the range of some radars lies outside the terrain.
  case outsideTerrain
  /// The terrain is coarsened to fit into memory.
  case coarsened
  /// Tiles of the terrain contradict each other.
  case contradiction
  /// What stands on the ground is unknown at some posts.
  case unknownCover
  /// What was computed could not be kept for the next run.
  case notKept
  /// Diffraction, which a scenario counts, is not counted.
  case diffractionLeftOut
}
