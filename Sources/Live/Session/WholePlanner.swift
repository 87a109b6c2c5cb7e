internal import Planning
internal import Scenario
internal import Units

/// Computes every plan from nothing.
struct WholePlanner: LivePlanner {
  func plan(
    _ scenario: Scenario, _ question: PlanQuestion, progress: @escaping @Sendable (PlanProgress) -> Void
  ) async throws -> Plan { try await Plan.run(scenario, question, progress: progress) }

  func floor(of station: String, in scenario: Scenario, posts: Int) async throws -> StationFloor {
    throw LiveError(.notFound, "floors are not computed yet")
  }
}
