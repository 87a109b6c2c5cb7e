internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// An area that is seen at a height above ground, or at an altitude.
protocol SeenArea {
  var height: Length? { get }
  var area: Area { get }
  /// Its outlines on maps; empty where nothing is seen, or where no map is drawn.
  var outlines: PolygonOverlay.Polygons { get }
}
