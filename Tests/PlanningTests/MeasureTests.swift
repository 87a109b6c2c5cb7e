import Coverage
import Interception
import Placement
import Planning
import Radar
import Response
import Scenario
import ScenarioSupport
import Testing
import Units

/// Readiness, a second base and radars: the flights of the morning and of the night are met by some of them together.
private func yaml(_ measures: String) -> String {
  """
  atalaya: 1
  name: Radars or readiness
  currency: USD
  ground_elevation: 100 m
  daylight: { begin: "06:00", end: "18:00" }
  alert: { confirmation: 30 s, decision: 5 min }
  layers:
    radar_types:
      - { id: far, kind: primary, instrumented_range: 200 km, detection_range: 150 km, reference_rcs: 1 m², antenna_height: 40 m, price: USD 9M }
      - { id: mid, kind: primary, instrumented_range: 90 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 20 m, price: USD 4M }
    sites:
      - { id: east, position: "-12.1, -73.0", elevation: 150 m }
      - { id: border, position: "-12.0, -72.3", elevation: 300 m }
      - { id: south, position: "-12.9, -73.9", elevation: 120 m }
    aircraft:
      - { id: helicopter, kind: helicopter, cruise: 250 km/h, endurance: 4 h }
      - { id: light, kind: aeroplane, cruise: 240 km/h, endurance: 6 h, rcs: 1 m², transponder: no }
    bases:
      - { id: base, position: "-12.1, -74.9", elevation: 100 m }
      - { id: post, position: "-12.2, -73.9", elevation: 100 m }
    assets: [{ base: base, aircraft: helicopter, readiness_day: 20 min, readiness_night: 40 min }]
    measures:
  \(measures)
  \(FreeSites.traffic)
  """
}

private let measures = """
      - { id: quick, kind: readiness, cost: USD 1M, asset: base/helicopter, readiness_day: 4 min }
      - { id: quick-night, kind: readiness, cost: USD 2M, asset: base/helicopter, readiness_night: 4 min }
      - { id: alert, name: "A second alert", kind: base, cost: USD 5M, base: post, aircraft: helicopter, readiness_day: 15 min, readiness_night: 15 min }
      - { id: useless, kind: readiness, cost: USD 1M, asset: base/helicopter, readiness_day: 19 min 59 s }
  """

/// The flights that are met with one radar more and some assets, each flight and radar planned alone.
private func met(_ scenario: Scenario, _ assets: [Asset], _ option: SiteOption) -> Set<String> {
  let item = Scenario.Purchase.Item(site: option.site, type: option.type)
  let network = scenario.network(adding: Scenario.Purchase(id: "x", name: "x", budget: nil, items: [item]))
  return Set(
    scenario.flights.filter { flight in
      FlightWindows(
        flight: flight, coverage: network, assets: assets, alert: scenario.alertChain, daylight: scenario.daylight,
        onScene: scenario.onSceneTime
      ).verdict.isAtStrip
    }.map(\.id))
}

