import Coverage
import Scenario
import ScenarioSupport
import Testing
import Units

@Suite struct SitingKeyTests {
  private func yaml(_ place: String) -> String {
    FreeSites.yaml.replacing("layers:", with: "place:\n\(place)\nlayers:", maxReplacements: 1)
  }

  @Test func `what place is asked is read`() throws {
    let scenario = try load(
      yaml(
        """
          budget: USD 71M
          objective: area
          height: 300 m
          cells: 500
          price: high
          seconds: 2.5
          sweep: yes
          stages: [USD 20M, USD 51M]
        """))
    var siting = SitingSettings()
    siting.budget = Money(71e6, "USD")
    siting.objective = .area
    siting.height = .metres(300)
    siting.cells = 500
    siting.price = .high
    siting.seconds = 2.5
    siting.sweep = true
    siting.stages = [Money(20e6, "USD"), Money(51e6, "USD")]
    #expect(scenario.siting == siting)
    #expect(try load(FreeSites.yaml).siting == SitingSettings())
  }

  @Test func `every bad value is told at once with its line`() throws {
    let found = try problems(
      yaml(
        """
          budget: EUR 71M
          objective: beauty
          cells: 0
          price: lowest
          seconds: -1
          stages: [USD 20M, USD 0]
          compare: [nowhere]
          colour: red
        """))
    let lines = found.map(\.description)
    // The keys stand on lines 8 to 15.
    for (number, word) in ["EUR", "beauty", "cells", "lowest", "seconds", "stages", "nowhere", "colour"].enumerated() {
      #expect(lines.contains { $0.contains(word) && $0.contains("scenario.yaml:\(8 + number)") }, "\(word): \(lines)")
    }
    #expect(found.count == 8, "\(lines)")
    #expect(try problems(yaml("  objective: track\n  height: 300 m")).count == 1)
    #expect(try problems(yaml("  - budget")).count == 1)
  }
}
