internal import Coverage
internal import Radar
internal import Units

/// How far one radar sees at one height, over terrain or over a smooth Earth, as the outputs give it.
struct RadarSight {
  /// Where its coverage begins; nil over terrain, where it has many edges.
  var inner: Length?
  /// The farthest place that it sees; zero when it sees nothing.
  var outer: Length
  /// The distance that half of the azimuths do not exceed; nil over a smooth Earth.
  var median: Length?
  /// What ends its coverage: a limit of the radar's own, or the terrain.
  var limit: String

  /// Ends the coverage over terrain short of the radar's own range.
  static let terrainLimit = "terrain"
  /// The words for a limit.
  static let limits = CoverageRing.Limit.allCases.map(\.rawValue) + [terrainLimit]

  init(_ band: CoverageSummary.Band, _ index: Int, _ station: RadarStation) {
    let ring = band.rings[index]
    guard let reaches = band.reaches else {
      (inner, outer, median, limit) = (ring.innerRadius, ring.outerRadius, nil, ring.limit.rawValue)
      return
    }
    let reach = reaches[index]
    (inner, outer, median) = (nil, reach.farthest, reach.median)
    // A place in sight at the very range: within a hundredth, which posts and heights take.
    let range = station.instrumentedRange
    if outer == .zero {
      limit = CoverageRing.Limit.blind.rawValue
    } else if ring.limit == .detection, outer >= ring.outerRadius * 0.99 {
      limit = CoverageRing.Limit.detection.rawValue
    } else {
      limit = outer >= range * 0.99 ? CoverageRing.Limit.instrumented.rawValue : Self.terrainLimit
    }
  }
}
