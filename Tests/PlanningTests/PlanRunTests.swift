import Coverage
import Planning
import Radar
import Scenario
import ScenarioSupport
import Synchronization
import Testing
import Units

private let yaml = """
  atalaya: 1
  name: Two radars on one hill
  currency: USD
  ground_elevation: 100 m
  requirements: { share_detected: 50 %, share_met: 12.5% }
  layers:
    radar_types:
      - { id: old, kind: primary, instrumented_range: 100 km, detection_range: 80 km, reference_rcs: 1 m², antenna_height: 10 m }
      - { id: new, kind: primary, instrumented_range: 200 km, detection_range: 150 km, reference_rcs: 1 m², antenna_height: 30 m, price: USD 5M }
    sites:
      - { id: hill, position: "-12.0, -73.0", elevation: 400 m, radar: old, antenna_height: 12 m }
      - { id: dale, position: "-12.5, -73.5", elevation: 50 m }
    purchases:
      - { id: three, budget: USD 10M, radars: [{ site: hill, type: new }, { site: dale, type: new }, { site: hill, type: new }] }
    strips: [{ id: s, position: "-12.2, -73.4" }]
  """

/// Counts calls of a progress.
private final class Calls: Sendable {
  let seen = Mutex<[PlanProgress]>([])
}

@Suite struct PlanRunTests {
  @Test func `a bought radar beside a standing one has a key and a mast of its own`() throws {
    let scenario = try load(yaml)
    let stations = scenario.stations(adding: scenario.purchases[0])
    #expect(stations.map(\.id) == ["hill", "hill/new", "dale", "hill/new/2"])
    #expect(stations.map(\.antennaHeight.metres) == [12, 30, 30, 30])
    #expect(scenario.stations(adding: nil).map(\.id) == ["hill"])
  }

  @Test func `every option is there, today first, and prices add up`() async throws {
    let plan = try await Plan.run(load(yaml))
    #expect(plan.options.map(\.purchase?.id) == [nil, "three"])
    #expect(plan.options[1].price?.base == Money(15e6, "USD"))
    #expect(plan.options[0].price == nil)
    #expect(plan.purchase == nil && plan.network.stations.count == 1)
    let bought = try await Plan.run(load(yaml), purchase: "three")
    #expect(bought.network.stations.count == 4)
    #expect(bought.coverage == plan.options[1].coverage)
    // Both radars on the hill see what the weaker one saw, so what one saw then two see now.
    for (today, later) in zip(plan.coverage.bands, bought.coverage.bands) {
      #expect(later.areaSeenByAtLeast[1] >= today.areaSeenByAtLeast[0] - .squareMetres(1))
    }
  }

  @Test func `an unknown purchase is refused with what there is`() async throws {
    let scenario = try load(yaml)
    await #expect {
      try await Plan.run(scenario, purchase: "thre")
    } throws: { error in
      let error = error as? PlanError
      return error?.code == .noSuchPurchase && error?.description.contains("did you mean three?") == true
    }
  }

  @Test func `progress grows by one up to the total`() async throws {
    let calls = Calls()
    _ = try await Plan.run(load(yaml), workers: 3, progress: { step in calls.seen.withLock { $0.append(step) } })
    let seen = calls.seen.withLock { $0 }
    // Two networks of five bands; no flights.
    #expect(seen.map(\.done) == Array(1...10))
    #expect(seen.allSatisfy { $0.total == 10 })
  }

  @Test func `limits of the models are told once, with the sites that lie below the ground`() async throws {
    let plan = try await Plan.run(load(yaml), purchase: "three")
    #expect(Set(plan.warnings).count == plan.warnings.count)
    #expect(plan.warnings.contains { $0.contains("estimates") && $0.contains("100 m") })
    #expect(plan.warnings.contains { $0.hasPrefix("sites below") && $0.hasSuffix(": dale") })
  }

  @Test func `demands are read as shares; without flights none is missed`() async throws {
    let plan = try await Plan.run(load(yaml))
    #expect(plan.requirementChecks.map(\.required) == [0.5, 0.125])
    #expect(plan.requirementChecks.allSatisfy { $0.reached == nil } && plan.meetsRequirements)
    for wrong in ["0.5", "50", "101 %", "-1 %", "abc %"] {
      let found = try problems(yaml.replacing("12.5%", with: wrong))
      #expect(found.count == 1 && found[0].field == "requirements.share_met", "\(wrong)")
    }
    #expect(try problems(yaml.replacing("share_met", with: "share_mett"))[0].code == .unknownField)
  }
}
