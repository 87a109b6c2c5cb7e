import Coverage
import Foundation
import Interception
import Placement
import Planning
import Radar
import Response
import Scenario
import ScenarioSupport
import TestSupport
import Testing
import Units

@Suite struct SitingTests {
  @Test func `every priced type may go to every free site, and no type without a price`() async throws {
    let scenario = try load(FreeSites.yaml)
    #expect(scenario.siteOptions.count == 12)
    #expect(scenario.siteOptions.prefix(3).map(\.id) == ["east/far", "east/mid", "east/small"])
    let survey = try await SitingSurvey.make(of: scenario)
    #expect(survey.existing.map(\.id) == ["home"])
  }

  @Test func `the survey counts every list as its plan does`() async throws {
    let scenario = try load(FreeSites.yaml)
    let survey = try await SitingSurvey.make(of: scenario)
    var met = Set<Double>()
    // A third of the 256, in which each type stands at each site with and without every other.
    for list in FreeSites.everyList(survey).enumerated().filter({ $0.offset % 3 == 0 }).map(\.element) {
      let (ours, plan) = (survey.outcome(of: list), FreeSites.outcome(scenario, FreeSites.network(list, survey)))
      #expect(ours.metPerDay == plan.metPerDay && ours.detectedPerDay == plan.detectedPerDay)
      #expect(ours.trackedPerDay == plan.trackedPerDay)
      met.insert(plan.metPerDay)
    }
    // The scenario tells lists apart.
    #expect(met.count >= 3)
    #expect(
      survey.outcome(of: [0], without: [0]).detectedPerDay
        == FreeSites.outcome(
          scenario,
          SmoothEarthCoverage(
            stations: [survey.options[0].station], groundElevation: scenario.groundElevation,
            earth: FreeSites.network([], survey).earth)
        ).detectedPerDay)
  }

  @Test func `track is the best of all lists, told in full`() async throws {
    let scenario = try load(FreeSites.yaml)
    let survey = try await SitingSurvey.make(of: scenario)
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let all = FreeSites.everyList(survey).map {
      (list: $0, minutes: FreeSites.minutes(of: $0, survey))
    }
    for millions in [1.5, 4, 8, 13.5, 20, 30] {
      let list = try problem.list(budget: Money(millions * 1e6, "USD"), search: PlacementSearch(timeLimit: nil))
      let best = all.filter { FreeSites.cost($0.list, survey) <= millions * 1e6 }.map(\.minutes).max() ?? 0
      // An edge of a sighting is known to a millisecond; there are fewer than 100 of them.
      #expect(abs(list.answer.value! - best) < FreeSites.tolerance)
      #expect(
        abs(FreeSites.minutes(scenario, FreeSites.network(list.items.map(\.index), survey)) - best)
          < FreeSites.tolerance)
      #expect(list.answer.status == .optimal && list.answer.bound! >= list.answer.value!)
      #expect(list.cost.amount <= millions * 1e6)
      #expect(list.items.last?.step.costSoFar == list.cost.amount)
      #expect(Set(list.items.map(\.option.site.id)).count == list.items.count)
    }
  }

  @Test func `flights met are those that the best list meets, each by one new radar`() async throws {
    let scenario = try load(FreeSites.yaml)
    let survey = try await SitingSurvey.make(of: scenario)
    let problem = try SitingProblem(survey, objective: InterceptionObjective())
    /// Which flights are met with nothing new (first), and with each option alone.
    let met = ([[]] + survey.options.indices.map { [$0] }).map { list in
      scenario.flights.map { flight in
        var one = scenario
        one.flights = [flight]
        return FreeSites.outcome(one, FreeSites.network(list, survey)).metPerDay > 0
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
      let lists = FreeSites.everyList(survey).filter { FreeSites.cost($0, survey) <= millions * 1e6 }
      let values = lists.map(value)
      let best = values.max() ?? 0
      #expect(list.answer.value == best && list.answer.bound == best)
      // The cheapest list of that value, within a thousandth of the budget.
      let cheapest = zip(lists, values).filter { $0.1 == best }.map { FreeSites.cost($0.0, survey) }.min() ?? 0
      #expect(list.cost.amount >= cheapest && list.cost.amount <= cheapest + millions * 1e3)
    }
  }

  @Test func `a second radar and the worst flight are the best of all lists`() async throws {
    let survey = try await SitingSurvey.make(of: try load(FreeSites.yaml))
    let budget = Money(14e6, "USD")
    // In steps of 2 s: how often each flight is looked at, and when each radar sees it.
    let steps = survey.flights.map { sights in
      let timeline = sights.track.timeline(of: [Timeline.Sighting](), alert: survey.scenario.alertChain)
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
    let lists = FreeSites.everyList(survey).filter { FreeSites.cost($0, survey) <= budget.amount }
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

  @Test func `the area is the exact one of the rings, but for cells at their edges`() async throws {
    let scenario = try load(FreeSites.yaml)
    let height = Length.metres(300)
    let objective = AreaObjective(height: height)
    let survey = try await SitingSurvey.make(of: scenario, area: objective.area)
    let problem = try SitingProblem(survey, objective: objective)
    let exact =
      try CoverageSummary(of: FreeSites.network([], survey), heights: [height], target: scenario.coverageTarget)
      .bands[0].areaSeenByAtLeast[0].squareMetres / 1e6
    let list = try problem.list(budget: Money(10e6, "USD"))
    let more =
      try CoverageSummary(
        of: FreeSites.network(list.items.map(\.index), survey), heights: [height], target: scenario.coverageTarget
      ).bands[0].areaSeenByAtLeast[0].squareMetres / 1e6
    // Some 4,000 cells; the smaller disc holds some 150 and has about 45 at its edge, half of which err either way at
    // random: √45 / 2 of 150 is 2 %; the sphere adds 0.3 %.
    #expect(abs(problem.todayValue / exact - 1) < 0.05)
    #expect(abs(list.answer.value! / more - 1) < 0.03)
    #expect(list.answer.bound! >= list.answer.value!)
  }

  @Test func `the sampling error that is told holds the true area`() async throws {
    let scenario = try load(FreeSites.yaml)
    let height = Length.metres(300)
    for cells in [300, 1000, 3000, 10_000] {
      let objective = AreaObjective(height: height, cellCount: cells)
      let survey = try await SitingSurvey.make(of: scenario, area: objective.area)
      let exact = try CoverageSummary(
        of: FreeSites.network([], survey), heights: [height], target: scenario.coverageTarget
      ).bands[0].areaSeenByAtLeast[0].squareKilometres
      let error = survey.samplingError(seenBy: []).squareKilometres
      // The sphere of the cells adds 0.3 %.
      #expect(abs(try SitingProblem(survey, objective: objective).todayValue - exact) < error + 0.003 * exact)
      // As many edges as the square root of the cells: the error falls with the power of 3/4.
      #expect(error < exact * 20 / pow(Double(cells), 0.75) * 2)
    }
  }

  @Test func `strips count once their flights are seen far enough out`() async throws {
    let scenario = try load(FreeSites.yaml)
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
          flight: row.flight, coverage: FreeSites.network([index], survey), assets: [], alert: scenario.alertChain,
          daylight: scenario.daylight, onScene: scenario.onSceneTime)
        let warning = windows.timeline.confirmed.map { windows.timeline.landing - $0 + .seconds(30) }
        #expect(demand.options.contains(Int32(index)) == (warning.map { $0 >= row.leadTime! } ?? false))
      }
    }
  }
}
