internal import Foundation
internal import GeoFiles
internal import Geodesy

/// The sea's surface over a terrain: where it replaces heights of the sea's floor, or voids.
///
/// Regions are sought in blocks of the terrain: in the whole of one with up to 67 million posts, else in fixed squares, when
/// a reading first meets a post below sea level in one. So the answer for a post never depends on the window in which it is
/// read, and land alone costs nothing. One value is shared by all copies of a terrain.
final class SeaSurface: @unchecked Sendable {
  /// Posts of a row that are the sea.
  struct Patch: Sendable {
    var columns: Range<Int32>
    /// Metres above mean sea level.
    var level: Float
    var isVoid: Bool
  }

  /// What was found in a block.
  struct Block: Sendable {
    fileprivate var rowStarts: [Int32] = []
    fileprivate var patches: [Patch] = []
    /// Posts that the surface replaces, and the lowest of them; voids do not count.
    var floorPosts = 0
    var deepest: Float = 0
    /// Posts of voids that are read as the sea.
    var voidPosts = 0
    /// Posts of voids that would be the sea, were it said.
    var possibleSea = 0
    /// Posts below sea level that stay land, and the lowest of them.
    var landPosts = 0
    var lowestLand: Float = 0
    /// Posts of open regions that stay land for want of a word, the lowest of them.
    var doubtful: Float = 0

    fileprivate func patches(ofRow row: Int) -> ArraySlice<Patch> {
      guard row >= 0, row + 1 < rowStarts.count else { return [] }
      return patches[Int(rowStarts[row])..<Int(rowStarts[row + 1])]
    }
  }

  let rule: SurfaceRule
  /// Rows and columns of a block.
  private let size: (rows: Int, columns: Int)
  private let lock = NSLock()
  private var blocks: [[Int]: Block] = [:]

  static let side = 8192

  init(_ rule: SurfaceRule, frame: GridFrame, side: Int = SeaSurface.side) {
    self.rule = rule
    let isSmall = Double(frame.rows) * Double(frame.columns) <= Double(side * side)
    size = isSmall ? (max(1, frame.rows), max(1, frame.columns)) : (side, side)
    isWhole = isSmall
  }

  /// Whether one block holds the terrain.
  let isWhole: Bool

  /// Puts the surface on posts as the tiles have them.
  /// - Parameters:
  ///   - cells: Row by row; minus infinity where no tile is.
  ///   - rows: Rows of the terrain, which may reach beyond it.
  ///   - columns: Columns of the terrain, which may run on around the Earth.
  func lay(
    on cells: inout [Float], rows: Range<Int>, columns: Range<Int>, of terrain: Terrain
  ) throws(GeoFileError) {
    guard needs(cells) else { return }
    let frame = terrain.baseFrame
    let circle = terrain.columnsAroundTheEarth
    for turn in circle.map({ [0, -$0, $0] }) ?? [0] {
      // Each column once, also where the first columns of a grid come again at its end.
      let width = circle.map { min($0, frame.columns) } ?? frame.columns
      let seen = (turn == 0 ? 0..<frame.columns : turn..<turn + width).clamped(to: columns)
      let these = rows.clamped(to: 0..<frame.rows)
      guard !seen.isEmpty, !these.isEmpty else { continue }
      let base = seen.lowerBound - turn..<seen.upperBound - turn
      for blockRow in these.lowerBound / size.rows...(these.upperBound - 1) / size.rows {
        for blockColumn in base.lowerBound / size.columns...(base.upperBound - 1) / size.columns {
          let block = try block(blockRow, blockColumn, of: terrain)
          let (top, left) = (blockRow * size.rows, blockColumn * size.columns)
          for row in these.clamped(to: top..<top + size.rows) {
            let line = (row - rows.lowerBound) * columns.count - columns.lowerBound + turn
            for patch in block.patches(ofRow: row - top) {
              let span = (Int(patch.columns.lowerBound) + left..<Int(patch.columns.upperBound) + left).clamped(to: base)
              for index in span.lowerBound + line..<span.upperBound + line {
                if patch.isVoid ? cells[index].isNaN : cells[index] < patch.level && cells[index] > -.infinity {
                  cells[index] = patch.level
                }
              }
            }
          }
        }
      }
    }
  }

