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
      let look = PlanLook(
        scenario, positions, chosen: chosen, in: coverage, options: options, isCancelled: isCancelled)
      let certainty = hasPicture ? try look.certainty(over: terrain, targets: targets(of: scenario)) : nil
      let picture = hasPicture ? try look.picture() : nil
      let probability = hasPicture ? try look.probability() : nil
      let strips = try look.strips()
      let spacing: Length?
      do throws(TerrainError) {
        spacing = try stations.first.flatMap { (station) throws(TerrainError) in
          try coverage.region.postSpacing(near: station.position)
        }
      } catch { throw .terrain(error) }
      progress(stations.count + 1)
      return PlanTerrain(
        coverage: coverage, networks: positions, picture: picture, certainty: certainty, probability: probability,
        chosen: chosen, strips: strips, routes: [], postSpacing: spacing)
    } catch {
      if error.code == .cancelled { throw .cancelled }
      throw PlanError(.terrain, because: error)
    }
  }

  /// Every target that is looked for.
  static func targets(of scenario: Scenario) -> [Target] {
    scenario.soughtTargets + (scenario.doubt.map { [scenario.soughtTarget(in: $0.best)] } ?? [])
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
