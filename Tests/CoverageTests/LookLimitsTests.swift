import Coverage
import Foundation
import Geodesy
import Radar
import TestSupport
import Testing
import Units

private let k = 4.0 / 3

/// A radar of a pattern, promised 200 km on 1 m² with probability 0.5, whose coverage asks for 0.8.
private func station(_ pattern: ElevationPattern, tilt: Double = 0, highest: Double = 40) throws -> RadarStation {
  var parameters = RadarParameters()
  parameters.detectionProbability = 0.5
  parameters.elevationPattern = pattern
  let type = RadarType(
    id: "t", name: "t", kind: .primary, instrumentedRange: .kilometres(400), detectionRange: .kilometres(200),
    referenceCrossSection: .squareMetres(1), antennaHeight: .metres(20), maximumElevation: .degrees(highest),
    revisit: .seconds(10), parameters: parameters)
  return RadarStation(
    id: "a", name: "a", position: Position(latitudeDegrees: 0, longitudeDegrees: 10), groundElevation: nil,
    antennaHeight: .metres(20), type: try type.looking(DetectionSettings()), tilt: .degrees(tilt))
}

/// Slant range and elevation by vectors on the equator to the east, where the effective radius is k·a.
private func seen(distance: Double, altitude: Double, antenna: Double) -> (slant: Double, elevation: Double) {
  let radius = k * 6_378_137
  let angle = distance / radius
  let (x, y) = ((radius + altitude) * sin(angle), (radius + altitude) * cos(angle) - radius - antenna)
  return (hypot(x, y), atan2(y, x) * 180 / .pi)
}

private let patterns: [ElevationPattern] = [
  .flat, .gaussian(axis: .degrees(4), beamwidth: .degrees(6)),
  .cosecantSquared(axis: .degrees(1.5), beamwidth: .degrees(4), highest: .degrees(40)),
  .aperture(axis: .degrees(2), beamwidth: .degrees(3), .cosine),
]

@Test func `the lowest altitude in a beam is where a look has the wanted probability`() throws {
  let target = Target(crossSection: .squareMetres(0.7), hasTransponder: false)
  for pattern in patterns {
    for tilt in [0, 1.2] {
      let station = try station(pattern, tilt: tilt)
      let limits = RadarLimits(of: station, antennaAltitude: .metres(900), target: target, k: k)
      let model = try #require(station.type.lookModel(tilt: station.tilt))
      func probability(_ distance: Double, _ altitude: Double) -> Double {
        let (slant, elevation) = seen(distance: distance, altitude: altitude, antenna: 900)
        return model.probability(
          slantRange: .metres(slant), elevation: .degrees(elevation), crossSection: target.crossSection
        ).detected
      }
      var edges = 0
      for distance in stride(from: 2000.0, through: 180_000, by: 7000) {
        guard let span = limits.altitudes(groundDistance: .metres(distance), azimuth: .degrees(90)) else { continue }
        // Inside, every look is good enough; a hundredth of a degree is 30 m at 170 km and 1e-3 in probability.
        for part in [0.0, 0.2, 0.5, 0.8, 1] {
          let altitude = span.lowestMetres + (span.highestMetres - span.lowestMetres) * part
          let inner = altitude + (0.5 - part) * 2e-3 * (span.highestMetres - span.lowestMetres)
          #expect(probability(distance, inner) > 0.8 - 2e-3, "\(pattern) \(tilt)° \(distance) m \(altitude) m")
        }
        // And beyond either edge it is not, unless the radar's other limits made it.
        for (edge, sign) in [(span.lowestMetres, -1.0), (span.highestMetres, 1.0)] {
          let (_, elevation) = seen(distance: distance, altitude: edge, antenna: 900)
          guard abs(elevation - tilt) < 39.9, probability(distance, edge + sign * distance * 1e-3) > 0 else { continue }
          #expect(
            probability(distance, edge + sign * distance * 2e-3) < 0.8 + 2e-3,
            "\(pattern) \(tilt)° \(distance) m beyond \(edge) m")
          edges += 1
        }
      }
      #expect(edges > 5)
    }
  }
}