@Suite struct MeasureTests {
  @Test func `radars and measures are the best of all that one budget buys`() async throws {
    let scenario = try load(yaml(measures))
    #expect(scenario.measures.map(\.id) == ["quick", "quick-night", "alert", "useless"])
    let survey = try await SitingSurvey.make(of: scenario)
    let problem = try SitingProblem(survey, objective: InterceptionObjective())
    let options = survey.options
    // Each of the 16 sets of measures by hand: what is changed, and at what cost.
    struct Way { var cost: Double, value: Double, measures: Set<String>, radars: Int }
    var ways: [Way] = []
    for bits in 0..<16 {
      var assets = scenario.assets
      let has = { (bit: Int) in bits & (1 << bit) != 0 }
      if has(0) { assets[0].readinessByDay = .minutes(4) }
      if has(1) { assets[0].readinessByNight = .minutes(4) }
      if has(3), !has(0) { assets[0].readinessByDay = .seconds(1199) }
      if has(2) {
        let second = Asset(
          id: "alert", base: scenario.bases[1], aircraft: scenario.aircraft[0], count: 1, readinessByDay: .minutes(15),
          readinessByNight: .minutes(15))
        assets.append(second)
      }
      let cost = zip([1e6, 2e6, 5e6, 1e6], 0..<4).reduce(0) { $0 + (has($1.1) ? $1.0 : 0) }
      let ids = Set(zip(["quick", "quick-night", "alert", "useless"], 0..<4).filter { has($0.1) }.map(\.0))
      let alone = options.map { met(scenario, assets, $0) }
      var lists: [[Int]] = [[]]
      for site in ["east", "border", "south"] {
        let here = options.indices.filter { options[$0].site.id == site }
        lists = lists.flatMap { list in [list] + here.map { list + [$0] } }
      }
      for list in lists {
        let flights = list.reduce(into: Set<String>()) { $0.formUnion(alone[$1]) }
        ways.append(
          Way(
            cost: cost + list.reduce(0) { $0 + options[$1].price!.base.amount },
            value: scenario.flights.filter { flights.contains($0.id) }.reduce(0) { $0 + $1.perDay }, measures: ids,
            radars: list.count))
      }
    }
    var kinds = Set<Set<String>>()
    for millions in [4.0, 5, 6, 9, 10, 12, 13, 14, 18, 20, 30] {
      let package = try problem.package(
        budget: Money(millions * 1e6, "USD"), search: PlacementSearch(timeLimit: nil))
      let within = ways.filter { $0.cost <= millions * 1e6 }
      let best = within.map(\.value).max()!
      #expect(package.list.answer.value == best && package.list.answer.bound == best, "\(millions)")
      #expect(package.list.answer.status == .optimal)
      let cheapest = within.filter { $0.value == best }.map(\.cost).min()!
      // The cheapest list of radars is known within a thousandth of what it may cost.
      #expect(package.cost.amount >= cheapest && package.cost.amount <= cheapest + millions * 1e3, "\(millions)")
      #expect(package.problem.survey.outcome(of: package.list.items.map(\.index)).metPerDay >= best)
      kinds.insert(Set(package.measures.map(\.id)))
    }
    // The scenario tells measures apart, and the useless one is never taken.
    #expect(kinds.count >= 2 && kinds.allSatisfy { !$0.contains("useless") })
  }

  @Test func `other budgets and years buy measures too, none better than the best of all`() async throws {
    let survey = try await SitingSurvey.make(of: try load(yaml(measures)))
    let problem = try SitingProblem(survey, objective: InterceptionObjective())
    let search = PlacementSearch(timeLimit: nil)
    // The best of each budget is held to every list and set by the test above.
    func best(_ millions: Double) throws -> Double {
      try problem.package(budget: Money(millions * 1e6, "USD"), search: search).list.answer.value!
    }
    let millions = [0.5, 4, 5, 9, 12, 14, 20]
    let steps = try problem.sweep(budgets: millions.map { Money($0 * 1e6, "USD") }, search: search)
    #expect(steps.count == millions.count && steps[0].list.answer.value == problem.todayValue)
    for (step, sum) in zip(steps, millions).dropFirst() {
      #expect(step.list.answer.value == (try best(sum)) && step.list.answer.bound == step.list.answer.value)
      #expect(step.package.cost.amount <= sum * 1e6 && step.package.budget.amount == sum * 1e6)
      let own = try SitingProblem(survey.taking(step.package.measures), objective: problem.objective)
      #expect(
        own.model.score(of: step.list.items.map { $0.index + 1 }).value(for: problem.objective.goal)
          == step.list.answer.value)
    }
    #expect(steps.contains { !$0.package.measures.isEmpty })

