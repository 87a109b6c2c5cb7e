import Coverage
import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

/// A grid on the equator whose cells are square within 1e-5: a degree of longitude is a·π/180 long, one of latitude
/// a(1 − e²)·π/180.
private func grid(rows: Int, columns: Int, step: Double = 1000) -> ExposureGrid {
  let a = 6_378_137.0
  let e2 = (2 - 1 / 298.257223563) / 298.257223563
  let (x, y) = (step / (a * .pi / 180), step / (a * (1 - e2) * .pi / 180))
  return ExposureGrid(
    frame: GridFrame(
      columns: columns, rows: rows, firstX: 10, firstY: y * Double(rows - 1) / 2, stepX: x, stepY: -y, crs: "EPSG:4326")
  )
}

/// The least exposures by relaxing every step until nothing changes; shares by 720 samples of each step, whose cuts lie at
/// twelfths of its length.
private func relaxed(_ grid: ExposureGrid, from sources: [Int]) -> [(Double, Double)] {
  let (rows, columns) = (grid.frame.rows, grid.frame.columns)
  var best = [(Double, Double)](repeating: (.infinity, .infinity), count: rows * columns)
  for cell in sources where grid.isOpen[cell] { best[cell] = (0, 0) }
  var steps: [(from: Int, to: Int, exposure: Double, length: Double)] = []
  for cell in best.indices {
    for down in -3...3 {
      for right in -3...3 {
        let (row, column) = (cell / columns + down, cell % columns + right)
        guard (0..<rows).contains(row), (0..<columns).contains(column), (down, right) != (0, 0) else { continue }
        // Steps over two cells, straight or diagonal, are two steps: left out like those over three.
        if [0, 2, 3].contains(abs(down)), [0, 2, 3].contains(abs(right)), abs(down) == abs(right) || down * right == 0 {
          continue
        }
        var (seen, isOpen) = (0.0, true)
        for sample in 0..<720 {
          let share = (Double(sample) + 0.5) / 720
          let passed =
            Int((Double(cell / columns) + share * Double(down)).rounded()) * columns
            + Int((Double(cell % columns) + share * Double(right)).rounded())
          seen += Double(grid.seen[passed]) / 720
          isOpen = isOpen && grid.isOpen[passed]
        }
        guard isOpen else { continue }
        let length = Ellipsoid.wgs84.distance(
          from: grid.centre(of: cell), to: grid.centre(of: row * columns + column)
        ).metres
        steps.append((cell, row * columns + column, seen * length, length))
      }
    }
  }
  var hasChanged = true
  while hasChanged {
    hasChanged = false
    for step in steps {
      let way = (best[step.from].0 + step.exposure, best[step.from].1 + step.length)
      // Sums in another order differ by rounding; a millimetre is none.
      if way.0 < best[step.to].0 - 1e-3 || (way.0 < best[step.to].0 + 1e-3 && way.1 < best[step.to].1 - 1e-3) {
        best[step.to] = way
        hasChanged = true
      }
    }
  }
  return best
}

@Suite struct LeastExposureTests {
  @Test func `least exposures agree with a relaxation of every step`() {
    var random = SplitMix(seed: 7)
    for trial in 0..<12 {
      var grid = grid(rows: 9 + trial % 3, columns: 11)
      for cell in grid.seen.indices {
        grid.seen[cell] = [0, 0, 1, 0.25][Int(random.next() % 4)]
        grid.isOpen[cell] = random.next() % 6 != 0
      }
      let sources = (0..<3).map { _ in Int(random.next() % UInt64(grid.seen.count)) }
      let search = LeastExposure(over: grid, from: sources)
      for (cell, expected) in relaxed(grid, from: sources).enumerated() {
        guard expected.0.isFinite else {
          #expect(!search.exposureMetres[cell].isFinite)
          #expect(search.way(to: cell) == nil)
          continue
        }
        // Chords between parallels against geodesics: 1e-5 of at most 30 km.
        #expect(abs(search.exposureMetres[cell] - expected.0) < 0.3, "trial \(trial), cell \(cell)")
      }
    }
  }

