import Foundation
import Placement
import Report
import Scenario
import TestSupport
import Testing
import Units

private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
private let hasValidator =
  Python.isHere && (try? Python.run("import jsonschema; print(jsonschema.Draft202012Validator)", input: "")) != nil

/// What Python's jsonschema has against a document; empty when it is valid.
private func complaints(_ document: String) throws -> [String] {
  let script = """
    import json, sys, jsonschema
    both = json.load(sys.stdin)
    jsonschema.Draft202012Validator.check_schema(both["schema"])
    for error in jsonschema.Draft202012Validator(both["schema"]).iter_errors(both["plan"]):
      print(error.json_path, error.message[:200].replace("\\n", " "))
    """
  return try Python.run(script, input: "{\"schema\": \(Plan.schema), \"plan\": \(document)}")
    .split(separator: "\n").map(String.init)
}

@Suite(.enabled(if: hasValidator, "no Python with jsonschema")) struct PlanSchemaTests {
  @Test func `plans with and without a purchase, demands or anything at all are valid`() async throws {
    var scenario = try Scenario.load(folder: root.appendingPathComponent("GeoData/vraem").path)
    #expect(try await complaints(Plan.run(scenario, purchase: "valley-low").json) == [])
    scenario.requirements = PlanRequirements(shareDetected: 0.9, shareMet: 0.1)
    #expect(try await complaints(Plan.run(scenario).json) == [])
    #expect(try await complaints(Plan.run(Scenario(name: "Nothing")).json) == [])
  }

  @Test func `a plan that proposes what to buy is valid`() async throws {
    let scenario = try Scenario.load(folder: root.appendingPathComponent("GeoData/vraem").path)
    for objective in [InterceptionObjective(), AreaObjective(height: .metres(300), cellCount: 200)]
      as [any PlacementObjective]
    {
      let placement = try await PlanPlacement.find(
        in: scenario, objective, budget: Money(30e6, "USD"), search: PlacementSearch(timeLimit: .milliseconds(300)))
      var plan = try await Plan.run(scenario)
      plan.placement = placement
      #expect(try complaints(plan.json) == [])
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
    #expect(try complaints(json) == [])
    let plan = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let terrain = try #require(plan?["terrain"] as? [String: Any])
    #expect(terrain["paths"] as? [String] == ["a.asc"] && terrain["missing"] as? String == "sea")
    #expect(terrain["columns"] as? Int == 2 && terrain["cell_x"] as? Double == 0.5)
    #expect(terrain["vertical_datum_basis"] as? String == "assumed")
  }

  @Test(arguments: ["\"verdict\": \"", "\"limit\": \"", "\"format\": \"", "\"slack_s\": ", "\"landing_local\": "])
  func `a value or key of another kind is refused`(place: String) async throws {
    let scenario = try Scenario.load(folder: root.appendingPathComponent("GeoData/vraem").path)
    let plan = try await Plan.run(scenario).json
    let range = try #require(plan.range(of: place))
    let broken = place.hasSuffix("\"") ? place + "x" : place.replacing("\": ", with: "_x\": ")
    #expect(try !complaints(plan.replacingCharacters(in: range, with: broken)).isEmpty)
  }
}
