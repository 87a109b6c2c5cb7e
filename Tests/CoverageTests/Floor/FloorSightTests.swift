import Foundation
import GeoFiles
import Geodesy
import Radar
import Terrain
import TestSupport
import Testing
import Units

@testable import Coverage

/// Lines of sight that are computed once for a floor and for the causes of blindness.
struct FloorSightTests {
  private let scratch: Scratch
  private let place = Position(latitudeDegrees: -12.0912, longitudeDegrees: -76.8803)
  private let range = Length.kilometres(11)

  init() throws {
    scratch = try Scratch()
    var plane = TestTerrain.rough(301, 241, relief: 400, seed: 21)
    for row in 40..<44 { for column in 200..<209 { plane[row, column] = .nan } }
    try RasterWriter.write(
      TestTerrain.degrees(plane, latitude: -12, longitude: -77, step: 1.0 / 1200), to: scratch.path("dem.tif"),
      options: .init(noData: -32768))
  }

  /// A radar with a beam and a blind sector on a mast.
  private func station(mast: Length) throws -> RadarStation {
    RadarStation(
      id: "r", name: "r", position: place, groundElevation: nil, antennaHeight: mast,
      type: RadarType(
        id: "t", name: "t", kind: .primary, instrumentedRange: range, minimumRange: .kilometres(1), antennaHeight: mast,
        minimumElevation: .degrees(0.2), maximumElevation: .degrees(20)),
      blindSectors: try AzimuthSector.parse(list: "200-220"))
  }

  @Test(arguments: [1 << 30, 3_000_000])
  func `floor and causes are of one sight: what the map shows as seen lies on or above the floor of the file`(
    _ memory: Int
  ) throws {
    let terrain = try Terrain.open([scratch.path("dem.tif")])
    let station = try station(mast: .metres(60))
    func write(_ name: String, keepsSight: Bool) throws -> FloorRaster.Summary {
      try FloorRaster.write(
        terrain, antenna: place, height: .aboveGround(.metres(60)), range: range, workers: 2, memory: memory,
        to: scratch.path(name), keepsSight: keepsSight,
        limits: { RadarLimits(of: station, antennaAltitude: $0, target: echo, k: 4.0 / 3) })
    }
    #expect(try write("plain.tif", keepsSight: false).sight == nil)
    let sight = try #require(try write("floor.tif", keepsSight: true).sight)
    let files = try ["plain.tif", "floor.tif"].map { try Data(contentsOf: URL(fileURLWithPath: scratch.path($0))) }
    #expect(files[0] == files[1])

    let coverage = try TerrainCoverage.load([station], over: terrain, targets: [echo], sight: sight)
    let map = try coverage.blindness(of: 0, at: .aboveGround(.metres(150)), target: echo)
    let floors = try RasterFile(path: scratch.path("floor.tif")).readFloats(rows: 0..<241, columns: 0..<301)
    let ground = try terrain.read(rows: 0..<241, columns: 0..<301)
    let (top, left) = (coverage.region.firstRow, coverage.region.firstColumn)
    var (seen, wrong) = (0, 0)
    var unseen: Set<Blindness> = []
    for row in 0..<map.grid.frame.rows {
      for column in 0..<map.grid.frame.columns {
        let cell = (row + top) * 301 + column + left
        let cause = map.cause(row: row, column: column)
        // NaN stands for no floor; above the beam a post has a floor and is not seen.
        let isAbove = Double(ground.cells[cell]) + 150 >= Double(floors[cell])
        if cause == nil { seen += 1 } else { unseen.insert(cause!) }
        if cause == nil ? !isAbove : isAbove && cause != .aboveBeam { wrong += 1 }
      }
    }
    #expect(wrong == 0 && seen > 1000)
    #expect(unseen.isSuperset(of: [.ridge, .belowBeam, .minimumRange, .sector, .range, .unknownTerrain]), "\(unseen)")
  }

  @Test func `where the memory does not hold a coverage no sight is kept`() throws {
    let terrain = try Terrain.open([scratch.path("dem.tif")])
    let summary = try FloorRaster.write(
      terrain, antenna: place, height: .aboveGround(.metres(60)), range: range, memory: 1_000_000,
      to: scratch.path("floor.tif"), keepsSight: true)
    #expect(summary.sight == nil && summary.posts > 0)
  }
}
