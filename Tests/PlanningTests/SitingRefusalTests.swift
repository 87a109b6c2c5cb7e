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

/// Questions and files that have no answer.
@Suite struct SitingRefusalTests {
  @Test func `what cannot be answered is refused with what to do`() async throws {
    let scenario = try load(FreeSites.yaml)
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

  @Test(arguments: [
    ("radars: [{ site: nowhere, type: mid }]", "nowhere"), ("- 3", "stands where a row"),
    ("just words", "not a purchase"),
    ("radars: [{ site: east, type: mid }\n", "mine.yaml:"), ("budget: EUR 4M\nradars: []", "EUR"),
  ])
  func `a file that holds no plan is refused with its place`(text: String, words: String) throws {
    let folder = try Scratch(["mine.yaml": text])
    let scenario = try load(FreeSites.yaml)
    let error = #expect(throws: ScenarioError.self) { try scenario.purchases(inFile: folder.path("mine.yaml")) }
    #expect(error?.problems.contains { "\($0)".contains(words) } == true, "\(error.map { "\($0.problems)" } ?? "")")
  }
}
