import Coverage
import Planning
import Scenario
import ScenarioFiles
import TestSupport
import Testing

/// What is asked of a plan is what the whole plan says, and the rest is not there.
@Test func `each part of a plan, asked by itself, is that of the whole plan`() async throws {
  let files = Dictionary(uniqueKeysWithValues: Scenario.starterFiles.map { ($0.name, $0.text) })
  let folder = try Scratch(files)
  let scenario = try Scenario.load(folder: folder.path)
  for purchase in [nil, scenario.purchases.first?.id] {
    let whole = try await Plan.run(scenario, purchase: purchase)
    #expect(!whole.flights.isEmpty && !whole.responses.isEmpty && !whole.coverage.bands.isEmpty)
    #expect(whole.options.count == scenario.purchases.count + 1)

    let responses = try await Plan.run(scenario, parts: .responses, purchase: purchase)
    #expect(responses.responses == whole.responses && responses.flights.isEmpty && responses.coverage.bands.isEmpty)
    #expect(responses.options.isEmpty && responses.requiredDetections.isEmpty && responses.terrain == nil)

    let flights = try await Plan.run(scenario, parts: .flights, purchase: purchase)
    #expect(flights.flights == whole.flights && flights.outcome == whole.outcome)
    #expect(flights.requiredDetections == whole.requiredDetections)
    #expect(flights.responses.isEmpty && flights.coverage.bands.isEmpty && flights.options.isEmpty)

    let coverage = try await Plan.run(scenario, parts: .coverage, purchase: purchase)
    #expect(coverage.coverage == whole.coverage && coverage.flights.isEmpty && coverage.responses.isEmpty)

    // A part warns of nothing that the whole plan does not.
    for part in [responses, flights, coverage] {
      #expect(Set(part.warnings.map(\.code)).isSubset(of: Set(whole.warnings.map(\.code))))
    }
    #expect(!responses.warnings.map(\.text).contains { $0.contains("smooth Earth") })
  }
}
