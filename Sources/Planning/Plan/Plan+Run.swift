public import Coverage
internal import Foundation
internal import GeoFiles
internal import Interception
internal import Response
public import Scenario
internal import Terrain
public import Units

extension Plan {
  /// Answers a question about a scenario.
  ///
  /// Every network, today's and one per purchase, is measured against every flight; radars, flights and altitude bands
  /// run side by side. Less is computed where less is asked: for ``Plan/Parts/responses`` no radar's floor is. The result
  /// holds the same bits whatever the number of workers. When its task is cancelled it ends after the step that is being
  /// computed.
  /// - Parameters:
  ///   - scenario: What to plan.
  ///   - question: What is asked of it.
  ///   - progress: Called after every step, from one task at a time.
  /// - Throws: ``PlanError`` when the scenario has no such purchase, or its terrain cannot be read.
  public static func run(
    _ scenario: Scenario, _ question: PlanQuestion, progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws(PlanError) -> Plan {
    let base = try scenario.purchase(of: question.purchase)
    let placement = try await proposal(for: scenario, question, onTopOf: base, progress)
    let answer = try await answer(placement.map(scenario.adding) ?? scenario, question, progress)
    let leak = try await leak(past: answer, question, progress)
    return answer.with(placement, leak)
  }

  /// Answers a question about a scenario without a proposal and without routes.
  ///
  /// As ``run(_:_:progress:)``, of which the parameters are parts of the question.
  public static func run(
    _ scenario: Scenario, parts: Parts = .all, purchase: String? = nil, workers: Int? = nil,
    terrain: TerrainCoverage.Options = TerrainCoverage.Options(), progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws(PlanError) -> Plan {
    let question = PlanQuestion(parts: parts, purchase: purchase, workers: workers, terrain: terrain)
    return try await run(scenario, question, progress: progress)
  }

  private static func proposal(
    for scenario: Scenario, _ question: PlanQuestion, onTopOf base: Scenario.Purchase?,
    _ progress: (@Sendable (PlanProgress) -> Void)?
  ) async throws(PlanError) -> PlanPlacement? {
    guard let siting = question.siting else { return nil }
    do throws(SitingError) {
      return try await PlanPlacement.run(
        scenario, siting, onTopOf: base, workers: question.workers, terrain: question.terrain, progress: progress)
    } catch {
      try PlanError.checkCancellation()
      throw PlanError(.siting, because: error)
    }
  }

  private static func leak(
    past plan: Plan, _ question: PlanQuestion, _ progress: (@Sendable (PlanProgress) -> Void)?
  ) async throws(PlanError) -> Leak? {
    guard var leak = question.leak else { return nil }
    try PlanError.checkCancellation()
    leak.purchase = plan.purchase
    do throws(LeakError) {
      return try await Leak.run(
        plan.scenario, leak, workers: question.workers, terrain: question.terrain, progress: progress)
    } catch {
      try PlanError.checkCancellation()
      throw PlanError(.leak, because: error)
    }
  }

  /// The parts that are asked of every network.
  private static func answer(
    _ scenario: Scenario, _ question: PlanQuestion, _ progress: (@Sendable (PlanProgress) -> Void)?
  ) async throws(PlanError) -> Plan {
    try question.checkCancellation()
    var question = question
    // What is computed for one network counts for the others as well.
    question.terrain.memo = question.terrain.memo ?? Memo(limit: 250_000_000)
    let isUnwanted = question.isCancelled
    let asked = question.parts
    var purchases: [Scenario.Purchase?] = [nil] + scenario.purchases
    var chosen = purchases.firstIndex { $0?.id == question.purchase } ?? 0
    if !asked.contains(.purchases) { (purchases, chosen) = ([purchases[chosen]], 0) }
    let networks = purchases.map { scenario.network(adding: $0) }
    let workers = question.workers ?? ProcessInfo.processInfo.activeProcessorCount
    let assets = purchases.map { scenario.assets(taking: $0?.measures ?? []) }
    if !asked.isDisjoint(with: [.responses, .flights]) { findRoutes(scenario, assets, workers: workers, isUnwanted) }
    let steps = PlanSteps(
      scenario: scenario, networks: networks, assets: assets, parts: asked, memo: question.terrain.memo)
    var terrain: PlanTerrain?
    if asked.looks, let source = scenario.terrain {
      var options = question.terrain
      options.workers = workers
      let total = steps.count(isOverTerrain: true)
      let quality = options
      let selected = chosen
      terrain = try await Cancellation.watched { (isCancelled) throws(PlanError) in
        try scenario.units.writing { () throws(PlanError) in
          try PlanTerrain.load(
            scenario, networks, chosen: selected, over: source, options: quality,
            hasPicture: asked.contains(.coverage),
            progress: { done in progress?(PlanProgress(done: done, total: total)) },
            isCancelled: { isCancelled() || isUnwanted() })
        }
      }
    }
    let parts = try await steps.run(terrain: terrain, workers: workers, isCancelled: isUnwanted, progress: progress)
    terrain?.routes = parts.routes

    let outcomes = networks.indices.map { index in
      PurchaseOption(
        purchase: purchases[index], outcome: PlanOutcome(of: parts.flights[index]), coverage: parts.coverage[index])
    }
    // From here on the measures of the chosen purchase are taken.
    var scenario = scenario
    scenario.assets = assets[chosen]
    let smoothCertainty: SmoothCertainty?
    do throws(GeoFileError) {
      smoothCertainty =
        terrain == nil && asked.contains(.coverage) ? try SmoothCertainty(scenario, networks[chosen]) : nil
    } catch { throw PlanError(.region, at: FaultPlace(subject: "areas of coverage"), because: error) }
    try question.checkCancellation()
    let reach = asked.contains(.reach) ? try reach(of: scenario, workers) : nil
    return Plan(
      scenario: scenario, parts: asked, purchase: purchases[chosen], network: networks[chosen],
      coverage: parts.coverage[chosen],
      responses: asked.contains(.responses)
        ? ResponseTime.matrix(assets: scenario.assets, strips: scenario.strips, onScene: scenario.onSceneTime) : [],
      flights: parts.flights[chosen],
      requiredDetections: asked.contains(.flights) ? try required(scenario, parts, chosen, terrain) : [],
      outcome: outcomes[chosen].outcome, options: asked.contains(.purchases) ? outcomes : [], terrain: terrain,
      smoothCertainty: smoothCertainty, reach: reach,
      warnings: scenario.units.writing {
        PlanWarnings.all(
          of: scenario, parts: asked, network: networks[chosen], coverage: parts.coverage[chosen], terrain: terrain,
          tracks: parts.tracks)
      })
  }

  /// What the assets of the plan reach; nil where the scenario does not ask for it.
  private static func reach(of scenario: Scenario, _ workers: Int) throws(PlanError) -> Reach? {
    guard scenario.reach != nil else { return nil }
    do throws(ReachError) {
      return try Reach.run(scenario, ReachQuestion(of: scenario, isQuick: true), workers: workers)
    } catch { throw PlanError(.reach, because: error) }
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
          throw PlanError(
            .terrain, at: FaultPlace(subject: "the route of “\(row.flight.id)” over the terrain"), because: error)
        }
      }
      judged.append(row)
    }
    return judged
  }
}
