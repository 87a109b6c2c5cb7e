public import Coverage
import Foundation
import Geodesy
public import Interception
import Response
internal import Scenario
import Terrain
public import Units

/// What a plan computed over the scenario's terrain.
public struct PlanTerrain: Sendable {
  /// Every radar of any of the plan's networks, those that see the same once.
  public var coverage: TerrainCoverage
  /// The stations of each of the plan's options by their positions in ``coverage``, in the order of the option's network.
  public var networks: [[Int]]
  /// What those networks see of the coverage target at the scenario's altitude bands, and the pictures of the one that is
  /// planned with; nil when ``Plan/Parts/coverage`` was not asked.
  package var picture: NetworkPicture?
  /// How certain it is that the network that is planned with sees the coverage target, at the heights of ``picture``; nil
  /// when the scenario states no bands of what is unknown, or ``Plan/Parts/coverage`` was not asked.
  package var certainty: NetworkCertainty?
  /// With what probability the looks of the network that is planned with detect the coverage target, at the heights of
  /// ``picture``; nil where looks do not count, or ``Plan/Parts/coverage`` was not asked.
  package var probability: NetworkProbability?
  /// Which option is planned with.
  public var chosen: Int
  /// What the network that is planned with sees of the coverage target over each strip, in the order of the scenario.
  public var strips: [PlaceFloor]
  /// What that network sees along the way of each flight, in the order of the scenario.
  public var routes: [[RouteFloor]]
  /// Distance between posts that are computed with, in the middle of the network or of the terrain.
  public var postSpacing: Length?
}

extension PlanTerrain {
  /// Altitude of a station's antenna above mean sea level; nil where the terrain at its site is unknown.
  public func antennaAltitude(of station: RadarStation) -> Length? {
    coverage.positions(of: [station]).flatMap { coverage.floors[$0[0]].antennaAltitude }
  }

