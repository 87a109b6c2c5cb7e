import Coverage
import Foundation
import Geodesy
import Radar
import Terrain
import TestSupport
import Testing
import Units

private let withADSB = Target(crossSection: .squareMetres(1), transponder: .adsb)
private let replying = Target(crossSection: .squareMetres(1), hasTransponder: true)

/// A station of a kind, 100 km far.
private func station(
  _ id: String, _ kind: RadarType.Kind, _ latitude: Double, _ longitude: Double, mast: Double = 20, range: Double = 100,
  _ change: (inout RadarType) -> Void = { _ in }
) -> RadarStation {
  var type = RadarType(
    id: "t", name: "t", kind: kind, instrumentedRange: .kilometres(range), antennaHeight: .metres(mast))
  change(&type)
  return RadarStation(
    id: id, name: id, position: Position(latitudeDegrees: latitude, longitudeDegrees: longitude), groundElevation: nil,
    antennaHeight: .metres(mast), type: type)
}

/// Ridges and valleys, the same every time.
private func hills(_ row: Int, _ column: Int) -> Float {
  let (x, y) = (Double(column), Double(row))
  return Float(500 + 300 * sin(x / 6) * cos(y / 8) + 100 * sin(x / 2.3 + y / 3.1))
}

/// Places over the terrain of these tests.
private let places = stride(from: -12.35, through: -11.65, by: 0.0413).flatMap { latitude in
  stride(from: -75.35, through: -74.65, by: 0.0377).map {
    Position(latitudeDegrees: latitude, longitudeDegrees: $0)
  }
}

private func ground(_ scratch: Scratch, _ height: @escaping (Int, Int) -> Float = hills) throws -> Terrain {
  try terrain(scratch, north: -11.5, west: -75.5, step: 0.01, rows: 101, columns: 101, height)
}

@Suite struct SensorsOverTerrainTests {
  @Test func `an ADS-B receiver sees what a radar of its range sees, of targets that broadcast alone`() throws {
    let scratch = try Scratch()
    let receiver = station("r", .adsb, -12, -75, range: 40)
    let radar = radar("p", latitude: -12, longitude: -75, mast: 20, range: 40)
    let coverage = try TerrainCoverage.load([receiver, radar], over: try ground(scratch), targets: [withADSB, echo])
    for place in places {
      let seen = try coverage.altitudes(seenBy: 0, at: place, target: withADSB)
      let radars = try coverage.altitudes(seenBy: 1, at: place, target: withADSB)
      #expect(seen == radars)
      #expect(try coverage.altitudes(seenBy: 0, at: place, target: replying) == nil)
    }
    withExtendedLifetime(scratch) {}
  }

  @Test(arguments: [3, 4, 5])
  func `a system sees from the k-th lowest floor of its stations, as every altitude counted by itself shows`(
    needed: Int
  ) throws {
    let scratch = try Scratch()
    let corners = [(-12.2, -75.2), (-12.2, -74.8), (-11.8, -75.2), (-11.8, -74.8), (-12.0, -75.0)]
    let stations = corners.enumerated().map { index, corner in
      station("m\(index)", .multilateration, corner.0, corner.1, range: index == 2 ? 35 : 60) {
        $0.parameters.sensor.stationsNeeded = needed
      }
    }
    let system = [Illuminator]().partnered(stations)
    #expect(system.dropFirst().allSatisfy { $0.isMember })
    let coverage = try TerrainCoverage.load(
      system + stations.map(\.alone), over: try ground(scratch), targets: [replying])
    var (seen, unseen) = (0, 0)
    for place in places {
      let own = try (0..<5).map { try coverage.altitudes(seenBy: 5 + $0, at: place, target: replying) }
      let whole = try coverage.altitudes(seenBy: 0, at: place, target: replying)
      for altitude in stride(from: 0.0, to: 12_000, by: 37) {
        let count = own.count { $0?.contains(.metres(altitude)) ?? false }
        #expect((count >= needed) == (whole?.contains(.metres(altitude)) ?? false), "\(place) \(altitude) m: \(count)")
        if count >= needed { seen += 1 } else { unseen += 1 }
      }
      #expect(try coverage.altitudes(seenBy: 3, at: place, target: replying) == nil)
    }
    // Both happen often, so that the comparison says something.
    #expect(seen > 5000 && unseen > 5000)
    // The same through the sweep over rows, which counts a system as one sensor.
    let areas = NetworkAreas(
      of: [Array(0..<5)], in: coverage, heights: [.aboveGround(.metres(300))], target: replying
    ) { _ in }
    // The same sums in another order.
    let (network, lead) = (areas.networks[0].seenByAtLeast[0][0].squareMetres, areas.stations[0][0].squareMetres)
    #expect(abs(network - lead) <= 1e-12 * lead)
    #expect(areas.networks[0].seenByAtLeast[0][1] == .zero)
    withExtendedLifetime(scratch) {}
  }

