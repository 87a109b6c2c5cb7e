import Foundation
import GeoFiles
import Geodesy
import Scenario
import ScenarioFiles
import Terrain
import TestSupport
import Testing
import Units

@Suite struct ScenarioSitesTests {
  @Test func `found sites join a scenario's own, apart from them and under keys of their own`() throws {
    let scratch = try Scratch()
    // Three cones on a plain that falls to the south: 60 m a post of 1.1 km.
    let tops = [(20, 20, 2000.0), (30, 60, 1500), (45, 30, 1200)]
    let cells = (0..<60 * 80).map { cell -> Float in
      let (row, column) = (cell / 80, cell % 80)
      let cones = tops.map { $0.2 - 60 * hypot(Double(row - $0.0), Double(column - $0.1)) }
      return Float(max(200 - Double(row + column), cones.max() ?? 0))
    }
    let frame = GridFrame(
      columns: 80, rows: 60, firstX: -75, firstY: -12, stepX: 0.01, stepY: -0.01, crs: "EPSG:4326")
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: scratch.path("dem.tif"), options: .init(noData: .nan))
    // One of its own sites stands 2 km from the highest cone, another has the key of a found one.
    try scratch.file(
      "scenario.yaml",
      """
      atalaya: 1
      name: Test
      terrain: dem.tif
      layers:
        sites:
          - { id: own, position: "-12.2, -74.78", elevation: 1880 m }
          - { id: summit-01, position: "-12.05, -74.25", elevation: 100 m }
      """)
    let scenario = try Scenario.load(folder: scratch.path)
    let proposed = try scenario.proposingSites(SiteSearch(spacing: .kilometres(10), count: 2))
    #expect(proposed.sites.prefix(2).map(\.id) == ["own", "summit-01"])
    let found = proposed.sites.dropFirst(2)
    #expect(found.map(\.id) == ["summit-01-2", "summit-02"])
    #expect(Set(found.map(\.elevation)) == [.metres(1500), .metres(1200)])
    #expect(found.allSatisfy { $0.radar == nil })
    var flat = scenario
    flat.terrain = nil
    #expect(try flat.proposingSites(SiteSearch()).sites == scenario.sites)
  }
}
