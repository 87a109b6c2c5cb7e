import Foundation
import GeoFiles
import Placement
import Planning
import Radar
import Report
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// Three free sites and two types on a smooth Earth; one flight.
private let yaml = """
  atalaya: 1
  name: Test
  currency: USD
  ground_elevation: 100 m
  layers:
    radar_types:
      - { id: far, kind: primary, instrumented_range: 120 km, detection_range: 90 km, reference_rcs: 1 m², antenna_height: 20 m, price: USD 9M }
      - { id: near, kind: primary, instrumented_range: 50 km, detection_range: 40 km, reference_rcs: 1 m², antenna_height: 20 m, price: USD 2M }
    sites:
      - { id: east, name: "East <hill>", position: "-12.1, -73.0" }
      - { id: border, position: "-12.0, -72.3" }
      - { id: south, position: "-12.9, -73.9" }
    aircraft:
      - { id: light, kind: aeroplane, cruise: 240 km/h, rcs: 1 m² }
    strips:
      - { id: s, position: "-12.1, -73.8", elevation: 100 m }
    routes:
      - { id: r, altitude: 300 m AGL, points: ["-12.0, -71.0", "-12.2, -72.6"] }
    flights:
      - { id: f, aircraft: light, strip: s, inbound: r, landing: "08:00", ground_time: 8 min }
  """

private func plan() async throws -> Plan {
  let folder = try Scratch(["scenario.yaml": yaml])
  var scenario = try Scenario.load(folder: folder.path)
  let placement = try await PlanPlacement.find(
    in: scenario, TrackObjective(.one), budget: Money(13e6, "USD"), search: PlacementSearch(timeLimit: nil))
  scenario.purchases.append(placement.purchase(in: scenario))
  var plan = try await Plan.run(scenario)
  plan.placement = placement
  return plan
}

@Suite struct PlacementReportTests {
  @Test func `a plan that proposes a list compares it as a purchase, and as it said`() async throws {
    let plan = try await plan()
    let list = try #require(plan.placement?.package.list)
    #expect(!list.items.isEmpty)
    let option = try #require(plan.options.last)
    #expect(option.purchase?.id == "list" && option.price?.base == list.cost)
    let outcome = try #require(plan.placement?.package.problem.survey.outcome(of: list.items.map(\.index)))
    #expect(option.outcome.detectedPerDay == outcome.detectedPerDay && option.outcome.metPerDay == outcome.metPerDay)
    #expect(plan.summary.contains("To buy") && plan.summary.contains(list.items[0].option.id))
    let layers = try GeoLayers(plan).layers
    #expect(layers.last?.name == "purchases")
    #expect(try GeoLayers(await Plan.run(Scenario(name: "x"))).layers.allSatisfy { $0.name != "purchases" })
  }

  @Test func `the page shows the list, the curve of budgets and its knees`() async throws {
    let plan = try await plan()
    let placement = try #require(plan.placement)
    let page = try ReportPage(of: plan, command: "atalaya", library: nil)
    #expect(page.html.contains("<section id=\"placement\""))
    for item in placement.package.list.items { #expect(page.html.contains(item.option.site.id)) }
    #expect(!page.html.contains("East <hill>"))
    let chart = try #require(page.drawings.first { $0.name == "placement" }?.svg)
    // A point for each of fifteen budgets.
    #expect(chart.split(separator: "<circle").count - 1 == 15 && placement.sweep.count == 15)
    #expect(chart.split(separator: "f-knee").count - 1 >= placement.sweep.count { $0.isKnee })
    for step in placement.sweep where step.isKnee { #expect(chart.contains(step.package.cost.text)) }
    // The list is one of the curve at its own budget.
    let own = try #require(placement.sweep.first { $0.list.budget.amount == 13e6 })
    #expect(own.list.answer.value == placement.package.list.answer.value)
    // Bounds lie on or above values: the band's upper edge is never below the stair.
    #expect(placement.sweep.allSatisfy { ($0.list.answer.bound ?? .infinity) >= ($0.list.answer.value ?? 0) })
    let without = try ReportPage(of: try await Plan.run(plan.scenario), command: "atalaya", library: nil)
    #expect(!without.html.contains("<section id=\"placement\""))
  }
}
