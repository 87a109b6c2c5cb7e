import Foundation
import GeoFiles
import Terrain
import TestSupport
import Testing

/// Lima's terrain against NASA's own tiles of 1″, which came another way.
@Suite(
  .enabled(if: SharedData.has("terrain/S12W077.SRTMGL1.hgt.zip"), "the tiles of 1″ are not beside the checkout"))
struct LimaTerrainTests {
  /// The posts of a tile, row by row from the north, two bytes each, unpacked by another program.
  private static func posts(_ name: String) throws -> [UInt8] {
    let scratch = try Scratch()
    let archive = SharedData.folder.appendingPathComponent("terrain/\(name).SRTMGL1.hgt.zip").path
    try Program.output("python3", ["-m", "zipfile", "-e", archive, scratch.path])
    let bytes = [UInt8](try Data(contentsOf: scratch.folder.appendingPathComponent("\(name).hgt")))
    try #require(bytes.count == 3601 * 3601 * 2)
    return bytes
  }

  @Test(
    .enabled(if: Program.has("python3"), "Python is missing"),
    arguments: [("S12W078", 0, 0), ("S12W077", 0, 1), ("S13W078", 1, 0), ("S13W077", 1, 1)])
  func `each cell is the third highest of the nine posts around it`(tile: String, south: Int, east: Int) throws {
    let posts = try Self.posts(tile)
    let file = try RasterFile(path: Table.lima.appendingPathComponent("terrain.tif").path)
    #expect(file.frame.rows == 2401 && file.frame.columns == 2401)
    // Cell (0, 0) of the file lies on post (0, 0) of the north-western tile, and each cell on every third post.
    let rows = south * 1200..<south * 1200 + 1201
    let columns = east * 1200..<east * 1200 + 1201
    let cells = try file.readFloats(rows: rows, columns: columns)
    var wrong = 0
    // A seventh of the rows, which is enough and quick.
    for row in stride(from: 1, to: 1200, by: 7) {
      for column in 1..<1200 {
        var nine: [Int16] = []
        for postRow in (row * 3 - 1)...(row * 3 + 1) {
          for postColumn in (column * 3 - 1)...(column * 3 + 1) {
            let index = (postRow * 3601 + postColumn) * 2
            nine.append(Int16(bitPattern: UInt16(posts[index]) << 8 | UInt16(posts[index + 1])))
          }
        }
        nine.sort()
        if Float(nine[6]) != cells[row * 1201 + column] { wrong += 1 }
      }
    }
    #expect(wrong == 0)
  }
}
