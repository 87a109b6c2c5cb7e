import Foundation
import Placement
import Planning
import Radar
import Report
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@Suite(.enabled(if: SchemaValidator.isHere, "no Python with jsonschema")) struct PlanSchemaTests {
  @Test func `plans with and without a purchase, demands or anything at all are valid`() async throws {
    #expect(try await SchemaValidator.complaints(SamplePlans.plan(purchase: "valley-low").json) == [])
    var scenario = MapFixture.scenario()
    scenario.requirements = PlanRequirements(shareDetected: 0.9, shareMet: 0.1)
    #expect(try await SchemaValidator.complaints(Plan.run(scenario).json) == [])
    #expect(try await SchemaValidator.complaints(Plan.run(Scenario(name: "Nothing")).json) == [])
  }

  @Test func `a plan that proposes what to buy is valid`() async throws {
    // One type at two free sites.
    var scenario = MapFixture.scenario()
    scenario.radarTypes[0].price = PriceRange(low: Money(2e6, "USD"), base: Money(3e6, "USD"), high: Money(5e6, "USD"))
    var radars = 0
    for objective in [InterceptionObjective(), AreaObjective(height: .metres(300), cellCount: 200)]
      as [any PlacementObjective]
    {
      let placement = try await PlanPlacement.find(
        in: scenario, objective, budget: Money(30e6, "USD"), search: PlacementSearch(timeLimit: .milliseconds(300)))
      var plan = try await Plan.run(scenario)
      plan.placement = placement
      radars += placement.package.list.items.count
      #expect(try SchemaValidator.complaints(plan.json) == [])
    }
    #expect(radars > 0)
  }

  @Test func `a plan that tells its least exposed ways in is valid`() async throws {
    var plan = try await SamplePlans.plan()
    let scenario = plan.scenario
    let options = Array(scenario.siteOptions.prefix(2))
    plan.add(try await Leak.run(scenario, LeakQuestion(of: scenario, cellLimit: 400, options: options)))
    #expect(try SchemaValidator.complaints(plan.json) == [])
  }

  @Test func `comparisons are valid, and one with another value is not`() async throws {
    let folder = try Scratch()
    for (name, purchase) in [("today", nil), ("bought", "plan-2014")] as [(String, String?)] {
      try folder.file(name, await SamplePlans.plan(purchase: purchase).json)
    }
    try folder.file("empty", await Plan.run(Scenario(name: "Nothing")).json)
    for (before, after) in [("today", "bought"), ("today", "today"), ("bought", "empty"), ("empty", "today")] {
      let json = try PlanComparison(before: folder.path(before), after: folder.path(after)).json
      #expect(try SchemaValidator.complaints(json, schema: PlanComparison.schema) == [], "\(before) \(after)")
      let broken = json.replacing("\"radars_added\"", with: "\"radars_bought\"")
      #expect(try !SchemaValidator.complaints(broken, schema: PlanComparison.schema).isEmpty)
    }
  }

  @Test func `a plan with terrain is valid and tells where elevations come from`() async throws {
    let folder = try Scratch([
      "scenario.yaml": "atalaya: 1\nname: Test\nterrain: { path: a.asc, missing: sea }\n",
      "a.asc": "ncols 2\nnrows 1\nxllcorner 10\nyllcorner 0\ncellsize 0.5\n1 2\n",
      "a.prj":
        "GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]]",
    ])
    let json = try await Plan.run(try Scenario.load(folder: folder.path)).json
    #expect(try SchemaValidator.complaints(json) == [])
    let plan = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let terrain = try #require(plan?["terrain"] as? [String: Any])
    #expect(terrain["paths"] as? [String] == ["a.asc"] && terrain["missing"] as? String == "sea")
    #expect(terrain["columns"] as? Int == 2 && terrain["cell_x"] as? Double == 0.5)
    #expect(terrain["vertical_datum_basis"] as? String == "assumed")
  }

  @Test(arguments: ["\"verdict\": \"", "\"limit\": \"", "\"format\": \"", "\"slack_s\": ", "\"landing_local\": "])
  func `a value or key of another kind is refused`(place: String) async throws {
    let plan = try await Plan.run(MapFixture.scenario()).json
    let range = try #require(plan.range(of: place))
    let broken = place.hasSuffix("\"") ? place + "x" : place.replacing("\": ", with: "_x\": ")
    #expect(try !SchemaValidator.complaints(plan.replacingCharacters(in: range, with: broken)).isEmpty)
  }
}
