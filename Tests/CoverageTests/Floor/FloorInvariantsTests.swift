import CFloorKernels
import Foundation
import GeoFiles
import TestSupport
import Testing
import Units

@testable import Coverage

/// What holds for every floor, whatever the terrain.
struct FloorInvariantsTests {
  private let terrain = TestTerrain.rough(150, 131, relief: 90, seed: 11)

  private func floors(
    _ terrain: Grid<Float>, _ column: Double = 70, _ row: Double = 60, altitude: Double = 120, k: Double = 4.0 / 3,
    range: Double = 2700, quality: FloorQuality = .standard, workers: Int = 1, kernel: FloorKernel = .fastest,
    wanted: (rows: Range<Int>, columns: Range<Int>)? = nil, reusing memory: [Float] = []
  ) throws -> FloorMap {
    try LineOfSightFloor.compute(
      terrain: terrain, antenna: .post(column: column, row: row), antennaAltitude: .metres(altitude),
      range: .metres(range), k: k, quality: quality, wanted: wanted, workers: workers, kernel: kernel, reusing: memory)
  }

  private func bits(_ map: FloorMap) -> [UInt32] { map.grid.cells.map { $0.isNaN ? .max : $0.bitPattern } }

  /// Slopes of 24 bits, times a distance of 2.7 km, some operations long.
  private func differ(_ a: Float, _ b: Float) -> Bool { a.isNaN != b.isNaN || abs(a - b) > 2e-3 + abs(a) * 1e-5 }

  @Test(arguments: FloorKernel.available, [FloorQuality.draft, .standard, .finest])
  func `every kernel gives the same floors`(kernel: FloorKernel, quality: FloorQuality) throws {
    for (column, row) in [(70.0, 60.0), (70.3, 60.8), (0, 0)] {
      let reference = try floors(terrain, column, row, quality: quality, kernel: .swift)
      let map = try floors(terrain, column, row, quality: quality, kernel: kernel)
      let wrong = zip(map.grid.cells, reference.grid.cells).filter { differ($0, $1) }
      #expect(wrong.isEmpty, "\(wrong.count) posts, as \(wrong.first.map { "\($0.0), not \($0.1)" } ?? "")")
    }
  }

  /// Columns that come side by side, to the right or to the left, for rows that lie anywhere among the lines of the caches.
  @Test(arguments: FloorKernel.available, [1, -1])
  func `columns turned back are rows again`(kernel: FloorKernel, sign: Int) {
    let (rows, pitch, inPitch, line) = (53, 211, 59, Int(ATALAYA_CACHE_LINE))
    var out = [Float](repeating: -1, count: rows * pitch)
    var expected = out
    let kept = UnsafeMutableRawPointer.allocate(byteCount: rows * line * 4, alignment: 64)
      .assumingMemoryBound(to: Float.self)
    kept.initialize(repeating: -2, count: rows * line)
    defer { kept.deallocate() }
    let chunks = [32, 16, 64, 5, 17]
    var edge = sign > 0 ? 20 : 190
    out.withUnsafeMutableBufferPointer { out in
      for (number, columns) in chunks.enumerated() {
        let left = sign > 0 ? edge : edge - columns
        let values = (0..<columns * inPitch).map { Float(number * 10_000 + $0) }
        values.withUnsafeBufferPointer { values in
          var call = atalaya_flush(
            in: values.baseAddress, out: out.baseAddress! + left, pitch: inPitch, out_pitch: pitch, rows: rows,
            columns: columns, kept: kept, grows: sign > 0 ? 1 : 0, goes_on: number > 0 ? 1 : 0)
          kernel.flush(&call)
        }
        for row in 0..<rows {
          for column in 0..<columns { expected[row * pitch + left + column] = values[column * inPitch + row] }
        }
        edge += sign * columns
      }
      atalaya_floor_settle()
      // What is kept belongs to the line of the caches that the edge lies in.
      for row in 0..<rows {
        let at = out.baseAddress! + (row * pitch + edge)
        let before = Int(bitPattern: at) / 4 % line
        for i in 0..<(sign > 0 ? before : (line - before) % line) {
          if sign > 0 { at[-before + i] = kept[row * line + line - before + i] } else { at[i] = kept[row * line + i] }
        }
      }
    }
    #expect(out == expected)
  }

