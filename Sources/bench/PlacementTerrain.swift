import Atalaya
import Foundation

/// A planner's problem over real terrain: 225 sites on the summits and ridges of GeoData/lima with three types each, and
/// 20,000 cells in which aircraft 150 m above ground are to be seen.
enum PlacementTerrain {
  /// Which cells a radar sees, one word each.
  private struct Seen: CandidateRow {
    var words: [UInt64]
    init(words: [UInt64]) { self.words = words }
  }

  private static let types: [(range: Double, price: Double)] = [(100, 17.8e6), (60, 6.3e6), (30, 2.4e6)]

  /// The model, and how long its rows took.
  static func planner() throws -> (model: PlacementModel, note: String) {
    let terrain = try Terrain.open(["GeoData/lima/terrain.tif"])
    let sites = try terrain.proposedSites(SiteSearch(spacing: .kilometres(9), count: 225))
    let target = Target(crossSection: .squareMetres(1), hasTransponder: false)
    let stations = sites.enumerated().flatMap { number, site in
      types.enumerated().map { type, kind in
        RadarStation(
          id: "\(number)/\(type)", name: "", position: site.position, groundElevation: nil, antennaHeight: .metres(12),
          type: RadarType(
            id: "\(type)", name: "", kind: .primary, instrumentedRange: .kilometres(kind.range),
            detectionRange: .kilometres(kind.range), referenceCrossSection: .squareMetres(1),
            minimumRange: .metres(500), antennaHeight: .metres(12)))
      }
    }
    // 141 × 142 cells of 1.5 km.
    let frame = terrain.frame
    let (rows, columns) = (141, 142)
    func places(_ index: (Int) -> Int, of count: Int, over posts: Int) -> [Double] {
      (0..<rows * columns).map { (Double(index($0)) + 0.5) / Double(count) * Double(posts - 1) }
    }
    let cells = try terrain.positions(
      columns: places({ $0 % columns }, of: columns, over: frame.columns),
      rows: places({ $0 / columns }, of: rows, over: frame.rows)
    ).compactMap(\.self)
    let workers = ProcessInfo.processInfo.activeProcessorCount
    var result: CandidateRows<Seen>?
    let seconds = try Duel.seconds {
      result = try CandidateRows<Seen>.make(
        of: stations, over: terrain, targets: [target], options: .init(workers: workers), content: "",
        prepare: { (region) throws(TerrainError) in try region.samples(at: cells) },
        row: { coverage, samples in
          let margins = coverage.marginsInMetres(
            seenBy: 0, at: samples, altitudesMetres: samples.map { $0.groundMetres + 150 }, target: target)
          return Seen(words: margins.map { $0 >= 0 ? 1 : 0 })
        })
    }
    let seen = result!
    var random = PlacementInstances.Random(state: 7)
    let options = stations.enumerated().map { index, station in
      // Prices differ by what a site costs to open up.
      let price = types[index % types.count].price * (0.9 + 0.2 * random.unit())
      return PlacementOption(
        id: station.id, cost: (price / 1e5).rounded() * 1e5, group: "site \(index / types.count)")
    }
    let weights = PlacementInstances.weights(rows: rows, columns: columns, &random)
    var covers: [PlacementCover] = []
    for (option, row) in seen.rows.enumerated() {
      for (cell, word) in row.words.enumerated() where word == 1 {
        covers.append(PlacementCover(option: option, demand: cell))
      }
    }
    let model = try PlacementModel(
      options: options, demands: weights.enumerated().map { PlacementDemand(id: "cell \($0)", weight: $1) },
      covers: covers)
    let note = String(
      format: "%d sites × %d types, %d floors on %d workers in %.1f s", sites.count, types.count, seen.computedFloors,
      workers, seconds)
    return (model, note)
  }
}
