internal import CFloorKernels

/// The posts that a wedge touches in one segment of lines, line by line.
///
/// Rows are read and written in place, but for those next to the terrain's edge; columns are turned into lines in a buffer,
/// 32 at a time, and turned back. Half a post beyond the edge the outermost posts go on; beyond that all is unknown.
final class LineBlock {
  /// Columns that are read and written at a time.
  static let depth = FanSurface.longestSegment

  private let wedge: FanWedge
  private let first: Int
  private let sign: Int
  private let isByRow: Bool
  private let lineTotal: Int
  private let lateralTotal: Int
  /// Posts for which buffers of lines have room at first.
  private let widest: Int
  /// First lateral post of the block.
  private(set) var base = 0
  /// Lateral posts.
  private(set) var width = 0
  /// Floats from one line's ground to the next one's.
  private(set) var pitch = 0
  /// Floats from a line's ground to that of the next segment, where it may be fetched from.
  private(set) var ahead = 0
  /// Ground of the segment's first line, metres above sea level; that of the line before lies ``pitch`` earlier.
  private(set) var heights: UnsafePointer<Float>
  private var lines = 0..<0
  /// Lines whose ground is in the buffer.
  private var held = 0..<0
  /// The line behind the last one.
  private var end = 0
  /// The block's posts that are in the terrain.
  private var inside = 0..<0
  /// Ground of the held lines, where it is not in place.
  private var ground = GroundLines()
  /// That of the lines before them; then of the next ones, as far as they are turned while rays are followed.
  private var spare = GroundLines()
  /// How far the next lines are turned.
  private let turning = UnsafeMutablePointer<atalaya_ahead>.allocate(capacity: 1)
  /// The lines that it is about, their first post, and the post from which it counts.
  private var next = (lines: 0..<0, first: 0, base: 0)
  /// Floors of the held columns; those of rows are written in place.
  private let floors: ColumnFloors?

  /// - Parameter widest: The posts between its outermost rays where they are farthest apart, about.
  init(_ wedge: FanWedge, first: Int, sign: Int, widest: Int) {
    self.wedge = wedge
    self.first = first
    self.sign = sign
    isByRow = wedge.surface.quadrant.crossesRows
    lineTotal = isByRow ? wedge.problem.rows : wedge.problem.columns
    lateralTotal = isByRow ? wedge.problem.columns : wedge.problem.rows
    // Rows are in a buffer only next to the terrain's edge.
    self.widest = isByRow ? 0 : widest + 4 * Self.depth
    heights = wedge.memory.terrain
    floors = isByRow ? nil : ColumnFloors(wedge, sign: sign)
  }

  deinit { turning.deallocate() }

  /// Reads the lines of a segment.
  /// - Parameters:
  ///   - lines: Its lines.
  ///   - lateral: The posts that rays may touch there.
  ///   - block: The same with the segments behind it, for columns are read 32 at a time: each visit to a row
  ///     costs as much as what is read there.
  ///   - end: The line behind the last one.
  /// - Returns: How many posts the block's base has moved down since the last segment.
  func load(lines: Range<Int>, lateral: Range<Int>, block: Range<Int>, end: Int) -> Int {
    if lines.clamped(to: held) == lines, lateral.clamped(to: base..<base + width) == lateral {
      self.lines = lines
      heights = UnsafePointer(ground.at(line: lines.lowerBound - held.lowerBound, post: base))
      return 0
    }
    floors?.flush()
    (self.lines, self.end) = (lines, end)
    let (oldBase, oldInside, oldLines) = (base, inside, lines.lowerBound - held.lowerBound)
    let span = isByRow ? lateral : block
    base = span.lowerBound
    width = span.count
    inside = max(base, 0)..<max(max(base, 0), min(base + width, lateralTotal))
    let shift = oldBase - base
    if let row = rowInPlace() {
      heights = row
      pitch = sign * wedge.memory.pitch
      ahead = wedge.surface.segment * pitch
      return shift
    }
    let hasLast = !isByRow && held.upperBound >= lines.lowerBound && !held.isEmpty
    held = lines.lowerBound..<(isByRow ? lines.upperBound : min(lines.lowerBound + Self.depth, end))
    let turned = takeNext()
    // The line before is the last one's last where that is at hand.
    var common = inside.clamped(to: oldInside)
    if !hasLast || common.isEmpty { common = inside.lowerBound..<inside.lowerBound }
    ground.at(line: -1, post: common.lowerBound).update(
      from: spare.at(line: oldLines - 1, post: common.lowerBound), count: common.count)
    (heights, pitch, ahead) = (UnsafePointer(ground.at(line: 0, post: base)), ground.capacity, 0)
    if isByRow {
      copy()
    } else {
      turnBefore(but: common)
      turn(inside.lowerBound..<turned.lowerBound)
      turn(turned.upperBound..<inside.upperBound)
    }
    goBeyond()
    if isByRow { held = 0..<0 }
    return shift
  }

  /// Goes on to the lines that are held now.
  /// - Returns: Those of the posts that were turned while the rays before were followed.
  private func takeNext() -> Range<Int> {
    swap(&ground, &spare)
    defer { next.lines = 0..<0 }
    floors?.begin(at: column(0), from: base, count: width, widest: widest)
    if next.lines == held, ground.holds(base..<base + width) {
      return (next.first..<next.base + Int(turning.pointee.turned)).clamped(to: inside)
    }
    ground.reserve(from: base, count: width, widest: widest)
    return inside.lowerBound..<inside.lowerBound
  }