  @Test func `a system with a largest position error sees where the geometry gives no more`() throws {
    let scratch = try Scratch()
    let corners = [(-12.1, -75.1), (-12.1, -74.9), (-11.9, -75.1), (-11.9, -74.9)]
    let stations = corners.enumerated().map { index, corner in
      station("m\(index)", .multilateration, corner.0, corner.1) {
        $0.parameters.sensor.timingSeconds = 50e-9
        $0.parameters.sensor.largestPositionError = .metres(60)
        $0.parameters.sensor.altitudeError = .metres(30)
        $0.parameters.sensor.stationsNeeded = 4
      }
    }
    let coverage = try TerrainCoverage.load(
      [Illuminator]().partnered(stations) + stations.map(\.alone), over: try ground(scratch), targets: [replying])
    var (good, bad) = (0, 0)
    for place in places {
      let own = try (0..<4).map { try coverage.altitudes(seenBy: 4 + $0, at: place, target: replying) }
      let whole = try coverage.altitudes(seenBy: 0, at: place, target: replying)
      for altitude in [1000.0, 2500, 6000] where own.allSatisfy({ $0?.contains(.metres(altitude)) ?? false }) {
        let error = try error(of: stations.map(\.position), at: place, altitude, own.compactMap { $0 })
        // Places on the ellipsoid against places on a sphere: half a per cent of the error.
        guard abs(error / 60 - 1) > 5e-3 else { continue }
        #expect((error < 60) == (whole?.contains(.metres(altitude)) ?? false), "\(place) \(altitude): \(error)")
        if error < 60 { good += 1 } else { bad += 1 }
      }
    }
    #expect(good > 50 && bad > 50)
    withExtendedLifetime(scratch) {}
  }

  /// The horizontal error by geocentric coordinates of the ellipsoid.
  private func error(
    of stations: [Position], at place: Position, _ altitude: Double, _ own: [ClosedRange<Length>]
  ) throws -> Double {
    func cartesian(_ position: Position, _ height: Double) -> (SIMD3<Double>, SIMD3<Double>) {
      let (f, a) = (1 / 298.257223563, 6_378_137.0)
      let (p, l) = (position.latitudeDegrees * .pi / 180, position.longitudeDegrees * .pi / 180)
      let up = SIMD3(cos(p) * cos(l), cos(p) * sin(l), sin(p))
      let n = a / (1 - f * (2 - f) * sin(p) * sin(p)).squareRoot()
      return (SIMD3(n, n, n * (1 - f) * (1 - f)) * up + up * height, up)
    }
    let (target, up) = cartesian(place, altitude)
    // The mast on hills of 500 m on average: 100 m more or less change an error by less than what is allowed for.
    let system = try Multilateration(
      stations: stations.map {
        cartesian(
          $0,
          Double(hills(Int(($0.latitudeDegrees + 11.5) * -100 + 0.5), Int(($0.longitudeDegrees + 75.5) * 100 + 0.5)))
            + 20
        ).0
      },
      timingErrorSeconds: 50e-9, altitudeError: .metres(30))
    return system.error(at: target, up: up)?.horizontal.metres ?? .infinity
  }

