import Coverage
import Foundation
import GeoFiles
import Geodesy
import Radar
import Terrain
import TestSupport
import Testing
import Units

private let k = 4.0 / 3

/// Rough hills that are the same everywhere and every time.
private func hills(_ row: Int, _ column: Int) -> Float {
  let (x, y) = (Double(column), Double(row))
  return Float(600 + 250 * sin(x / 7) * cos(y / 5) + 120 * sin(x / 2.3 + y / 3.1) + 40 * cos(x * 1.7 - y))
}

/// The radius of the effective sphere in an azimuth, by Euler's formula from the radii of WGS 84 at a latitude.
private func effectiveRadius(latitude: Double, azimuth: Double) -> Double {
  let (a, f) = (6_378_137.0, 1 / 298.257223563)
  let e2 = f * (2 - f)
  let w = 1 - e2 * pow(sin(latitude * .pi / 180), 2)
  let (m, n) = (a * (1 - e2) / pow(w, 1.5), a / w.squareRoot())
  let c = cos(azimuth * .pi / 180)
  return k / (c * c / m + (1 - c * c) / n)
}

@Suite struct TerrainCoverageTests {
  @Test func `over flat ground the floor is the tangent to the sphere`() throws {
    let scratch = try Scratch()
    let flat = try terrain(scratch, north: -11, west: -76, step: 0.01, rows: 201, columns: 201) { _, _ in 300 }
    let station = radar(latitude: -12.003, longitude: -75.0021, mast: 30, range: 90)
    let coverage = try TerrainCoverage.load(
      [station], over: flat, targets: [echo], options: .init(quality: .exact))
    #expect(coverage.floors[0].antennaAltitude == .metres(330))
    for azimuth in stride(from: 0.0, to: 360, by: 27) {
      for kilometres in [2.0, 15, 40, 85] {
        let place = Ellipsoid.wgs84.direct(
          from: station.position, azimuth: .degrees(azimuth), distance: .kilometres(kilometres)
        ).position
        let seen = try #require(try coverage.altitudes(seenBy: 0, at: place, target: echo))
        let radius = effectiveRadius(latitude: -12.003, azimuth: azimuth)
        let horizon = acos((radius + 300) / (radius + 330))
        let beyond = max(0, kilometres * 1000 / radius - horizon)
        let floor = (radius + 300) / cos(beyond) - radius
        // The ground between posts 1.1 km apart sags by 1100² / 8R = 0.02 m, and so does the floor between its posts; a
        // horizon half a post off its post (550 m) is lower by 550² / 2R = 0.02 m, which grows with the way behind it.
        #expect(abs(seen.lowerBound.metres - floor) < 0.15, "\(azimuth) \(kilometres)")
        // Straight up to a slant range of 90 km: r₂² + r₁² − 2r₁r₂ cos θ = s².
        let (r1, r2) = (radius + 330, radius + seen.upperBound.metres)
        let cosine = cos(kilometres * 1000 / radius)
        #expect(abs((r1 * r1 + r2 * r2 - 2 * r1 * r2 * cosine).squareRoot() - 90_000) < 1)
      }
    }
  }

