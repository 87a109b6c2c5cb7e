import Coverage
import GeoFiles
import Interception
import Response
import Scenario
import Terrain
import Units

/// The steps of a run that may go side by side.
struct PlanSteps {
  let scenario: Scenario
  /// Over a smooth Earth.
  let networks: [SmoothEarthCoverage]
  /// The assets with each network.
  let assets: [[Asset]]
  let parts: Plan.Parts
  private let border: Border

  init(scenario: Scenario, networks: [SmoothEarthCoverage], assets: [[Asset]], parts: Plan.Parts) {
    self.scenario = scenario
    self.networks = networks
    self.assets = assets
    self.parts = parts
    border = Border(scenario.border)
  }

  /// What the steps come to, by network.
  struct Result {
    var flights: [[FlightWindows]]
    var coverage: [CoverageSummary]
    /// What the chosen network sees along each flight's way; empty without terrain.
    var routes: [[RouteFloor]]
    /// The flights in time, over terrain where there is some, in the order of the scenario.
    var tracks: [FlightTrack]
  }

  private enum Step: Sendable {
    case flight(index: Int)
    case band(network: Int, index: Int)
  }

  private enum Outcome: Sendable {
    case flight(index: Int, FlightTrack, [FlightWindows], [RouteFloor])
    case band(network: Int, index: Int, CoverageSummary.Band?)
    case failure(index: Int, TerrainError)
    case areaFailure(GeoFileError)
  }

  /// The flights that are followed.
  private var flights: Range<Int> { parts.contains(.flights) ? scenario.flights.indices : 0..<0 }
  /// The altitude bands whose areas are measured.
  private var bands: Range<Int> { parts.contains(.coverage) ? scenario.altitudeBands.indices : 0..<0 }

  /// How many steps a run has: over terrain one for each radar, one for all areas and one for each flight.
  func count(isOverTerrain: Bool) -> Int {
    flights.count + (isOverTerrain ? PlanTerrain.unique(networks).count + 1 : networks.count * bands.count)
  }

  /// Runs the steps; with terrain its floors are there already.
  func run(
    terrain: PlanTerrain?, workers: Int, progress: (@Sendable (PlanProgress) -> Void)?
  ) async throws(PlanError) -> Result {
    let total = count(isOverTerrain: terrain != nil)
    var steps: [Step] = []
    var done = 0
    var summaries: [CoverageSummary]?
    if let terrain {
      summaries = terrain.summaries(of: scenario, networks)
      done = total - flights.count
    } else {
      for network in networks.indices {
        steps += bands.map { .band(network: network, index: $0) }
      }
    }
    steps += flights.map { .flight(index: $0) }
    let seen = terrain.map { terrain in networks.compactMap { terrain.coverage.network(of: $0.stations) } }
    let chosen = terrain?.chosen ?? 0
    let outcomes = await withTaskGroup(of: Outcome.self) { group in
      var waiting = steps.makeIterator()
      var outcomes: [Outcome] = []
      for _ in 0..<max(1, min(workers, steps.count)) {
        if let step = waiting.next() { group.addTask { perform(step, over: seen, chosen: chosen) } }
      }
      while let outcome = await group.next() {
        outcomes.append(outcome)
        progress?(PlanProgress(done: done + outcomes.count, total: total))
        if Task.isCancelled { continue }
        if let step = waiting.next() { group.addTask { perform(step, over: seen, chosen: chosen) } }
      }
      return outcomes
    }
    try PlanError.checkCancellation()
    var result = try collect(outcomes)
    if let summaries {
      result.coverage = summaries
    } else if parts.contains(.coverage) {
      try addLevels(to: &result.coverage)
    }
    return result
  }

  /// A flight against every network: its way over the terrain is looked up once.
  private func perform(_ step: Step, over terrain: [TerrainCoverage]?, chosen: Int) -> Outcome {
    switch step {
    case .flight(let index):
      let flight = scenario.flights[index]
      do throws(TerrainError) {
        guard let terrain, let region = terrain.first?.region else {
          let track = FlightTrack(flight, groundElevation: scenario.groundElevation).bounded(by: border)
            .closed(to: scenario.pursuitAreas)
          return .flight(index: index, track, zip(networks, assets).map { windows(track, $0, $1) }, [])
        }
        let track = try FlightTrack(flight, over: region, groundElevation: scenario.groundElevation).bounded(by: border)
          .closed(to: scenario.pursuitAreas)
        let answers = zip(terrain, assets).map { windows(track, $0, $1) }
        return .flight(
          index: index, track, answers, track.floors(seenBy: terrain[chosen], answers[chosen].timeline))
      } catch { return .failure(index: index, error) }
    case .band(let network, let index):
      do throws(GeoFileError) {
        var summary = try CoverageSummary(
          of: networks[network], heights: [scenario.altitudeBands[index]], target: scenario.coverageTarget)
        if let region = scenario.region { summary = try summary.within(region) }
        return .band(network: network, index: index, summary.bands.first)
      } catch { return .areaFailure(error) }
    }
  }

  private func windows(_ track: FlightTrack, _ coverage: some NetworkCoverage, _ assets: [Asset]) -> FlightWindows {
    FlightWindows(
      track: track, coverage: coverage, assets: assets, alert: scenario.alertChain,
      daylight: scenario.daylight, onScene: scenario.onSceneTime)
  }

  /// What is seen at altitudes above mean sea level over a smooth Earth.
  private func addLevels(to coverage: inout [CoverageSummary]) throws(PlanError) {
    for index in networks.indices {
      do throws(GeoFileError) {
        coverage[index] = try coverage[index].at(scenario.altitudes, in: networks[index], of: scenario.region)
      } catch { throw PlanError(.region, at: FaultPlace(subject: "areas of coverage"), because: error) }
    }
  }

  /// Puts what came in any order into the scenario's.
  private func collect(_ outcomes: [Outcome]) throws(PlanError) -> Result {
    var flights = [[FlightWindows]?](repeating: nil, count: scenario.flights.count)
    var tracks = [FlightTrack?](repeating: nil, count: scenario.flights.count)
    var routes = [[RouteFloor]](repeating: [], count: scenario.flights.count)
    var bands = networks.map { _ in [CoverageSummary.Band?](repeating: nil, count: scenario.altitudeBands.count) }
    var failure: (index: Int, error: TerrainError)?
    for outcome in outcomes {
      switch outcome {
      case .flight(let index, let track, let windows, let floors):
        (tracks[index], flights[index], routes[index]) = (track, windows, floors)
      case .band(let network, let index, let band): bands[network][index] = band
      case .areaFailure(let error):
        throw PlanError(.region, at: FaultPlace(subject: "areas of coverage"), because: error)
      case .failure(let index, let error): if index < failure?.index ?? .max { failure = (index, error) }
      }
    }
    if let failure {
      let id = scenario.flights[failure.index].id
      throw PlanError(
        .terrain, at: FaultPlace(subject: "the flight “\(id)” over the terrain"), because: failure.error)
    }
    return Result(
      flights: networks.indices.map { network in
        Roster(flights.compactMap { $0?[network] }, by: scenario.assignment).flights
      },
      coverage: bands.map { bands in
        var summary = CoverageSummary(bands: bands.compactMap { $0 }, target: scenario.coverageTarget)
        summary.interestArea = scenario.region?.area
        return summary
      },
      routes: routes,
      tracks: tracks.compactMap { $0 })
  }
}
