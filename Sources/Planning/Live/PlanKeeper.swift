package import Coverage
internal import Foundation
internal import Response
package import Scenario
internal import Terrain
internal import Units

/// Plans variants of scenarios again and again, and computes only what changed since.
///
/// Every answer has the same bits as that of ``Plan/run(_:_:progress:)``, which goes through the same steps with a memo of its
/// own. What is held: the terrain in memory, floors by antenna, pictures by network, tracks by flight, what each radar sees of
/// each flight, windows by asset and flight, routes by their settings. A terrain that is opened again is another one: load
/// variants with the terrain that is open.
package actor PlanKeeper {
  private let memo: Memo
  private let cache: FloorCache?
  private let workers: Int
  private var hasPlanned = false

  /// A keeper that holds nothing yet.
  /// - Parameters:
  ///   - cache: Where the first plan looks for floors and keeps them from run to run; later ones are in memory only, so that a
  ///     dragged radar leaves nothing on disk. Nil for nowhere.
  ///   - workers: How many steps run at a time.
  ///   - memory: The most bytes that it holds between plans; a plan itself takes what it takes.
  package init(cache: FloorCache?, workers: Int, memory: Int = 1_000_000_000) {
    self.cache = cache
    self.workers = workers
    memo = Memo(limit: memory)
  }

  /// Bytes held between plans: the cells of grids as they are, all that is small by assumption.
  package var memory: Int { memo.bytes }

  /// How many values of each kind were computed so far.
  package var computed: [Memo.Kind: Int] { memo.computed }

  /// Answers a question about a scenario.
  /// - Parameters:
  ///   - question: Its workers, cache and memo are the keeper's.
  ///   - isCancelled: Asked between the steps, in addition to whether the task is cancelled. Steps take some milliseconds each;
  ///     one search for a route, or the reach of all assets, may take seconds.
  ///   - progress: As ``Plan/run(_:_:progress:)`` has it.
  /// - Throws: ``PlanError``; with code ``PlanFault/cancelled`` when that was asked for. What was computed until then is held.
  package func plan(
    _ scenario: Scenario, _ question: PlanQuestion, isCancelled: @escaping @Sendable () -> Bool = { false },
    progress: (@Sendable (PlanProgress) -> Void)? = nil
  ) async throws(PlanError) -> Plan {
    var question = question
    question.workers = workers
    question.terrain.memo = memo
    question.terrain.cache = hasPlanned ? nil : cache
    question.isCancelled = isCancelled
    let plan = try await Plan.run(scenario.reusingRoutes(of: memo), question, progress: progress)
    hasPlanned = true
    return plan
  }

  /// The floor of one radar, for a map while the radar is moved.
  /// - Parameters:
  ///   - station: The radar, with its partners if it has any.
  ///   - target: What it looks for.
  ///   - posts: n: of each n × n posts of the terrain the highest hides; 1 for the floor that a plan has.
  /// - Throws: ``PlanError`` when the scenario has no terrain, or it cannot be read.
  package func floor(
    of station: RadarStation, target: Target, in scenario: Scenario, posts: Int = 1
  ) throws(PlanError) -> LiveFloor {
    guard let terrain = scenario.terrain else {
      throw PlanError(.terrain, "a floor needs terrain", remedy: "name it with the key terrain")
    }
    var options = TerrainCoverage.Options(workers: workers)
    options.memo = memo
    options.leastReduction = max(1, posts)
    do throws(TerrainCoverageError) {
      let coverage = try TerrainCoverage.load(
        [station], over: terrain, targets: PlanTerrain.targets(of: scenario), k: scenario.effectiveEarthFactor,
        options: options)
      do throws(TerrainError) { return try LiveFloor(of: coverage, target: target, workers: workers) } catch {
        throw .terrain(error)
      }
    } catch { throw PlanError(.terrain, because: error) }
  }
}

extension Scenario {
  /// The same whose assets fly by routes that were found before, where settings, terrain and places are the same.
  fileprivate func reusingRoutes(of memo: Memo) -> Scenario {
    guard routing != nil else { return self }
    var scenario = self
    scenario.letAssetsFlyRoutes { settings, terrain, places, cache in
      Memo?.some(memo).value(.routes) { memo in
        [memo.number(of: settings), memo.number(of: terrain.identity), memo.number(of: places)]
      } bytes: { _ in
        RouteBook.mostBytes
      } _: {
        RouteBook(settings, over: terrain, places: places, cache: cache)
      }
    }
    return scenario
  }
}
