import Placement
import Planning
import Scenario
import ScenarioSupport
import TestSupport
import Testing
import Units

/// Demands drawn at random, for which a proof takes longer than the tests wait.
private struct RandomCover: PlacementObjective {
  let id = "random"
  let title = "random cover"
  let unit = "points"
  let count: Int

  func demands(in survey: SitingSurvey) -> [SitingDemand] {
    var random = SplitMix(seed: 7)
    return (0..<count).map { index in
      let seeing = survey.options.indices.filter { _ in random.next() % 40 == 0 }.map { Int32($0) }
      return SitingDemand(
        id: "d\(index)", weight: Double(1 + random.next() % 100), today: 0, options: seeing)
    }
  }
}

@Suite struct SearchTimeTests {
  /// 300 free sites, each for one of 3 types, and nobody who flies: nothing to look at, much to search.
  private static func problem(demands: Int) async throws -> SitingProblem {
    let sites = (0..<300).map { "\n      - { id: s\($0), position: \"\(-12 + Double($0) / 100), -74.0\" }" }.joined()
    let types = [("a", "2M", "3M", "4M"), ("b", "4M", "5M", "6M"), ("c", "7M", "8M", "9M")].map { id, low, base, high in
      "\n      - { id: \(id), kind: primary, instrumented_range: 100 km, detection_range: 60 km, reference_rcs: 1 m², "
        + "antenna_height: 10 m, price_low: USD \(low), price: USD \(base), price_high: USD \(high) }"
    }.joined()
    let yaml = """
      atalaya: 1
      name: Many sites
      currency: USD
      layers:
        radar_types:\(types)
        sites:\(sites)
        purchases: []
        aircraft: []
        bases: []
        assets: []
        strips: []
        routes: []
        flights: []
      """
    var scenario = try load(yaml)
    scenario.purchases = [
      Scenario.Purchase(
        id: "mine", name: "Mine", budget: nil,
        items: scenario.sites.prefix(9).map { .init(site: $0, type: scenario.radarTypes[0]) })
    ]
    let survey = try await SitingSurvey.make(of: scenario, plans: scenario.purchases)
    return try SitingProblem(survey, objective: RandomCover(count: demands))
  }

  private static func usd(_ millions: Double) -> Money { Money(millions * 1e6, "USD") }

  @Test func `the list and all tables share one time, and what was cut does not count as proven`() async throws {
    let problem = try await Self.problem(demands: 6000)
    let limit = Duration.seconds(1)
    let start = ContinuousClock.now
    let search = PlacementSearch(timeLimit: limit).begun
    let package = try problem.package(budget: Self.usd(70), search: search.withPart(0.5))
    let byPrice = try problem.packages(budget: Self.usd(70), search: search.withPart(0.2), known: package)
    let sweep = try problem.sweep(
      budgets: (1...15).map { Self.usd(Double($0) * 7) }, search: search.withPart(0.4), known: package)
    let stages = try problem.stages(budgets: [20, 30, 20].map(Self.usd), search: search.withPart(0.5))
    let verdicts = try problem.verdicts(search: search, known: package)
    let taken = ContinuousClock.now - start
    // 26 searches, each of which takes all the time that it gets: with a limit for each they took 26 limits and more. A
    // search looks at the clock between its steps, and a busy machine is slow at them: 10 limits are far from both.
    #expect(taken < limit * 10, "\(taken)")
    #expect(package.list.answer.status == .timeLimit)

    let answers = byPrice.map(\.list.answer) + sweep.map(\.list.answer) + verdicts.compactMap(\.best?.list.answer)
    #expect(answers.count == 3 + 15 + 1)
    for answer in answers {
      let (value, bound) = (try #require(answer.value), try #require(answer.bound))
      #expect(value <= bound)
      #expect(answer.status != .optimal || value == bound)
    }
    #expect(stages.count == 3 && stages.allSatisfy { $0.value <= $0.bound ?? 0 })
  }

  @Test func `tables without any time hold what follows from the list, and say that they were not searched`()
    async throws
  {
    let problem = try await Self.problem(demands: 300)
    let budget = Self.usd(20)
    let package = try problem.package(budget: budget, search: PlacementSearch(timeLimit: .milliseconds(300)))
    let value = try #require(package.list.answer.value)
    let late = PlacementSearch(timeLimit: .zero).begun

    let byPrice = try problem.packages(budget: budget, search: late, known: package)
    #expect(byPrice.map(\.list.price) == [.low, .base, .high])
    #expect(byPrice.map { $0.list.answer.status == .untried } == [true, false, true])
    // What base prices pay, low ones pay; no list at high prices passes the bound at base prices.
    #expect(byPrice[0].list.answer.value == value && byPrice[0].cost.amount <= package.cost.amount)
    let bound = try #require(package.list.answer.bound)
    #expect(try #require(byPrice[2].list.answer.bound) <= bound)

    let budgets = [10.0, 20, 40]
    let sweep = try problem.sweep(budgets: budgets.map(Self.usd), search: late, known: package)
    #expect(sweep[0].list.answer.status == .untried && sweep[2].list.answer.status == .untried)
    #expect(sweep[2].list.answer.value == value && sweep[0].list.answer.bound! <= bound)
    let verdict = try #require(try problem.verdicts(search: late, known: package).first)
    #expect(verdict.best?.list.answer.status == .untried && verdict.best?.list.answer.value == value)
    let stages = try problem.stages(budgets: [budget, budget], search: late)
    #expect(stages.allSatisfy { $0.status == .untried && $0.cost.amount <= 40e6 })

    // Every bound holds against lists that are searched for long enough.
    for (step, millions) in zip(sweep, budgets) {
      let list = try problem.list(budget: Self.usd(millions), search: PlacementSearch(timeLimit: .milliseconds(300)))
      #expect(list.answer.value! <= step.list.answer.bound!)
    }
    for package in byPrice {
      let list = try problem.list(
        budget: budget, price: package.list.price, search: PlacementSearch(timeLimit: .milliseconds(300)))
      #expect(list.answer.value! <= package.list.answer.bound!)
    }
  }
}
