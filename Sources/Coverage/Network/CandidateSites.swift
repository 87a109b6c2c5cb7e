internal import GeoFiles
internal import Geodesy
internal import Radar
internal import Terrain
internal import Units

/// The places from which candidate radars look, each with the radars that share a floor there.
struct CandidateSites: Sendable {
  /// One floor.
  struct Site: Sendable {
    var window: TerrainRegion.Window
    var range: Length
    /// Positions of the candidates.
    var candidates: [Int]
    /// The antennas whose lines of sight count besides theirs.
    var partners: [Partner] = []

    /// An antenna, how far its floor reaches, and over which part of the terrain.
    struct Partner: Sendable {
      var station: RadarStation
      var range: Length
      var window: TerrainRegion.Window
    }
  }

  private struct Place: Hashable {
    var position: Position
    var antenna: Altitude
    var range: Length
    var partners: RadarStation.Partners
  }

  private let stations: [RadarStation]
  private let ranges: [Length]
  private let common: String
  private(set) var sites: [Site] = []
  /// The part of the terrain that all of them look over.
  let whole: TerrainRegion.Window
  let reduction: Int
  private(set) var warnings: [CoverageWarning] = []

  init(
    _ stations: [RadarStation], over terrain: Terrain, targets: [Target], k: Double,
    _ options: TerrainCoverage.Options
  ) throws(TerrainCoverageError) {
    self.stations = stations
    let ranges = stations.map { StationPlan.range(of: $0, targets: targets) }
    self.ranges = ranges.map(\.floor)
    var places: [Place: Int] = [:]
    for (index, station) in stations.enumerated() {
      let place = Place(
        position: station.position, antenna: station.antenna, range: ranges[index].floor, partners: station.partners)
      if let known = places[place] {
        sites[known].candidates.append(index)
        continue
      }
      places[place] = sites.count
      do throws(TerrainError) {
        func window(_ station: RadarStation, _ range: (farthest: Length, floor: Length)) throws(TerrainError)
          -> TerrainRegion.Window
        {
          range.farthest > .zero
            ? try TerrainRegion.window(of: terrain, around: station.position, radius: range.floor)
            : TerrainRegion.Window(rows: 0..<0, columns: 0..<0)
        }
        var site = Site(window: try window(station, ranges[index]), range: ranges[index].floor, candidates: [index])
        for partner in station.partnerStations(for: targets) {
          let range = StationPlan.range(of: partner, targets: targets)
          site.partners.append(
            Site.Partner(station: partner, range: range.floor, window: try window(partner, range)))
        }
        sites.append(site)
      } catch { throw .terrain(error) }
    }
    whole = TerrainRegion.Window.holding(sites.flatMap { [$0.window] + $0.partners.map(\.window) })
    reduction = Self.reduction(
      whole, sites.map { site in site.partners.reduce(site.window.count) { $0 + $1.window.count } }.max() ?? 0, options,
      isCovered: terrain.hasSurface)
    if reduction > 1 { warnings.append(TerrainCoverage.coarsened(reduction, options)) }
    common = [
      "rows \(FloorCache.version)", terrain.fingerprint(rows: whole.rows, columns: whole.columns), "\(whole)",
      "n \(reduction)", "k \(k)",
      options.quality.rawValue,
    ].joined(separator: "\n")
  }

  /// The least n for which the terrain and what the workers hold fit into the memory that is allowed.
  private static func reduction(
    _ whole: TerrainRegion.Window, _ largest: Int, _ options: TerrainCoverage.Options, isCovered: Bool
  ) -> Int {
    // A worker holds a floor, a copy of its window and what the floor is made with.
    let posts = whole.count + 3 * max(options.workers, 1) * largest
    return TerrainCoverage.reduction(
      of: posts, region: whole.count, limit: options.memoryLimit, isCovered: isCovered)
  }

  /// Everything that a row depends on.
  func key(of candidate: Int, _ content: String) -> String {
    var station = stations[candidate]
    (station.id, station.name, station.groundElevation) = ("", "", station.surveyedElevation)
    // The antenna's height is the station's; names, price and revisit say nothing about what is seen.
    (station.type.id, station.type.name, station.type.price, station.type.revisit) = ("", "", nil, nil)
    station.type.antennaHeight = .zero
    return "\(common)\nrange \(ranges[candidate].metres)\n\(station)\n\(content)"
  }
}