  /// Computes the floors of every radar of some networks.
  static func load(
    _ scenario: Scenario, _ networks: [SmoothEarthCoverage], chosen: Int, over terrain: Terrain,
    options: TerrainCoverage.Options, hasPicture: Bool, progress: @escaping @Sendable (Int) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(PlanError) -> PlanTerrain {
    if let large = networks.first(where: { $0.stations.count > NetworkBlock.mostRadars }) {
      throw PlanError(
        .terrain, "a network of \(large.stations.count) radars over terrain",
        remedy: "at most \(NetworkBlock.mostRadars) can be counted")
    }
    let stations = unique(networks)
    do throws(TerrainCoverageError) {
      let coverage = try TerrainCoverage.load(
        stations, over: terrain, targets: targets(of: scenario), k: scenario.effectiveEarthFactor, options: options,
        progress: progress, isCancelled: isCancelled)
      let positions = networks.map { coverage.positions(of: $0.stations) ?? [] }
      let certainty =
        hasPicture ? try certainty(of: scenario, coverage, over: terrain, positions[chosen], options, isCancelled) : nil
      do throws(TerrainError) {
        let picture =
          hasPicture ? try picture(of: scenario, positions, drawn: chosen, in: coverage, options: options) : nil
        let probability = hasPicture ? try probability(of: scenario, positions[chosen], in: coverage, options) : nil
        progress(stations.count + 1)
        return PlanTerrain(
          coverage: coverage, networks: positions, picture: picture, certainty: certainty,
          probability: probability, chosen: chosen,
          strips: try coverage.network(of: positions[chosen]).floors(
            over: scenario.strips.map(\.position), target: scenario.coverageTarget),
          routes: [],
          postSpacing: try stations.first.flatMap { (station) throws(TerrainError) in
            try coverage.region.postSpacing(near: station.position)
          })
      } catch { throw .terrain(error) }
    } catch {
      if error.code == .cancelled { throw .cancelled }
      throw PlanError(.terrain, because: error)
    }
  }

  /// What some networks see, at the scenario's bands and altitudes.
  private static func picture(
    of scenario: Scenario, _ networks: [[Int]], drawn: Int, in coverage: TerrainCoverage,
    options: TerrainCoverage.Options
  ) throws(TerrainError) -> NetworkPicture {
    NetworkPicture(
      NetworkPicture.Question(
        networks: networks, drawn: drawn,
        heights: heights(of: scenario),
        target: scenario.coverageTarget,
        interest: try interest(of: scenario, over: coverage)),
      in: coverage, workers: options.workers, cache: options.cache)
  }

  /// The posts of the region of interest; nil without one.
  private static func interest(
    of scenario: Scenario, over coverage: TerrainCoverage
  ) throws(TerrainError) -> InterestMask? {
    try scenario.region.map { (region) throws(TerrainError) in
      try InterestMask(of: region.polygons, over: coverage.region)
    }
  }

  /// With what probability looks detect the coverage target; nil where looks do not count.
  private static func probability(
    of scenario: Scenario, _ network: [Int], in coverage: TerrainCoverage, _ options: TerrainCoverage.Options
  ) throws(TerrainError) -> NetworkProbability? {
    guard scenario.detection != nil, !network.isEmpty else { return nil }
    let target = scenario.coverageTarget
    return NetworkProbability(
      of: coverage, network: network,
      signals: coverage.stations.map { StationSignal($0, target: target) }, heights: heights(of: scenario),
      target: target, interest: try interest(of: scenario, over: coverage), workers: options.workers)
  }

  private static func heights(of scenario: Scenario) -> [Altitude] {
    scenario.altitudeBands.map { .aboveGround($0) } + scenario.altitudes.map { .aboveSeaLevel($0) }
  }

  /// Every target that is looked for.
  private static func targets(of scenario: Scenario) -> [Target] {
    scenario.soughtTargets + (scenario.doubt.map { [scenario.soughtTarget(in: $0.best)] } ?? [])
  }

  /// How certain it is that a network sees the coverage target; nil where nothing is in doubt.
  ///
  /// - Parameters:
  ///   - worst: The coverage under the worst, which the plan is made with.
  ///   - network: The network as positions in it.
  private static func certainty(
    of scenario: Scenario, _ worst: TerrainCoverage, over terrain: Terrain, _ network: [Int],
    _ options: TerrainCoverage.Options, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(TerrainCoverageError) -> NetworkCertainty? {
    guard let doubt = scenario.doubt, !worst.stations.isEmpty else { return nil }
    func coverage(_ variant: Doubt.Variant) throws(TerrainCoverageError) -> TerrainCoverage {
      if variant.k == doubt.worst.k, variant.raised == doubt.worst.raised { return worst }
      return try TerrainCoverage.load(
        worst.stations, over: terrain, targets: targets(of: scenario), k: variant.k, raised: variant.raised,
        options: options, isCancelled: isCancelled)
    }
    let interest: InterestMask?
    do throws(TerrainError) { interest = try self.interest(of: scenario, over: worst) } catch { throw .terrain(error) }
    return NetworkCertainty(
      worst: worst, median: try coverage(doubt.likely), best: try coverage(doubt.best), network: network,
      heights: heights(of: scenario),
      targets: [doubt.worst, doubt.likely, doubt.best].map { scenario.soughtTarget(in: $0) },
      interest: interest, workers: options.workers)
  }

  /// Every station of the networks, those that differ by key and name only once.
  static func unique(_ networks: [SmoothEarthCoverage]) -> [RadarStation] {
    var stations: [RadarStation] = []
    var seen: Set<RadarStation> = []
    for var station in networks.flatMap(\.stations) {
      let named = station
      (station.id, station.name) = ("", "")
      if seen.insert(station).inserted { stations.append(named) }
    }
    return stations
  }

  /// What each network sees at the scenario's altitude bands.
  func summaries(of scenario: Scenario, _ networks: [SmoothEarthCoverage]) -> [CoverageSummary] {
    networks.indices.map { index in
      guard let picture else { return CoverageSummary(bands: [], target: scenario.coverageTarget) }
      // Only the rings of the smooth Earth are computed: areas are those over terrain.
      var summary = CoverageSummary(
        bands: scenario.altitudeBands.map { height in
          CoverageSummary.Band(
            height: height,
            rings: networks[index].stations.map {
              networks[index].ring(of: $0, targetHeight: height, target: scenario.coverageTarget)
            }, ringAreas: [], areaSeenByAtLeast: [])
        }, target: scenario.coverageTarget
      ).over(picture.areas, altitudes: scenario.altitudes, network: index, stations: self.networks[index])
      summary.interestArea = scenario.region?.area
      return summary
    }
  }
}
