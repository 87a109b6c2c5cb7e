import GeoFiles
import Terrain
import Testing
import Units

@Suite struct ElevationSamplerTests {
  /// Two rows of two posts, which begin at row 5 and column 7 of a terrain: 0 and 100 m above 200 and 300 m.
  private func sampler(outside: MissingTerrain) -> ElevationSampler {
    let frame = GridFrame(columns: 2, rows: 2, firstX: 0, firstY: 0, stepX: 1, stepY: -1, crs: "EPSG:4326")
    return ElevationSampler(
      Grid(frame: frame, cells: [0, 100, 200, 300] as [Float]), firstRow: 5, firstColumn: 7, outside: outside)
  }

  @Test func `between posts the elevation is bilinear`() {
    let sampler = sampler(outside: .unknown)
    #expect(sampler.elevation(column: 7, row: 5) == .zero && sampler.elevation(column: 8, row: 6) == .metres(300))
    #expect(sampler.elevation(column: 7.5, row: 5.5) == .metres(150))
    #expect(sampler.elevation(column: 7.25, row: 5) == .metres(25))
  }

  @Test func `beyond its posts a window is unknown, or the sea where that was said`() {
    for (column, row) in [(6.0, 5.0), (9, 5), (7, 4), (7, 7), (-100, 5)] {
      #expect(sampler(outside: .unknown).elevation(column: column, row: row) == nil)
      #expect(sampler(outside: .sea).elevation(column: column, row: row) == .zero)
    }
    // Half-way from 300 m to the sea, and from 100 m to it.
    #expect(sampler(outside: .sea).elevation(column: 8.5, row: 6) == .metres(150))
    #expect(sampler(outside: .sea).elevation(column: 8, row: 4.5) == .metres(50))
    #expect(sampler(outside: .unknown).elevation(column: 8.5, row: 6) == nil)
    // A post with no weight does not count, known or not.
    #expect(sampler(outside: .unknown).elevation(column: 8, row: 6) == .metres(300))
  }
}