@Test func `a pattern limits the smooth Earth as it limits looks`() throws {
  let target = Target(crossSection: .squareMetres(1), hasTransponder: false)
  for pattern in patterns {
    let station = try station(pattern)
    let network = SmoothEarthCoverage(stations: [station], groundElevation: .zero, earth: EffectiveEarth(k: k))
    let model = try #require(station.type.lookModel(tilt: station.tilt))
    for height in [300.0, 3000, 9000] {
      let ring = network.ring(of: station, targetHeight: .metres(height), target: target)
      guard ring.outerRadius > ring.innerRadius else { continue }
      func probability(_ ground: Length) -> Double {
        model.detector.probability(
          snr: model.signalToNoise(
            slantRange: network.earth.slantRange(groundDistance: ground, from: .metres(20), to: .metres(height)),
            elevation: network.earth.elevation(groundDistance: ground, from: .metres(20), to: .metres(height)),
            crossSection: target.crossSection), model.fluctuation
        ).detected
      }
      let width = ring.outerRadius - ring.innerRadius
      for part in [0.001, 0.3, 0.7, 0.999] {
        #expect(probability(ring.innerRadius + width * part) > 0.8 - 2e-3, "\(pattern) at \(height) m")
      }
      if ring.limit == .beam || ring.limit == .detection {
        #expect(probability(ring.outerRadius * 1.002) < 0.8, "\(pattern) at \(height) m")
      }
    }
  }
}

@Test func `the range of a look falls with the probability that is asked for, and without looks is the catalogue's`()
  throws
{
  var type = try station(.flat).type
  let target = Area.squareMetres(1)
  var last = Length.kilometres(1000)
  for probability in [0.1, 0.3, 0.5, 0.8, 0.95] {
    type = try type.looking(DetectionSettings(probability: probability))
    let range = type.detectionRange(of: target)
    #expect(range < last)
    // Swerling 1, one pulse: 1 + S = ln Pfa / ln Pd, and S falls with the fourth power of the range.
    let ratio = (log(1e-6) / log(probability) - 1) / (log(1e-6) / log(0.5) - 1)
    #expect(abs(range.metres - 200_000 * pow(ratio, -0.25)) < 0.01)
    last = range
  }
  #expect(type.detectionRange(of: .squareMetres(.infinity)) == type.instrumentedRange)
}

@Test func `what is seen in all states of refraction is seen in each, and what is seen in any in one of them`() throws {
  // A beam with an upper limit of 1°: under it more is seen the less the rays bend.
  let type = RadarType(
    id: "t", name: "t", kind: .primary, instrumentedRange: .kilometres(200), detectionRange: .kilometres(120),
    referenceCrossSection: .squareMetres(1), antennaHeight: .metres(20), maximumElevation: .degrees(1))
  let station = RadarStation(
    id: "a", name: "a", position: Position(latitudeDegrees: -12, longitudeDegrees: -74), groundElevation: nil,
    antennaHeight: .metres(20), type: type)
  func network(_ k: Double) -> SmoothEarthCoverage {
    SmoothEarthCoverage(stations: [station], groundElevation: .zero, earth: EffectiveEarth(k: k))
  }
  let single = [1.14, 1.28, 1.5].map(network)
  let others = [(network: single[1], crossSection: 2.0), (network: single[2], crossSection: 4.0)]
  let target = Target(crossSection: .squareMetres(0.5), hasTransponder: false)
  for needsAll in [true, false] {
    var states = single[0]
    states.states = SmoothEarthStates(others: others, needsAll: needsAll)
    var kinds = (in: 0, out: 0)
    for height in [100.0, 800, 1500, 3000] {
      for metres in stride(from: 500.0, through: 180_000, by: 500) {
        let place = Ellipsoid.wgs84.direct(
          from: station.position, azimuth: .degrees(40), distance: .metres(metres)
        ).position
        func isSeen(_ network: SmoothEarthCoverage, _ section: Double) -> Bool {
          let target = Target(crossSection: target.crossSection * section, hasTransponder: false)
          return network.margin(station: 0, position: place, altitude: .aboveGround(.metres(height)), target: target)
            > .zero
        }
        let each = [isSeen(single[0], 1), isSeen(single[1], 2), isSeen(single[2], 4)]
        let found = isSeen(states, 1)
        if needsAll { #expect(found == each.allSatisfy(\.self)) } else { #expect(found == each.contains(true)) }
        if found { kinds.in += 1 } else { kinds.out += 1 }
      }
    }
    #expect(kinds.in > 50 && kinds.out > 50)
  }
}
