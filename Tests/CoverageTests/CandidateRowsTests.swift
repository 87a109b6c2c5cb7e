import Coverage
import Foundation
import GeoFiles
import Geodesy
import Radar
import Synchronization
import Terrain
import TestSupport
import Testing
import Units

/// Rough hills with a void at one place.
private func hills(_ row: Int, _ column: Int) -> Float {
  if row == 52, column == 77 { return .nan }
  let (x, y) = (Double(column), Double(row))
  return Float(600 + 250 * sin(x / 7) * cos(y / 5) + 120 * sin(x / 2.3 + y / 3.1) + 40 * cos(x * 1.7 - y))
}

/// Whether each of some places is seen at 200 m above ground.
private struct Seen: CandidateRow, Equatable {
  var words: [UInt64]
  init(words: [UInt64]) { self.words = words }
}

private let places = (0..<400).map { index in
  Position(
    latitudeDegrees: -11.02 - Double(index % 20) * 0.048, longitudeDegrees: -75.97 + Double(index / 20) * 0.058)
}

private let stations: [RadarStation] = [
  radar("a", latitude: -11.4, longitude: -75.6), radar("b", latitude: -11.4, longitude: -75.6, elevations: (-1, 3)),
  radar("c", latitude: -11.4, longitude: -75.6, range: 30), radar("d", latitude: -11.7, longitude: -75.2, mast: 60),
  radar("e", latitude: -11.52, longitude: -75.23, mast: 5, minimum: 8),
  radar("f", latitude: -11.4, longitude: -75.6, sectors: [.init(begin: .degrees(10), end: .degrees(80))]),
]

private func seen(_ coverage: TerrainCoverage, _ samples: [TerrainSample]) -> Seen {
  let margins = coverage.marginsInMetres(
    seenBy: 0, at: samples, altitudesMetres: samples.map { $0.groundMetres + 200 }, target: echo)
  return Seen(words: margins.map { $0 >= 0 ? 1 : 0 })
}

private func rows(
  _ stations: [RadarStation], _ ground: Terrain, _ options: TerrainCoverage.Options = .init(),
  progress: (@Sendable (Int, Int) -> Void)? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
) throws -> CandidateRows<Seen> {
  try CandidateRows.make(
    of: stations, over: ground, targets: [echo], options: options, content: "places",
    prepare: { (region) throws(TerrainError) in try region.samples(at: places) }, progress: progress,
    isCancelled: isCancelled, row: seen)
}

private func fixture(_ scratch: Scratch) throws -> Terrain {
  try terrain(scratch, north: -11, west: -76, step: 0.01, rows: 101, columns: 121, hills)
}

@Suite struct CandidateRowsTests {
  @Test func `a candidate sees what it sees as a network of its own`() throws {
    let scratch = try Scratch()
    let ground = try fixture(scratch)
    let rows = try rows(stations, ground)
    for (station, row) in zip(stations, rows.rows) {
      let alone = try TerrainCoverage.load([station], over: ground, targets: [echo])
      let expected = seen(alone, try alone.region.samples(at: places))
      #expect(row == expected, "\(station.id)")
    }
    // The places tell radars apart.
    #expect(Set(rows.rows.map(\.words)).count == stations.count)
    // a, b and f share a floor; c has another range.
    #expect(rows.computedFloors == 4)
  }

  @Test func `rows are the same on any number of workers`() throws {
    let scratch = try Scratch()
    let ground = try fixture(scratch)
    let one = try rows(stations, ground)
    #expect(try rows(stations, ground, .init(workers: 3)).rows == one.rows)
  }

  @Test func `a second run over the same radars computes no floor, whatever they cost`() throws {
    let scratch = try Scratch()
    let ground = try fixture(scratch)
    let options = TerrainCoverage.Options(cache: FloorCache(folder: scratch.path("cache")))
    let first = try rows(stations, ground, options)
    #expect(try rows(stations, ground).rows == first.rows)
    var dearer = stations
    for index in dearer.indices {
      dearer[index].name = "other"
      dearer[index].type.price = PriceRange(low: Money(1, "USD"), base: Money(2, "USD"), high: Money(3, "USD"))
    }
    let steps = Mutex<[Int]>([])
    let second = try rows(dearer, ground, options, progress: { done, total in steps.withLock { $0 += [done, total] } })
    #expect(second.rows == first.rows && second.computedFloors == 0)
    #expect(steps.withLock { $0 } == [4, 4])
    // Another beam is another row, and its floor is computed anew; the others are kept.
    dearer[3].type.maximumElevation = .degrees(1)
    let third = try rows(dearer, ground, options)
    #expect(third.computedFloors == 1 && third.rows[3] != first.rows[3])
    #expect(third.rows.enumerated().allSatisfy { $0 == 3 || $1 == first.rows[$0] })
  }

  @Test func `what is damaged in the cache is computed anew`() throws {
    let scratch = try Scratch()
    let ground = try fixture(scratch)
    let folder = scratch.path("cache")
    let options = TerrainCoverage.Options(cache: FloorCache(folder: folder))
    let first = try rows(stations, ground, options)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let path = "\(folder)/\(name)"
      try Data(contentsOf: URL(fileURLWithPath: path)).dropLast(3).write(to: URL(fileURLWithPath: path))
    }
    let again = try rows(stations, ground, options)
    #expect(again.rows == first.rows && again.computedFloors == 4)
  }

  @Test func `a search that is told to stop stops`() throws {
    let scratch = try Scratch()
    let ground = try fixture(scratch)
    #expect(throws: TerrainCoverageError.cancelled) { try rows(stations, ground, isCancelled: { true }) }
  }

  @Test func `a radar on unknown ground sees nothing`() throws {
    let scratch = try Scratch()
    let ground = try fixture(scratch)
    let lost = radar("lost", latitude: -11.52, longitude: -75.23)
    #expect(try rows([lost], ground).rows[0].words.allSatisfy { $0 == 0 })
    let outside = radar("outside", latitude: -20, longitude: -75)
    #expect(try rows([outside], ground).rows[0].words.allSatisfy { $0 == 0 })
  }
}
