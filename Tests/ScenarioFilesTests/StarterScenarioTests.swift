import Radar
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@Test func `the starter scenario has no errors and no warnings`() throws {
  let folder = try Scratch(Dictionary(uniqueKeysWithValues: Scenario.starterFiles.map { ($0.name, $0.text) }))
  let scenario = try Scenario.load(folder: folder.path)
  #expect(scenario.warnings.isEmpty)
  #expect(scenario.defaultsTaken.isEmpty)
  #expect(scenario.flights.count == 2)
  #expect(scenario.purchases.first?.price?.base.amount == 9e6)
}

@Test func `the reference tells every field that the starter uses`() throws {
  let yaml = try #require(Scenario.starterFiles.first { $0.name == "scenario.yaml" }?.text)
  // Keys as a reader of the file sees them: a word before a colon that is followed by a space or the line's end.
  let keys = Set(yaml.matches(of: /[\n{,-] *([a-z_]+):(?=[ \n])/).map { String($0.1) })
  #expect(keys.count > 40)
  for key in keys {
    #expect(
      Scenario.formatReference.contains("`\(key)`") || Scenario.formatReference.contains(".\(key)`")
        || Scenario.formatReference.contains("### \(key)"), "\(key)")
  }
}
