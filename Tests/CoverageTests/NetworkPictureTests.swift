import Coverage
import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

struct NetworkPictureTests {
  private func hills(_ row: Int, _ column: Int) -> Float {
    Float(300 + 250 * sin(Double(row) / 5) * cos(Double(column) / 7))
  }

  private let stations = [
    radar("a", latitude: -11.4, longitude: -75.6), radar("b", latitude: -11.7, longitude: -75.2),
    radar("c", latitude: -11.5, longitude: -75.4, mast: 5),
  ]
  private let heights: [Altitude] = [.aboveGround(.metres(100)), .aboveSeaLevel(.metres(900))]

  private func loaded(_ scratch: Scratch, _ cache: FloorCache?) throws -> TerrainCoverage {
    let ground = try terrain(scratch, north: -11, west: -76, step: 0.01, rows: 101, columns: 121, hills)
    return try TerrainCoverage.load(stations, over: ground, targets: [echo], options: .init(cache: cache))
  }

  private func question(_ coverage: TerrainCoverage, drawn: Int = 1) throws -> NetworkPicture.Question {
    let square = [(-11.2, -75.7), (-11.2, -75.3), (-11.8, -75.3), (-11.8, -75.7)].map {
      Position(latitudeDegrees: $0.0, longitudeDegrees: $0.1)
    }
    return NetworkPicture.Question(
      networks: [[0], [0, 1, 2]], drawn: drawn, heights: heights, target: echo,
      interest: try InterestMask(of: [[square]], over: coverage.region), maskLimit: 3000)
  }

  private func bits(_ picture: NetworkPicture) -> [UInt32] {
    picture.lowest.cells.map(\.bitPattern) + picture.second.cells.map(\.bitPattern)
      + picture.radar.cells.map { UInt32($0) } + picture.masks.counts.flatMap { $0.cells.map { UInt32($0) } }
  }

  @Test func `a picture is what a sweep tells, post by post`() throws {
    let scratch = try Scratch()
    let coverage = try loaded(scratch, nil)
    let question = try question(coverage)
    let picture = NetworkPicture(question, in: coverage, workers: 2)
    var (seen, inside, posts) = (0, 0.0, 0.0)
    coverage.sweep(networks: [[0, 1, 2]], heights: heights, target: echo) { block in
      for index in block.networks[0].lowest.indices {
        let (row, column) = (block.rows.lowerBound + index / block.columns, index % block.columns)
        #expect(picture.lowest[row, column].bitPattern == block.networks[0].lowest[index].bitPattern)
        #expect(picture.second[row, column].bitPattern == block.networks[0].second[index].bitPattern)
        #expect(picture.radar[row, column] == block.networks[0].radar[index])
        let count = block.networks[0].counts[0][index]
        if count != NetworkBlock.unknownCount, count > 0 { seen += 1 }
        // The square, by its own bounds: rows 20 to 80, columns 30 to 70, the edges aside.
        if row > 20, row < 80, column > 30, column < 70 {
          posts += 1
          if count != NetworkBlock.unknownCount, count > 0 { inside += 1 }
        }
      }
    }
    #expect(seen > 0 && inside > 0)
    let areas = picture.areas.networks[1]
    let interest = try #require(areas.interest)
    #expect(interest.seenByAtLeast[0][0] < areas.seenByAtLeast[0][0])
    // A post is 1.11 km by 1.09 km here; areas of posts vary by 0.2 % over the square, whose 200 edge posts may count.
    let post = 0.01 * 110.6 * 0.01 * 111.32 * cos(11.5 * .pi / 180)
    let least = inside * post * 0.997
    let most = (inside + 200) * post * 1.003
    #expect(interest.seenByAtLeast[0][0].squareKilometres >= least)
    #expect(interest.seenByAtLeast[0][0].squareKilometres <= most)
    #expect(picture.areas.networks[0].interest!.seenByAtLeast[0][0] <= interest.seenByAtLeast[0][0])
  }

  @Test func `a picture is kept by its content, and a damaged one is made anew`() throws {
    let scratch = try Scratch()
    let cache = FloorCache(folder: scratch.path("cache"))
    let coverage = try loaded(scratch, cache)
    let question = try question(coverage)
    let plain = NetworkPicture(question, in: coverage)
    /// The rows that were looked at, and the picture.
    func look(_ question: NetworkPicture.Question, _ coverage: TerrainCoverage) -> (Int, NetworkPicture) {
      var rows = 0
      let picture = NetworkPicture(question, in: coverage, cache: cache, progress: { done, _ in rows = done })
      return (rows, picture)
    }
    let (first, fresh) = look(question, coverage)
    #expect(first == 101 && bits(fresh) == bits(plain) && fresh.areas == plain.areas)
    let before = try FileManager.default.contentsOfDirectory(atPath: cache.folder).sorted()

    // The same terrain in another file of another time, other names: nothing is looked at.
    let other = try Scratch()
    var renamed = stations
    for index in renamed.indices { renamed[index].name = "other" }
    let ground = try terrain(other, north: -11, west: -76, step: 0.01, rows: 101, columns: 121, hills)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: other.path("terrain.tif"))
    let again = try TerrainCoverage.load(renamed, over: ground, targets: [echo], options: .init(cache: cache))
    let (second, kept) = look(question, again)
    #expect(second == 0 && bits(kept) == bits(plain) && kept.areas == plain.areas)
    #expect(try FileManager.default.contentsOfDirectory(atPath: cache.folder).sorted() == before)

