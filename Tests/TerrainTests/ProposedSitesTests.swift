import Foundation
import GeoFiles
import Geodesy
import Terrain
import TestSupport
import Testing
import Units

/// A terrain in files of degrees or metres, cut into tiles when asked.
private func terrain(
  _ scratch: Scratch, rows: Int, columns: Int, firstX: Double = -75, firstY: Double = -12, step: Double = 0.002,
  crs: String = "EPSG:4326", tiles: Int = 1, _ height: (_ row: Int, _ column: Int) -> Float
) throws -> Terrain {
  let frame = GridFrame(
    columns: columns, rows: rows, firstX: firstX, firstY: firstY, stepX: step, stepY: -step, crs: crs)
  var paths: [String] = []
  for tile in 0..<tiles {
    let part = columns * tile / tiles..<columns * (tile + 1) / tiles
    var window = frame.window(rows: 0..<rows, columns: part)
    if crs == "EPSG:4326", window.firstX > 180 { window.firstX -= 360 }
    var cells: [Float] = []
    for row in 0..<rows { for column in part { cells.append(height(row, column)) } }
    paths.append(scratch.path("tile\(tile)-\(tiles).tif"))
    try RasterWriter.write(Grid(frame: window, cells: cells), to: paths[tile], options: .init(noData: .nan))
  }
  return try Terrain.open(paths)
}

/// Cones on a plain that rises a little to the north, so that it has no summit of its own.
private func cones(_ tops: [(row: Int, column: Int, height: Float, slope: Float)]) -> (Int, Int) -> Float {
  { row, column in
    let plain = 100 - Float(row) * 0.01 - Float(column) * 0.001
    return tops.reduce(plain) { height, top in
      let distance = hypot(Float(row - top.row), Float(column - top.column))
      return max(height, top.height - distance * top.slope)
    }
  }
}

private func distance(_ a: Position, _ b: Position) -> Double { Ellipsoid.wgs84.distance(from: a, to: b).metres }

@Suite struct ProposedSitesTests {
  private let tops: [(row: Int, column: Int, height: Float, slope: Float)] = [
    (60, 60, 900, 20), (60, 140, 700, 20), (150, 100, 800, 20), (160, 40, 400, 12),
  ]

