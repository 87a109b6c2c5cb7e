import Planning
import Scenario
import ScenarioFiles
import TestSupport

/// Plans of the sample scenario that several tests look at, each computed once.
enum SamplePlans {
  private static let today = Task { try await fresh() }
  private static let bought = ["plan-2014", "valley-low"].reduce(into: [String: Task<Plan, any Error>]()) { plans, id in
    plans[id] = Task { try await fresh(purchase: id) }
  }

  static func scenario() throws -> Scenario { try Scenario.load(folder: Checkout.sample) }

  /// A plan computed for this call.
  static func fresh(purchase: String? = nil) async throws -> Plan {
    try await Plan.run(scenario(), purchase: purchase)
  }

  /// The plan of today or of a purchase.
  static func plan(purchase: String? = nil) async throws -> Plan {
    guard let purchase else { return try await today.value }
    guard let task = bought[purchase] else { return try await fresh(purchase: purchase) }
    return try await task.value
  }
}