  /// What is found in the whole terrain; only of one that a single block holds.
  func whole(of terrain: Terrain) throws(GeoFileError) -> Block { try block(0, 0, of: terrain) }

  private func needs(_ cells: [Float]) -> Bool {
    let (below, voids) = (rule.looksBelow, rule.voids == .sea)
    return cells.contains { below && $0 < 0 && $0 > -.infinity || voids && $0.isNaN }
  }

  private func block(_ row: Int, _ column: Int, of terrain: Terrain) throws(GeoFileError) -> Block {
    lock.lock()
    defer { lock.unlock() }
    if let known = blocks[[row, column]] { return known }
    let frame = terrain.baseFrame
    let rows = (row * size.rows..<(row + 1) * size.rows).clamped(to: 0..<frame.rows)
    let columns = (column * size.columns..<(column + 1) * size.columns).clamped(to: 0..<frame.columns)
    let made = try search(rows, columns, terrain)
    blocks[[row, column]] = made
    return made
  }

  private func search(
    _ rows: Range<Int>, _ columns: Range<Int>, _ terrain: Terrain
  ) throws(GeoFileError) -> Block {
    let isRound = isWhole && terrain.columnsAroundTheEarth.map { columns.count >= $0 } ?? false
    var below = PostRegions(.below, rows: rows.count, isRound: isRound)
    var voids = PostRegions(.void, rows: rows.count, isRound: isRound)
    let step = max(1, min(rows.count, 8_000_000 / max(1, columns.count)))
    for start in stride(from: rows.lowerBound, to: rows.upperBound, by: step) {
      let part = start..<min(rows.upperBound, start + step)
      let cells = try terrain.readTiles(rows: part, columns: columns)
      for row in part {
        let first = (row - part.lowerBound) * columns.count
        let line = cells[first..<first + columns.count]
        if rule.looksBelow { below.add(line, row: row - rows.lowerBound) }
        if isWhole || rule.voids == .sea { voids.add(line, row: row - rows.lowerBound) }
      }
    }
    var block = Block()
    var found: [(row: Int, patch: Patch)] = []
    // A region has many runs: its level is found once, by its lowest post.
    var levels: [Int64: Float?] = [:]
    for (run, region) in below.finished() {
      let key = Int64(region.row) << 32 | Int64(region.column)
      let level: Float?
      if let known = levels[key] {
        level = known
      } else {
        let place = try? terrain.basePosition(
          column: Double(columns.lowerBound + Int(region.column)), row: Double(rows.lowerBound + Int(region.row)))
        level = rule.level(of: region, at: place)
        levels[key] = .some(level)
        if level == nil, region.isOpen, place.flatMap(Depression.around) == nil {
          block.doubtful = min(block.doubtful, region.lowest)
        }
      }
      if let level {
        block.floorPosts += Int(run.end - run.start)
        block.deepest = min(block.deepest, region.lowest)
        found.append((Int(run.row), Patch(columns: run.start..<run.end, level: level, isVoid: false)))
      } else {
        block.landPosts += Int(run.end - run.start)
        block.lowestLand = min(block.lowestLand, region.lowest)
      }
    }
    for (run, region) in voids.finished() where SurfaceRule.isSea(void: region) {
      if rule.voids == .sea {
        block.voidPosts += Int(run.end - run.start)
        found.append((Int(run.row), Patch(columns: run.start..<run.end, level: 0, isVoid: true)))
      } else {
        block.possibleSea += Int(run.end - run.start)
      }
    }
    found.sort { ($0.row, $0.patch.columns.lowerBound) < ($1.row, $1.patch.columns.lowerBound) }
    block.rowStarts = [Int32](repeating: 0, count: rows.count + 1)
    for (row, _) in found { block.rowStarts[row + 1] += 1 }
    for row in 0..<rows.count { block.rowStarts[row + 1] += block.rowStarts[row] }
    block.patches = found.map(\.patch)
    return block
  }
}
