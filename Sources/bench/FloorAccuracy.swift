import Atalaya
import CBenchPeers
import Foundation

/// How far floors are from the exact model, beside GDAL's viewshed on the same array.
struct FloorErrors {
  var count = 0
  var squares = 0.0
  var sum = 0.0
  var largest = 0.0
  var flips = 0
  var worst = 0

  /// Adds one post: the floor, the exact floor, both above sea level, and the ground.
  mutating func add(_ floor: Double, exact: Double, ground: Double, at index: Int) {
    guard exact.isFinite, floor.isFinite else { return }
    count += 1
    let error = floor - exact
    squares += error * error
    sum += error
    if abs(error) > abs(largest) { (largest, worst) = (error, index) }
    if (floor <= ground + 100) != (exact <= ground + 100) { flips += 1 }
  }

  var rmse: Double { (squares / Double(max(count, 1))).squareRoot() }
  var bias: Double { sum / Double(max(count, 1)) }
  var flipShare: Double { Double(flips) / Double(max(count, 1)) }

  func line(_ name: String) -> String {
    String(
      format: "  %@: RMSE %.3f m, bias %+.4f m, largest %+.1f m at post %d, seen or not at 100 m differs on %.4f %% of %d", name,
      rmse, bias, largest, worst, flipShare * 100, count)
  }
}

enum FloorAccuracyBench {
  @Sendable static func run() throws {
    let side = 3601
    let data = try Data(contentsOf: URL(fileURLWithPath: "/tmp/w/s13.raw"))
    let cells = data.withUnsafeBytes { Array($0.bindMemory(to: Float.self)) }
    let radius = 500
    for crs in ["", "EPSG:4326"] {
      for (column, row) in [(1800, 1800), (2500, 900), (1200, 2600)] {
        let step = crs.isEmpty ? 30.0 : 1.0 / 3600
        let terrain = Grid(
          frame: GridFrame(columns: side, rows: side, firstX: crs.isEmpty ? 0 : -77, firstY: crs.isEmpty ? 0 : -12, stepX: step, stepY: -step, crs: crs), cells: cells)
        let ground = Double(terrain[row, column])
        func floor(_ quality: FloorQuality) throws -> FloorMap {
          try LineOfSightFloor.compute(
            terrain: terrain, antenna: .post(column: Double(column), row: Double(row)),
            antennaAltitude: .metres(ground + 20), range: .metres(Double(radius) * 30), quality: quality)
        }
        let start = ContinuousClock.now
        let exact = try floor(.exact)
        print("  exact in \(ContinuousClock.now - start), ground \(ground)")
        for quality in [FloorQuality.draft, .standard, .fine, .finest] {
          let map = try floor(quality)
          var errors = FloorErrors()
          var nan = 0
          for i in map.grid.cells.indices {
            let (r, c) = (i / map.grid.frame.columns + map.rowOffset, i % map.grid.frame.columns + map.columnOffset)
            if map.grid.cells[i].isNaN != exact.grid.cells[i].isNaN { nan += 1 }
            errors.add(Double(map.grid.cells[i]), exact: Double(exact.grid.cells[i]), ground: Double(terrain[r, c]), at: i)
          }
          print(errors.line("\(crs) \(quality.rawValue)"), "known to one alone \(nan), width \(map.grid.frame.columns)")
        }
        var window = [Int32](repeating: 0, count: 4)
        var out = [Double](repeating: 0, count: 2 * radius * 3 * radius * 2)
        let t = [terrain.frame.firstX - step / 2, step, 0, terrain.frame.firstY + step / 2, 0, -step]
        _ = terrain.cells.withUnsafeBufferPointer {
          atalaya_peer_gdal_viewshed($0.baseAddress, Int32(side), Int32(side), t, crs.isEmpty ? "EPSG:32718" : crs, terrain.frame.firstX + Double(column) * step, terrain.frame.firstY - Double(row) * step, 20, 0.75, crs.isEmpty ? Double(radius) * 30 : Double(radius) * step, &out, &window)
        }
        var errors = FloorErrors()
        for i in exact.grid.cells.indices {
          let (r, c) = (i / exact.grid.frame.columns + exact.rowOffset, i % exact.grid.frame.columns + exact.columnOffset)
          let (gr, gc) = (r - Int(window[1]), c - Int(window[0]))
          guard gr >= 0, gc >= 0, gr < Int(window[3]), gc < Int(window[2]) else { continue }
          let v = out[gr * Int(window[2]) + gc]
          guard v >= 0 else { continue }
          errors.add(max(v, Double(terrain[r, c])), exact: Double(exact.grid.cells[i]), ground: Double(terrain[r, c]), at: i)
        }
        print(errors.line("\(crs) GDAL"), window)
      }
    }
  }
}
