import Foundation
import GeoFiles
import Geodesy
import TestSupport
import Testing
import Units

@testable import Terrain

/// Terrain that holds the floor of the sea, land below sea level, or voids where the sea is.
@Suite struct SeaSurfaceTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A grid of tenths of a degree whose north-western post lies at a place.
  private func open(
    _ rows: [[Float]], latitude: Double = -12, longitude: Double = -78, name: String = "dem.tif",
    _ reading: TerrainReading = TerrainReading(), crs: String = "EPSG:4326", side: Int = 8192
  ) throws -> Terrain {
    let frame = GridFrame(
      columns: rows[0].count, rows: rows.count, firstX: longitude, firstY: latitude, stepX: 0.1, stepY: -0.1, crs: crs)
    try RasterWriter.write(
      Grid(frame: frame, cells: rows.flatMap { $0 }), to: scratch.path(name), options: .init(noData: -32768))
    return try Terrain.open([scratch.path(name)], reading: reading, blockSide: side)
  }

  private func cells(_ terrain: Terrain) throws -> [[Float]] {
    let grid = try terrain.read(rows: 0..<terrain.frame.rows, columns: 0..<terrain.frame.columns)
    return (0..<grid.frame.rows).map { row in (0..<grid.frame.columns).map { grid[row, $0] } }
  }

  @Test func `the surface of the sea is the ground, and a hollow in the land beside it stays`() throws {
    let rows: [[Float]] = [
      [-4000, -900, -5, 20, 30, 30, 30],
      [-4000, -100, 10, 20, -80, -3, 30],
      [-4000, -4000, -300, 5, 20, 20, 30],
    ]
    let terrain = try open(rows)
    #expect(
      try cells(terrain) == [
        [0, 0, 0, 20, 30, 30, 30], [0, 0, 10, 20, -80, -3, 30], [0, 0, 0, 5, 20, 20, 30],
      ])
    // A window that meets neither the depths nor the edge gives the same.
    #expect(try terrain.read(rows: 0..<3, columns: 2..<6).cells == [0, 20, 30, 30, 10, 20, -80, -3, 0, 5, 20, 20])
    #expect(try terrain.elevation(at: Position(latitudeDegrees: -12.1, longitudeDegrees: -77.9)) == .metres(0))
    #expect(try terrain.statistics().lowest == -80)
    #expect(terrain.warnings.contains { $0.code == .seaFloor && $0.text.contains("−4000 m are the floor of the sea") })
    #expect(try cells(open(rows, .init(sea: .floor))) == rows)
    let fingerprints = try [SeaTerrain.detect, .floor, .surface].map { try open(rows, .init(sea: $0)).fingerprint }
    #expect(Set(fingerprints).count == 3)
  }

  @Test func `land below sea level stays land at the lowest places of the Earth`() throws {
    // Lowest land, metres, at a place in each; two posts of it reach the edge of the grid.
    for (latitude, longitude, height) in [
      (31.5, 35.4, Float(-430)), (36.2, -116.8, -86), (33.3, -115.8, -72), (42.8, 89.2, -154), (29.9, 27.2, -133),
      (11.65, 42.4, -155), (52.0, 4.8, -7), (43.4, 51.8, -132), (47, 49, -27),
    ] {
      let rows: [[Float]] = [[height, height, 50], [height, height - 1, 40]]
      for name in ["dem.tif", "gebco_cut.tif"] where name == "dem.tif" || height < -10 {
        let terrain = try open(rows, latitude: latitude, longitude: longitude, name: name)
        #expect(try cells(terrain) == rows, "\(latitude) \(longitude) \(name)")
      }
    }
  }

  @Test func `the beds of the Dead Sea and of the Caspian are raised to their surfaces`() throws {
    #expect(
      try cells(open([[-430, -600, -700], [-400, -410, -420]], latitude: 31.5, longitude: 35.4)) == [
        [-430, -430, -430], [-400, -410, -420],
      ])
    #expect(
      try cells(open([[-900, -300, -28], [-25, -27, 10]], latitude: 41, longitude: 51)) == [
        [-28, -28, -28], [-25, -27, 10],
      ])
  }

  @Test func `a shelf sea is known by the name of its grid or by the word of the planner, else said to be in doubt`()
    throws
  {
    let rows: [[Float]] = [[-40, -30, 5], [-20, -10, 8], [-30, 3, 9]]
    let raised: [[Float]] = [[0, 0, 5], [0, 0, 8], [0, 3, 9]]
    let unknown = try open(rows, latitude: 54, longitude: 3)
    #expect(try cells(unknown) == rows)
    #expect(unknown.warnings.contains { $0.code == .lowGround && $0.text.contains("−40 m") })
    #expect(try cells(open(rows, latitude: 54, longitude: 3, .init(sea: .surface))) == raised)
    for name in ["GEBCO_2024.tif", "etopo1_cut.tif", "srtm15plus.tif"] {
      #expect(try cells(open(rows, latitude: 54, longitude: 3, name: name)) == raised, "\(name)")
    }
    // No dry land outside the valley of the Dead Sea lies below −160 m.
    #expect(try cells(open([[-170, -30, 5]], latitude: 54, longitude: 3)) == [[0, 0, 5]])
    // A pit that land surrounds: a mine, at its true height.
    let mine: [[Float]] = [[60, 60, 60], [60, -290, 60], [60, 60, 60]]
    #expect(try cells(open(mine, latitude: 50.9, longitude: 6.5)) == mine)
    // An archive of land alone has its sea at 0 m.
    let land = try open([[-420, -300, 5]], name: "Copernicus_DSM_COG_30_S13_00_W078_00_DEM.tif")
    #expect(try cells(land) == [[-420, -300, 5]] && !land.warnings.contains { $0.text.contains("sea") })
  }

  @Test func `regions are those that a flood of the grid finds, in blocks as in one`() throws {
    var random = SplitMix(seed: 17)
    for round in 0..<20 {
      let (height, width) = (Int.random(in: 1...14, using: &random), Int.random(in: 1...17, using: &random))
      let rows = (0..<height).map { _ in
        (0..<width).map { _ in [-2000, -5, -3, 4, 30, 50][Int.random(in: 0..<6, using: &random)] as Float }
      }
      #expect(try cells(open(rows, side: 8192)) == flooded(rows, rows: 0..<height, columns: 0..<width), "\(round)")
      // In blocks of 5 × 5 each is a grid of its own.
      var parts = rows
      for top in stride(from: 0, to: height, by: 5) {
        for left in stride(from: 0, to: width, by: 5) {
          let (r, c) = (top..<min(top + 5, height), left..<min(left + 5, width))
          let part = flooded(rows, rows: r, columns: c)
          for row in r { for column in c { parts[row][column] = part[row - top][column - left] } }
        }
      }
      if height * width > 25 { #expect(try cells(open(rows, side: 5)) == parts, "\(round)") }
    }
  }

  /// Posts below 0 m that hang together with one below −450 m, at 0 m: by a stack, post by post.
  private func flooded(_ rows: [[Float]], rows span: Range<Int>, columns: Range<Int>) -> [[Float]] {
    var part = rows[span].map { Array($0[columns]) }
    var open = part.indices.flatMap { row in
      part[row].indices.filter { part[row][$0] < -450 }.map { (row, $0) }
    }
    while let (row, column) = open.popLast() {
      guard part[row][column] < 0 else { continue }
      part[row][column] = 0
      for r in max(0, row - 1)...min(part.count - 1, row + 1) {
        for c in max(0, column - 1)...min(part[0].count - 1, column + 1) where part[r][c] < 0 { open.append((r, c)) }
      }
    }
    return part
  }

  @Test func `voids at the coast are the sea where that is said, and voids in the mountains never`() throws {
    let v = Float(-32768)
    let rows: [[Float]] = [
      [v, v, 12, 900, 950, 900], [v, 5, 300, 900, v, 950], [v, v, 40, 800, 900, 900], [v, 20, 60, 800, v, v],
    ]
    let unknown = try open(rows)
    #expect(try unknown.statistics().voids == 9)
    #expect(unknown.warnings.contains { $0.code == .possibleSea && $0.text.contains("25.0 %") })
    let sea = try open(rows, .init(voids: .sea))
    let read = try cells(sea)
    #expect(read[0].prefix(2) == [0, 0] && read[2].prefix(2) == [0, 0] && read[3][0] == 0 && read[1][0] == 0)
    #expect(read[1][4].isNaN && read[3][4].isNaN && read[3][5].isNaN)
    #expect(try sea.statistics().voids == 3)
    // Missing tiles are another matter.
    #expect(try sea.elevation(at: Position(latitudeDegrees: -14, longitudeDegrees: -78)) == nil)
  }

  @Test func `the sea around the Earth hangs together across the grid's edge`() throws {
    // On the equator of a grid of 10°, −300 m in the middle of the frame's edges: only its way around is deep.
    let frame = GridFrame(columns: 36, rows: 5, firstX: -175, firstY: 20, stepX: 10, stepY: -10, crs: "EPSG:4326")
    var cells = [Float](repeating: 50, count: 180)
    cells[2 * 36] = -100
    cells[2 * 36 + 35] = -3000
    try RasterWriter.write(Grid(frame: frame, cells: cells), to: scratch.path("globe.tif"))
    let globe = try Terrain.open([scratch.path("globe.tif")])
    #expect(try globe.read(rows: 2..<3, columns: 0..<1).cells == [0])
    #expect(try globe.read(rows: 2..<3, columns: 34..<38).cells == [50, 0, 0, 50])
    #expect(try globe.read(rows: 2..<3, columns: -2..<2).cells == [50, 0, 0, 50])
  }
}
