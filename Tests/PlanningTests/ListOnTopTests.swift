import Coverage
import Placement
import Planning
import Radar
import Scenario
import ScenarioSupport
import TestSupport
import Testing
import Units

@Suite struct ListOnTopTests {
  private func scenario() throws -> Scenario {
    var scenario = try load(FreeSites.yaml)
    let type = try #require(scenario.radarTypes.first { $0.id == "mid" })
    let sites = try ["east", "home"].map { id in try #require(scenario.sites.first { $0.id == id }) }
    scenario.purchases = [
      Scenario.Purchase(id: "p", name: "P", budget: nil, items: sites.map { .init(site: $0, type: type) })
    ]
    return scenario
  }

  @Test func `a purchase that is made stands as its network does, and takes its sites`() throws {
    let scenario = try scenario()
    let taken = scenario.taking(scenario.purchases[0])
    func keys(_ scenario: Scenario) -> Set<String> {
      Set(scenario.existingStations.map { "\($0.id) \($0.type.id) \($0.antennaHeight.metres) \($0.position)" })
    }
    let network = scenario.stations(adding: scenario.purchases[0])
    #expect(
      keys(taken) == Set(network.map { "\($0.id) \($0.type.id) \($0.antennaHeight.metres) \($0.position)" }))
    #expect(taken.existingStations.count == 3)
    #expect(!taken.siteOptions.contains { ["east", "home"].contains($0.site.id) })
    #expect(scenario.siteOptions(besides: scenario.purchases[0]).map(\.id) == taken.siteOptions.map(\.id))
  }

  @Test func `a list on top of a purchase leaves its sites alone and is compared with both bought`() async throws {
    var scenario = try scenario()
    let base = scenario.purchases[0]
    let search = PlacementSearch(timeLimit: nil)
    let placement = try await PlanPlacement.find(
      in: scenario, TrackObjective(.one), onTopOf: base, budget: Money(9e6, "USD"), search: search)
    let items = placement.package.list.items
    #expect(!items.isEmpty && items.allSatisfy { $0.option.site.id != "east" })
    #expect(placement.package.cost.amount <= 9e6, "the purchase's price is not part of the budget")
    let today = try await PlanPlacement.find(
      in: scenario, TrackObjective(.one), budget: Money(9e6, "USD"), search: search)
    #expect(placement.asked.todayValue > today.asked.todayValue)
    // Radars of the purchase are bought, not of today.
    #expect(placement.losses.filter(\.isExisting).map(\.station.id) == ["home"])
    let purchase = placement.purchase(in: scenario)
    #expect(purchase.items.count == 2 + items.count)
    #expect(purchase.price?.base.amount == 8e6 + placement.package.cost.amount)
    #expect(purchase.budget?.amount == 17e6)
    scenario.purchases.append(purchase)
    let plan = try await Plan.run(scenario, purchase: "p")
    let outcome = placement.package.problem.survey.outcome(of: items.map(\.index))
    #expect(plan.options.last?.outcome.detectedPerDay == outcome.detectedPerDay)
    #expect(plan.options.last?.outcome.metPerDay == outcome.metPerDay)
    #expect(plan.options[1].outcome.metPerDay == placement.package.problem.survey.outcome(of: []).metPerDay)
  }
}