  @Test func `a passive sensor sees where both ways are clear and their product is small enough`() throws {
    let scratch = try Scratch()
    let masts = [(-12.15, -74.85, 150.0), (-11.8, -75.1, 80.0)]
    let illuminators = masts.enumerated().map { index, mast in
      Illuminator(
        id: "tv\(index)", name: "tv", position: Position(latitudeDegrees: mast.0, longitudeDegrees: mast.1),
        antenna: .aboveGround(.metres(mast.2)), eirp: .kilowatts(index == 0 ? 10 : 2), frequency: .megahertz(600),
        bandwidth: index == 0 ? .megahertz(0.1) : nil)
    }
    let receiver = station("r", .passive, -12, -75) {
      $0.detectionRange = .kilometres(22)
      $0.referenceCrossSection = .squareMetres(1)
      $0.parameters.sensor.referenceEIRP = .kilowatts(10)
    }
    // Antennas with no limit but their line of sight within the terrain.
    let antennas =
      [radar("r", latitude: -12, longitude: -75, mast: 20, range: 200)]
      + masts.map { radar("t", latitude: $0.0, longitude: $0.1, mast: $0.2, range: 200) }
    let coverage = try TerrainCoverage.load(
      illuminators.partnered([receiver]) + antennas, over: try ground(scratch), targets: [echo])
    let altitudes = try (1...3).map { try #require(coverage.floors[$0].antennaAltitude) }
    let earth = EffectiveEarth(k: 4.0 / 3)
    var (seen, unseen) = (0, 0)
    for place in places {
      let sights = try (0..<3).map { try coverage.altitudes(seenBy: 1 + $0, at: place, target: echo) }
      let whole = try coverage.altitudes(seenBy: 0, at: place, target: echo)
      for altitude in stride(from: 200.0, to: 12_000, by: 97) {
        func slant(_ index: Int, to position: Position, _ height: Double) -> Double {
          let antenna = altitudes[index]
          return earth.slantRange(
            groundDistance: Ellipsoid.wgs84.distance(from: antennas[index].position, to: position), from: antenna,
            to: .metres(height)
          ).metres
        }
        var (isSeen, isClose) = (false, false)
        for index in [1, 2] {
          let clear = [0, index].allSatisfy { sights[$0]?.contains(.metres(altitude)) ?? false }
          let (back, out) = (slant(0, to: place, altitude), slant(index, to: place, altitude))
          let range = 22_000 * (index == 1 ? 1 : pow(0.2, 0.25))
          let share = (back * out).squareRoot() / range
          let baseline = slant(0, to: antennas[index].position, altitudes[index].metres)
          let excess = back + out - baseline - (index == 1 ? 2997.92 : 0)
          // One mean radius here, that of each azimuth there: distances differ by some 0.1 %, and by metres.
          if clear, abs(share - 1) < 2e-3 || abs(excess) < 60 { isClose = true }
          if clear, share <= 1, excess >= 0 { isSeen = true }
        }
        guard !isClose else { continue }
        #expect(isSeen == (whole?.contains(.metres(altitude)) ?? false), "\(place) \(altitude) m")
        if isSeen { seen += 1 } else { unseen += 1 }
      }
    }
    #expect(seen > 3000 && unseen > 3000)
    withExtendedLifetime(scratch) {}
  }

  @Test func `an illuminator next to a passive receiver is no illuminator of it`() {
    let receiver = station("r", .passive, -12, -75)
    let near = Illuminator(
      id: "n", name: "n", position: receiver.position, antenna: .aboveGround(.metres(50)), eirp: .kilowatts(1),
      frequency: .megahertz(100))
    #expect([near].partnered([receiver])[0].partners == .illuminators([]))
  }
}
