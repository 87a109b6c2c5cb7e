import Coverage
import GeoFiles
import Geodesy
import Interception
import Response
import Scenario
import Terrain
import Units

/// What networks see of the coverage target over the whole region, as a plan asks it. What the memo of the coverage holds is
/// not looked at again.
struct PlanLook {
  private let scenario: Scenario
  private let networks: [[Int]]
  private let chosen: Int
  private let coverage: TerrainCoverage
  private let options: TerrainCoverage.Options
  private let isCancelled: @Sendable () -> Bool
  private let heights: [Altitude]

  /// - Parameters:
  ///   - networks: Positions in the coverage's stations.
  ///   - chosen: The network that is drawn.
  init(
    _ scenario: Scenario, _ networks: [[Int]], chosen: Int, in coverage: TerrainCoverage,
    options: TerrainCoverage.Options, isCancelled: @escaping @Sendable () -> Bool
  ) {
    self.scenario = scenario
    self.networks = networks
    self.chosen = chosen
    self.coverage = coverage
    self.options = options
    self.isCancelled = isCancelled
    heights =
      scenario.altitudeBands.map { .aboveGround($0) } + scenario.altitudes.map { .aboveSeaLevel($0) }
  }

  private var memo: Memo? { coverage.memo }

  /// What every answer here depends on.
  private func numbers(_ memo: Memo) -> [Int] {
    [
      memo.number(of: heights), memo.number(of: scenario.coverageTarget), memo.number(of: networks[chosen]),
      memo.number(of: scenario.region?.polygons),
    ] + coverage.numbers(in: memo)
  }

  /// What the networks see, at the scenario's bands and altitudes.
  func picture() throws(TerrainCoverageError) -> NetworkPicture {
    let interest = try interest()
    return try memo.value(.picture) { memo in
      [memo.number(of: networks), chosen] + numbers(memo)
    } bytes: {
      $0.bytes
    } _: { () throws(TerrainCoverageError) in
      let picture = NetworkPicture(
        NetworkPicture.Question(
          networks: networks, drawn: chosen, heights: heights, target: scenario.coverageTarget, interest: interest),
        in: coverage, workers: options.workers, cache: options.cache, isCancelled: isCancelled)
      if isCancelled() { throw .cancelled }
      return picture
    }
  }

  /// The posts of the region of interest; nil without one.
  private func interest() throws(TerrainCoverageError) -> InterestMask? {
    guard let region = scenario.region else { return nil }
    return try memo.value(.interest) { memo in
      [coverage.region.number(in: memo), memo.number(of: region.polygons)]
    } bytes: { _ in
      coverage.region.grid.cells.count
    } _: { () throws(TerrainCoverageError) in
      do throws(TerrainError) { return try InterestMask(of: region.polygons, over: coverage.region) } catch {
        throw .terrain(error)
      }
    }
  }

  /// With what probability looks detect the coverage target; nil where looks do not count.
  func probability() throws(TerrainCoverageError) -> NetworkProbability? {
    let network = networks[chosen]
    guard let detection = scenario.detection, !network.isEmpty else { return nil }
    let interest = try interest()
    let target = scenario.coverageTarget
    return try memo.value(.probability) { memo in
      [memo.number(of: detection)] + numbers(memo)
    } bytes: {
      $0.perLook.reduce(0) { $0 + 8 * $1.cells.count }
    } _: { () throws(TerrainCoverageError) in
      let probability = NetworkProbability(
        of: coverage, network: network,
        signals: coverage.stations.map { StationSignal($0, target: target) }, heights: heights,
        target: target, interest: interest, workers: options.workers)
      if isCancelled() { throw .cancelled }
      return probability
    }
  }

  /// How certain it is that the chosen network sees the coverage target; nil where nothing is in doubt.
  ///
  /// The coverage is that under the worst, which the plan is made with.
  /// - Parameter targets: Every target that is looked for.
  func certainty(over terrain: Terrain, targets: [Target]) throws(TerrainCoverageError) -> NetworkCertainty? {
    guard let doubt = scenario.doubt, !coverage.stations.isEmpty else { return nil }
    func state(_ variant: Doubt.Variant) throws(TerrainCoverageError) -> TerrainCoverage {
      if variant.k == doubt.worst.k, variant.raised == doubt.worst.raised { return coverage }
      return try TerrainCoverage.load(
        coverage.stations, over: terrain, targets: targets, k: variant.k, raised: variant.raised,
        options: options, isCancelled: isCancelled)
    }
    let interest = try interest()
    return try memo.value(.certainty) { memo in
      [memo.number(of: doubt), memo.number(of: targets)] + numbers(memo)
    } bytes: {
      $0.classes.reduce(0) { $0 + $1.cells.count }
    } _: { () throws(TerrainCoverageError) in
      let certainty = NetworkCertainty(
        worst: coverage, median: try state(doubt.likely), best: try state(doubt.best),
        network: networks[chosen], heights: heights,
        targets: [doubt.worst, doubt.likely, doubt.best].map { scenario.soughtTarget(in: $0) },
        interest: interest, workers: options.workers, isCancelled: isCancelled)
      if isCancelled() { throw .cancelled }
      return certainty
    }
  }

  /// What the chosen network sees over each strip, in the order of the scenario.
  func strips() throws(TerrainCoverageError) -> [PlaceFloor] {
    let places = scenario.strips.map(\.position)
    return try memo.value(.places) { memo in
      [memo.number(of: places), memo.number(of: networks[chosen].map { coverage.stations[$0].id })] + numbers(memo)
    } _: { () throws(TerrainCoverageError) in
      do throws(TerrainError) {
        return try coverage.network(of: networks[chosen]).floors(over: places, target: scenario.coverageTarget)
      } catch { throw .terrain(error) }
    }
  }
}
