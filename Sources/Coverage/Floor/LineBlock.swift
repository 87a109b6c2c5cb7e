internal import CFloorKernels

/// The posts that a wedge touches in one segment of lines, line by line.
///
/// Rows are read and written in place, but for those beside the terrain's edge; columns are turned into lines in a buffer,
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
  /// Floors of the held lines, where they are not in place.
  private var floors = UnsafeMutablePointer<Float>.allocate(capacity: 1)
  /// Floats from one line's floors to the next one's.
  private var capacity = 0
  /// The posts of each held line that have floors.
  private var owned = [Range<Int>](repeating: 0..<0, count: depth)
  /// Floors of rows that wait for the columns beside them; see atalaya_flush.
  private let kept: UnsafeMutablePointer<Float>
  /// The rows that have some, and the column behind or at which they end.
  private var waiting = 0..<0
  private var edge = 0

  /// - Parameter widest: The posts between its outermost rays where they are farthest apart, about.
  init(_ wedge: FanWedge, first: Int, sign: Int, widest: Int) {
    self.wedge = wedge
    self.first = first
    self.sign = sign
    isByRow = wedge.surface.quadrant.crossesRows
    lineTotal = isByRow ? wedge.problem.rows : wedge.problem.columns
    lateralTotal = isByRow ? wedge.problem.columns : wedge.problem.rows
    // Rows are in a buffer beside the terrain's edge alone.
    self.widest = isByRow ? 0 : widest + 4 * Self.depth
    heights = wedge.memory.terrain
    let line = Int(ATALAYA_CACHE_LINE) * MemoryLayout<Float>.size
    kept = UnsafeMutableRawPointer.allocate(
      byteCount: isByRow ? line : wedge.problem.wantedRows.count * line, alignment: line
    ).assumingMemoryBound(to: Float.self)
  }

  deinit {
    turning.deallocate()
    floors.deallocate()
    kept.deallocate()
  }

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
    flush()
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
    if width + 16 > capacity {
      capacity = GroundLines.room(width, widest: widest)
      floors.deallocate()
      floors = .allocate(capacity: isByRow ? 1 : Self.depth * capacity + Int(ATALAYA_SLACK))
    }
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

  /// Rows beside the terrain's edge; the outermost goes on behind it.
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
    return (heights + line * pitch, floors + heldLine(line) * capacity, true)
  }

  /// Notes which posts of a line are written.
  func own(_ line: Int, _ posts: Range<Int>) {
    if !isByRow { owned[heldLine(line)] = posts }
  }

  /// A line of the segment, counted from the first that is held.
  func heldLine(_ line: Int) -> Int { lines.lowerBound - held.lowerBound + line }

  /// Turns the floors of the last columns into rows; none is written after that.
  func finish() {
    flush()
    writeWaiting(waiting)
  }

  /// Turns the floors of columns back into rows.
  private func flush() {
    guard !isByRow else { return }
    defer { for i in owned.indices { owned[i] = 0..<0 } }
    let used = owned.indices.filter { !owned[$0].isEmpty }
    guard let first = used.first, let last = used.last else { return }
    // Rows that every line between holds go in one turn; the rest line by line.
    var common = used.reduce(Int.min..<Int.max) { $0.clamped(to: owned[$1]) }
    if used.count <= last - first || used.count < Int(ATALAYA_CACHE_LINE) { common = 0..<0 }
    for l in used {
      let rows = owned[l]
      if common.isEmpty {
        write(rows, ofLine: l)
      } else {
        write(rows.lowerBound..<common.lowerBound, ofLine: l)
        write(common.upperBound..<rows.upperBound, ofLine: l)
      }
    }
    guard !common.isEmpty else { return }
    let columns = sign > 0 ? column(first)..<column(last) + 1 : column(last)..<column(first) + 1
    // Rows that have kept the end of the columns beside these.
    let beside = edge == (sign > 0 ? columns.lowerBound : columns.upperBound) ? common.clamped(to: waiting) : 0..<0
    let ongoing = beside.isEmpty ? common.lowerBound..<common.lowerBound : beside
    if beside.isEmpty {
      writeWaiting(waiting)
    } else {
      writeWaiting(waiting.lowerBound..<ongoing.lowerBound)
      writeWaiting(ongoing.upperBound..<waiting.upperBound)
    }
    turnBack(common.lowerBound..<ongoing.lowerBound, columns, from: sign > 0 ? first : last, goesOn: false)
    turnBack(ongoing, columns, from: sign > 0 ? first : last, goesOn: true)
    turnBack(ongoing.upperBound..<common.upperBound, columns, from: sign > 0 ? first : last, goesOn: false)
    (waiting, edge) = (common, sign > 0 ? columns.upperBound : columns.lowerBound)
  }

  /// Writes some floors of a column, one by one.
  private func write(_ rows: Range<Int>, ofLine line: Int) {
    let (pitch, source) = (wedge.memory.floorPitch, floors + (line * capacity - base))
    var out = rowOut(rows.lowerBound) + column(line)
    for row in rows {
      out.pointee = source[row]
      out += pitch
    }
  }

  /// Turns columns back for some rows.
  private func turnBack(_ rows: Range<Int>, _ columns: Range<Int>, from line: Int, goesOn: Bool) {
    guard !rows.isEmpty else { return }
    var call = atalaya_flush(
      in: floors + line * capacity + (rows.lowerBound - base), out: rowOut(rows.lowerBound) + columns.lowerBound,
      pitch: sign * capacity, out_pitch: wedge.memory.floorPitch, rows: rows.count, columns: columns.count,
      kept: keptOf(rows.lowerBound), grows: sign > 0 ? 1 : 0, goes_on: goesOn ? 1 : 0)
    wedge.kernel.flush(&call)
  }

  /// Writes what rows have kept, where nothing comes beside it.
  private func writeWaiting(_ rows: Range<Int>) {
    guard !rows.isEmpty else { return }
    let (line, pitch) = (Int(ATALAYA_CACHE_LINE), wedge.memory.floorPitch)
    let (firstOut, firstKept) = (rowOut(rows.lowerBound) + edge, keptOf(rows.lowerBound))
    for row in 0..<rows.count {
      let (out, from) = (firstOut + row * pitch, firstKept + row * line)
      let before = Int(bitPattern: out) / MemoryLayout<Float>.size % line
      if sign > 0 {
        (out - before).update(from: from + (line - before), count: before)
      } else {
        out.update(from: from, count: (line - before) % line)
      }
    }
  }

  /// The column of a held line.
  private func column(_ line: Int) -> Int { first + sign * (held.lowerBound + line) }

  /// Where the floor of a row's first column belongs.
  private func rowOut(_ row: Int) -> UnsafeMutablePointer<Float> {
    wedge.memory.floors
      + ((row - wedge.problem.wantedRows.lowerBound) * wedge.memory.floorPitch
        - wedge.problem.wantedColumns.lowerBound)
  }

  private func keptOf(_ row: Int) -> UnsafeMutablePointer<Float> {
    kept + (row - wedge.problem.wantedRows.lowerBound) * Int(ATALAYA_CACHE_LINE)
  }
}
