import Foundation
import Scenario
import Testing
import Units

@Test func `the sample scenario is read without errors`() throws {
  let folder = packageRoot.appendingPathComponent("GeoData/vraem").path
  do {
    let scenario = try Scenario.load(folder: folder)
    #expect(scenario.name.hasPrefix("VRAEM"))
    for warning in scenario.warnings { print("warning: \(warning)") }
    print(scenario.defaultsTaken)
  } catch {
    Issue.record("\(error)")
  }
}
