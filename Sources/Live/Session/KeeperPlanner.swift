internal import Coverage
internal import Foundation
internal import Planning
internal import Radar
internal import Scenario
internal import Units

/// Computes of each plan only what no plan before had.
struct KeeperPlanner: LivePlanner {
  private let keeper: PlanKeeper

  init(cache: FloorCache?) {
    keeper = PlanKeeper(cache: cache, workers: ProcessInfo.processInfo.activeProcessorCount)
  }

  func plan(
    _ scenario: Scenario, _ question: PlanQuestion, progress: @escaping @Sendable (PlanProgress) -> Void
  ) async throws -> Plan { try await keeper.plan(scenario, question, progress: progress) }

  func floor(of station: String, in scenario: Scenario, posts: Int) async throws -> StationFloor {
    guard let found = scenario.stations(adding: nil).first(where: { $0.id == station }) else {
      throw LiveError(.notFound, "there is no radar “\(station)”")
    }
    let floor = try await keeper.floor(of: found, target: scenario.coverageTarget, in: scenario, posts: posts)
    return StationFloor(
      corners: floor.corners, rows: floor.rows, columns: floor.columns, posts: floor.step, cells: floor.heights)
  }
}
