internal import CFloorKernels

/// The posts that a wedge touches in one segment of lines, line by line, as heights w.
///
/// Rows are read and written in place; columns are turned into lines in a buffer of sixteen and turned back. Half a post
/// beyond the terrain's edge its outermost posts go on; beyond that stands a wall.
final class LineBlock {
  private let wedge: FanWedge
  private let first: Int
  private let sign: Int
  private let isByRow: Bool
  private let lineTotal: Int
  private let lateralTotal: Int
  private let antenna: Float
  private let inverseRadius: Float
  /// First lateral post of the block.
  private(set) var base = 0
  /// Lateral posts.
  private(set) var width = 0
  /// Floats from one line's heights to the next one's.
  var pitch: Int { capacity }
  private var capacity = 0
  private var lines = 0..<0
  /// Heights of the line before the segment, then of its lines.
  private var heights = UnsafeMutablePointer<Float>.allocate(capacity: 1)
  /// Ground and floors of columns, line by line.
  private var ground = UnsafeMutablePointer<Float>.allocate(capacity: 1)
  private var floors = UnsafeMutablePointer<Float>.allocate(capacity: 1)
  private var owned = [Range<Int>](repeating: 0..<0, count: FanWedge.segment)

  init(_ wedge: FanWedge, first: Int, sign: Int, inverseRadius: Float) {
    self.wedge = wedge
    self.first = first
    self.sign = sign
    isByRow = wedge.surface.quadrant.crossesRows
    lineTotal = isByRow ? wedge.problem.rows : wedge.problem.columns
    lateralTotal = isByRow ? wedge.problem.columns : wedge.problem.rows
    antenna = Float(wedge.problem.antenna)
    self.inverseRadius = inverseRadius
  }

  deinit {
    heights.deallocate()
    ground.deallocate()
    floors.deallocate()
  }

  /// Reads the lines of a segment.
  /// - Returns: How many posts the block's base has moved down since the last segment.
  func load(lines: Range<Int>, lateral: Range<Int>) -> Int {
    let shift = base - lateral.lowerBound
    base = lateral.lowerBound
    width = lateral.count
    self.lines = lines
    reserve()
    for i in owned.indices { owned[i] = 0..<0 }
    let inside = max(base, 0)..<max(max(base, 0), min(base + width, lateralTotal))
    if !isByRow { turn(inside) }
    for l in -1..<lines.count {
      let out = heights + (l + 1) * capacity
      let line = first + sign * (lines.lowerBound + l)
      guard line >= -1, line <= lineTotal, !inside.isEmpty else {
        for i in 0..<width { out[i] = ATALAYA_WALL }
        continue
      }
      let source =
        isByRow
        ? wedge.memory.terrain + min(max(line, 0), lineTotal - 1) * wedge.memory.pitch + inside.lowerBound
        : UnsafePointer(ground + (l + 1) * capacity + (inside.lowerBound - base))
      wedge.kernel.heights(
        source, out + (inside.lowerBound - base), inside.count, antenna: antenna, inverseRadius: inverseRadius,
        ahead: isByRow ? sign * FanWedge.segment * wedge.memory.pitch : 0)
      let outside = [
        base..<max(base, min(inside.lowerBound, base + width)), max(inside.upperBound, base)..<base + width,
      ]
      for post in outside.joined() {
        let i = post - base
        out[i] = post == -1 ? out[-base] : post == lateralTotal ? out[lateralTotal - 1 - base] : ATALAYA_WALL
      }
    }
    return shift
  }

