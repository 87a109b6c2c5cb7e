import Coverage
import Foundation
import GeoFiles
import Geodesy
import Interception
import Planning
import Radar
import Response
import Scenario
import Terrain
import TestSupport
import Testing
import Units

@testable import Report

/// Radars of every sort over hills with a void, one of them in the void.
enum RandomTerrain {
  static func plan(_ scratch: Scratch, _ hasTransponder: Bool) async throws -> (Plan, TerrainLayers) {
    var random = SplitMix(seed: 7)
    let frame = GridFrame(
      columns: 110, rows: 100, firstX: -75.1, firstY: -11, stepX: 0.02, stepY: -0.02, crs: "EPSG:4326")
    var cells: [Float] = []
    for row in 0..<100 {
      for column in 0..<110 {
        let (x, y) = (Double(column), Double(row))
        let height = 700 + 300 * sin(x / 4.5) * cos(y / 3) + 60 * sin(x / 1.2 + y / 1.6)
        cells.append(row > 70 && column > 80 ? .nan : Float(height))
      }
    }
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: scratch.path("t.tif"), options: .init(noData: .nan))
    var scenario = Scenario(
      name: "hills", coverageTarget: Target(crossSection: .squareMetres(2), hasTransponder: hasTransponder),
      altitudeBands: [.metres(100), .metres(1000)])
    scenario.terrainSource = Scenario.TerrainSource(paths: ["t.tif"], resolvedPaths: [scratch.path("t.tif")])
    scenario.terrain = try Terrain.open([scratch.path("t.tif")])
    for number in 0..<7 {
      // The last one stands in the void.
      let position =
        number == 6
        ? MapFixture.at(-12.8, -73.2)
        : MapFixture.at(random.next(in: -12.3 ... -11.2), random.next(in: -74.9 ... -73.3))
      scenario.sites.append(
        RandomParts.site(number, at: position, range: random.next(in: 40_000...150_000), &random))
    }
    let plan = try await Plan.run(scenario, parts: [.coverage, .purchases])
    return (plan, try #require(try TerrainLayers(of: plan, mostCells: 20_000)))
  }
}
