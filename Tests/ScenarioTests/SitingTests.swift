import Coverage
import Interception
import Placement
import Radar
import Response
import Scenario
import TestSupport
import Testing
import Units

/// Four free sites and three types for sale; two flights from the east, one from the south.
private let yaml = """
  atalaya: 1
  name: Where to look from
  currency: USD
  ground_elevation: 100 m
  daylight: { begin: "06:00", end: "18:00" }
  alert: { confirmation: 30 s, decision: 5 min }
  layers:
    radar_types:
      - { id: old, kind: primary, instrumented_range: 100 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 10 m }
      - { id: far, kind: primary, instrumented_range: 200 km, detection_range: 150 km, reference_rcs: 1 m², antenna_height: 40 m, price_low: USD 8M, price: USD 9M, price_high: USD 13M }
      - { id: mid, kind: primary, instrumented_range: 90 km, detection_range: 60 km, reference_rcs: 1 m², antenna_height: 20 m, price: USD 4M }
      - { id: small, kind: primary, instrumented_range: 40 km, detection_range: 30 km, reference_rcs: 1 m², antenna_height: 8 m, price: USD 1500k }
    sites:
      - { id: home, position: "-12.0, -74.0", elevation: 100 m, radar: old }
      - { id: east, position: "-12.1, -73.0", elevation: 150 m }
      - { id: border, position: "-12.0, -72.3", elevation: 300 m }
      - { id: south, position: "-12.9, -73.9", elevation: 120 m }
      - { id: ridge, position: "-12.5, -73.4", elevation: 900 m }
    purchases: []
    aircraft:
      - { id: helicopter, kind: helicopter, cruise: 250 km/h, endurance: 4 h }
      - { id: light, kind: aeroplane, cruise: 240 km/h, endurance: 6 h, rcs: 1 m², transponder: no }
    bases: [{ id: base, position: "-12.1, -74.4", elevation: 100 m }]
    assets: [{ base: base, aircraft: helicopter, readiness_day: 10 min, readiness_night: 25 min }]
    strips:
      - { id: s, position: "-12.1, -73.8", elevation: 100 m }
      - { id: t, position: "-12.3, -74.1", elevation: 100 m }
    routes:
      - { id: from-east, altitude: 150 m AGL, points: ["-12.0, -71.0", "-12.2, -72.6"] }
      - { id: from-south, altitude: 300 m AGL, points: ["-14.5, -73.0", "-13.0, -74.2"] }
    flights:
      - { id: morning, aircraft: light, strip: s, inbound: from-east, landing: "08:00", ground_time: 8 min }
      - { id: noon, aircraft: light, strip: t, inbound: from-south, landing: "12:00", ground_time: 8 min, per_day: 2 }
      - { id: night, aircraft: light, strip: t, inbound: from-east, landing: "04:00", ground_time: 10 min, per_day: 0.5 }
  """

/// Every list of at most one type a site, as positions in the survey's options: 4⁴ = 256 of them.
private func everyList(_ survey: SitingSurvey) -> [[Int]] {
  var lists: [[Int]] = [[]]
  for site in ["east", "border", "south", "ridge"] {
    let here = survey.options.indices.filter { survey.options[$0].site.id == site }
    lists = lists.flatMap { list in [list] + here.map { list + [$0] } }
  }
  return lists
}

private func cost(_ list: [Int], _ survey: SitingSurvey) -> Double {
  list.reduce(0) { $0 + survey.options[$1].price!.base.amount }
}

/// The network with a list: what a plan would see with.
private func network(_ list: [Int], _ survey: SitingSurvey) -> SmoothEarthCoverage {
  let items = list.map { Scenario.Purchase.Item(site: survey.options[$0].site, type: survey.options[$0].type) }
  return survey.scenario.network(adding: Scenario.Purchase(id: "x", name: "x", budget: nil, items: items))
}

/// Minutes a day that a network sees, each flight anew.
private func minutes(_ scenario: Scenario, _ network: SmoothEarthCoverage) -> Double {
  scenario.flights.reduce(0) { sum, flight in
    let sightings = FlightTrack(flight, groundElevation: scenario.groundElevation).sightings(by: network)
    return sum + sightings.reduce(0) { $0 + $1.span.length.inMinutes } * flight.perDay
  }
}

