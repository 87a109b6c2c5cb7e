import Scenario
import Terrain
import Units

/// What scenario.yaml says of what stands on the ground.
struct CoverSettings {
  /// Where it was written.
  var origin: Origin
  var height: Length?
  var clearing: Length?
  var isSeaBare = false
  /// The path of a raster, as written.
  var raster: String?
}
