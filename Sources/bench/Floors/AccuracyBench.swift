import Atalaya
import CBenchPeers
import Foundation

/// How far floors are from exact ones on real terrain, compared with GDAL's viewshed on the same array.
///
/// Each tile has observers on its highest and its lowest post and on a slope between, 20 m above ground, and a range of 400
/// posts, on the grid of degrees and, for GDAL, which leaves curvature out there, on a plane of the same heights.
enum AccuracyBench {
  private static let tiles = [
    ("mountain", "S13W077.SRTMGL1.hgt.zip"), ("coast and sea", "S13W078.SRTMGL1.hgt.zip"),
    ("Alps", "N46E009.SRTMGL3.hgt.zip"), ("voids", "S32W070.hgt.zip"), ("islands", "N38W029.SRTMGL3.hgt.zip"),
    ("hills", "N44W072.hgt.zip"),
  ]

  @Sendable static func run() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../../../shared/data/terrain"
    ).standardizedFileURL
    var all: [String: FloorErrors] = [:]
    var names: [String] = []
    for (kind, name) in tiles {
      let path = folder.appendingPathComponent(name).path
      guard FileManager.default.fileExists(atPath: path) else {
        print("  skipped \(kind): \(path) is not there")
        continue
      }
      let terrain = try Terrain.open([path])
      let grid = try terrain.read(rows: 0..<terrain.frame.rows, columns: 0..<terrain.frame.columns)
      for (place, column, row) in observers(grid) {
        for isPlane in [false, true] {
          let found = try compare(grid, column, row, isPlane: isPlane)
          for (label, errors) in found {
            print("  \(kind), \(place), \(errors.line(label))")
            if !names.contains(label) { names.append(label) }
            all[label, default: FloorErrors()].merge(errors)
          }
        }
      }
    }
    for name in names { print("  ALL \(all[name]!.line(name))") }
  }

  /// The highest and the lowest known post at least 400 posts from the edge, and one of middle height.
  private static func observers(_ grid: Grid<Float>) -> [(String, Int, Int)] {
    let (rows, columns) = (grid.frame.rows, grid.frame.columns)
    var posts: [(height: Float, column: Int, row: Int)] = []
    for row in stride(from: 401, to: rows - 401, by: 7) {
      for column in stride(from: 401, to: columns - 401, by: 7) where !grid[row, column].isNaN {
        posts.append((grid[row, column], column, row))
      }
    }
    posts.sort { ($0.height, $0.row, $0.column) < ($1.height, $1.row, $1.column) }
    guard let low = posts.first(where: { $0.height > 0 }), let high = posts.last else { return [] }
    let land = posts.filter { $0.height > 0 }
    let middle = land[land.count / 2]
    return [("summit", high.column, high.row), ("slope", middle.column, middle.row), ("valley", low.column, low.row)]
  }

  private static func compare(
    _ grid: Grid<Float>, _ column: Int, _ row: Int, isPlane: Bool
  ) throws -> [(String, FloorErrors)] {
    let radius = 400
    let step = abs(grid.frame.stepY) * 111_000
    // A window with the observer in the middle.
    let side = 2 * radius + 5
    let (left, top) = (column - radius - 2, row - radius - 2)
    var cells: [Float] = []
    for r in top..<top + side {
      for c in left..<left + side {
        let inside = (0..<grid.frame.rows).contains(r) && (0..<grid.frame.columns).contains(c)
        cells.append(inside ? grid[r, c] : .nan)
      }
    }
    let frame =
      isPlane
      ? GridFrame(columns: side, rows: side, firstX: 0, firstY: 0, stepX: step, stepY: -step, crs: "")
      : grid.frame.window(rows: top..<top + side, columns: left..<left + side)
    let terrain = Grid(frame: frame, cells: cells)
    let antenna = radius + 2
    func floors(_ quality: FloorQuality) throws -> FloorMap {
      try LineOfSightFloor.compute(
        terrain: terrain, antenna: .post(column: Double(antenna), row: Double(antenna)),
        antennaAltitude: .metres(Double(grid[row, column]) + 20), range: .metres(Double(radius) * step),
        quality: quality, workers: 2)
    }
    let exact = try floors(.exact)
    func errors(_ value: (Int, Int) -> Double?) -> FloorErrors {
      var errors = FloorErrors()
      for r in 0..<exact.grid.frame.rows {
        for c in 0..<exact.grid.frame.columns {
          let (row, column) = (r + exact.rowOffset, c + exact.columnOffset)
          guard let floor = value(row, column) else { continue }
          errors.add(floor, exact: Double(exact.grid[r, c]), ground: Double(terrain[row, column]))
        }
      }
      return errors
    }
    let system = isPlane ? "plane" : "degrees"
    var result: [(String, FloorErrors)] = []
    for quality in [FloorQuality.draft, .standard, .fine, .finest] {
      let map = try floors(quality)
      result.append(
        ("\(system) \(quality.rawValue)", errors { Double(map.grid[$0 - map.rowOffset, $1 - map.columnOffset]) }))
    }
    if isPlane {
      var window = [Int32](repeating: 0, count: 4)
      var out = [Double](repeating: 0, count: 2 * side * side)
      let transform = [0.0, step, 0, 0, 0, -step]
      // GDAL takes voids for a height: the lowest that there is.
      let filled = cells.map { $0.isNaN ? 0 : $0 }
      _ = filled.withUnsafeBufferPointer {
        atalaya_peer_gdal_viewshed(
          $0.baseAddress, Int32(side), Int32(side), transform, "EPSG:32718", (Double(antenna) + 0.5) * step,
          -(Double(antenna) + 0.5) * step, 20, 0.75, Double(radius) * step, &out, &window)
      }
      result.append(
        (
          "plane GDAL viewshed",
          errors { row, column in
            let (r, c) = (row - Int(window[1]), column - Int(window[0]))
            guard (0..<Int(window[3])).contains(r), (0..<Int(window[2])).contains(c) else { return nil }
            let value = out[r * Int(window[2]) + c]
            return value < 0 ? nil : max(value, Double(terrain[row, column]))
          }
        ))
    }
    return result
  }
}
