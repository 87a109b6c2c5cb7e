import Foundation
import GeoFiles
import Geodesy
import Radar
import Terrain
import TestSupport
import Testing
import Units

@testable import Coverage

private let k = 4.0 / 3
private let step = 0.0008

/// A radar of 1.3 GHz, whose promise holds for the Pd that its coverage asks for.
private func station(
  _ losses: LookLosses?, range: Double, gigahertz: Double? = 1.3, mast: Double = 15
) throws -> RadarStation {
  var parameters = RadarParameters()
  parameters.detectionProbability = 0.8
  parameters.frequency = gigahertz.map { .gigahertz($0) }
  let type = RadarType(
    id: "t", name: "t", kind: .primary, instrumentedRange: .kilometres(300), detectionRange: .kilometres(range),
    referenceCrossSection: .squareMetres(1), antennaHeight: .metres(mast), revisit: .seconds(10),
    parameters: parameters)
  return RadarStation(
    id: "a", name: "a", position: Position(latitudeDegrees: -0.06, longitudeDegrees: 10.06), groundElevation: nil,
    antennaHeight: .metres(mast), type: try type.looking(DetectionSettings(losses: losses)))
}

/// Hills of several widths.
private func hill(_ row: Int, _ column: Int) -> Float {
  let (x, y) = (Double(column) * step * 111, Double(row) * step * 111)
  let height = 300 + 90 * sin(x / 2.1) * cos(y / 1.7) + 40 * sin(x / 0.6 + y / 0.8) + 12 * sin(3.1 * x - 2.2 * y)
  return Float(height)
}

private func hills(_ scratch: Scratch) throws -> Terrain {
  try terrain(scratch, north: 0, west: 10, step: step, rows: 151, columns: 151, hill)
}

