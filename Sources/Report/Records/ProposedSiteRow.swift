internal import GeoFiles
internal import Geodesy
internal import Terrain
internal import Units

/// A site found in terrain.
struct ProposedSiteRow {
  var id: String
  var site: ProposedSite
}
