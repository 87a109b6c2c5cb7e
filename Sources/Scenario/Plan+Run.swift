import Coverage
import Interception
import Response

/// How far a run has come.
public struct PlanProgress: Sendable, Hashable {
  /// Steps that are done.
  public var done: Int
  /// Steps in all.
  public var total: Int

  /// So many steps of so many.
  public init(done: Int, total: Int) {
    self.done = done
    self.total = total
  }
}

extension Plan {
  /// Runs a scenario through the stages.
  ///
  /// Every network, today's and one per purchase, is measured against every flight; flights and altitude bands run side
  /// by side. The result holds the same bits whatever the number of workers.
  /// - Parameters:
  ///   - scenario: What to plan.
  ///   - purchase: The id of the purchase that counts as made; nil for today's radars alone.
  ///   - workers: How many steps run at a time; nil leaves it to the system.
  ///   - progress: Called after every step, from one task at a time.
  /// - Throws: ``PlanError`` when the scenario has no such purchase.
  public static func run(
    _ scenario: Scenario, purchase id: String? = nil, workers: Int? = nil,
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws(PlanError) -> Plan {
    var chosen = 0
    if let id {
      guard let index = scenario.purchases.firstIndex(where: { $0.id == id }) else {
        throw .noSuchPurchase(id, in: scenario)
      }
      chosen = index + 1
    }
    let purchases: [Scenario.Purchase?] = [nil] + scenario.purchases
    let networks = purchases.map { scenario.network(adding: $0) }
    let parts = await PlanSteps(scenario: scenario, networks: networks).run(workers: workers, progress: progress)

    let options = networks.indices.map { index in
      PurchaseOption(
        purchase: purchases[index], outcome: PlanOutcome(of: parts.flights[index]), coverage: parts.coverage[index])
    }
    return Plan(
      scenario: scenario, purchase: purchases[chosen], network: networks[chosen], coverage: parts.coverage[chosen],
      responses: ResponseTime.matrix(
        assets: scenario.assets, strips: scenario.strips, onScene: scenario.onSceneTime),
      flights: parts.flights[chosen],
      requiredDetections: RequiredDetection.rows(
        strips: scenario.strips, flights: scenario.flights, assets: scenario.assets, alert: scenario.alertChain,
        onScene: scenario.onSceneTime, groundElevation: scenario.groundElevation),
      outcome: options[chosen].outcome, options: options,
      warnings: PlanWarnings.all(of: scenario, network: networks[chosen]))
  }
}

/// The steps of a run that may go side by side.
struct PlanSteps {
  let scenario: Scenario
  let networks: [SmoothEarthCoverage]

  /// What the steps come to, by network.
  struct Result {
    var flights: [[FlightWindows]]
    var coverage: [CoverageSummary]
  }

  private enum Step: Sendable {
    case flight(network: Int, index: Int)
    case band(network: Int, index: Int)
  }

  private enum Outcome: Sendable {
    case flight(network: Int, index: Int, FlightWindows)
    case band(network: Int, index: Int, CoverageSummary.Band?)
  }

  func run(workers: Int?, progress: (@Sendable (PlanProgress) -> Void)?) async -> Result {
    var steps: [Step] = []
    for network in networks.indices {
      steps += scenario.altitudeBands.indices.map { .band(network: network, index: $0) }
      steps += scenario.flights.indices.map { .flight(network: network, index: $0) }
    }
    let outcomes = await withTaskGroup(of: Outcome.self) { group in
      var waiting = steps.makeIterator()
      var outcomes: [Outcome] = []
      for _ in 0..<max(1, min(workers ?? steps.count, steps.count)) {
        if let step = waiting.next() { group.addTask { perform(step) } }
      }
      while let outcome = await group.next() {
        outcomes.append(outcome)
        progress?(PlanProgress(done: outcomes.count, total: steps.count))
        if let step = waiting.next() { group.addTask { perform(step) } }
      }
      return outcomes
    }
    return collect(outcomes)
  }

  private func perform(_ step: Step) -> Outcome {
    switch step {
    case .flight(let network, let index):
      let windows = FlightWindows(
        flight: scenario.flights[index], coverage: networks[network], assets: scenario.assets,
        alert: scenario.alertChain, daylight: scenario.daylight, onScene: scenario.onSceneTime)
      return .flight(network: network, index: index, windows)
    case .band(let network, let index):
      let summary = CoverageSummary(
        of: networks[network], heights: [scenario.altitudeBands[index]], target: scenario.coverageTarget)
      return .band(network: network, index: index, summary.bands.first)
    }
  }

  /// Puts what came in any order into the scenario's.
  private func collect(_ outcomes: [Outcome]) -> Result {
    var flights = networks.map { _ in [FlightWindows?](repeating: nil, count: scenario.flights.count) }
    var bands = networks.map { _ in [CoverageSummary.Band?](repeating: nil, count: scenario.altitudeBands.count) }
    for outcome in outcomes {
      switch outcome {
      case .flight(let network, let index, let windows): flights[network][index] = windows
      case .band(let network, let index, let band): bands[network][index] = band
      }
    }
    return Result(
      flights: flights.map { $0.compactMap { $0 } },
      coverage: bands.map { bands in
        var summary = CoverageSummary(of: networks[0], heights: [], target: scenario.coverageTarget)
        summary.bands = bands.compactMap { $0 }
        return summary
      })
  }
}
