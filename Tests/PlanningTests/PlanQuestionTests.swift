import Coverage
import Geodesy
import Interception
import Planning
import Radar
import Response
import Scenario
import ScenarioSupport
import Synchronization
import Testing
import Units

/// Counts calls of a progress.
private final class Steps: Sendable {
  let count = Atomic(0)
}

/// A plan is one answer; asked one by one, its stages say the same.
@Suite struct PlanQuestionTests {
  private static let yaml = FreeSites.yaml.replacing(
    "purchases: []",
    with: """
      purchases:
          - { id: p, name: First, budget: USD 10M, radars: [{ site: east, type: mid }] }
      """)

  @Test(arguments: [nil, "p"] as [String?])
  func `five lines plan with a proposal and the least-observed routes, as the stages do one by one`(
    purchase: String?
  ) async throws {
    let scenario = try load(Self.yaml)
    var question = PlanQuestion(purchase: purchase)
    question.siting = SitingQuestion(of: scenario, budget: Money(9e6, "USD"), time: nil)
    question.leak = LeakQuestion(of: scenario, heights: [.aboveGround(.metres(300))], cellLimit: 400)
    let plan = try await Plan.run(scenario, question)

    let base = try scenario.purchase(of: purchase)
    let placement = try await PlanPlacement.run(scenario, #require(question.siting), onTopOf: base)
    let bought = try #require(plan.placement).package
    #expect(bought.list.items.map(\.option) == placement.package.list.items.map(\.option))
    #expect(!bought.list.items.isEmpty && bought.cost.amount <= 9e6)

    let proposed = scenario.adding(placement)
    #expect(proposed.purchases.count == 2 && proposed.purchases == plan.scenario.purchases)
    let alone = try await Plan.run(proposed, purchase: purchase)
    #expect(plan.flights == alone.flights && plan.options == alone.options && plan.responses == alone.responses)
    #expect(plan.coverage == alone.coverage && plan.outcome == alone.outcome)
    #expect(alone.placement == nil && alone.leak == nil)

    let standing = LeakQuestion(
      of: scenario, heights: [.aboveGround(.metres(300))], cellLimit: 400, purchase: base)
    let leak = try await Leak.run(scenario, standing)
    #expect(plan.leak?.entries.map(\.way) == leak.entries.map(\.way))
    #expect(plan.leak?.stations.count == (purchase == nil ? 1 : 2))
    let warnings = alone.warnings.map(\.text)
    #expect(plan.warnings.map(\.text) == warnings + leak.warnings.map(\.text).filter { !warnings.contains($0) })
  }

  @Test func `a purchase that there is not is refused before anything is computed, with the nearest id`() async throws {
    let scenario = try load(Self.yaml.replacing("id: p,", with: "id: first-radar,"))
    let steps = Steps()
    let siting = SitingQuestion(of: scenario, budget: Money(9e6, "USD"))
    let error = await #expect(throws: PlanError.self) {
      try await Plan.run(scenario, PlanQuestion(purchase: "first-rader", siting: siting)) { _ in
        steps.count.add(1, ordering: .relaxed)
      }
    }
    #expect(error?.code == .noSuchPurchase && error?.description.contains("first-radar") == true)
    #expect(steps.count.load(ordering: .relaxed) == 0)
  }

  @Test func `a run whose task is cancelled at any stage ends with that error and without an answer`() async throws {
    let scenario = try load(Self.yaml)
    let question = PlanQuestion(
      siting: SitingQuestion(of: scenario, budget: Money(9e6, "USD"), time: nil),
      leak: LeakQuestion(of: scenario, cellLimit: 400, options: Array(scenario.siteOptions.prefix(2))))
    for work in [PlanProgress.Work.sites, .planning] {
      let run = Task {
        try await Plan.run(scenario, question) { progress in
          if progress.work == work { withUnsafeCurrentTask { $0?.cancel() } }
        }
      }
      let error = await #expect(throws: PlanError.self) { try await run.value }
      #expect(error?.code == .cancelled, "cancelled while \(work.rawValue)")
    }
  }
}
