public import Coverage
internal import Foundation
internal import Interception
internal import Response
public import Scenario
internal import Terrain
internal import Units

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
  /// Every network, today's and one per purchase, is measured against every flight; radars, flights and altitude bands
  /// run side by side. Less is computed where less is asked: for ``Plan/Parts/responses`` no radar's floor is. The result
  /// holds the same bits whatever the number of workers.
  /// - Parameters:
  ///   - scenario: What to plan.
  ///   - parts: What is asked of it.
  ///   - purchase: The id of the purchase that counts as made; nil for today's radars only.
  ///   - workers: How many steps run at a time; nil for as many as the machine has processors.
  ///   - terrain: How floors over the scenario's terrain are computed; its workers are those above.
  ///   - progress: Called after every step, from one task at a time.
  /// - Throws: ``PlanError`` when the scenario has no such purchase, or its terrain cannot be read.
  public static func run(
    _ scenario: Scenario, parts asked: Parts = .all, purchase id: String? = nil, workers: Int? = nil,
    terrain options: TerrainCoverage.Options = TerrainCoverage.Options(),
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws(PlanError) -> Plan {
    var purchases: [Scenario.Purchase?] = [nil] + scenario.purchases
    var chosen = 0
    if let id {
      guard let index = purchases.firstIndex(where: { $0?.id == id }) else {
        throw .noSuchPurchase(id, in: scenario)
      }
      chosen = index
    }
    if !asked.contains(.purchases) { (purchases, chosen) = ([purchases[chosen]], 0) }
    let networks = purchases.map { scenario.network(adding: $0) }
    let workers = workers ?? ProcessInfo.processInfo.activeProcessorCount
    let assets = purchases.map { scenario.assets(taking: $0?.measures ?? []) }
    let steps = PlanSteps(scenario: scenario, networks: networks, assets: assets, parts: asked)
    var terrain: PlanTerrain?
    if asked.looks, let source = scenario.terrain {
      var options = options
      options.workers = workers
      let total = steps.count(isOverTerrain: true)
      terrain = try scenario.units.writing { () throws(PlanError) in
        try PlanTerrain.load(
          scenario, networks, chosen: chosen, over: source, options: options, hasPicture: asked.contains(.coverage)
        ) { done in progress?(PlanProgress(done: done, total: total)) }
      }
    }
    let parts = try await steps.run(terrain: terrain, workers: workers, progress: progress)
    terrain?.routes = parts.routes

    let outcomes = networks.indices.map { index in
      PurchaseOption(
        purchase: purchases[index], outcome: PlanOutcome(of: parts.flights[index]), coverage: parts.coverage[index])
    }
    // From here on the measures of the chosen purchase are taken.
    var scenario = scenario
    scenario.assets = assets[chosen]
    return Plan(
      scenario: scenario, parts: asked, purchase: purchases[chosen], network: networks[chosen],
      coverage: parts.coverage[chosen],
      responses: asked.contains(.responses)
        ? ResponseTime.matrix(assets: scenario.assets, strips: scenario.strips, onScene: scenario.onSceneTime) : [],
      flights: parts.flights[chosen],
      requiredDetections: asked.contains(.flights) ? try required(scenario, parts, chosen, terrain) : [],
      outcome: outcomes[chosen].outcome, options: asked.contains(.purchases) ? outcomes : [], terrain: terrain,
      warnings: scenario.units.writing {
        PlanWarnings.all(
          of: scenario, parts: asked, network: networks[chosen], coverage: parts.coverage[chosen], terrain: terrain,
          tracks: parts.tracks)
      })
  }

  /// How far out flights must be seen, and whether they are.
  private static func required(
    _ scenario: Scenario, _ parts: PlanSteps.Result, _ chosen: Int, _ terrain: PlanTerrain?
  ) throws(PlanError) -> [RequiredDetection] {
    let rows = RequiredDetection.rows(
      strips: scenario.strips, flights: scenario.flights, assets: scenario.assets, alert: scenario.alertChain,
      onScene: scenario.onSceneTime, groundElevation: scenario.groundElevation)
    let network = terrain.map { $0.coverage.network(of: $0.networks[chosen]) }
    var judged: [RequiredDetection] = []
    for row in rows {
      guard let index = scenario.flights.firstIndex(where: { $0.id == row.flight.id }) else { continue }
      let timeline = parts.flights[chosen][index].timeline
      var row = row.judged(by: timeline, alert: scenario.alertChain)
      if let network {
        do throws(TerrainError) { row = try row.looked(at: network, along: parts.tracks[index], timeline) } catch {
          throw PlanError(code: .terrain, description: "the route of “\(row.flight.id)” over the terrain: \(error)")
        }
      }
      judged.append(row)
    }
    return judged
  }
}