  /// Length and exposure of a way by many samples.
  private func measured(_ way: [Position], over grid: ExposureGrid) throws -> (exposure: Double, length: Double) {
    var (exposure, length) = (0.0, 0.0)
    for (a, b) in zip(way, way.dropFirst()) {
      let metres = Ellipsoid.wgs84.distance(from: a, to: b).metres
      length += metres
      for sample in 0..<5040 {
        let share = (Double(sample) + 0.5) / 5040
        let place = Position(
          latitudeDegrees: a.latitudeDegrees + share * (b.latitudeDegrees - a.latitudeDegrees),
          longitudeDegrees: a.longitudeDegrees + share * (b.longitudeDegrees - a.longitudeDegrees))
        exposure += Double(grid.seen[try #require(grid.cell(of: place))]) * metres / 5040
      }
    }
    return (exposure, length)
  }

  @Test func `a way adds up to what it is said to cost, and straightened to no more`() throws {
    var random = SplitMix(seed: 11)
    var grid = grid(rows: 30, columns: 40)
    for cell in grid.seen.indices { grid.seen[cell] = Float(random.next() % 3) / 2 }
    let search = LeastExposure(over: grid, from: [0])
    let goal = grid.seen.count - 1
    let way = try measured(try #require(search.way(to: goal)), over: grid)
    // Lengths by geodesics: 1e-5. Samples: each of at most 60 crossings of cells is off by half a sample of some km.
    #expect(abs(way.length - search.lengthMetres[goal]) < 1e-5 * way.length + 0.1)
    #expect(abs(way.exposure - search.exposureMetres[goal]) < 60)
    let straight = try measured(try #require(search.straightenedWay(to: goal)), over: grid)
    #expect(straight.length <= way.length + 0.1 && straight.exposure <= way.exposure + 60)
  }

  @Test func `in the open a straightened way is straight, and behind a wall it bends at its end`() throws {
    var open = grid(rows: 41, columns: 61)
    for cell in open.seen.indices { open.seen[cell] = 1 }
    for goal in [61 * 3 + 60, 61 * 40 + 17, 61 * 23 + 59] {
      let way = try #require(LeastExposure(over: open, from: [0]).straightenedWay(to: goal))
      #expect(way == [open.centre(of: 0), open.centre(of: goal)])
    }
    // A wall across column 30 that leaves the rows below 35 open.
    for row in 0..<35 { open.isOpen[row * 61 + 30] = false }
    let (start, goal) = (20 * 61 + 5, 20 * 61 + 55)
    let way = try #require(LeastExposure(over: open, from: [start]).straightenedWay(to: goal))
    let length = try measured(way, over: open).length
    // Around the wall's last cell, a thread from centre to centre would pass its corners at row 34.5: √(25² + 14.5²) and
    // 1 km of the wall's width; over centres a cell more at most.
    let thread = 2 * hypot(24.5, 14.5) * 1000 + 1000
    #expect(length >= thread * (1 - 1e-5) && length < thread + 1000)
  }

  @Test func `around a disc nothing is seen, and across a band its width`() {
    var disc = grid(rows: 41, columns: 61)
    let centre = 20 * 61 + 30
    for cell in disc.seen.indices {
      let distance = Ellipsoid.wgs84.distance(from: disc.centre(of: cell), to: disc.centre(of: centre))
      if distance < .kilometres(12) { disc.seen[cell] = 1 }
    }
    let left = (0..<41).map { $0 * 61 }
    let around = LeastExposure(over: disc, from: left)
    #expect(around.exposureMetres[20 * 61 + 60] == 0)
    // The tangents from the sides: no way around is shorter than the straight one, from any row, of 60 km.
    #expect(around.lengthMetres[20 * 61 + 60] > 60_000)

    var band = grid(rows: 41, columns: 61)
    for cell in band.seen.indices where (20..<27).contains(cell % 61) { band.seen[cell] = 1 }
    let across = LeastExposure(over: band, from: left)
    // Seven cells of 1000 m; cells are square within 1e-5.
    #expect(abs(across.exposureMetres[20 * 61 + 60] - 7000) < 0.1)
  }

  @Test func `past a disc that spans a corridor the chord at its wall is seen`() {
    let (half, radius) = (8, 17.0)
    var corridor = grid(rows: 41, columns: 81, step: 500)
    let centre = 20 * 81 + 40
    for cell in corridor.seen.indices {
      corridor.isOpen[cell] = abs(cell / 81 - 20) <= half
      let distance = Ellipsoid.wgs84.distance(from: corridor.centre(of: cell), to: corridor.centre(of: centre))
      if distance.metres <= radius * 500 { corridor.seen[cell] = 1 }
    }
    let search = LeastExposure(over: corridor, from: (0..<41).map { $0 * 81 })
    // Along the wall, the middle of whose cells lies `half` cells off: 15 cells to either side and the middle one,
    // 2√(17² − 8²) = 30 cells.
    let chord = 2 * (radius * radius - Double(half * half)).squareRoot() * 500
    // Cells count whole: half a cell at either end.
    #expect(abs(search.exposureMetres[20 * 81 + 80] - chord) <= 501)
  }

  @Test func `ways through the open are at most 1.31 percent too long`() {
    var open = grid(rows: 81, columns: 81)
    for cell in open.seen.indices { open.seen[cell] = 1 }
    let centre = 40 * 81 + 40
    let search = LeastExposure(over: open, from: [centre])
    var worst = 1.0
    for cell in open.seen.indices where cell != centre {
      let straight = Ellipsoid.wgs84.distance(from: open.centre(of: centre), to: open.centre(of: cell)).metres
      let ratio = search.exposureMetres[cell] / straight
      worst = max(worst, ratio)
      // Never shorter than the geodesic, but for the chords between parallels.
      #expect(ratio > 1 - 1e-5)
    }
    // 1 / cos(½ arctan ⅓), reached halfway between two steps; cells are square within 1e-5.
    #expect(worst < 1 / cos(atan(1.0 / 3) / 2) + 2e-5)
    #expect(worst > 1.012)
  }

  @Test func `a grid across the antimeridian holds what lies on both sides`() throws {
    let places = [
      Position(latitudeDegrees: -17, longitudeDegrees: 178), Position(latitudeDegrees: -15, longitudeDegrees: -179),
    ]
    let grid = ExposureGrid(holding: places, margin: .kilometres(20), step: .kilometres(5), limit: 100_000)
    let cells = try places.map { try #require(grid.cell(of: $0)) }
    // 3° of longitude at 16° of latitude are 321 km.
    #expect(Double(grid.frame.columns) * 5 < 321 + 40 + 20)
    let search = LeastExposure(over: grid, from: [cells[0]])
    let straight = Ellipsoid.wgs84.distance(from: grid.centre(of: cells[0]), to: grid.centre(of: cells[1])).metres
    #expect(search.exposureMetres[cells[1]] == 0)
    // Of cells that are square within 2 % (cos 14° against cos 16°), 1.31 % and as much again.
    #expect(search.lengthMetres[cells[1]] >= straight * (1 - 1e-5) && search.lengthMetres[cells[1]] < straight * 1.02)
    let line = grid.cells(along: [places])
    #expect(line.contains(cells[0]) && line.contains(cells[1]) && line.count > 60)
  }

  @Test func `sources and targets that are not open have no way`() {
    var walled = grid(rows: 9, columns: 9)
    for cell in walled.isOpen.indices where cell % 9 == 4 { walled.isOpen[cell] = false }
    let search = LeastExposure(over: walled, from: [0, 4])
    #expect(search.cells(to: 8) == nil)
    #expect(search.cells(to: 4) == nil)
    #expect(search.cells(to: 0) == [0])
  }
}

@Test func `a path takes the directions that count least`() throws {
  // Everything counts one a metre, but along rows nothing does.
  var plain = grid(rows: 21, columns: 31)
  plain.seen = plain.seen.map { _ in 1 }
  var directed = plain
  directed.seenByDirection = ExposureGrid.directions.map { degrees in
    [Float](repeating: abs(degrees - 90) < 1e-9 ? 0 : 1, count: plain.seen.count)
  }
  let (start, end) = (10 * 31 + 3, 10 * 31 + 27)
  #expect(LeastExposure(over: directed, from: [start]).exposureMetres[end] == 0)
  // Five rows up: no less than straight up, whose 5 km all count.
  let above = 5 * 31 + 27
  #expect(abs(LeastExposure(over: directed, from: [start]).exposureMetres[above] - 5000) < 1)
  // The same in all directions is the same as without.
  directed.seenByDirection = ExposureGrid.directions.map { _ in plain.seen }
  #expect(
    LeastExposure(over: directed, from: [start]).exposureMetres
      == LeastExposure(over: plain, from: [start]).exposureMetres)
  #expect(ExposureGrid.directions.count == 16 && ExposureGrid.directions.allSatisfy { (0..<180).contains($0) })
}
