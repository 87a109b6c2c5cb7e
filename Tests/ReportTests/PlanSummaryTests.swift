import Foundation
import Interception
import Planning
import Report
import Response
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// The summary on one line: where it is broken does not matter.
private func flat(_ plan: Plan) -> String { plan.summary.split { $0.isWhitespace }.joined(separator: " ") }

@Suite struct PlanSummaryTests {
  @Test func `the sample's summary answers every question within 100 columns`() async throws {
    let scenario = try Scenario.load(folder: Checkout.sample)
    let plan = try await SamplePlans.plan()
    let lines = plan.summary.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 100 })
    // A title a question; the others go on from the line above.
    let titles = lines.dropFirst().compactMap {
      $0.hasPrefix(" ") ? nil : String($0.prefix(10)).trimmingCharacters(in: .whitespaces)
    }
    #expect(titles == ["Network", "Assumed", "Seen", "Flights", "In time", "Best", "Limits", "See from", "Purchases"])
    for flight in scenario.flights { #expect(flat(plan).contains("\(flight.id) ")) }
    for purchase in scenario.purchases { #expect(flat(plan).contains("\(purchase.id): USD")) }
    #expect(flat(plan).contains("an estimate over a smooth Earth") && flat(plan).contains("k 1.3333"))
  }

  @Test func `defaults are told as such`() async throws {
    var scenario = Scenario(name: "Bare")
    scenario.defaultedSettings = ["effective_earth_k"]
    let summary = flat(try await Plan.run(scenario))
    #expect(summary.contains("k 1.3333*,") && summary.contains("(* default)"))
    #expect(summary.contains("no radar") && summary.contains("none expected"))
  }

  @Test func `a crowd of flights is cut short and says where the rest stands`() async throws {
    var scenario = try Scenario.load(folder: Checkout.sample)
    let flights = scenario.flights
    scenario.flights = (0..<6).flatMap { round in
      flights.prefix(2).map { flight in
        var copy = flight
        copy.id = "\(flight.id)-\(round)"
        return copy
      }
    }
    scenario.purchases = []
    let summary = flat(try await Plan.run(scenario))
    #expect(summary.contains("2 more in windows.csv"))
    #expect(summary.contains("F1-4") && !summary.contains("F1-5"))
  }
}
