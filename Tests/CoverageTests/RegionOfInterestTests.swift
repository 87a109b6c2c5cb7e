import Coverage
import Foundation
import GeoFiles
import Geodesy
import Testing
import Units

private func ring(_ corners: (Double, Double)...) -> [Position] {
  (corners + corners.prefix(1)).map { Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1) }
}

/// A rectangle of parallels and meridians.
private func box(_ south: Double, _ west: Double, _ north: Double, _ east: Double) -> [[Position]] {
  [ring((south, west), (south, east), (north, east), (north, west))]
}

/// The area of the zone between the equator and a parallel over a degree of longitude, by the closed form of the ellipsoid.
private func zone(_ latitude: Double) -> Double {
  let (a, f) = (6_378_137.0, 1 / 298.257223563)
  let (b, e) = (a * (1 - f), (f * (2 - f)).squareRoot())
  let s = sin(latitude * .pi / 180)
  return b * b * (atanh(e * s) / (2 * e) + s / (2 * (1 - e * e * s * s))) * .pi / 180
}

struct RegionOfInterestTests {
  // Edges along parallels are followed by geodesics a tenth of a degree long: below 1e-6 of these areas.
  private func isLike(_ area: Area, _ expected: Double) -> Bool { abs(area.squareMetres / expected - 1) < 1e-6 }

  @Test func `an area is that of the zone, overlaps count once and holes not`() throws {
    let two = 2 * (zone(-10) - zone(-12))
    #expect(isLike(try RegionOfInterest(of: [box(-12, -76, -10, -74)]).area, two))
    #expect(isLike(try RegionOfInterest(of: [box(-12, -76, -10, -74.5), box(-12, -75.5, -10, -74)]).area, two))
    let holed = [box(-12, -76, -10, -74)[0], Array(box(-11.5, -75.5, -11, -75)[0].reversed())]
    #expect(isLike(try RegionOfInterest(of: [holed]).area, two - 0.5 * (zone(-11) - zone(-11.5))))
  }

  @Test func `a region lies across the antimeridian, by longitudes beyond it or by a jump`() throws {
    let expected = 2 * (zone(-16) - zone(-18))
    for polygon in [box(-18, 179, -16, 181), box(-18, -181, -16, -179), box(-18, 179, -16, -179)] {
      let region = try RegionOfInterest(of: [polygon])
      #expect(isLike(region.area, expected))
      #expect(region.polygons.allSatisfy { $0.allSatisfy { $0.allSatisfy { abs($0.longitudeDegrees) <= 180 } } })
    }
  }

  @Test func `of a circle a region sees what it holds of it`() throws {
    for longitude in [-75.0, 180] {
      let network = SmoothEarthCoverage(
        stations: [radar(latitude: -11, longitude: longitude, range: 60)], groundElevation: .zero)
      let plain = try CoverageSummary(of: network, heights: [.metres(1500)], target: echo)
      let circle = plain.bands[0].areaSeenByAtLeast[0].squareMetres
      let all = try plain.within(RegionOfInterest(of: [box(-13, longitude - 2, -9, longitude + 2)]))
      // A polygon of 240 vertices is (2π / 240)² / 6 smaller than its circle.
      #expect(abs(all.bands[0].interest!.areaSeenByAtLeast[0].squareMetres / circle - 1) < 2e-4)
      // The meridian through the radar cuts it in halves.
      let half = try plain.within(RegionOfInterest(of: [box(-13, longitude, -9, longitude + 2)]))
      #expect(abs(half.bands[0].interest!.areaSeenByAtLeast[0].squareMetres / circle - 0.5) < 2e-4)
      #expect(half.bands[0].interest!.areaSeenByAtLeast[1] == .zero && half.bands[0].interest!.unknownArea == nil)
      let away = try plain.within(RegionOfInterest(of: [box(0, longitude, 1, longitude + 1)]))
      #expect(away.bands[0].interest!.areaSeenByAtLeast[0] == .zero)
    }
  }
}
