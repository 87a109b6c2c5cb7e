import Coverage
import Foundation
import Geodesy
import Radar
import Testing
import Units

private let type = RadarType(
  id: "r", name: "R", kind: .primary, instrumentedRange: .kilometres(200), detectionRange: .kilometres(150),
  referenceCrossSection: .squareMetres(1), antennaHeight: .metres(20))
private let target = Target(crossSection: .squareMetres(1), hasTransponder: false)

private func station(_ mask: String = "", scale: Double = 1) throws -> RadarStation {
  RadarStation(
    id: "r", name: "R", position: Position(latitudeDegrees: 0, longitudeDegrees: 0), groundElevation: .zero,
    antennaHeight: .metres(20), type: type, rangeScale: scale, horizonMask: try HorizonMask.parse(mask))
}

@Test func `a mask hides what lies below its ray and nothing else`() throws {
  let limits = RadarLimits(
    of: try station("30-60: 0.8"), antennaAltitude: .metres(20), target: target, k: 4.0 / 3)
  let plain = RadarLimits(of: try station(), antennaAltitude: .metres(20), target: target, k: 4.0 / 3)
  // East at the equator: the radius of curvature is the semi-major axis. The ray of elevation e over an angle θ rises to
  // r = R cos e / cos(e + θ).
  let (r, e, d) = (6_378_137.0 * 4 / 3, 0.8 * Double.pi / 180, 80_000.0)
  let mask = RadarLimits(of: try station("60-120: 0.8"), antennaAltitude: .metres(20), target: target, k: 4.0 / 3)
  let lowest = try #require(mask.altitudes(groundDistance: .metres(d), azimuth: .degrees(90))).lowestMetres
  // Rounding of numbers near 10⁷ m.
  #expect(abs(lowest - ((r + 20) * cos(e) / cos(e + d / r) - r)) < 1e-6)
  for azimuth in stride(from: 0.5, to: 360, by: 7) {
    let inside = (30...60).contains(azimuth)
    let span = try #require(limits.altitudes(groundDistance: .metres(d), azimuth: .degrees(azimuth)))
    let bare = try #require(plain.altitudes(groundDistance: .metres(d), azimuth: .degrees(azimuth)))
    #expect(inside == (span.lowestMetres > bare.lowestMetres) && span.highestMetres == bare.highestMetres)
    let below = Length.metres(span.lowestMetres - 1)
    let cause = limits.cause(at: below, groundDistance: .metres(d), azimuth: .degrees(azimuth))
    #expect(cause == (inside ? .belowBeam : .range))
  }
}

@Test func `over a smooth Earth a mask leaves the disc to its own ray, and areas follow`() throws {
  let masked = SmoothEarthCoverage(stations: [try station("30-60: 0.8")], groundElevation: .zero)
  let plain = SmoothEarthCoverage(stations: [try station()], groundElevation: .zero)
  let height = Length.metres(1000)
  let ring = masked.ring(of: masked.stations[0], targetHeight: height, target: target)
  #expect(ring.outerRadius == plain.ring(of: plain.stations[0], targetHeight: height, target: target).outerRadius)
  let part = try #require(ring.maskedParts.first)
  // The ray of 0.8° from 20 m reaches 1000 m where r cos(e + θ) has fallen to R cos e.
  let earth = EffectiveEarth()
  let (r, e) = (earth.radius.metres, 0.8 * Double.pi / 180)
  let reach = r * (acos((r + 20) * cos(e) / (r + 1000)) - e)
  #expect(abs(part.outerRadius.metres - reach) < 1e-3)
  for azimuth in stride(from: 0.0, to: 360, by: 5) {
    for distance in stride(from: 5000.0, to: 140_000, by: 4500) {
      let place = Ellipsoid.wgs84.direct(
        from: masked.stations[0].position, azimuth: .degrees(azimuth), distance: .metres(distance)
      ).position
      let margin = masked.margin(
        station: 0, position: place, altitude: .aboveSeaLevel(height), target: target
      ).metres
      // Edges themselves are in, within what a geodesic of this length is exact to.
      guard abs(margin) > 1 else { continue }
      let far = (30...60).contains(azimuth) ? min(reach, ring.outerRadius.metres) : ring.outerRadius.metres
      #expect((margin > 0) == (distance <= far), "\(azimuth)° \(distance) m: \(margin)")
    }
  }
  let areas = try [masked, plain].map {
    try CoverageSummary(of: $0, heights: [height], target: target).bands[0].ringAreas[0]
  }
  let lost = (ring.outerRadius.metres * ring.outerRadius.metres - reach * reach) * .pi * 30 / 360
  // A flat sector: on the ellipsoid a circle of 150 km is 0.005 % smaller, and the sector’s share of it differs by 0.7 %.
  #expect(abs((areas[1] - areas[0]).squareMetres / lost - 1) < 0.01)
}

@Test func `a range scale stretches what the type can see`() throws {
  let half = try station(scale: 0.5)
  #expect(half.slantRange(of: target) == .kilometres(75) && half.instrumentedRange == .kilometres(100))
  #expect(try station().slantRange(of: target) == .kilometres(150))
  let network = SmoothEarthCoverage(stations: [half], groundElevation: .zero)
  let ring = network.ring(of: half, targetHeight: .metres(5000), target: target)
  let slant = EffectiveEarth().slantRange(groundDistance: ring.outerRadius, from: .metres(20), to: .metres(5000))
  #expect(ring.limit == .detection && abs(slant.metres - 75_000) < 1e-3)
}