  @Test func `behind a wall the floor is the line over its top`() throws {
    let scratch = try Scratch()
    // Along the equator, on a row of posts: the wall stands at the meridian of 10.30° E.
    let walled = try terrain(scratch, north: 0.2, west: 10, step: 0.005, rows: 81, columns: 121) { _, column in
      column == 60 ? 400 : 0
    }
    let coverage = try TerrainCoverage.load(
      [radar(latitude: 0, longitude: 10.1, mast: 50)], over: walled, targets: [echo], options: .init(quality: .exact))
    let radius = k * 6_378_137
    let degree = 6_378_137 * Double.pi / 180
    for longitude in [10.305, 10.35, 10.5] {
      let place = Position(latitudeDegrees: 0, longitudeDegrees: longitude)
      let seen = try #require(try coverage.altitudes(seenBy: 0, at: place, target: echo))
      // The elevation of the wall's top above the horizontal at the antenna, by vectors, and the ray under it.
      let wall = 0.2 * degree / radius
      let angle = (longitude - 10.1) * degree / radius
      let (x, y) = ((radius + 400) * sin(wall), (radius + 400) * cos(wall) - radius - 50)
      // r sin(angle) / (r cos(angle) − antenna) = x / y.
      let floor = (radius + 50) / (cos(angle) - sin(angle) * y / x) - radius
      #expect(abs(seen.lowerBound.metres - floor) < 0.01, "\(longitude)")
    }
    let front = try #require(
      try coverage.altitudes(seenBy: 0, at: Position(latitudeDegrees: 0, longitudeDegrees: 10.28), target: echo))
    #expect(front.lowerBound.metres < 5)
  }

  @Test func `a network sees at a place what its best radar sees`() throws {
    let scratch = try Scratch()
    let ground = try terrain(scratch, north: -11, west: -76, step: 0.01, rows: 101, columns: 121, hills)
    let stations = [
      radar("a", latitude: -11.4, longitude: -75.6, elevations: (-1, 20), minimum: 4),
      radar("b", latitude: -11.7, longitude: -75.2, mast: 60, range: 45),
      radar(
        "c", latitude: -11.5, longitude: -75.4, range: 80, sectors: [.init(begin: .degrees(300), end: .degrees(60))]),
    ]
    let coverage = try TerrainCoverage.load(stations, over: ground, targets: [echo])
    let heights: [Altitude] = [.aboveGround(.metres(150)), .aboveSeaLevel(.metres(2000))]
    try coverage.sweep(networks: [[0, 1, 2], [2, 0]], heights: heights, target: echo) { (block) throws in
      for index in stride(from: 0, to: block.rows.count * block.columns, by: 37) {
        let (row, column) = (block.rows.lowerBound + index / block.columns, index % block.columns)
        let place = Position(latitudeDegrees: -11 - Double(row) * 0.01, longitudeDegrees: -76 + Double(column) * 0.01)
        var spans: [ClosedRange<Length>?] = []
        for station in 0..<3 { spans.append(try coverage.altitudes(seenBy: station, at: place, target: echo)) }
        for (network, members) in [(0, [0, 1, 2]), (1, [2, 0])] {
          let floors = members.compactMap { spans[$0]?.lowerBound.metres }.sorted()
          let result = block.networks[network]
          // Floats of altitudes up to 16 km are 0.001 m apart.
          func isLike(_ value: Float, _ expected: Double?) -> Bool {
            expected.map { abs(Double(value) - $0) < 0.002 } ?? (value == .infinity)
          }
          #expect(isLike(result.lowest[index], floors.first))
          #expect(isLike(result.second[index], floors.count > 1 ? floors[1] : nil))
          let radar = Int(result.radar[index])
          #expect(floors.isEmpty == (radar == Int(NetworkBlock.noRadar)))
          if radar < Int(NetworkBlock.noRadar) {
            #expect(isLike(result.lowest[index], spans[members[radar]]?.lowerBound.metres))
          }
          for (height, altitude) in [(0, Double(hills(row, column)) + 150), (1, 2000)] {
            let count = members.count { spans[$0].map { $0.contains(.metres(altitude)) } ?? false }
            #expect(Int(result.counts[height][index]) == count)
          }
        }
      }
    }
  }

  @Test func `areas over flat terrain agree with rings`() throws {
    let scratch = try Scratch()
    let flat = try terrain(scratch, north: -11, west: -76, step: 0.005, rows: 401, columns: 401) { _, _ in 0 }
    let stations = [
      radar("a", latitude: -12, longitude: -75, range: 60), radar("b", latitude: -11.8, longitude: -74.8, range: 60),
    ]
    let heights: [Length] = [.metres(100), .metres(3000)]
    let coverage = try TerrainCoverage.load(stations, over: flat, targets: [echo])
    let areas = NetworkAreas(
      of: [[0, 1]], in: coverage, heights: heights.map { .aboveGround($0) }, target: echo, each: { _ in })
    let smooth = try CoverageSummary(
      of: SmoothEarthCoverage(stations: stations, groundElevation: .zero), heights: heights, target: echo)
    for (height, band) in smooth.bands.enumerated() {
      // Up to the horizon (100 m) the area grows with the radius of the Earth, which is the mean one for rings and within
      // 0.55 % of it here in any azimuth; up to a range it does not.
      let tolerance = height == 0 ? 0.006 : 0.001
      for count in 0..<2 {
        let ratio = areas.networks[0].seenByAtLeast[height][count] / band.areaSeenByAtLeast[count]
        #expect(abs(ratio - 1) < tolerance, "\(height) \(count) \(ratio)")
      }
      for station in 0..<2 {
        #expect(abs(areas.stations[height][station] / band.ringAreas[station] - 1) < tolerance)
      }
      #expect(areas.networks[0].unknown[height] == .zero)
    }
  }

  @Test func `unknown terrain beyond the range of every radar is not open but unseen`() throws {
    let scratch = try Scratch()
    // Flat and known, but from 30 km east of the radar on unknown: a segment of its circle.
    let (radius, chord) = (60.0, 30.0)
    let degree = Ellipsoid.wgs84.distance(
      from: Position(latitudeDegrees: -12, longitudeDegrees: -75),
      to: Position(latitudeDegrees: -12, longitudeDegrees: -74)
    ).kilometres
    let edge = -75 + chord / degree
    let torn = try terrain(scratch, north: -11, west: -76, step: 0.005, rows: 401, columns: 401) { _, column in
      -76 + 0.005 * Double(column) < edge ? 0 : .nan
    }
    // A second radar reaches farther west and south: the box of both holds much that neither reaches.
    let stations = [
      radar("a", latitude: -12, longitude: -75, range: radius),
      radar("b", latitude: -12.4, longitude: -75.6, range: 30),
    ]
    let coverage = try TerrainCoverage.load(stations, over: torn, targets: [echo])
    let areas = NetworkAreas(
      of: [[0, 1]], in: coverage, heights: [.aboveGround(.metres(3000)), .aboveSeaLevel(.metres(3000))], target: echo,
      each: { _ in })
    let segment = radius * radius * acos(chord / radius) - chord * (radius * radius - chord * chord).squareRoot()
    for height in 0..<2 {
      // Cells of 0.55 km count whole along 110 km of edge, half too many and half too few, and one column of them at the chord.
      let unknown = areas.networks[0].unknown[height].squareKilometres
      #expect(abs(unknown - segment) < 0.02 * segment, "\(unknown) \(segment)")
    }
    // Before the edge, behind it, beyond every range.
    let places = [10, 45, 70].map { Position(latitudeDegrees: -12, longitudeDegrees: -75 + $0 / degree) }
    #expect(try coverage.isUnknown(at: places, network: [0, 1], target: echo) == [false, true, false])
    #expect(try coverage.isUnknown(at: places, network: [1], target: echo) == [false, false, false])
  }

  @Test func `a radar without terrain at its site sees nothing, and leaves nothing open`() throws {
    let scratch = try Scratch()
    let flat = try terrain(scratch, north: -11, west: -76, step: 0.01, rows: 201, columns: 201) { _, column in
      column < 150 ? 0 : .nan
    }
    let coverage = try TerrainCoverage.load(
      [
        radar("blind", latitude: -12, longitude: -74.2, range: 60),
        radar("sees", latitude: -12, longitude: -75.6, range: 20),
      ], over: flat, targets: [echo])
    // Known ground within the range of the first alone.
    let place = Position(latitudeDegrees: -12, longitudeDegrees: -74.6)
    #expect(
      try coverage.altitudes(over: [place], target: echo).byStation.map { $0.lowestMetres[0] } == [
        .infinity, .infinity,
      ])
    #expect(try coverage.isUnknown(at: [place], network: [0, 1], target: echo) == [false])
    // Of the second all lies inside; where nothing is known the range is not looked at.
    #expect(coverage.outside.map(\.share) == [0, 0])
    let edge = try TerrainCoverage.load(
      [radar(latitude: -12, longitude: -76, range: 20)], over: flat, targets: [echo])
    // Half of its circle lies west of the terrain: 628 km².
    #expect(abs(edge.outside[0].share - 0.5) < 0.02)
    #expect(abs(edge.outside[0].area.squareKilometres - 628) < 26)
  }

  @Test func `what is unknown is not seen and counted apart`() throws {
    let scratch = try Scratch()
    // A void a post wide from north to south: all that lies behind it is unknown.
    let torn = try terrain(scratch, north: 0.2, west: 10, step: 0.01, rows: 41, columns: 81) { _, column in
      column == 40 ? .nan : 100
    }
    let coverage = try TerrainCoverage.load(
      [radar(latitude: 0, longitude: 10.1, range: 200)], over: torn, targets: [echo])
    var (known, unknown) = (0, 0)
    coverage.sweep(networks: [[0]], heights: [.aboveGround(.metres(5000))], target: echo) { block in
      for index in block.networks[0].counts[0].indices {
        let isBefore = index % block.columns < 40
        #expect(block.networks[0].counts[0][index] == (isBefore ? 1 : NetworkBlock.unknownCount))
        #expect(block.networks[0].lowest[index].isNaN == !isBefore)
        if isBefore { known += 1 } else { unknown += 1 }
      }
    }
    #expect(known == 40 * 41 && unknown == 41 * 41)
    let beyond = Position(latitudeDegrees: 0, longitudeDegrees: 10.6)
    #expect(try coverage.altitudes(seenBy: 0, at: beyond, target: echo) == nil)
  }

  @Test func `the answer is the same on any number of workers, and out of a cache`() throws {
    let scratch = try Scratch()
    let ground = try terrain(scratch, north: -11, west: -76, step: 0.01, rows: 101, columns: 121, hills)
    var stations = [
      radar("a", latitude: -11.4, longitude: -75.6), radar("b", latitude: -11.7, longitude: -75.2),
      radar("c", latitude: -11.5, longitude: -75.4, mast: 5),
    ]
    let cache = FloorCache(folder: scratch.path("cache/floors"))
    func grids(_ workers: Int, cache: FloorCache?) throws -> ([[UInt32]], [UInt32], NetworkAreas) {
      let coverage = try TerrainCoverage.load(
        stations, over: ground, targets: [echo], options: .init(workers: workers, cache: cache))
      #expect(!coverage.warnings.contains { $0.code == .notKept })
      var lowest: [UInt32] = []
      let areas = NetworkAreas(
        of: [[0, 1, 2]], in: coverage, heights: [.aboveGround(.metres(100))], target: echo, workers: workers
      ) { lowest += $0.networks[0].lowest.map(\.bitPattern) }
      return (coverage.floors.map { $0.grid.cells.map(\.bitPattern) }, lowest, areas)
    }
    let plain = try grids(1, cache: nil)
    #expect(try grids(3, cache: nil) == plain)
    #expect(try grids(2, cache: cache) == plain)
    let entries = try FileManager.default.contentsOfDirectory(atPath: cache.folder).sorted()
    // The floor of each radar and the bearings of its posts.
    #expect(entries.count == 2 * stations.count)

    // Out of the cache: a price and a name change nothing, and nothing is added.
    for index in stations.indices {
      stations[index].name = "other"
      stations[index].type.price = PriceRange(low: Money(1, "USD"), base: Money(2, "USD"), high: Money(3, "USD"))
    }
    #expect(try grids(1, cache: cache) == plain)
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).sorted() == entries)

    // Damaged entries are computed anew: one cut short, one with a changed byte, one of another key.
    for (number, name) in entries.enumerated() {
      let file = URL(fileURLWithPath: cache.folder + "/" + name)
      var data = try Data(contentsOf: file)
      switch number {
      case 0: data = data.prefix(1000)
      case 1: data[data.count - 7] ^= 0x10
      default: data[30] ^= 1
      }
      try data.write(to: file)
    }
    #expect(try grids(1, cache: cache) == plain)
  }

  @Test func `a cache stays within its limit`() throws {
    let scratch = try Scratch()
    let ground = try terrain(scratch, north: -11, west: -76, step: 0.01, rows: 101, columns: 121, hills)
    // An entry of 101 × 121 floats is 49 kB: two fit into 110 kB.
    let cache = FloorCache(folder: scratch.path("floors"), limit: 110_000)
    for number in 0..<4 {
      _ = try TerrainCoverage.load(
        [radar(latitude: -11.5, longitude: -75.4, mast: Double(number + 1), range: 100)], over: ground, targets: [echo],
        options: .init(cache: cache))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).count == 2)
    // A folder that cannot be made is a note, not a failure.
    try scratch.file("file", "")
    let coverage = try TerrainCoverage.load(
      [radar(latitude: -11.5, longitude: -75.4)], over: ground, targets: [echo],
      options: .init(cache: FloorCache(folder: scratch.path("file/x"))))
    #expect(coverage.warnings.last?.text.hasPrefix("floors are not kept") == true)
  }

  @Test func `raising the antenna or k never raises a floor`() throws {
    let scratch = try Scratch()
    let ground = try terrain(scratch, north: -11, west: -76, step: 0.01, rows: 101, columns: 121, hills)
    func floor(_ mast: Double, _ k: Double) throws -> [Float] {
      try TerrainCoverage.load(
        [radar(latitude: -11.4, longitude: -75.6, mast: mast)], over: ground, targets: [echo], k: k,
        options: .init(quality: .exact)
      ).floors[0].grid.cells
    }
    let base = try floor(20, 4.0 / 3)
    // A float of altitudes below 16 km is 0.001 m.
    #expect(zip(try floor(60, 4.0 / 3), base).allSatisfy { $0 <= $1 + 0.001 || $0.isNaN && $1.isNaN })
    #expect(zip(try floor(20, 1.6), base).allSatisfy { $0 <= $1 + 0.001 || $0.isNaN && $1.isNaN })
  }

  @Test func `terrain that does not fit is coarsened, and coverage understated`() throws {
    let scratch = try Scratch()
    let ground = try terrain(scratch, north: -11, west: -76, step: 0.005, rows: 200, columns: 240) { row, column in
      hills(row / 2, column / 2)
    }
    let stations = [radar("a", latitude: -11.4, longitude: -75.6, range: 100)]
    func seen(_ limit: Int) throws -> (TerrainCoverage, [Double]) {
      let coverage = try TerrainCoverage.load(
        stations, over: ground, targets: [echo], options: .init(memoryLimit: limit))
      let areas = NetworkAreas(
        of: [[0]], in: coverage, heights: [.aboveGround(.metres(100)), .aboveGround(.metres(400))], target: echo,
        each: { _ in })
      return (coverage, areas.networks[0].seenByAtLeast.map { $0[0].squareKilometres })
    }
    let (fine, fineAreas) = try seen(2_000_000_000)
    let (coarse, coarseAreas) = try seen(200_000)
    #expect(fine.region.reduction == 1 && !fine.warnings.contains { $0.code == .coarsened })
    #expect(coarse.region.reduction > 1 && coarse.warnings.contains { $0.text.contains("coarsened") })
    #expect(coarse.region.grid.cells.count * 4 * 5 <= 200_000)
    #expect(coarseAreas[0] < fineAreas[0] && coarseAreas[1] < fineAreas[1])
    // Each coarse post is the highest of its block, each lowest the lowest.
    let n = coarse.region.reduction
    let (high, low) = (coarse.region.grid, try #require(coarse.region.lowest))
    for row in 0..<high.frame.rows - 1 {
      for column in 0..<high.frame.columns - 1 {
        var block: [Float] = []
        for y in 0..<n { for x in 0..<n { block.append(hills((row * n + y) / 2, (column * n + x) / 2)) } }
        #expect(high[row, column] == block.max() && low[row, column] == block.min())
      }
    }
  }

  @Test func `coarsened ground does not bury an antenna in a valley`() throws {
    let scratch = try Scratch()
    // Flanks of 60 m a post, one in nine: blocks of 3 stand up to 180 m above the valley's floor, the mast 20 m.
    let ground = try terrain(scratch, north: -11, west: -76, step: 0.005, rows: 200, columns: 240) { _, column in
      Float(500 + 60 * abs(column - 120))
    }
    let station = radar("a", latitude: -11.5, longitude: -75.4, range: 40)
    func lowest(_ limit: Int) throws -> (reduction: Int, altitude: Double) {
      let coverage = try TerrainCoverage.load(
        [station], over: ground, targets: [echo], options: .init(memoryLimit: limit))
      let seen = try #require(try coverage.altitudes(seenBy: 0, at: station.position, target: echo))
      return (coverage.region.reduction, seen.lowerBound.metres)
    }
    let (fine, coarse) = (try lowest(2_000_000_000), try lowest(150_000))
    #expect(fine.reduction == 1 && coarse.reduction > 2)
    // Over its own site the radar sees from the ground, at 500 m, up; the site is on its post but for rounded degrees.
    #expect(abs(fine.altitude - 500) < 0.01 && coarse.altitude < 500.01)
  }

  @Test func `a site at odds with the terrain is told`() throws {
    let scratch = try Scratch()
    let flat = try terrain(scratch, north: -11, west: -76, step: 0.01, rows: 101, columns: 101) { _, _ in 500 }
    var (near, far) = (
      radar("near", latitude: -11.4, longitude: -75.6), radar("far", latitude: -11.4, longitude: -75.5)
    )
    near.groundElevation = .metres(525)
    far.groundElevation = .metres(540)
    let outside = radar("outside", latitude: 40, longitude: 3)
    let coverage = try TerrainCoverage.load([near, far, outside], over: flat, targets: [echo])
    // A circle of 60 km around 75.6° W, 44 km from the edge at 76° W: the segment beyond has acos(44/60) − 44/60·√(1 −
    // (44/60)²) over π of it, 7.8 %; to the north and south the terrain ends 44 km and 67 km away.
    #expect(coverage.warnings.map(\.code) == [.siteElevation, .unknownSite, .outsideTerrain])
    #expect(coverage.warnings.map(\.place.subject) == ["far", "outside", "near, far"])
    #expect(coverage.warnings[2].text.contains("of the range of “near”"))
    #expect(coverage.floors[2].antennaAltitude == nil)
    #expect(try coverage.altitudes(seenBy: 2, at: near.position, target: echo) == nil)
  }
}
