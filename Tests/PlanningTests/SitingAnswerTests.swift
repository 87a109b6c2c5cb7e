import Coverage
import Interception
import Placement
import Planning
import Radar
import Response
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing
import Units

/// Answers beside the list: budgets, prices, years, plans of others.
@Suite struct SitingAnswerTests {
  @Test func `values never fall with the budget, and knees stand where gains fall`() async throws {
    let survey = try await SitingSurvey.make(of: try load(FreeSites.yaml))
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
    let survey = try await SitingSurvey.make(of: try load(FreeSites.yaml))
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
      #expect(
        abs(loss.value! - FreeSites.minutes(survey.scenario, FreeSites.network(rest, survey))) < FreeSites.tolerance)
    }
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
    var scenario = try load(FreeSites.yaml)
    let plans = try scenario.purchases(inFile: folder.path("mine.yaml"))
    #expect(plans.map(\.id) == ["mine"] && plans[0].items.count == 3)
    scenario.purchases = plans
    let survey = try await SitingSurvey.make(of: scenario, plans: plans)
    // A radar where another stands is no option of a list.
    #expect(survey.options.count == 13 && survey.options.filter(\.isOnOffer).count == 12)
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let verdict = try #require(try problem.verdicts(search: PlacementSearch(timeLimit: nil)).first)
    #expect(verdict.cost == Money(14.5e6, "USD"))
    let expected = FreeSites.minutes(scenario, scenario.network(adding: plans[0]))
    // An edge of a sighting is known to a millisecond; there are fewer than 100 of them.
    #expect(abs(verdict.value - expected) < FreeSites.tolerance)
    let best = FreeSites.everyList(survey).filter { FreeSites.cost($0, survey) <= 14.5e6 }
      .map { FreeSites.minutes(of: $0, survey) }.max()
    #expect(abs(verdict.best!.list.answer.value! - best!) < FreeSites.tolerance)
    #expect(abs(verdict.gap! - (best! / expected - 1)) < 1e-4)
    let planned = FreeSites.outcome(scenario, scenario.network(adding: plans[0]))
    #expect(verdict.outcome.detectedPerDay == planned.detectedPerDay)
    // A list never has what is not on offer.
    let rich = try problem.list(budget: Money(1e9, "USD"), search: PlacementSearch(timeLimit: nil))
    #expect(rich.items.allSatisfy { $0.option.isOnOffer })
  }

  @Test func `what is bought year by year stays, and no year is better than its bound`() async throws {
    let scenario = try load(FreeSites.yaml)
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
      #expect(stage.cost.amount == FreeSites.cost(list, survey) && FreeSites.cost(list, survey) <= money)
      // An edge of a sighting is known to a millisecond; there are fewer than 100 of them.
      #expect(abs(stage.value - FreeSites.minutes(scenario, FreeSites.network(list, survey))) < FreeSites.tolerance)
      let best = FreeSites.everyList(survey).filter { FreeSites.cost($0, survey) <= money }
        .map { FreeSites.minutes(of: $0, survey) }.max()
      #expect(abs(stage.bound! - best!) < FreeSites.tolerance && stage.value <= stage.bound! + 1e-9)
    }
    #expect(Set(list.map { survey.options[$0].site.id }).count == list.count)
  }

  @Test func `a list that is known is one of every budget that pays it`() async throws {
    let survey = try await SitingSurvey.make(of: try load(FreeSites.yaml))
    let problem = try SitingProblem(survey, objective: TrackObjective(.one))
    let known = try problem.package(budget: Money(14e6, "USD"), search: PlacementSearch(timeLimit: nil))
    let list = known.list
    // A search of no time finds next to nothing by itself.
    let hasty = PlacementSearch(timeLimit: .zero)
    let steps = try problem.sweep(
      budgets: [5e6, 14e6, 20e6].map { Money($0, "USD") }, search: hasty, known: known)
    #expect(steps[1].list.answer.value == list.answer.value && steps[2].list.answer.value! >= list.answer.value!)
    // What 14 million cannot reach, 5 million cannot.
    #expect(steps[0].list.answer.bound! <= list.answer.bound! && steps[1].list.answer.bound == list.answer.bound)
    #expect(steps.allSatisfy { $0.list.answer.value! <= $0.list.answer.bound ?? .infinity })
  }
}
