internal import Terrain
internal import Units

extension GroundCover {
  /// What stands on the ground, for people: `cover of 25 m`.
  var heightText: String { "cover of \(height?.heightText ?? "unknown height")" }
}
