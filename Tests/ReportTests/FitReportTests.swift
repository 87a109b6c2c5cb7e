import Coverage
import Foundation
import Geodesy
import Planning
import Radar
import Scenario
import ScenarioFiles
import TestSupport
import Testing
import Units

@testable import Report

/// A radar of 100 km on a smooth Earth, and aircraft high above it: it saw those within 70 km, and half of the reference.
private func fit(isTrafficKnown: Bool) throws -> FitReport {
  let type = RadarType(
    id: "r", name: "R", kind: .primary, instrumentedRange: .kilometres(100), detectionRange: .kilometres(100),
    referenceCrossSection: .squareMetres(1), antennaHeight: .metres(20), revisit: .seconds(10))
  let centre = Position(latitudeDegrees: 0, longitudeDegrees: 0)
  let site = Scenario.Site(
    id: "hill", name: "Hill", position: centre, elevation: .zero, radar: type, antennaHeight: nil)
  let scenario = Scenario(name: "Test", groundElevation: .zero, radarTypes: [type], sites: [site])
  let traffic = (0..<240).map { index -> Observation in
    let place = Ellipsoid.wgs84.direct(
      from: centre, azimuth: .degrees(Double(index) * 137.5), distance: .kilometres(10 + 80 * Double(index % 40) / 40)
    ).position
    return Observation(
      seconds: 1e9 + Double(index) * 20, track: "t\(index)", position: place, altitude: .aboveSeaLevel(.metres(5000)))
  }
  let plots = traffic.enumerated().filter { 10 + 80 * Double($0.offset % 40) / 40 < 70 }.map(\.element)
  var question = FitQuestion(ObservedFile(name: "plots.csv", form: .plots, observations: plots))
  if isTrafficKnown { question.reference = ObservedFile(name: "ref.csv", form: .plots, observations: traffic) }
  return FitReport(try Fit.run(scenario, question))
}

@Test func `a fit counts what radar and model see, and absence only where traffic is known`() throws {
  let known = try fit(isTrafficKnown: true)
  let all = try #require(known.table.rows.first)
  // Thirty distances of forty lie within 70 km; the model sees all of them, and the ten beyond. The last ten come after
  // the radar's last plot, when it may have been off.
  let keys = known.table.columns.map(\.key)
  func cell(_ key: String, _ row: [ReportTable.Cell]) -> ReportTable.Cell? {
    keys.firstIndex(of: key).map { row[$0] }
  }
  #expect(cell("looks", all) == .integer(230) && cell("both_see", all) == .integer(180))
  #expect(cell("only_model_sees", all) == .integer(50))
  // All but the looks at 70 km, six at most, on which the fitted edge may lie.
  guard case .integer(let beyond) = cell("fitted_only_model_sees", all) else {
    Issue.record("the fitted model counts no looks")
    return
  }
  #expect((0...6).contains(beyond))
  let scale = try #require(known.fit.rangeScale.value)
  // Between the last seen look, at 68 km, and the first unseen one, at 70 km, along the ground from 20 m to 5000 m.
  #expect((0.68...0.703).contains(scale))
  let plain = try fit(isTrafficKnown: false)
  #expect(try cell("only_model_sees", #require(plain.table.rows.first)) == .empty)
  #expect(plain.siteOverride == nil && plain.text().contains("absence is no evidence"))
}

@Test func `a site override is read as it was written`() throws {
  let report = try fit(isTrafficKnown: true)
  let layer = try #require(report.siteOverride)
  let folder = try Scratch([
    "o.csv": layer,
    "scenario.yaml": """
    atalaya: 1
    name: Test
    layers:
      radar_types: [{ id: r, kind: primary, instrumented_range: 100 km, detection_range: 100 km, reference_rcs: 1 m², antenna_height: 20 m }]
      sites: [{ id: hill, position: "0, 0", elevation: 0 m, radar: r }]
      site_overrides: o.csv
    """,
  ])
  let station = try #require(try Scenario.load(folder: folder.path).existingStations.first)
  // Written to four decimals.
  #expect(try abs(station.rangeScale - #require(report.fit.rangeScale.value)) < 1e-4)
}

@Test(.enabled(if: SchemaValidator.isHere, "no Python with jsonschema"), arguments: [true, false])
func `a fit is what its schema says`(isTrafficKnown: Bool) throws {
  let report = try fit(isTrafficKnown: isTrafficKnown)
  #expect(try SchemaValidator.complaints(report.json, schema: FitReport.schema) == [])
}

@Test func `the polar plot draws each kind of look`() throws {
  let report = try fit(isTrafficKnown: true)
  let svg = report.svg
  #expect(svg.hasPrefix("<?xml") && svg.hasSuffix("</svg>\n"))
  #expect(svg.contains("class=\"f-seen\"") && svg.contains("class=\"f-strip\"") && svg.contains("fitted model"))
  #expect(try !fit(isTrafficKnown: false).svg.contains("not seen, though modelled"))
}