  /// The ground of the segment's first line where all its lines and the one before are rows that can be read where they
  /// are: with what a kernel may read behind a row, within the terrain.
  private func rowInPlace() -> UnsafePointer<Float>? {
    guard isByRow, base >= 0, base + width <= lateralTotal else { return nil }
    let (start, end) = (first + sign * (lines.lowerBound - 1), first + sign * (lines.upperBound - 1))
    guard min(start, end) >= 0, max(start, end) < lineTotal else { return nil }
    let memory = wedge.memory
    guard max(start, end) * memory.pitch + base + width + Int(ATALAYA_SLACK) <= lineTotal * memory.pitch else {
      return nil
    }
    return memory.terrain + ((start + sign) * memory.pitch + base)
  }

  /// Rows next to the terrain's edge; the outermost goes on behind it.
  private func copy() {
    for l in -1..<lines.count {
      let row = min(max(first + sign * (lines.lowerBound + l), 0), lineTotal - 1)
      ground.at(line: l, post: inside.lowerBound).update(
        from: wedge.memory.terrain + (row * wedge.memory.pitch + inside.lowerBound), count: inside.count)
    }
  }

  /// The column before the held ones, but for some posts; the antenna's own outer half of a cell has the outermost column.
  private func turnBefore(but kept: Range<Int>) {
    let column = min(max(first + sign * (lines.lowerBound - 1), 0), lineTotal - 1)
    for row in [inside.lowerBound..<kept.lowerBound, kept.upperBound..<inside.upperBound].joined() {
      ground.at(line: -1, post: row).pointee = wedge.memory.terrain[row * wedge.memory.pitch + column]
    }
  }

  /// Some posts of the held columns into lines: each line's posts side by side.
  private func turn(_ posts: Range<Int>) {
    guard !posts.isEmpty else { return }
    let columns = (column(0), column(held.count - 1))
    wedge.kernel.turn(
      wedge.memory.terrain + posts.lowerBound * wedge.memory.pitch + min(columns.0, columns.1),
      pitch: wedge.memory.pitch, rows: posts.count, columns: held.count,
      to: ground.at(line: sign > 0 ? 0 : held.count - 1, post: posts.lowerBound), pitch: sign * ground.capacity)
  }

  /// Half a post beyond the terrain's edge the outermost posts go on; beyond that all is unknown.
  private func goBeyond() {
    for l in -1..<held.count {
      let out = ground.at(line: l, post: base)
      let line = first + sign * (held.lowerBound + l)
      guard line >= -1, line <= lineTotal, !inside.isEmpty else {
        for i in 0..<width { out[i] = .nan }
        continue
      }
      let outside = [
        base..<max(base, min(inside.lowerBound, base + width)), max(inside.upperBound, base)..<base + width,
      ]
      for post in outside.joined() {
        let i = post - base
        out[i] = post == -1 ? out[-base] : post == lateralTotal ? out[lateralTotal - 1 - base] : .nan
      }
    }
  }

  /// The columns behind those that are held, which are turned while the rays of the segment are followed; nil for rows, and
  /// where they are not the next ones or fewer than those that are held.
  /// - Parameters:
  ///   - posts: The posts that rays may touch there.
  ///   - t: Where the segment's lines begin, lines since its start.
  func turnNext(_ posts: Range<Int>, t: Double) -> UnsafeMutablePointer<atalaya_ahead>? {
    guard !isByRow, lines.upperBound == held.upperBound, held.upperBound + Self.depth <= end else { return nil }
    let wanted = posts.clamped(to: 0..<lateralTotal)
    guard !wanted.isEmpty else { return nil }
    let lines = held.upperBound..<held.upperBound + Self.depth
    // The block will begin where its rays are, some posts from where they seem to go to.
    let margin = 64
    spare.reserve(from: posts.lowerBound - margin, count: posts.count + 2 * margin, widest: widest)
    let lowest = sign > 0 ? 0 : Self.depth - 1
    let column = first + sign * (lines.lowerBound + lowest)
    turning.initialize(
      to: atalaya_ahead(
        in: wedge.memory.terrain + (base * wedge.memory.pitch + column), pitch: wedge.memory.pitch,
        out: spare.at(line: lowest, post: base), out_pitch: sign * spare.capacity,
        t: Float(t) + Float(lines.lowerBound - self.lines.lowerBound), fetched: Int32(wanted.lowerBound - base),
        turned: Int32(wanted.lowerBound - base), last: Int32(wanted.upperBound - base)))
    next = (lines, wanted.lowerBound, base)
    return turning
  }

  /// Ground and floors of a line, counted from ``base``, and whether floors may be written past its end.
  func surface(
    _ line: Int, gridLine: Int
  ) -> (ground: UnsafePointer<Float>, floors: UnsafeMutablePointer<Float>, maySpill: Bool) {
    guard let floors else {
      let problem = wedge.problem
      return (
        wedge.memory.terrain + (gridLine * wedge.memory.pitch + base),
        wedge.memory.floors
          + ((gridLine - problem.wantedRows.lowerBound) * wedge.memory.floorPitch + base
            - problem.wantedColumns.lowerBound),
        false
      )
    }
    return (heights + line * pitch, floors.line(heldLine(line)), true)
  }

  /// Notes which posts of a line are written.
  func own(_ line: Int, _ posts: Range<Int>) {
    floors?.own(heldLine(line), posts)
  }

  /// A line of the segment, counted from the first that is held.
  private func heldLine(_ line: Int) -> Int { lines.lowerBound - held.lowerBound + line }

  /// The column of a held line.
  private func column(_ line: Int) -> Int { first + sign * (held.lowerBound + line) }

  /// Turns the floors of the last columns into rows; none is written after that.
  func finish() { floors?.finish() }
}
