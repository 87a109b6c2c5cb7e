internal import CFloorKernels

/// Floors of the columns that a block holds, which are turned back into rows.
final class ColumnFloors {
  private let wedge: FanWedge
  private let sign: Int
  private var cells = UnsafeMutablePointer<Float>.allocate(capacity: 1)
  /// Floats from one line's floors to the next one's.
  private var capacity = 0
  /// The first line's column, and the post with which the lines begin.
  private var (start, base) = (0, 0)
  /// The posts of each line that have floors.
  private var owned = [Range<Int>](repeating: 0..<0, count: LineBlock.depth)
  /// Floors of rows that wait for the columns next to them; see atalaya_flush.
  private let kept: UnsafeMutablePointer<Float>
  /// The rows that have some, and the column behind or at which they end.
  private var waiting = 0..<0
  private var edge = 0

  /// - Parameter sign: 1 where columns follow to the right, else -1.
  init(_ wedge: FanWedge, sign: Int) {
    (self.wedge, self.sign) = (wedge, sign)
    let line = Int(ATALAYA_CACHE_LINE) * MemoryLayout<Float>.size
    kept = UnsafeMutableRawPointer.allocate(byteCount: wedge.problem.wantedRows.count * line, alignment: line)
      .assumingMemoryBound(to: Float.self)
  }

  deinit {
    cells.deallocate()
    kept.deallocate()
  }

  /// Goes on to other columns; the floors of those before are lost where they were not turned back.
  /// - Parameters:
  ///   - column: That of the first line.
  ///   - base: The post with which the lines begin.
  ///   - count: Posts of a line.
  ///   - widest: How many that will hardly become more.
  func begin(at column: Int, from base: Int, count: Int, widest: Int) {
    (start, self.base) = (column, base)
    guard count + 16 > capacity else { return }
    capacity = GroundLines.room(count, widest: widest)
    cells.deallocate()
    cells = .allocate(capacity: LineBlock.depth * capacity + Int(ATALAYA_SLACK))
  }

  /// Floors of a line, from its first post on.
  func line(_ line: Int) -> UnsafeMutablePointer<Float> { cells + line * capacity }

  /// Notes which posts of a line are written.
  func own(_ line: Int, _ posts: Range<Int>) { owned[line] = posts }

  /// Turns the floors of the last columns into rows; none is written after that.
  func finish() {
    flush()
    writeWaiting(waiting)
  }

  /// Turns the floors of columns back into rows.
  func flush() {
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
    // Rows that have kept the end of the columns next to these.
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
    let (pitch, source) = (wedge.memory.floorPitch, cells + (line * capacity - base))
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
      in: self.line(line) + (rows.lowerBound - base), out: rowOut(rows.lowerBound) + columns.lowerBound,
      pitch: sign * capacity, out_pitch: wedge.memory.floorPitch, rows: rows.count, columns: columns.count,
      kept: keptOf(rows.lowerBound), grows: sign > 0 ? 1 : 0, goes_on: goesOn ? 1 : 0)
    wedge.kernel.flush(&call)
  }

  /// Writes what rows have kept, where nothing comes next to it.
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
  private func column(_ line: Int) -> Int { start + sign * line }

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