    // Another network drawn, another target, one post that is higher: another picture.
    #expect(look(try self.question(coverage, drawn: 0), coverage).0 == 101)
    var larger = question
    larger.target = Target(crossSection: .squareMetres(0.1), hasTransponder: false)
    #expect(look(larger, coverage).0 == 101)
    let raised = try Scratch()
    let higher = try terrain(raised, north: -11, west: -76, step: 0.01, rows: 101, columns: 121) { row, column in
      hills(row, column) + (row == 50 && column == 60 ? 1 : 0)
    }
    let changed = try TerrainCoverage.load(stations, over: higher, targets: [echo], options: .init(cache: cache))
    #expect(look(question, changed).0 == 101)

    for name in try FileManager.default.contentsOfDirectory(atPath: cache.folder) {
      let file = URL(fileURLWithPath: cache.folder + "/" + name)
      var data = try Data(contentsOf: file)
      data[data.count - 100] ^= 4
      try data.write(to: file)
    }
    let (third, mended) = look(question, coverage)
    #expect(third == 101 && bits(mended) == bits(plain) && mended.areas == plain.areas)
  }
}

struct InterestMaskTests {
  /// Whether a place is within an odd number of rings, by the crossings of a ray to the north.
  private func isInside(_ x: Double, _ y: Double, _ rings: [[(x: Double, y: Double)]]) -> Bool {
    rings.reduce(false) { inside, ring in
      ring.indices.reduce(inside) { inside, index in
        let (a, b) = (ring[index], ring[(index + 1) % ring.count])
        guard (a.x > x) != (b.x > x) else { return inside }
        let crossing = a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y)
        return crossing > y ? !inside : inside
      }
    }
  }

  /// A star with a hole, away from the posts of the grids below.
  private let rings: [[(x: Double, y: Double)]] = [
    (0..<10).map { spike in
      let angle = Double(spike) * .pi / 5 + 0.1234
      let radius = spike % 2 == 0 ? 0.4321 : 0.1987
      return (radius * sin(angle), radius * cos(angle))
    }, [(-0.0513, -0.0517), (0.0519, -0.0523), (0.0531, 0.0541), (-0.0547, 0.0553)],
  ]

  @Test(arguments: [-75.5, 179.9, 0.0])
  func `posts inside are those that a ray tells`(_ longitude: Double) throws {
    let scratch = try Scratch()
    let ground = try terrain(scratch, north: -11, west: longitude - 0.5, step: 0.01, rows: 101, columns: 101) { _, _ in
      0
    }
    let station = radar(latitude: -11.5, longitude: longitude, range: 200)
    let coverage = try TerrainCoverage.load([station], over: ground, targets: [echo])
    let polygon = rings.map { ring in
      ring.map {
        Position(
          latitudeDegrees: -11.5 + $0.y, longitudeDegrees: (longitude + $0.x).remainder(dividingBy: 360))
      }
    }
    let mask = try InterestMask(of: [polygon], over: coverage.region)
    var count = 0
    for row in 0..<101 {
      for column in 0..<101 {
        let expected = isInside(Double(column) * 0.01 - 0.5, 0.5 - Double(row) * 0.01, rings)
        #expect(mask.contains(row: row, column: column) == expected, "\(row) \(column)")
        if expected { count += 1 }
      }
    }
    #expect(count > 500)
  }

  @Test func `on a grid of metres the edges are those of degrees`() throws {
    let scratch = try Scratch()
    let frame = GridFrame(
      columns: 120, rows: 120, firstX: 440_000, firstY: 8_760_000, stepX: 1000, stepY: -1000, crs: "EPSG:32718")
    try RasterWriter.write(
      Grid(frame: frame, cells: [Float](repeating: 0, count: 120 * 120)), to: scratch.path("utm.tif"), options: .init())
    let coverage = try TerrainCoverage.load(
      [radar(latitude: -11.7, longitude: -75, range: 200)], over: try Terrain.open([scratch.path("utm.tif")]),
      targets: [echo])
    let polygon = rings.map { ring in
      ring.map { Position(latitudeDegrees: -11.7 + $0.y, longitudeDegrees: -75 + $0.x) }
    }
    let mask = try InterestMask(of: [polygon], over: coverage.region)
    var way = try CoordinateTransformation(from: "EPSG:32718", to: ReferenceSystem.wgs84Text)
    var wrong = 0
    for row in 0..<coverage.region.grid.frame.rows {
      for column in 0..<coverage.region.grid.frame.columns {
        let grid = coverage.region.grid.frame
        let place = try way.transform(
          x: grid.firstX + Double(column) * grid.stepX, y: grid.firstY + Double(row) * grid.stepY)
        if mask.contains(row: row, column: column) != isInside(place.x + 75, place.y + 11.7, rings) { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }
}
