import Coverage
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

/// Antennas on surveyed ground, and places on a pole.
@Suite struct SurveyedSiteTests {
  private func surveyed(_ metres: Double) -> RadarStation {
    var station = radar(latitude: -12, longitude: -75, mast: 20)
    (station.groundElevation, station.isSurveyed) = (.metres(metres), true)
    return station
  }

  @Test func `the antenna stands on the surveyed elevation, and what is seen is what such a mast sees`() throws {
    let scratch = try Scratch()
    let flat = try terrain(scratch, north: -11.5, west: -75.5, step: 0.01, rows: 101, columns: 101) { _, _ in 300 }
    func load(_ station: RadarStation) throws -> TerrainCoverage {
      try TerrainCoverage.load([station], over: flat, targets: [echo])
    }
    let hill = try load(surveyed(350))
    #expect(hill.floors[0].antennaAltitude == .metres(370))
    #expect(hill.warnings.contains { $0.code == .siteElevation && $0.text.contains("the survey is taken") })
    let mast = try load(radar(latitude: -12, longitude: -75, mast: 70))
    let place = Position(latitudeDegrees: -12.2, longitudeDegrees: -74.7)
    #expect(
      try hill.altitudes(seenBy: 0, at: place, target: echo)?.lowerBound
        == mast.altitudes(seenBy: 0, at: place, target: echo)?.lowerBound)
    // Below the ground of the terrain nothing is made up.
    let buried = try load(surveyed(270))
    #expect(buried.floors[0].antennaAltitude == .metres(290))
    #expect(
      buried.warnings.contains { $0.code == .buriedAntenna && $0.text.contains("10 m below the ground of the terrain") }
    )
    let plain = try load(radar(latitude: -12, longitude: -75, mast: 1))
    let (low, high) = try (
      plain.altitudes(seenBy: 0, at: place, target: echo), buried.altitudes(seenBy: 0, at: place, target: echo)
    )
    #expect(high.map { $0.lowerBound >= (low?.lowerBound ?? .zero) } ?? true)
  }

  @Test func `a line of sight runs on across the edge of a globe`() throws {
    let scratch = try Scratch()
    func globe(_ west: Double) throws -> Terrain {
      try terrain(scratch, north: 89.5, west: west, step: 1, rows: 180, columns: 360) { row, column in
        // The same ground whatever the first column.
        let longitude = Int((west + Double(column) + 720.5).rounded()) % 360
        return Float(20 + (row * 31 + longitude * 17) % 40)
      }
    }
    let ends = (
      Position(latitudeDegrees: 0.2, longitudeDegrees: 179.3), Position(latitudeDegrees: 0.4, longitudeDegrees: -178.8)
    )
    let edge = try SightProfile.along(from: ends.0, to: ends.1, over: globe(-179.5))
    let middle = try SightProfile.along(from: ends.0, to: ends.1, over: globe(0.5))
    // The ends, and the columns at 179.5° east and west; the way lies between two rows.
    #expect(edge.samples.count == 4 && middle.samples.count == 4)
    for (a, b) in zip(edge.samples, middle.samples) {
      let (here, there) = try (#require(a.ground), #require(b.ground))
      // Crossings are met to a millionth of a post, on slopes of up to 40 m a post.
      #expect(abs((a.distance - b.distance).metres) < 0.2 && abs((here - there).metres) < 1e-4)
    }
  }
}