  @Test func `the tops of cones are summits, ranked by the distance to higher ground`() throws {
    let scratch = try Scratch()
    let terrain = try terrain(scratch, rows: 220, columns: 200, cones(tops))
    var search = SiteSearch(spacing: .kilometres(4))
    search.minimumProminence = .metres(100)
    let sites = try terrain.proposedSites(search).filter { $0.kind == .summit }
    let places = try tops.map { try #require(try terrain.position(column: Double($0.column), row: Double($0.row))) }
    // 900 m stands alone; 800 m looks to it; 700 m and 400 m to the first ground as high on a cone's flank.
    #expect(sites.map(\.elevation.metres).first == 900)
    #expect(Set(sites.map(\.elevation.metres)) == [900, 800, 700, 400])
    for site in sites {
      let index = try #require(tops.firstIndex { Double($0.height) == site.elevation.metres })
      #expect(distance(site.position, places[index]) < 1e-6)
    }
    #expect(sites[0].isolation == nil)
    for (a, b) in zip(sites.dropFirst(), sites.dropFirst(2)) {
      let (first, second) = (try #require(a.isolation), try #require(b.isolation))
      #expect(first >= second)
    }
    // From 700 m to the ring at 700 m of the cone of 900 m with 20 m a post: 80 − 10 posts along the parallel. The highest
    // post of a cell stands for it: a cell of 200 m at 222 m a post is one post.
    let post = distance(places[0], places[1]) / 80
    let second = try #require(sites.first { $0.elevation.metres == 700 }?.isolation?.metres)
    #expect(abs(second - 70 * post) < post)
  }

  @Test func `prominence is the descent to the saddle`() throws {
    let scratch = try Scratch()
    // Two cones of 20 m a post, 30 posts apart: they meet where 900 − 20x = 700 − 20(30 − x), x = 20, at 500 m.
    let pair = try terrain(
      scratch, rows: 120, columns: 120, cones([(60, 40, 900, 20), (60, 70, 700, 20)]))
    let sites = try pair.proposedSites(SiteSearch(spacing: .kilometres(4))).filter { $0.kind == .summit }
    #expect(sites.map(\.elevation.metres) == [900, 700])
    #expect(sites[1].prominence == .metres(200))
    // Of the highest: over the lowest ground, the plain's south-eastern corner.
    #expect(abs(sites[0].prominence.metres - (900 - (100 - 1.19 - 0.119))) < 1e-3)
    // 20 m a post of 0.002°: 221 m to the north, 218 m to the east; to the corners as high as the distance is long.
    #expect(abs(sites[0].slope.degrees - atan(20 / 217.7) * 180 / .pi) < 0.02)
  }

  @Test func `along a ridge there are points at the spacing, and none on its flanks`() throws {
    let scratch = try Scratch()
    // A roof along a parallel, a little higher to the west, so that it has no summit but its western end.
    let roof = try terrain(scratch, rows: 121, columns: 300) { row, column in
      1000 - Float(abs(row - 60)) * 15 - Float(column) * 0.01
    }
    let sites = try roof.proposedSites(SiteSearch(spacing: .kilometres(5)))
    #expect(sites.count > 5)
    for site in sites {
      let cell = try #require(try roof.cell(of: site.position))
      #expect(abs(cell.row - 60) < 1e-6)
      #expect(site.kind == .ridge)
      // A quarter of the spacing, 1250 m, are 6 posts of 221 m and 15 m to either side.
      #expect(abs(site.prominence.metres - 90) <= 15)
    }
    let east = sites.map(\.position.longitudeDegrees).sorted()
    for (a, b) in zip(east, east.dropFirst()) {
      let gap = (b - a) * 111_320 * cos(12.12 * .pi / 180)
      // Greedy along a line leaves gaps below twice the spacing.
      #expect(gap > 4_990 && gap < 10_000)
    }
  }

  @Test func `on rough ground summits, spacing and order agree with brute force`() throws {
    let scratch = try Scratch()
    var random = SplitMix(seed: 3)
    let waves = (0..<12).map { _ in
      (random.next(in: 0.02...0.5), random.next(in: 0.02...0.5), random.next(in: 0...6), random.next(in: 20...90))
    }
    func height(_ row: Int, _ column: Int) -> Float {
      Float(
        waves.reduce(900.0) { $0 + $1.3 * sin($1.0 * Double(row) + $1.1 * Double(column) + $1.2) })
    }
    let rough = try terrain(scratch, rows: 90, columns: 110, height)
    // A twentieth of 4 km is less than a post of 218 m: every post is a cell.
    let spacing = Length.kilometres(4)
    var search = SiteSearch(spacing: spacing)
    search.minimumProminence = .zero
    let sites = try rough.proposedSites(search)
    var places: [Position] = []
    for row in 0..<90 {
      places += try rough.positions(
        columns: (0..<110).map(Double.init), rows: [Double](repeating: Double(row), count: 110)
      )
      .map { try #require($0) }
    }
    let heights = (0..<90 * 110).map { height($0 / 110, $0 % 110) }
    func isolation(_ cell: Int) -> Double {
      heights.indices.filter { heights[$0] > heights[cell] }.map { distance(places[cell], places[$0]) }.min()
        ?? .infinity
    }
    let inner = heights.indices.filter { (1..<89).contains($0 / 110) && (1..<109).contains($0 % 110) }
    let tops = inner.filter { cell in
      let near = inner.filter { heights[$0] > heights[cell] && abs($0 / 110 - cell / 110) < 12 }
      return heights[cell] > heights[cell - 1] && !near.contains { distance(places[cell], places[$0]) <= 2000 }
        && isolation(cell) > 2000
    }.map { ($0, isolation($0)) }.sorted { $0.1 > $1.1 }
    var taken: [Int] = []
    for (cell, _) in tops where taken.allSatisfy({ distance(places[$0], places[cell]) >= spacing.metres }) {
      taken.append(cell)
    }
    #expect(taken.count > 8)
    #expect(sites.filter { $0.kind == .summit }.map(\.position) == taken.map { places[$0] })
    for (index, site) in sites.enumerated() {
      for other in sites[..<index] { #expect(distance(site.position, other.position) >= spacing.metres) }
    }
  }

  @Test func `tiles, and degrees across the antimeridian, change nothing`() throws {
    let scratch = try Scratch()
    let whole = try terrain(scratch, rows: 120, columns: 160, cones([(60, 40, 900, 20), (70, 110, 700, 20)]))
    let cut = try terrain(scratch, rows: 120, columns: 160, tiles: 5, cones([(60, 40, 900, 20), (70, 110, 700, 20)]))
    let search = SiteSearch(spacing: .kilometres(4))
    let sites = try whole.proposedSites(search)
    #expect(try cut.proposedSites(search) == sites)
    #expect(sites.map(\.elevation.metres) == [900, 700])
    // The same ground at 179.9° E, in two tiles that meet at the antimeridian.
    let around = try terrain(
      scratch, rows: 120, columns: 160, firstX: 179.84, tiles: 2, cones([(60, 40, 900, 20), (70, 110, 700, 20)]))
    let there = try around.proposedSites(search)
    #expect(there.map(\.kind) == sites.map(\.kind))
    #expect(there.map(\.elevation) == sites.map(\.elevation))
    for (a, b) in zip(there, sites) {
      #expect(
        abs((a.position.longitudeDegrees - b.position.longitudeDegrees - 254.84).remainder(dividingBy: 360)) < 1e-9)
    }
    let bounds = SiteSearch.Bounds(
      southWest: Position(latitudeDegrees: -12.3, longitudeDegrees: 179.95),
      northEast: Position(latitudeDegrees: -12, longitudeDegrees: -179.8))
    var inBounds = search
    inBounds.bounds = bounds
    let east = try around.proposedSites(inBounds)
    #expect(east.contains { $0.elevation == .metres(700) } && !east.contains { $0.elevation == .metres(900) })
  }

  @Test func `on a grid of metres the same cones are found`() throws {
    let scratch = try Scratch()
    let metric = try terrain(
      scratch, rows: 150, columns: 150, firstX: 500_000, firstY: 8_600_000, step: 200, crs: "EPSG:32718",
      cones([(60, 60, 900, 20), (100, 110, 700, 20)]))
    let sites = try metric.proposedSites(SiteSearch(spacing: .kilometres(4))).filter { $0.kind == .summit }
    #expect(sites.map(\.elevation.metres) == [900, 700])
    let place = try #require(try metric.position(column: 60, row: 60))
    #expect(distance(sites[0].position, place) < 1e-6)
  }

  @Test func `voids, edges, the sea and high or steep ground are not proposed`() throws {
    let scratch = try Scratch()
    // A void beside the highest top; the plain is the sea; a slope that rises beyond the edge.
    let flawed = try terrain(scratch, rows: 160, columns: 200) { row, column in
      if (row, column) == (60, 61) { return .nan }
      let top = cones(tops)(row, column)
      let land = top < 105 ? 0 : top
      return row > 150 ? 500 + Float(row) * 10 : land
    }
    let sites = try flawed.proposedSites(SiteSearch(spacing: .kilometres(2)))
    #expect(!sites.isEmpty)
    for site in sites {
      let cell = try #require(try flawed.cell(of: site.position))
      #expect(abs(cell.row - 60) > 1.5 || abs(cell.column - 61) > 1.5)
      #expect(site.elevation > .zero)
      #expect(cell.row < 158.5)
    }
    var low = SiteSearch(spacing: .kilometres(2))
    low.maximumElevation = .metres(750)
    #expect(try flawed.proposedSites(low).allSatisfy { $0.elevation <= .metres(750) })
    var flat = SiteSearch(spacing: .kilometres(2))
    flat.maximumSlope = .degrees(4)
    // 12 m a post of 218 m are 3.2°, 20 m are 5.3°.
    let gentle = try terrain(scratch, rows: 220, columns: 200, cones(tops)).proposedSites(flat)
    #expect(gentle.filter { $0.kind == .summit }.map(\.elevation.metres) == [400])
  }

  @Test func `layers say where sites may be`() throws {
    let scratch = try Scratch()
    let terrain = try terrain(scratch, rows: 220, columns: 200, cones(tops))
    let places = try tops.map { try #require(try terrain.position(column: Double($0.column), row: Double($0.row))) }
    func square(_ place: Position, _ half: Double) -> Geometry {
      .polygons([
        [
          [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)].map {
            Position(
              latitudeDegrees: place.latitudeDegrees + $0.1, longitudeDegrees: place.longitudeDegrees + $0.0)
          }
        ]
      ])
    }
    func summits(_ change: (inout SiteSearch) -> Void) throws -> Set<Double> {
      var search = SiteSearch(spacing: .kilometres(4))
      change(&search)
      return Set(try terrain.proposedSites(search).filter { $0.kind == .summit }.map(\.elevation.metres))
    }
    #expect(
      try summits { $0.inside = [MapFeatures([square(places[1], 0.01), square(places[2], 0.01)])] } == [700, 800])
    #expect(try summits { $0.outside = [MapFeatures([square(places[0], 0.01)])] } == [700, 800, 400])
    let road = MapFeatures([
      .lines([[places[2], Position(latitudeDegrees: -12.30, longitudeDegrees: places[3].longitudeDegrees)]])
    ])
    var search = SiteSearch(spacing: .kilometres(4))
    search.near = [.init(road, within: .kilometres(3))]
    let near = try terrain.proposedSites(search)
    #expect(near.allSatisfy { $0.nearby.count == 1 && $0.nearby[0] <= .kilometres(3) })
    #expect(Set(near.filter { $0.kind == .summit }.map(\.elevation.metres)) == [800, 400])
    #expect(near.first { $0.elevation == .metres(800) }?.nearby == [.zero])
  }

  @Test func `distances to features agree with a search along them`() {
    var random = SplitMix(seed: 5)
    for latitude in [0.0, -12, 45, 60] {
      for start in [-75.0, 179.9] {
        let line = (0..<40).map { step in
          Position(
            latitudeDegrees: latitude + random.next(in: -0.2...0.2),
            longitudeDegrees: Position(latitudeDegrees: 0, longitudeDegrees: start + Double(step) * 0.01).normalized
              .longitudeDegrees)
        }
        let features = MapFeatures([.lines([line])])
        for _ in 0..<2 {
          let place = Position(
            latitudeDegrees: latitude + random.next(in: -0.2...0.2),
            longitudeDegrees: start + random.next(in: -0.1...0.4)
          ).normalized
          var least = Double.infinity
          for (a, b) in zip(line, line.dropFirst()) {
            let turn = (b.longitudeDegrees - a.longitudeDegrees).remainder(dividingBy: 360)
            for step in 0...2000 {
              let share = Double(step) / 2000
              least = min(
                least,
                distance(
                  place,
                  Position(
                    latitudeDegrees: a.latitudeDegrees + share * (b.latitudeDegrees - a.latitudeDegrees),
                    longitudeDegrees: a.longitudeDegrees + share * turn)))
            }
          }
          let found = features.distance(to: place, within: .kilometres(50))?.metres ?? .infinity
          // A foot in the plane is never nearer than the nearest; samples of edges of up to 45 km lie 45 m apart.
          #expect(found <= least * 1.001 + 0.1 && found >= least - 23, "\(latitude) \(start)")
        }
      }
    }
    let far = MapFeatures([.point(Position(latitudeDegrees: 10, longitudeDegrees: 10))])
    #expect(far.distance(to: Position(latitudeDegrees: 10, longitudeDegrees: 11), within: .kilometres(50)) == nil)
  }
}
