internal import GeoFiles
internal import Planning
internal import Response
internal import Units

/// What a subject reaches within a limit, as polygons.
struct IsochroneRow {
  var subject: ReachSubject
  var period: Period
  var limit: Duration
  var polygons: PolygonOverlay.Polygons
  /// Of the cells, on the ellipsoid.
  var area: Area
}