  @Test(arguments: [FloorQuality.standard, .exact])
  func `any number of workers gives the same bits`(quality: FloorQuality) throws {
    let one = bits(try floors(terrain, quality: quality, workers: 1))
    for workers in [2, 3, 8] { #expect(bits(try floors(terrain, quality: quality, workers: workers)) == one) }
  }

  @Test(arguments: [FloorQuality.standard, .exact])
  func `a part of the posts gets the floors of the whole`(quality: FloorQuality) throws {
    let whole = try floors(terrain, quality: quality)
    for rows in [0..<131, 10..<40, 60..<61, 61..<131] {
      for columns in [0..<150, 70..<150, 3..<9, 140..<150] {
        let part = try floors(terrain, quality: quality, wanted: (rows, columns))
        for row in rows {
          for column in columns {
            let (a, b) = (
              part.grid[row - rows.lowerBound, column - columns.lowerBound],
              whole.contains(row: row, column: column)
                ? whole.grid[row - whole.rowOffset, column - whole.columnOffset] : .nan
            )
            guard a.bitPattern == b.bitPattern || a.isNaN && b.isNaN else {
              Issue.record("row \(row), column \(column): \(a), not \(b)")
              return
            }
          }
        }
      }
    }
  }

  @Test(arguments: [FloorQuality.draft, .standard, .exact])
  func `old memory leaves nothing behind`(quality: FloorQuality) throws {
    for (column, row, range) in [(70.0, 60.0, 2700.0), (70.4, 60.7, 1500), (2, 1, 3000), (70, 60, 10_000)] {
      let fresh = try floors(terrain, column, row, range: range, quality: quality)
      let old = [Float](repeating: 77_777, count: fresh.grid.cells.count)
      #expect(bits(try floors(terrain, column, row, range: range, quality: quality, reusing: old)) == bits(fresh))
    }
  }

  @Test(arguments: [FloorQuality.standard, .exact])
  func `a quarter turn of the terrain turns the floors`(quality: FloorQuality) throws {
    let side = 101
    let square = TestTerrain.rough(side, side, relief: 90, seed: 2)
    // Turned to the right: the column becomes the row.
    let turned = TestTerrain.plane(side, side) { column, row in Double(square[side - 1 - column, row]) }
    let a = try floors(square, 40, 55, quality: quality)
    let b = try floors(turned, Double(side - 1 - 55), 40, quality: quality)
    var wrong = 0
    for row in 0..<side {
      for column in 0..<side where a.contains(row: row, column: column) {
        let turned = b.grid[column - b.rowOffset, side - 1 - row - b.columnOffset]
        if differ(a.grid[row - a.rowOffset, column - a.columnOffset], turned) { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }

  @Test(arguments: [FloorQuality.standard, .exact])
  func `raising the antenna or k never raises a floor`(quality: FloorQuality) throws {
    let base = try floors(terrain, quality: quality)
    for higher in [
      try floors(terrain, altitude: 121, quality: quality), try floors(terrain, altitude: 400, quality: quality),
      try floors(terrain, k: 1.5, quality: quality), try floors(terrain, k: 20, quality: quality),
    ] {
      let wrong = zip(higher.grid.cells, base.grid.cells).filter { $0 > $1 && differ($0, $1) || $0.isNaN != $1.isNaN }
      #expect(wrong.isEmpty)
    }
  }

  @Test func `who is seen sees`() throws {
    let base = try floors(terrain, quality: .exact)
    for (column, row) in [(90, 75), (40, 20), (110, 60), (70, 12), (20, 100)] {
      let floor = Double(base.grid[row - base.rowOffset, column - base.columnOffset])
      guard floor > Double(terrain[row, column]) + 0.01 else { continue }
      let back = try floors(terrain, Double(column), Double(row), altitude: floor, quality: .exact)
      let seen = Double(back.grid[60 - back.rowOffset, 70 - back.columnOffset])
      // The floor is rounded to 24 bits; the line back turns about the ridge between, at most a hundredfold.
      #expect(abs(seen - 120) < 0.05, "from column \(column), row \(row) the antenna is in sight from \(seen) m up")
    }
  }

  @Test(arguments: [FloorQuality.standard, .exact])
  func `no floor lies below the ground`(quality: FloorQuality) throws {
    let map = try floors(terrain, quality: quality)
    for row in 0..<map.grid.frame.rows {
      for column in 0..<map.grid.frame.columns {
        let floor = map.grid[row, column]
        #expect(floor.isNaN || floor >= terrain[row + map.rowOffset, column + map.columnOffset])
      }
    }
  }

  @Test(arguments: FloorQuality.allCases)
  func `every post within the range has a floor and none beyond`(quality: FloorQuality) throws {
    let map = try floors(terrain, 70.25, 60.5, range: 1495, quality: quality)
    for row in 0..<131 {
      for column in 0..<150 {
        let (dx, dy) = ((Double(column) - 70.25) * 30, (Double(row) - 60.5) * 30)
        let distance = (dx * dx + dy * dy).squareRoot()
        let isKnown =
          map.contains(row: row, column: column)
          && !map.grid[row - map.rowOffset, column - map.columnOffset].isNaN
        // On the edge itself the sixth digit decides.
        if abs(distance - 1495) > 0.05 { #expect(isKnown == (distance < 1495), "\(column), \(row): \(distance) m") }
      }
    }
  }
}

extension FloorMap {
  /// Whether it holds a post of the terrain.
  func contains(row: Int, column: Int) -> Bool {
    (rowOffset..<rowOffset + grid.frame.rows).contains(row)
      && (columnOffset..<columnOffset + grid.frame.columns).contains(column)
  }
}