private func outcome(_ scenario: Scenario, _ network: SmoothEarthCoverage) -> PlanOutcome {
  PlanOutcome(
    of: scenario.flights.map {
      FlightWindows(
        flight: $0, coverage: network, assets: scenario.assets, alert: scenario.alertChain, daylight: scenario.daylight,
        onScene: scenario.onSceneTime)
    })
}

@Suite struct SitingTests {
  @Test func `every priced type may go to every free site, and no type without a price`() async throws {
    let scenario = try load(yaml)
    #expect(scenario.siteOptions.count == 12)
    #expect(scenario.siteOptions.prefix(3).map(\.id) == ["east/far", "east/mid", "east/small"])
    let survey = try await SitingSurvey.make(of: scenario)
    #expect(survey.existing.map(\.id) == ["home"])
  }

  @Test func `the survey counts every list as its plan does`() async throws {
    let scenario = try load(yaml)
    let survey = try await SitingSurvey.make(of: scenario)
    var met = Set<Double>()
    for list in everyList(survey) {
      let (ours, plan) = (survey.outcome(of: list), outcome(scenario, network(list, survey)))
      #expect(ours.metPerDay == plan.metPerDay && ours.seenPerDay == plan.detectedPerDay)
      met.insert(plan.metPerDay)
    }
    // The scenario tells lists apart.
    #expect(met.count >= 3)
    #expect(
      survey.outcome(of: [0], without: [0]).seenPerDay
        == outcome(
          scenario,
          SmoothEarthCoverage(
            stations: [survey.options[0].station], groundElevation: scenario.groundElevation,
            earth: network([], survey).earth)
        ).detectedPerDay)
  }

  @Test func `track is the best of all lists, told in full`() async throws {
    let scenario = try load(yaml)
    let survey = try await SitingSurvey.make(of: scenario)
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let all = everyList(survey).map { (list: $0, minutes: minutes(scenario, network($0, survey))) }
    for millions in [1.5, 4, 8, 13.5, 20, 30] {
      let list = try problem.list(budget: Money(millions * 1e6, "USD"), search: PlacementSearch(timeLimit: nil))
      let best = all.filter { cost($0.list, survey) <= millions * 1e6 }.map(\.minutes).max() ?? 0
      // An edge of a sighting is known to a millisecond; there are fewer than 100 of them.
      #expect(abs(list.answer.value! - best) < 100 * 0.001 / 60)
      #expect(abs(minutes(scenario, network(list.items.map(\.index), survey)) - best) < 100 * 0.001 / 60)
      #expect(list.answer.status == .optimal && list.answer.bound! >= list.answer.value!)
      #expect(list.cost.amount <= millions * 1e6)
      #expect(list.items.last?.step.costSoFar == list.cost.amount)
      #expect(Set(list.items.map(\.option.site.id)).count == list.items.count)
    }
  }

  @Test func `flights met are those that the best list meets, each by one new radar`() async throws {
    let scenario = try load(yaml)
    let survey = try await SitingSurvey.make(of: scenario)
    let problem = try SitingProblem(survey, objective: InterceptionObjective())
    /// Which flights are met with nothing new (first), and with each option alone.
    let met = ([[]] + survey.options.indices.map { [$0] }).map { list in
      scenario.flights.map { flight in
        var one = scenario
        one.flights = [flight]
        return outcome(one, network(list, survey)).metPerDay > 0
      }
    }
    func value(_ list: [Int]) -> Double {
      scenario.flights.indices.reduce(0) { sum, flight in
        let isMet = met[0][flight] || list.contains { met[$0 + 1][flight] }
        return sum + (isMet ? scenario.flights[flight].perDay : 0)
      }
    }
    #expect(problem.todayValue == value([]))
    for millions in [1.5, 4, 8, 13.5, 30] {
      let list = try problem.list(budget: Money(millions * 1e6, "USD"), search: PlacementSearch(timeLimit: nil))
      let lists = everyList(survey).filter { cost($0, survey) <= millions * 1e6 }
      let values = lists.map(value)
      let best = values.max() ?? 0
      #expect(list.answer.value == best && list.answer.bound == best)
      // The cheapest list of that value, within a thousandth of the budget.
      let cheapest = zip(lists, values).filter { $0.1 == best }.map { cost($0.0, survey) }.min() ?? 0
      #expect(list.cost.amount >= cheapest && list.cost.amount <= cheapest + millions * 1e3)
    }
  }

  @Test func `a second radar and the worst flight are the best of all lists`() async throws {
    let survey = try await SitingSurvey.make(of: try load(yaml))
    let budget = Money(14e6, "USD")
    // In steps of 2 s: how often each flight is looked at, and when each radar sees it.
    let steps = survey.flights.map { sights in
      let timeline = sights.track.timeline(of: [], alert: survey.scenario.alertChain)
      let begins = stride(from: timeline.departure.inSeconds + 1, to: timeline.exit.inSeconds, by: 2).map { $0 }
      return begins.map { Duration.seconds($0) }.filter { $0 < timeline.landing || $0 > timeline.takeoff }
    }
    func seen(_ sightings: [Timeline.Sighting], _ steps: [Duration]) -> Set<Int> {
      Set(
        steps.indices.filter { step in sightings.contains { $0.span.begin <= steps[step] && steps[step] < $0.span.end }
        })
    }
    let today = zip(survey.flights, steps).map { seen($0.existing[0], $1) }
    let options = survey.options.indices.map { option in
      zip(survey.flights, steps).map { seen($0.options[option], $1) }
    }
    func counts(_ list: [Int], atLeast count: Int) -> [Int] {
      survey.flights.indices.map { flight in
        var (once, twice) = (today[flight], Set<Int>())
        for option in list {
          twice.formUnion(once.intersection(options[option][flight]))
          once.formUnion(options[option][flight])
        }
        return count == 1 ? once.count : twice.count
      }
    }
    let lists = everyList(survey).filter { cost($0, survey) <= budget.amount }
    let two = try SitingProblem(survey, objective: TrackObjective(.two))
      .list(budget: budget, search: PlacementSearch(timeLimit: nil))
    func minutesByTwo(_ list: [Int]) -> Double {
      var sum = 0.0
      for (count, flight) in zip(counts(list, atLeast: 2), survey.scenario.flights) {
        sum += Double(count) * 2 / 60 * flight.perDay
      }
      return sum
    }
    let best = lists.map(minutesByTwo).max() ?? 0
    // Each edge of a sighting is a second off at most, half a step; there are fewer than 60.
    #expect(abs(two.answer.value! - best) < 60.0 / 60 && best > 10)

    let fair = try SitingProblem(survey, objective: TrackObjective(.worstFlight))
      .list(budget: budget, search: PlacementSearch(timeLimit: nil))
    func worstShare(_ list: [Int]) -> Double {
      let shares = zip(counts(list, atLeast: 1), steps).map { count, steps in Double(count) / Double(steps.count) }
      return shares.min() ?? 0
    }
    let share = lists.map(worstShare).max() ?? 0
    // A flight lasts more than an hour: 20 edges a second off are less than 0.6 %.
    #expect(abs(fair.answer.value! - share) < 0.006 && share > 0.05)
  }

  @Test func `values never fall with the budget, and knees stand where gains fall`() async throws {
    let survey = try await SitingSurvey.make(of: try load(yaml))
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let steps = try problem.sweep(
      budgets: (1...20).map { Money(Double($0) * 2e6, "USD") }, search: PlacementSearch(timeLimit: nil))
    #expect(steps.count == 20)
    for (less, more) in zip(steps, steps.dropFirst()) {
      #expect(less.list.answer.value! <= more.list.answer.value!)
      #expect(less.list.answer.bound! <= more.list.answer.bound! && less.list.answer.bound! >= less.list.answer.value!)
    }
    // 37 million buy the best type for every site; more buys no more.
    #expect(steps[18].list.answer.value == steps[19].list.answer.value)
    let knees = steps.filter(\.isKnee)
    #expect(!knees.isEmpty)
  }

  @Test func `prices change the list and nothing else; each radar is missed as much as the model says`() async throws {
    let survey = try await SitingSurvey.make(of: try load(yaml))
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let lists = try problem.packages(budget: Money(13e6, "USD"), search: PlacementSearch(timeLimit: nil)).map(\.list)
    #expect(lists.map(\.price) == [.low, .base, .high])
    let values = lists.map { $0.answer.value! }
    #expect(values == values.sorted(by: >))
    let losses = try problem.losses(of: lists[1])
    #expect(losses.count == lists[1].items.count + 1 && losses.last?.isExisting == true)
    for loss in losses where !loss.isExisting {
      let rest = lists[1].items.map(\.index).filter { survey.options[$0].station != loss.station }
      // As above: fewer than 100 edges, each known to a millisecond.
      #expect(abs(loss.value! - minutes(survey.scenario, network(rest, survey))) < 100 * 0.001 / 60)
    }
  }

  @Test func `the area is the exact one of the rings, but for cells at their edges`() async throws {
    let scenario = try load(yaml)
    let height = Length.metres(300)
    let objective = AreaObjective(height: height)
    let survey = try await SitingSurvey.make(of: scenario, area: objective.area)
    let problem = try SitingProblem(survey, objective: objective)
    let exact =
      CoverageSummary(of: network([], survey), heights: [height], target: scenario.coverageTarget)
      .bands[0].areaSeenByAtLeast[0].squareMetres / 1e6
    let list = try problem.list(budget: Money(10e6, "USD"))
    let more =
      CoverageSummary(
        of: network(list.items.map(\.index), survey), heights: [height], target: scenario.coverageTarget
      ).bands[0].areaSeenByAtLeast[0].squareMetres / 1e6
    // Some 4,000 cells; the smaller disc holds some 150 and has about 45 at its edge, half of which err either way at
    // random: √45 / 2 of 150 is 2 %; the sphere adds 0.3 %.
    #expect(abs(problem.todayValue / exact - 1) < 0.05)
    #expect(abs(list.answer.value! / more - 1) < 0.03)
    #expect(list.answer.bound! >= list.answer.value!)
  }

  @Test func `strips count once their flights are seen far enough out`() async throws {
    let scenario = try load(yaml)
    let survey = try await SitingSurvey.make(of: scenario)
    let demands = try DetectionObjective().demands(in: survey)
    #expect(demands.map(\.id) == ["s by day", "s by night", "t by day", "t by night"])
    for (demand, row) in zip(
      demands,
      RequiredDetection.rows(
        strips: scenario.strips, flights: scenario.flights, assets: scenario.assets, alert: scenario.alertChain,
        onScene: scenario.onSceneTime, groundElevation: scenario.groundElevation))
    {
      for index in survey.options.indices {
        let windows = FlightWindows(
          flight: row.flight, coverage: network([index], survey), assets: [], alert: scenario.alertChain,
          daylight: scenario.daylight, onScene: scenario.onSceneTime)
        let warning = windows.timeline.confirmed.map { windows.timeline.landing - $0 + .seconds(30) }
        #expect(demand.options.contains(Int32(index)) == (warning.map { $0 >= row.leadTime! } ?? false))
      }
    }
  }

  @Test func `what cannot be answered is refused with what to do`() async throws {
    let scenario = try load(yaml)
    func code(_ scenario: Scenario, _ budget: Money) -> SitingError.Code? {
      do {
        try SitingError.check(scenario, budget: budget, price: .base)
        return nil
      } catch { return error.code }
    }
    #expect(code(scenario, Money(0, "USD")) == .badBudget)
    #expect(code(scenario, Money(-1, "USD")) == .badBudget)
    #expect(code(scenario, Money(1.4e6, "USD")) == .smallBudget)
    #expect(code(scenario, Money(1.5e6, "USD")) == nil)
    #expect(code(scenario, Money(9e6, "EUR")) == .otherCurrency)
    var bare = scenario
    bare.sites = scenario.sites.filter { $0.radar != nil }
    #expect(code(bare, Money(9e6, "USD")) == .noCandidates)
    bare = scenario
    bare.radarTypes = scenario.radarTypes.filter { $0.price == nil }
    #expect(code(bare, Money(9e6, "USD")) == .noPrices)
    bare = scenario
    bare.flights = []
    let survey = try await SitingSurvey.make(of: bare)
    do {
      _ = try SitingProblem(survey, objective: InterceptionObjective())
      Issue.record("a scenario without flights has an answer")
    } catch { #expect(error.code == .noDemand) }
  }

  @Test func `plans of others are judged as they would be planned, beside the best for their money`() async throws {
    let folder = try Scratch([
      "mine.yaml": """
      name: Mine
      radars:
        - { site: east, type: mid }
        - { site: home, type: far }
        - { site: east, type: small }
      """
    ])
    var scenario = try load(yaml)
    let plans = try scenario.purchases(inFile: folder.path("mine.yaml"))
    #expect(plans.map(\.id) == ["mine"] && plans[0].items.count == 3)
    scenario.purchases = plans
    let survey = try await SitingSurvey.make(of: scenario, plans: plans)
    // A radar where another stands is no option of a list.
    #expect(survey.options.count == 13 && survey.options.filter(\.isOnOffer).count == 12)
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let verdict = try #require(try problem.verdicts(search: PlacementSearch(timeLimit: nil)).first)
    #expect(verdict.cost == Money(14.5e6, "USD"))
    let expected = minutes(scenario, scenario.network(adding: plans[0]))
    // An edge of a sighting is known to a millisecond; there are fewer than 100 of them.
    #expect(abs(verdict.value - expected) < 100 * 0.001 / 60)
    let best = everyList(survey).filter { cost($0, survey) <= 14.5e6 }.map { minutes(scenario, network($0, survey)) }
      .max()
    #expect(abs(verdict.best!.answer.value! - best!) < 100 * 0.001 / 60)
    #expect(abs(verdict.gap! - (best! / expected - 1)) < 1e-4)
    let planned = outcome(scenario, scenario.network(adding: plans[0]))
    #expect(verdict.outcome.seenPerDay == planned.detectedPerDay)
    // A list never has what is not on offer.
    let rich = try problem.list(budget: Money(1e9, "USD"), search: PlacementSearch(timeLimit: nil))
    #expect(rich.items.allSatisfy { $0.option.isOnOffer })
  }

  @Test(arguments: [
    ("radars: [{ site: nowhere, type: mid }]", "nowhere"), ("- 3", "stands where a row"),
    ("just words", "not a purchase"),
    ("radars: [{ site: east, type: mid }\n", "mine.yaml:"), ("budget: EUR 4M\nradars: []", "EUR"),
  ])
  func `a file that holds no plan is refused with its place`(text: String, words: String) throws {
    let folder = try Scratch(["mine.yaml": text])
    let scenario = try load(yaml)
    let error = #expect(throws: ScenarioError.self) { try scenario.purchases(inFile: folder.path("mine.yaml")) }
    #expect(error?.problems.contains { "\($0)".contains(words) } == true, "\(error.map { "\($0.problems)" } ?? "")")
  }

  @Test func `what is bought year by year stays, and no year is better than its bound`() async throws {
    let scenario = try load(yaml)
    let survey = try await SitingSurvey.make(of: scenario)
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let budgets = [5e6, 4e6, 9e6].map { Money($0, "USD") }
    let stages = try problem.stages(budgets: budgets, search: PlacementSearch(timeLimit: nil))
    #expect(stages.count == 3)
    var list: [Int] = []
    var money = 0.0
    for (stage, budget) in zip(stages, budgets) {
      list += stage.bought.map { option in survey.options.firstIndex(of: option)! }
      money += budget.amount
      #expect(stage.cost.amount == cost(list, survey) && cost(list, survey) <= money)
      // An edge of a sighting is known to a millisecond; there are fewer than 100 of them.
      #expect(abs(stage.value - minutes(scenario, network(list, survey))) < 100 * 0.001 / 60)
      let best = everyList(survey).filter { cost($0, survey) <= money }.map { minutes(scenario, network($0, survey)) }
        .max()
      #expect(abs(stage.bound! - best!) < 100 * 0.001 / 60 && stage.value <= stage.bound! + 1e-9)
    }
    #expect(Set(list.map { survey.options[$0].site.id }).count == list.count)
  }

  @Test func `a list that is known is one of every budget that pays it`() async throws {
    let survey = try await SitingSurvey.make(of: try load(yaml))
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let list = try problem.list(budget: Money(14e6, "USD"), search: PlacementSearch(timeLimit: nil))
    // A search of no time finds next to nothing by itself.
    let hasty = PlacementSearch(timeLimit: .zero)
    let steps = try problem.sweep(
      budgets: [5e6, 14e6, 20e6].map { Money($0, "USD") }, search: hasty, known: list)
    #expect(steps[1].list.answer.value == list.answer.value && steps[2].list.answer.value! >= list.answer.value!)
    // What 14 million cannot reach, 5 million cannot.
    #expect(steps[0].list.answer.bound! <= list.answer.bound! && steps[1].list.answer.bound == list.answer.bound)
    #expect(steps.allSatisfy { $0.list.answer.value! <= $0.list.answer.bound ?? .infinity })
  }
}