    let budgets = [5e6, 4e6, 9e6].map { Money($0, "USD") }
    let stages = try problem.stages(budgets: budgets, search: search)
    var (taken, radars, sum) = ([Scenario.Measure](), [SiteOption](), 0.0)
    for (stage, budget) in zip(stages, budgets) {
      taken += stage.measures
      radars += stage.bought
      sum += budget.amount
      let cost = taken.reduce(0) { $0 + $1.cost.amount } + radars.reduce(0) { $0 + $1.price!.base.amount }
      #expect(stage.cost.amount == cost && cost <= sum)
      let own = try SitingProblem(survey.taking(taken), objective: problem.objective)
      let options = radars.map { survey.options.firstIndex(of: $0)! }
      #expect(stage.value == own.model.score(of: options.map { $0 + 1 }).value(for: problem.objective.goal))
      #expect(stage.bound == (try best(sum / 1e6)) && stage.value <= stage.bound!)
    }
    // Either year after year or from the end: one of the two reaches the best of its first or its last year.
    #expect(stages[0].value == stages[0].bound || stages[2].value == stages[2].bound)
    #expect(Set(taken.map(\.id)).count == taken.count && !taken.isEmpty)
  }

  @Test func `plans are judged with their measures, by the compared list and as planned`() async throws {
    let lists = """
        purchases:
          - { id: both, radars: [{ site: east, type: mid }], measures: [quick, alert] }
          - { id: radar, radars: [{ site: east, type: mid }] }
          - { id: ready, measures: [quick-night] }
      """
    let scenario = try load(yaml(measures + "\n" + lists))
    #expect(scenario.purchases.map { $0.price?.base.amount } == [10e6, 4e6, 2e6])
    let survey = try await SitingSurvey.make(of: scenario, plans: scenario.purchases)
    let problem = try SitingProblem(survey, objective: InterceptionObjective())
    let verdicts = try problem.verdicts(search: PlacementSearch(timeLimit: nil))
    let east = survey.options.first { $0.id == "east/mid" }!
    var assets = scenario.assets
    let before = met(scenario, assets, east)
    assets[0].readinessByDay = .minutes(4)
    assets.append(
      Asset(
        id: "alert", base: scenario.bases[1], aircraft: scenario.aircraft[0], count: 1, readinessByDay: .minutes(15),
        readinessByNight: .minutes(15)))
    let after = met(scenario, assets, east)
    #expect(after.count > before.count)
    let plan = try await Plan.run(scenario, purchase: "both")
    for (verdict, flights) in zip(verdicts, [after, before]) {
      let perDay = scenario.flights.filter { flights.contains($0.id) }.reduce(0) { $0 + $1.perDay }
      #expect(verdict.value == perDay && verdict.outcome.metPerDay == perDay, "\(verdict.plan.id)")
      let option = try #require(plan.options.first { $0.purchase?.id == verdict.plan.id })
      #expect(option.outcome.metPerDay == perDay)
      #expect(try #require(verdict.best?.list.answer.bound) >= verdict.value)
    }
    #expect(verdicts[2].cost?.amount == 2e6 && verdicts[2].plan.items.isEmpty)
    #expect(plan.scenario.assets.map(\.id) == assets.map(\.id))
    #expect(plan.outcome.metPerDay == plan.options[1].outcome.metPerDay)
  }

  @Test func `measures of a purchase are checked with file and line`() throws {
    let lists = """
        purchases:
          - { id: both, radars: [{ site: east, type: mid }], measures: [quick, quack, quick] }
          - { id: text, measures: quick }
      """
    let found = try problems(yaml(measures + "\n" + lists)).map(\.description)
    #expect(found.count == 3, "\(found)")
    #expect(found.contains { $0.contains("no measure “quack”") && $0.contains("scenario.yaml:") })
    #expect(found.contains { $0.contains("“quick” is listed twice") })
    #expect(found.contains { $0.contains("is a plain text") })
  }

  @Test func `measures are no concern of an objective that no asset serves`() async throws {
    let survey = try await SitingSurvey.make(of: try load(yaml(measures)))
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    #expect(try problem.package(budget: Money(30e6, "USD")).measures.isEmpty)
  }

  @Test func `more measures than can be weighed are refused`() async throws {
    let many = (1...11).map {
      "      - { id: m\($0), kind: readiness, cost: USD 1M, asset: base/helicopter, readiness_day: 4 min }"
    }.joined(separator: "\n")
    let survey = try await SitingSurvey.make(of: try load(yaml(many)))
    let problem = try SitingProblem(survey, objective: InterceptionObjective())
    #expect(throws: SitingError.self) { try problem.package(budget: Money(30e6, "USD")) }
  }

  @Test(arguments: [
    ("{ id: a, kind: readiness, cost: USD 1M, asset: nobody, readiness_day: 4 min }", "asset"),
    ("{ id: a, kind: readiness, cost: USD 1M, readiness_day: 4 min }", "asset"),
    ("{ id: a, kind: readiness, cost: USD 1M, asset: base/helicopter }", "readiness_day"),
    ("{ id: a, kind: readiness, cost: USD 1M, asset: base/helicopter, base: post, readiness_day: 1 min }", "base"),
    ("{ id: a, kind: base, cost: USD 1M, base: post, readiness_day: 4 min }", "aircraft"),
    ("{ id: a, kind: base, cost: USD 1M, base: sea, aircraft: helicopter, readiness_day: 4 min }", "base"),
    ("{ id: a, kind: base, base: post, aircraft: helicopter, readiness_day: 4 min }", "cost"),
    ("{ id: a, kind: luck, cost: USD 1M, readiness_day: 4 min }", "kind"),
    ("{ id: a, kind: base, cost: EUR 1M, base: post, aircraft: helicopter, readiness_day: 4 min }", "cost"),
  ])
  func `a measure that says too little or nonsense is refused`(row: String, field: String) throws {
    #expect(try problems(yaml("      - " + row)).contains { $0.field == field })
  }
}
