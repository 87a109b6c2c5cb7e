import Coverage
import Foundation
import GeoFiles
import Geodesy
import Radar
import TestSupport
import Testing
import Units

private func sector(_ begin: Double, _ end: Double) -> AzimuthSector {
  AzimuthSector(begin: .degrees(begin), end: .degrees(end))
}

private func summary(_ stations: [RadarStation], height: Double = 3000) throws -> CoverageSummary {
  let network = SmoothEarthCoverage(stations: stations, groundElevation: .zero)
  return try CoverageSummary(of: network, heights: [.metres(height)], target: echo)
}

/// Whether a ring goes round a place, by its crossings of the parallel east of the place.
private func isAround(_ place: Position, _ ring: [Position]) -> Bool {
  var isInside = false
  for (a, b) in zip(ring, ring.dropFirst()) {
    guard (a.latitudeDegrees > place.latitudeDegrees) != (b.latitudeDegrees > place.latitudeDegrees) else { continue }
    let share = (place.latitudeDegrees - a.latitudeDegrees) / (b.latitudeDegrees - a.latitudeDegrees)
    let crossing = a.longitudeDegrees + share * (b.longitudeDegrees - a.longitudeDegrees)
    if place.longitudeDegrees < crossing { isInside.toggle() }
  }
  return isInside
}

struct BlindSectorAreaTests {
  @Test func `areas of rings with blind sectors agree with closed forms`() throws {
    // At the equator, over the antimeridian and near a pole, where azimuths are all alike or nearly.
    for (latitude, longitude) in [(0.0, 10.0), (-12, 179.9), (89.9, 40)] {
      let whole = try summary([radar(latitude: latitude, longitude: longitude, minimum: 12)]).bands[0].ringAreas[0]
      let cases: [(sectors: [AzimuthSector], share: Double)] = [
        ([sector(90, 270)], 0.5), ([sector(270, 90)], 0.5), ([sector(0, 90), sector(180, 270)], 0.5),
        // Overlapping sectors count once, one within another not at all, and one may run over north.
        ([sector(350, 30), sector(10, 50)], 300 / 360), ([sector(40, 140), sector(60, 70)], 260 / 360),
        ([sector(300, 200), sector(190, 210)], 90 / 360),
      ]
      for (sectors, share) in cases {
        let one = radar(latitude: latitude, longitude: longitude, minimum: 12, sectors: sectors)
        let area = try summary([one]).bands[0].ringAreas[0]
        // By symmetry halves are halves on the ellipsoid; other shares of a disc of 60 km are so to 1e-4 of it: the radius
        // of curvature changes by 1 % with the azimuth, and the area with its square over (r/R)² = 1e-4.
        #expect(abs(area / whole - share) < 1e-4, "\(sectors.map(\.text)) at \(latitude): \(area / whole)")
      }
    }
  }

  @Test func `a radar whose azimuths are all blind sees nothing`() throws {
    for sectors in [
      [sector(0, 360)], [sector(10, 10)], [sector(0, 200), sector(190, 10)], [sector(0, 180), sector(180, 0)],
    ] {
      let one = radar(latitude: -12, longitude: -74, sectors: sectors)
      #expect(one.isBlindAllRound)
      let band = try summary([one]).bands[0]
      #expect(band.rings[0].limit == .blind && band.ringAreas[0] == .zero)
      #expect(band.areaSeenByAtLeast == [.zero, .zero, .zero])
      #expect(try RingShape.polygons(band.rings[0]).isEmpty)
    }
    #expect(!radar(latitude: -12, longitude: -74, sectors: [sector(0, 180), sector(181, 0)]).isBlindAllRound)
  }

  @Test func `areas seen by several radars with blind sectors are those that single looks find`() throws {
    var random = SplitMix(seed: 4)
    let stations = (0..<4).map { number in
      let begin = Double.random(in: 0..<360, using: &random)
      let width = Double.random(in: 20..<250, using: &random)
      return radar(
        "\(number)", latitude: -12 + Double.random(in: -0.4...0.4, using: &random),
        longitude: 180 + Double.random(in: -0.4...0.4, using: &random), range: 80, minimum: number == 0 ? 20 : 0,
        sectors: number == 3 ? [] : [sector(begin, (begin + width).truncatingRemainder(dividingBy: 360))])
    }
    let network = SmoothEarthCoverage(stations: stations, groundElevation: .zero)
    let band = try CoverageSummary(of: network, heights: [.metres(3000)], target: echo).bands[0]
    // A box that holds them all, of equal areas: even in longitude and in the sine of the latitude, on a sphere.
    let (south, north) = (sin(-13.3 * .pi / 180), sin(-10.7 * .pi / 180))
    let box = Ellipsoid.wgs84.areaAndPerimeter(
      of: [(-13.3, 178.7), (-13.3, 180), (-13.3, 181.3), (-10.7, 181.3), (-10.7, 180), (-10.7, 178.7)].map {
        Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
      }
    ).area
    let looks = 60_000
    var seen = [0, 0, 0]
    for _ in 0..<looks {
      let place = Position(
        latitudeDegrees: asin(Double.random(in: south...north, using: &random)) * 180 / .pi,
        longitudeDegrees: Double.random(in: 178.7...181.3, using: &random))
      let count = stations.indices.count {
        network.margin(station: $0, position: place, altitude: .aboveGround(.metres(3000)), target: echo) >= .zero
      }
      for level in 0..<min(count, 3) { seen[level] += 1 }
    }
    for (level, area) in band.areaSeenByAtLeast.enumerated() {
      let share = Double(seen[level]) / Double(looks)
      // Four standard deviations of so many looks.
      let spread = 4 * (share * (1 - share) / Double(looks)).squareRoot()
      // And a few looks where hardly any see it.
      #expect(abs(area / box - share) < spread + 2e-4, "\(level + 1) radars")
    }
  }

  @Test func `shapes hold where single looks see and nothing else`() throws {
    let one = radar(latitude: -12, longitude: 179.95, minimum: 10, sectors: [sector(20, 100), sector(250, 300)])
    let network = SmoothEarthCoverage(stations: [one], groundElevation: .zero)
    let shape = try RingShape.polygons(network.ring(of: one, targetHeight: .metres(3000), target: echo))
    var random = SplitMix(seed: 6)
    for _ in 0..<500 {
      let azimuth = Double.random(in: 0..<360, using: &random)
      let distance = Length.kilometres(Double.random(in: 0...70, using: &random))
      let place = Ellipsoid.wgs84.direct(from: one.position, azimuth: .degrees(azimuth), distance: distance).position
      let margin = network.margin(station: 0, position: place, altitude: .aboveGround(.metres(3000)), target: echo)
      // A ring of 240 vertices lies within 6 m of a circle of 60 km.
      guard abs(margin.metres) > 10 else { continue }
      let dot = Position(latitudeDegrees: place.latitudeDegrees, longitudeDegrees: place.normalized.longitudeDegrees)
      let isInside = shape.contains { rings in rings.count { isAround(dot, $0) } % 2 == 1 }
      #expect(isInside == (margin > .zero), "\(azimuth)°, \(distance.kilometres) km")
    }
  }
}
