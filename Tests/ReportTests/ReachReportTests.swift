import Foundation
import GeoFiles
import Geodesy
import Planning
import Response
import Scenario
import TestSupport
import Testing
import Units

@testable import Report

private func reach() throws -> Reach {
  let base = Base(
    id: "a/b", name: "Base", position: Position(latitudeDegrees: 47, longitudeDegrees: 9), elevation: .metres(400))
  let aircraft = Aircraft(
    id: "h", name: "h", kind: .helicopter, cruise: .kilometresPerHour(220), departureAllowance: .minutes(2),
    landingAllowance: .minutes(2), endurance: .hours(2), reserve: .minutes(30))
  let assets = ["a/b", "a_b"].map {
    Asset(
      id: $0, base: base, aircraft: aircraft, count: 1, readinessByDay: .minutes(4), readinessByNight: .minutes(10))
  }
  let scenario = Scenario(name: "Test", aircraft: [aircraft], bases: [base], assets: assets)
  return try Reach.run(scenario, ReachQuestion(of: scenario, limits: [.minutes(10), .minutes(12), .minutes(60)]))
}

@Suite struct ReachReportTests {
  @Test func `isochrones have the area of their cells and lie within each other`() throws {
    let rows = try ReachReport(try reach()).isochrones()
    for row in rows {
      // Corners are rounded to 1e-7 of a degree, edges are those of the cells.
      let area = PolygonOverlay.area(of: row.polygons).squareMetres
      #expect(abs(area - row.area.squareMetres) <= 1e-4 * row.area.squareMetres)
    }
    for (narrow, wide) in zip(rows, rows.dropFirst()) where narrow.limit < wide.limit && !narrow.polygons.isEmpty {
      let common = PolygonOverlay.area(
        of: try PolygonOverlay.coverage(of: [narrow.polygons, wide.polygons], depth: 2)[1])
      #expect(abs(common.squareMetres - narrow.area.squareMetres) <= 1e-4 * narrow.area.squareMetres)
    }
  }

  @Test func `files have names of their own, and rasters the minutes of their field`() throws {
    let reach = try reach()
    let rasters = ReachRasters(reach: reach)
    #expect(Set(rasters.stems).count == reach.fields.count)
    #expect(rasters.stems.contains("reach-base-a_b-day") && rasters.stems.contains("reach-asset-a_b-2-day"))
    #expect(rasters.stems.allSatisfy { ReachRasters.isName($0 + ".tif") })
    let folder = try Scratch()
    defer { withExtendedLifetime(folder) {} }
    let path = folder.path + "/r.tif"
    try rasters.write(reach.fields[0], to: path)
    let file = try RasterFile(path: path)
    let cells = try file.readFloats(rows: 0..<file.frame.rows, columns: 0..<file.frame.columns)
    #expect(zip(cells, reach.fields[0].minutes).allSatisfy { $0 == $1 || ($0.isNaN && $1.isNaN) })
  }

  @Test func `the page's grids are never early`() throws {
    let reach = try reach()
    let json = ReachGrids(reach).json.text
    #expect(json.contains("\"base:a/b\"") && !json.contains("asset:"))
  }
}