@Test func `a floor with diffraction is where the whole profile's loss is what the range leaves`() throws {
  let scratch = try Scratch()
  defer { withExtendedLifetime(scratch) {} }
  let terrain = try hills(scratch)
  // A range of 20 km leaves little for an edge at 6 to 9 km, one of 200 km some 29 dB one way.
  for range in [20.0, 60, 200] {
    let station = try station(LookLosses(diffraction: true), range: range)
    let coverage = try TerrainCoverage.load(
      [station], over: terrain, targets: [echo], k: k, options: .init(quality: .exact))
    let antenna = try #require(coverage.floors[0].antennaAltitude)
    var (good, all, soft) = (0, 0, 0)
    for row in stride(from: 3, to: 148, by: 6) {
      for column in stride(from: 3, to: 148, by: 6) {
        let place = Position(
          latitudeDegrees: -Double(row) * step, longitudeDegrees: 10 + Double(column) * step)
        guard Ellipsoid.wgs84.distance(from: station.position, to: place) > .kilometres(0.5),
          let seen = try coverage.altitudes(seenBy: 0, at: place, target: echo)
        else { continue }
        // The profile at every crossing of a row or column, by the code of sight lines.
        let profile = try SightProfile.along(from: station.position, to: place, over: terrain)
        let path = try PathProfile(
          kilometres: profile.samples.map(\.distance.kilometres),
          groundMetres: profile.samples.map { $0.ground?.metres ?? .nan })
        let earth = EffectiveEarth(k: k * (profile.radiusOfCurvature / EffectiveEarth.meanRadius))
        let model = try DeltaBullington(frequency: .gigahertz(1.3), over: earth)
        func left(_ altitude: Length) -> Double {
          let slant = earth.slantRange(groundDistance: profile.distance, from: antenna, to: altitude)
          return 20 * log10(.kilometres(range) / slant)
            - model.loss(along: path, from: antenna, to: altitude).total
        }
        let (floor, ground) = (seen.lowerBound, try #require(profile.targetGround))
        all += 1
        let isEnough = left(floor + .metres(2)) > -0.5
        let isLeast = floor < ground + .metres(2.5) || left(floor - .metres(2)) < 0.5
        if isEnough, isLeast { good += 1 }
        if floor > ground + .metres(3) { soft += 1 }
      }
    }
    // 2 m and half a decibel: points of a ray are bilinear and a post apart, those of the profile where it crosses rows and
    // columns, and between two rays a floor is linear.
    #expect(Double(good) > 0.93 * Double(all), "range \(range) km: \(good) of \(all)")
    #expect(soft > 30 && all > 300, "range \(range) km: \(soft) of \(all)")
  }
}

@Test func `a floor with diffraction falls with cross-section and range, and not without the key`() throws {
  let scratch = try Scratch()
  defer { withExtendedLifetime(scratch) {} }
  let terrain = try hills(scratch)
  func cells(_ losses: LookLosses?, _ range: Double, _ area: Double, gigahertz: Double? = 1.3) throws -> [Float] {
    let target = Target(crossSection: .squareMetres(area), hasTransponder: false)
    let coverage = try TerrainCoverage.load(
      [try station(losses, range: range, gigahertz: gigahertz)], over: terrain, targets: [target], k: k)
    let floor = coverage.floors[0]
    return floor.cells(try #require(floor.limits(for: target)))
  }
  let sharp = try cells(nil, 60, 1)
  // Without a frequency nothing changes.
  #expect(try cells(LookLosses(diffraction: true), 60, 1, gigahertz: nil) == sharp)
  #expect(try cells(LookLosses(gases: true), 60, 1) == sharp)
  var last = try cells(LookLosses(diffraction: true), 20, 1)
  var higher = 0
  for (low, line) in zip(last, sharp) where low > line + 1 { higher += 1 }
  // At the end of the range an edge has to be cleared.
  #expect(higher > sharp.count / 4)
  for (range, area) in [(20.0, 10.0), (60, 1), (60, 16), (200, 1), (1000, 100)] {
    let now = try cells(LookLosses(diffraction: true), range, area)
    // The search of an edge ends at 5 cm.
    #expect(zip(now, last).allSatisfy { $0 <= $1 + 0.3 || $0.isNaN && $1.isNaN }, "\(range) km, \(area) m²")
    last = now
  }
  #expect(zip(last, sharp).contains { $0 < $1 - 5 })
}

@Test func `the smooth Earth has the reach that its losses leave`() throws {
  let losses = LookLosses(
    gases: true, rain: true, diffraction: true, weather: Weather(surfaceVapourDensity: 20, rainRate: 20))
  for (gigahertz, range) in [(1.3, 90.0), (1.3, 300), (3, 200)] {
    let station = try station(losses, range: range, gigahertz: gigahertz, mast: 30)
    let network = SmoothEarthCoverage(stations: [station], groundElevation: .metres(100), earth: EffectiveEarth(k: k))
    let (earth, antenna) = (network.earth, Length.metres(30))
    let model = try DeltaBullington(frequency: .gigahertz(gigahertz), over: earth)
    let air = try RayLoss(
      frequency: .gigahertz(gigahertz), weather: losses.weather, antenna: .metres(130), earth: earth)
    for height in [150.0, 1500, 6000] {
      let target = Length.metres(height)
      // What is left at a distance, two-way, with the profile of a plain.
      func left(_ ground: Length) throws -> Double {
        let slant = earth.slantRange(groundDistance: ground, from: antenna, to: target)
        let elevation = earth.elevation(groundDistance: ground, from: antenna, to: target)
        let count = max(3, Int(ground.metres / 90))
        let path = try PathProfile(
          kilometres: (0...count).map { ground.kilometres * Double($0) / Double(count) },
          groundMetres: [Double](repeating: 100, count: count + 1))
        let edge = model.loss(along: path, from: .metres(130), to: .metres(100 + height)).total
        return 40 * log10(.kilometres(range) / slant) - 2 * edge
          - air.twoWay(slantRange: slant, elevation: elevation).value
      }
      let ring = network.ring(of: station, targetHeight: target, target: echo)
      // 0.1 dB of the smooth edge in closed form, twice.
      #expect(try left(ring.outerRadius - .metres(100)) > -0.3, "\(gigahertz) GHz, \(range) km, \(height) m")
      #expect(try left(ring.outerRadius + .metres(100)) < 0.3, "\(gigahertz) GHz, \(range) km, \(height) m")
      // And looks have the same loss.
      let place = Ellipsoid.wgs84.direct(
        from: station.position, azimuth: .degrees(40), distance: ring.outerRadius
      ).position
      let geometry = network.geometry(from: 0, to: place, height: target)
      let lost = network.loss(from: 0, to: place, height: target, geometry).value
      #expect(abs(40 * log10(.kilometres(range) / geometry.slantRange) - lost) < 0.3)
    }
  }
}

@Test func `a look loses what its whole profile takes`() throws {
  let scratch = try Scratch()
  defer { withExtendedLifetime(scratch) {} }
  let terrain = try hills(scratch)
  let losses = LookLosses(gases: true, diffraction: true)
  let station = try station(losses, range: 60)
  let coverage = try TerrainCoverage.load([station], over: terrain, targets: [echo], k: k)
  let antenna = try #require(coverage.floors[0].antennaAltitude)
  var worst = 0.0
  for (row, column) in [(10, 20), (140, 30), (75, 140), (120, 120), (30, 90)] {
    let place = Position(latitudeDegrees: -Double(row) * step, longitudeDegrees: 10 + Double(column) * step)
    let profile = try SightProfile.along(from: station.position, to: place, over: terrain)
    let path = try PathProfile(
      kilometres: profile.samples.map(\.distance.kilometres),
      groundMetres: profile.samples.map { $0.ground?.metres ?? .nan })
    let earth = EffectiveEarth(k: k * (profile.radiusOfCurvature / EffectiveEarth.meanRadius))
    for above in [5.0, 40, 150, 800] {
      let altitude = Length.metres(Double(hill(row, column)) + above)
      let geometry = try #require(coverage.geometry(from: 0, to: place, altitude: altitude))
      let found = coverage.loss(
        from: 0, to: place, altitude: altitude, geometry, enough: Decibels(1000))
      let whole = try PathLossModel(frequency: .gigahertz(1.3), over: earth)
        .loss(along: path, from: antenna, to: altitude)
      worst = max(worst, abs(found.value - 2 * whole.beyondFreeSpace.value))
    }
  }
  // Points a post apart against those where the profile crosses rows and columns, twice.
  #expect(worst < 1, "\(worst) dB")
}
