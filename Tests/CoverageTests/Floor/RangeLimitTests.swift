import GeoFiles
import Testing
import Units

@testable import Coverage

/// How far grids of degrees can be followed, as the article CoverageFloors states it.
struct RangeLimitTests {
  private func problem(latitude: Double, step: Double, range: Double) -> FloorError? {
    let terrain = TestTerrain.degrees(
      TestTerrain.plane(21, 21) { _, _ in 10 }, latitude: latitude + 10 * step, longitude: -76.5, step: step)
    do throws(FloorError) {
      _ = try LineOfSightFloor.compute(
        terrain: terrain, antenna: .post(column: 10, row: 10), antennaAltitude: .metres(30),
        range: .kilometres(range))
      return nil
    } catch { return error }
  }

  @Test(arguments: [(0.0, 3400.0), (15, 2200), (30, 1500), (45, 800), (60, 350), (70, 130)])
  func `degrees are followed as far as is stated, and beyond that the error tells how far`(
    _ latitude: Double, _ stated: Double
  ) throws {
    // Both hemispheres and both steps of SRTM, the finer one in the north.
    for (step, latitude) in [(1.0 / 3600, latitude), (1.0 / 1200, -latitude)] {
      #expect(problem(latitude: latitude, step: step, range: stated) == nil)
      let error = try #require(problem(latitude: latitude, step: step, range: 5000))
      #expect(error.code == .bentGrid)
      let words = error.description.split(separator: " ")
      let place = try #require(words.firstIndex(of: "most,"))
      let told = try #require(Double(words[place - 3]))
      #expect(told >= stated)
      #expect(problem(latitude: latitude, step: step, range: told) == nil)
      #expect(problem(latitude: latitude, step: step, range: told * 1.05 + 2)?.code == .bentGrid)
    }
  }

  @Test func `a plane is followed to the end`() {
    let plane = TestTerrain.plane(21, 21) { _, _ in 10 }
    #expect(throws: Never.self) {
      try LineOfSightFloor.compute(
        terrain: plane, antenna: .post(column: 10, row: 10), antennaAltitude: .metres(30), range: .kilometres(5000))
    }
  }
}
