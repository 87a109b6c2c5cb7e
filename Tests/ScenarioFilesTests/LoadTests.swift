import Foundation
import Interception
import Radar
import Response
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

/// The rows of a table without line breaks in its fields, its header left out.
private func rows(_ file: URL) throws -> [String] {
  Array(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init).dropFirst())
}

@Test func `the sample scenario is read row by row`() throws {
  let folder = Checkout.root.appendingPathComponent("GeoData/vraem")
  let scenario = try Scenario.load(folder: folder.path)
  for (file, ids) in [
    ("radar_types", scenario.radarTypes.map(\.id)), ("sites", scenario.sites.map(\.id)),
    ("bases", scenario.bases.map(\.id)),
    ("aircraft", scenario.aircraft.map(\.id)), ("assets", scenario.assets.map(\.id)),
    ("strips", scenario.strips.map(\.id)),
    ("flights", scenario.flights.map(\.id)),
  ] {
    let expected = try rows(folder.appendingPathComponent(file + ".csv")).map { String($0.prefix { $0 != "," }) }
    #expect(ids == expected, "\(file)")
  }
  #expect(scenario.purchases.allSatisfy { $0.budget == Money(71e6, "USD") })
  #expect(!scenario.border.isEmpty)
  #expect(scenario.warnings.allSatisfy { $0.code == .incomplete }, "\(scenario.warnings)")
}
