internal import Coverage
internal import GeoFiles
internal import Geodesy
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// What at least so many radars see at a height or at an altitude, of everything or of the region of interest.
struct SeenRow: SeenArea {
  var height: Length?
  var altitude: Length?
  var scope = "network"
  var radars: Int
  var area: Area
  /// Of the first row of several: where nothing is known.
  var unknown: Area?
  /// The region of interest, of which this is a part; zero for none.
  var whole = Area.zero
  var outlines: PolygonOverlay.Polygons = []

  /// The areas seen by at least 1, 2, 3 radars.
  static func all(_ areas: [Area], unknown: Area? = nil, of row: SeenRow = SeenRow(radars: 0, area: .zero)) -> [SeenRow]
  {
    areas.enumerated().map { index, area in
      var row = row
      (row.radars, row.area, row.unknown) = (index + 1, area, index == 0 ? unknown : nil)
      return row
    }
  }

  var share: Double? { whole > .zero ? min(area.squareKilometres / whole.squareKilometres, 1) : nil }
}
