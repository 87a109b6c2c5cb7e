import Foundation
import Scenario
import ScenarioFiles
import ScenarioSupport
import TestSupport
import Testing

@Suite struct FetchCommandTests {
  @Test func `the command that fetches terrain names the scenario as its caller did`() throws {
    let scratch = try Scratch()
    try FileManager.default.createDirectory(atPath: scratch.path("it's here"), withIntermediateDirectories: true)
    try scratch.file("it's here/scenario.yaml", "atalaya: 1\nname: x\n")
    let scenario = try Scenario.load(folder: scratch.path("it's here"))
    #expect(scenario.fetchCommand == "atalaya terrain fetch '\(scratch.path)/it'\\''s here'")
    #expect(try Scenario.load(folder: Checkout.sample).fetchCommand == "atalaya terrain fetch \(Checkout.sample)")
  }

  @Test func `k can be a fraction`() throws {
    #expect(try load("atalaya: 1\nname: x\neffective_earth_k: 4/3\n").effectiveEarthFactor == 4.0 / 3)
    #expect(try problems("atalaya: 1\nname: x\neffective_earth_k: 4/0\n").map(\.field) == ["effective_earth_k"])
  }
}
