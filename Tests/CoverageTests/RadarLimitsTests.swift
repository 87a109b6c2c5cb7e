import Coverage
import Foundation
import Geodesy
import Radar
import TestSupport
import Testing
import Units

private let target = Target(crossSection: .squareMetres(1), hasTransponder: false)
private let k = 4.0 / 3

private func station(
  minimum: Length = .zero, elevations: (Double, Double)? = nil, tilt: Double = 0, sectors: [AzimuthSector] = [],
  range: Length = .kilometres(400)
) -> RadarStation {
  RadarStation(
    id: "a", name: "a", position: Position(latitudeDegrees: 0, longitudeDegrees: 10), groundElevation: nil,
    antennaHeight: .metres(20),
    type: RadarType(
      id: "t", name: "t", kind: .primary, instrumentedRange: range, detectionRange: .kilometres(390),
      referenceCrossSection: .squareMetres(1), minimumRange: minimum, antennaHeight: .metres(20),
      minimumElevation: elevations.map { .degrees($0.0) }, maximumElevation: elevations.map { .degrees($0.1) }),
    tilt: .degrees(tilt), blindSectors: sectors)
}

/// Slant range and elevation angle by vectors: the antenna on the y axis, the target at an angle θ from it. On the
/// equator to the east the effective radius is k·a, with a the semi-major axis of WGS 84.
private func seen(distance: Double, altitude: Double, antenna: Double) -> (slant: Double, elevation: Double) {
  let radius = k * 6_378_137
  let angle = distance / radius
  let (x, y) = ((radius + altitude) * sin(angle), (radius + altitude) * cos(angle) - radius - antenna)
  return (hypot(x, y), atan2(y, x) * 180 / .pi)
}

@Test func `a span of altitudes holds what vectors put within range and beam`() throws {
  var random = SplitMix(seed: 7)
  let elevations = (-0.7, 31.0)
  let station = station(minimum: .metres(3000), elevations: elevations, tilt: 0.4)
  let limits = RadarLimits(of: station, antennaAltitude: .metres(1200), target: target, k: k)
  var (inside, outside) = (0, 0)
  for _ in 0..<20_000 {
    let distance = pow(Double.random(in: 0...1, using: &random), 2) * 420_000
    let altitude = Double.random(in: -500...30_000, using: &random)
    let (slant, elevation) = seen(distance: distance, altitude: altitude, antenna: 1200)
    let isAllowed = slant <= 390_000 && slant >= 3000 && elevation >= -0.3 && elevation <= 31.4
    let isUnderBall = distance < 3000 && altitude < 1200
    let span = limits.altitudes(groundDistance: .metres(distance), azimuth: .degrees(90))
    let cause = limits.cause(at: .metres(altitude), groundDistance: .metres(distance), azimuth: .degrees(90))
    let isInSpan = span.map { altitude >= $0.lowestMetres && altitude <= $0.highestMetres } ?? false
    #expect(isInSpan == (cause == nil), "\(distance) \(altitude)")
    // Under the ball of the minimum range nothing is claimed; within a micrometre of an edge rounding decides.
    if isUnderBall {
      #expect(!isInSpan)
    } else {
      #expect(isInSpan == isAllowed, "\(distance) \(altitude) \(slant) \(elevation)")
    }
    if isInSpan { inside += 1 } else { outside += 1 }
  }
  #expect(inside > 1000 && outside > 1000)
}

@Test func `each limit is named`() {
  func cause(_ station: RadarStation, _ kilometres: Double, _ altitude: Double, azimuth: Double = 90)
    -> RadarLimits.Cause?
  {
    RadarLimits(of: station, antennaAltitude: .metres(100), target: target, k: k)
      .cause(at: .metres(altitude), groundDistance: .kilometres(kilometres), azimuth: .degrees(azimuth))
  }
  let beam = station(minimum: .kilometres(2), elevations: (1, 30))
  #expect(cause(beam, 100, 5000) == nil)
  #expect(cause(beam, 395, 12_000) == .range)
  #expect(cause(beam, 1, 800) == .minimumRange)
  // One degree at 100 km is 1.7 km and the bulge of the Earth 0.6 km.
  #expect(cause(beam, 100, 1000) == .belowBeam)
  #expect(cause(beam, 5, 9000) == .aboveBeam)
  let sectors = station(sectors: [
    AzimuthSector(begin: .degrees(350), end: .degrees(10)), AzimuthSector(begin: .degrees(90), end: .degrees(120)),
  ])
  for (azimuth, isBlind) in [(349.0, false), (351, true), (0, true), (360, true), (-5, true), (11, false), (100, true)]
  {
    #expect((cause(sectors, 50, 3000, azimuth: azimuth) == .sector) == isBlind, "\(azimuth)")
  }
  var secondary = station()
  secondary.type.kind = .secondary
  #expect(cause(secondary, 50, 3000) == .transponder)
}

@Test func `the Earth's radius is the ellipsoid's in the azimuth of the target`() throws {
  // On the equator the meridian's radius is a(1 − e²), e² = f(2 − f), f = 1/298.257223563.
  let f = 1 / 298.257223563
  let meridian = 6_378_137 * (1 - f * (2 - f))
  let limits = RadarLimits(of: station(elevations: (0, 90)), antennaAltitude: .metres(500), target: target, k: k)
  for (azimuth, radius) in [(0.0, meridian), (90.0, 6_378_137)] {
    let span = try #require(limits.altitudes(groundDistance: .kilometres(300), azimuth: .degrees(azimuth)))
    // The horizontal ray: r·cos θ is the antenna's radius.
    let expected = (k * radius + 500) / cos(300_000 / (k * radius)) - k * radius
    #expect(abs(span.lowestMetres - expected) < 1e-6)
  }
}

@Test func `a flight in a blind sector is not seen over a smooth Earth`() {
  let sectors = [AzimuthSector(begin: .degrees(80), end: .degrees(100))]
  let coverage = SmoothEarthCoverage(stations: [station(sectors: sectors)], groundElevation: .zero)
  func margin(_ azimuth: Double) -> Double {
    let place = Ellipsoid.wgs84.direct(
      from: coverage.stations[0].position, azimuth: .degrees(azimuth), distance: .kilometres(50)
    ).position
    return coverage.margin(station: 0, position: place, altitude: .aboveGround(.metres(3000)), target: target).metres
  }
  #expect(margin(90) < 0 && margin(81) < 0 && margin(79) > 0 && margin(270) > 0)
  // On a sphere of 6371 km the edge is asin(sin(50/6371)·sin 10°)·6371 km away; the ellipsoid differs by 0.6 %.
  #expect(abs(margin(90) / -8682.2 - 1) < 0.006)
  #expect(abs(margin(110) / 8682.2 - 1) < 0.006)
}
