import Coverage
import GeoFiles
import Interception
import Radar
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
  /// Where what was computed is held; nil for nowhere.
  private let memo: Memo?
  private let against: PlanFlights

  init(scenario: Scenario, networks: [SmoothEarthCoverage], assets: [[Asset]], parts: Plan.Parts, memo: Memo?) {
    self.scenario = scenario
    self.networks = networks
    self.assets = assets
    self.parts = parts
    self.memo = memo
    against = PlanFlights(scenario, assets: assets, memo: memo)
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
    case flight(index: Int, PlanFlights.Answer)
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
    terrain: PlanTerrain?, workers: Int, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (@Sendable (PlanProgress) -> Void)?
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
        if Task.isCancelled || isCancelled() { continue }
        if let step = waiting.next() { group.addTask { perform(step, over: seen, chosen: chosen) } }
      }
      return outcomes
    }
    if Task.isCancelled || isCancelled() { throw .cancelled }
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
          return .flight(index: index, against.answer(flight, over: networks))
        }
        return .flight(index: index, try against.answer(flight, over: terrain, region: region, chosen: chosen))
      } catch { return .failure(index: index, error) }
    case .band(let network, let index):
      do throws(GeoFileError) {
        let band = try memo.value(.band) { memo in
          areaNumbers(of: networks[network], memo) + [memo.number(of: scenario.altitudeBands[index])]
        } bytes: { _ in
          300 * networks[network].stations.count
        } _: { () throws(GeoFileError) in
          var summary = try CoverageSummary(
            of: networks[network], heights: [scenario.altitudeBands[index]], target: scenario.coverageTarget)
          if let region = scenario.region { summary = try summary.within(region) }
          return summary.bands.first
        }
        return .band(network: network, index: index, band)
      } catch { return .areaFailure(error) }
    }
  }

  /// What the areas that a network sees over a smooth Earth depend on besides the height.
  private func areaNumbers(of network: SmoothEarthCoverage, _ memo: Memo) -> [Int] {
    [
      memo.number(of: network.stations), memo.number(of: network.groundElevation), memo.number(of: network.earth.k),
      memo.number(of: scenario.coverageTarget), memo.number(of: scenario.region?.polygons),
    ]
  }

  /// What is seen at altitudes above mean sea level over a smooth Earth.
  private func addLevels(to coverage: inout [CoverageSummary]) throws(PlanError) {
    for index in networks.indices {
      do throws(GeoFileError) {
        coverage[index].levels = try memo.value(.levels) { memo in
          areaNumbers(of: networks[index], memo) + [memo.number(of: scenario.altitudes)]
        } _: { () throws(GeoFileError) in
          try coverage[index].at(scenario.altitudes, in: networks[index], of: scenario.region).levels
        }
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
      case .flight(let index, let answer):
        (tracks[index], flights[index], routes[index]) = (answer.track, answer.windows, answer.floors)
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
