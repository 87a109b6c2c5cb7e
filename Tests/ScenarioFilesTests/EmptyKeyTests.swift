import Radar
import Scenario
import ScenarioSupport
import Testing
import Units

private let head = "atalaya: 1\nname: Test\n"

@Suite struct EmptyKeyTests {
  @Test(
    arguments: [
      "detection", "ground_cover", "atmosphere", "terrain", "alert", "daylight", "requirements", "place",
      "altitude_bands",
    ], ["", " ~", " null", " \"\""])
  func `a key with nothing behind it counts as absent, and that is told`(key: String, nothing: String) throws {
    let scenario = try load("\(head)\(key):\(nothing)\n")
    let warning = try #require(scenario.warnings.first { $0.field == key }, "\(scenario.warnings)")
    #expect(warning.line == 3 && warning.problem.contains("counts as absent"))
    #expect(scenario.warnings.count { $0.field == key } == 1)
    // As the same scenario without the key.
    let without = try load(head)
    #expect(scenario.detection == without.detection && scenario.groundCover == nil && scenario.doubt == nil)
    #expect(scenario.defaultedSettings == without.defaultedSettings)
  }

  @Test func `what takes all defaults is said with the key`() throws {
    let warning = try #require(try load(head + "detection:\n").warnings.first { $0.field == "detection" })
    #expect(warning.remedy?.contains("detection: {}") == true)
    let stated = try load(head + "detection: {}\n")
    #expect(stated.detection != nil && stated.warnings.allSatisfy { $0.field != "detection" })
  }

  @Test func `keys within a block are told by their whole name, and an unknown one is an error`() throws {
    let scenario = try load(head + "detection: { probability: , gases: ~ }\natmosphere: { rain_rate: }\n")
    let fields = scenario.warnings.compactMap(\.field)
    #expect(Set(fields).isSuperset(of: ["detection.probability", "detection.gases", "atmosphere.rain_rate"]))
    #expect(scenario.detection?.probability == 0.8)
    #expect(
      try problems(head + "detecton:\natmosphere: { k_bnd: }\n").map(\.field) == ["detecton", "atmosphere.k_bnd"])
  }

  @Test func `a text may be empty, and what is required is missing`() throws {
    #expect(try load(head + "description:\n").warnings.allSatisfy { $0.field != "description" })
    let found = try problems("atalaya: 1\nname:\ndaylight: { begin: , end: \"18:00\" }\n")
    #expect(found.map(\.field) == ["name", "daylight.begin"] && found.allSatisfy { $0.code == .missing })
  }
}