  /// Columns into lines: each line's posts side by side.
  private func turn(_ inside: Range<Int>) {
    let count = lines.count + 1
    let start = first + sign * (lines.lowerBound - 1)
    let end = start + sign * (count - 1)
    for l in 0..<count where start + sign * l < 0 || start + sign * l >= lineTotal {
      // The antenna's own outer half of a cell: the outermost column goes on.
      let column = min(max(start + sign * l, 0), lineTotal - 1)
      for row in inside { ground[l * capacity + row - base] = wedge.memory.terrain[row * wedge.memory.pitch + column] }
    }
    let low = max(min(start, end), 0)
    let high = min(max(start, end), lineTotal - 1)
    guard high >= low else { return }
    let firstLine = sign > 0 ? low - start : start - low
    atalaya_floor_turn(
      wedge.memory.terrain + inside.lowerBound * wedge.memory.pitch + low, wedge.memory.pitch, inside.count,
      high - low + 1, ground + firstLine * capacity + (inside.lowerBound - base), sign * capacity,
      sign * FanWedge.segment)
  }

  private func reserve() {
    guard width + 16 > capacity else { return }
    capacity = (width + width / 4 + 32) | 15
    heights.deallocate()
    ground.deallocate()
    floors.deallocate()
    heights = .allocate(capacity: (FanWedge.segment + 1) * capacity + Int(ATALAYA_SLACK))
    ground = .allocate(capacity: isByRow ? 1 : (FanWedge.segment + 1) * capacity + 16)
    floors = .allocate(capacity: isByRow ? 1 : FanWedge.segment * capacity + 16)
    if !isByRow { ground.initialize(repeating: 0, count: (FanWedge.segment + 1) * capacity + 16) }
  }

  /// Heights of a line of the segment; −1 is the line before it.
  func heights(_ line: Int) -> UnsafePointer<Float> { UnsafePointer(heights + (line + 1) * capacity) }

  /// Ground and floors of a line, counted from ``base``, and whether floors may be written past its end.
  func surface(
    _ line: Int, gridLine: Int
  ) -> (ground: UnsafePointer<Float>, floors: UnsafeMutablePointer<Float>, maySpill: Bool) {
    if isByRow {
      let problem = wedge.problem
      return (
        wedge.memory.terrain + (gridLine * wedge.memory.pitch + base),
        wedge.memory.floors
          + ((gridLine - problem.wantedRows.lowerBound) * wedge.memory.floorPitch + base
            - problem.wantedColumns.lowerBound),
        false
      )
    }
    return (UnsafePointer(ground + (line + 1) * capacity), floors + line * capacity, true)
  }

  /// Notes which posts of a line are written.
  func own(_ line: Int, _ posts: Range<Int>) { owned[line] = posts }

  /// Turns the floors of columns back into rows.
  func flush() {
    guard !isByRow else { return }
    let problem = wedge.problem
    let out = wedge.memory.floors
    let pitch = wedge.memory.floorPitch
    let used = (0..<lines.count).filter { !owned[$0].isEmpty }
    guard let firstUsed = used.first, let lastUsed = used.last else { return }
    // Rows that every line between holds go in one turn; the rest line by line.
    let common = used.reduce(Int.min..<Int.max) { $0.clamped(to: owned[$1]) }
    let isWhole = used.count == lastUsed - firstUsed + 1 && !common.isEmpty
    func columnOf(_ l: Int) -> Int { first + sign * (lines.lowerBound + l) - problem.wantedColumns.lowerBound }
    let top = problem.wantedRows.lowerBound
    for l in used {
      let source = floors + l * capacity - base
      func copy(_ rows: Range<Int>) {
        for row in rows { out[(row - top) * pitch + columnOf(l)] = source[row] }
      }
      if isWhole {
        copy(owned[l].lowerBound..<common.lowerBound)
        copy(common.upperBound..<owned[l].upperBound)
      } else {
        copy(owned[l])
      }
    }
    if isWhole {
      let low = sign > 0 ? firstUsed : lastUsed
      atalaya_floor_turn_back(
        floors + low * capacity + (common.lowerBound - base), sign * capacity, used.count, common.count,
        out + (common.lowerBound - top) * pitch + columnOf(low), pitch)
    }
  }
}
