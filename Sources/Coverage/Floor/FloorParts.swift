internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Terrain
internal import Units

/// Computes the parts of a floor, writes and counts them.
struct FloorParts: Sendable {
  var terrain: Terrain
  var antenna: Position
  var altitude: Length
  var range: Length
  var k: Double
  var quality: FloorQuality
  /// Threads for each part.
  var workers: Int
  /// The radar's own limits; nil for line of sight only.
  var limits: RadarLimits?

  /// Computes parts and writes them, some at a time; parts of one lane use the same memory, one after another.
  /// - Parameters:
  ///   - pieces: The parts.
  ///   - lanes: How many are in memory at a time.
  ///   - summary: Takes what is counted.
  ///   - sink: Takes the floors.
  ///   - progress: Called with the part that begins, from 1, and how many there are.
  func write(
    _ pieces: [FloorPiece], lanes: Int, _ summary: inout FloorRaster.Summary,
    _ sink: borrowing RasterWriter.Sink<Float>, progress: @Sendable (Int, Int) -> Void
  ) throws(FloorError) {
    let pieces = pieces.filter { !$0.wantedRows.isEmpty && !$0.wantedColumns.isEmpty }
    let state = Progress(summary)
    // What is kept is the lanes' to fill, with no copy here.
    summary.sight = nil
    Parallel.run(lanes, workers: lanes) { _ in
      var ground = [Float].undefined(pieces.map(\.posts).max() ?? 0)
      var floors = [Float].undefined(pieces.map(\.wantedPosts).max() ?? 0)
      var ownTrack: GroundTrack?
      while let index = state.begin(of: pieces.count, progress) {
        do throws(FloorError) {
          let track =
            try ownTrack
            ?? GroundTrack.from(
              .position(latitudeDegrees: antenna.latitudeDegrees, longitudeDegrees: antenna.longitudeDegrees),
              over: terrain.frame)
          ownTrack = track
          let part = try floor(of: pieces[index], track, reusing: (ground.take(), floors.take()))
          guard state.wait(toWrite: index) else { return }
          state.add(try write(part, pieces[index], track, sink), part.floors.grid.cells, pieces[index])
          (ground, floors) = (part.ground.cells, part.floors.grid.cells)
        } catch { state.fail(error) }
      }
    }
    summary = try state.result()
  }

  /// What lanes share.
  private final class Progress: @unchecked Sendable {
    private let lock = NSCondition()
    private var begun = 0
    private var written = 0
    private var summary: FloorRaster.Summary
    private var failure: FloorError?

    init(_ summary: FloorRaster.Summary) { self.summary = summary }

    /// The part that begins; nil when there is none, or one has failed.
    func begin(of count: Int, _ progress: (Int, Int) -> Void) -> Int? {
      lock.withLock {
        guard begun < count, failure == nil else { return nil }
        begun += 1
        progress(begun, count)
        return begun - 1
      }
    }

    /// Waits until the parts before this one are written, so that the file is the same for any number of lanes.
    /// - Returns: Whether it is to be written: no other has failed.
    func wait(toWrite part: Int) -> Bool {
      lock.withLock {
        while written < part, failure == nil { lock.wait() }
        return failure == nil
      }
    }

    /// A part is written.
    func add(_ tally: any RasterTally, _ floors: [Float], _ piece: FloorPiece) {
      lock.withLock {
        summary.sight?.set(floors, rows: piece.wantedRows, columns: piece.wantedColumns)
        summary.posts += tally.posts
        summary.unknown += tally.unknown
        summary.blind += tally.blind
        for (index, count) in tally.seen.enumerated() { summary.seen[index] += count }
        written += 1
        lock.broadcast()
      }
    }

    func fail(_ error: FloorError) {
      lock.withLock {
        failure = failure ?? error
        lock.broadcast()
      }
    }

    func result() throws(FloorError) -> FloorRaster.Summary {
      if let failure { throw failure }
      return summary
    }
  }

  /// Ground and floors of a part.
  private func floor(
    of piece: FloorPiece, _ track: GroundTrack, reusing memory: consuming (ground: [Float], floors: [Float])
  ) throws(FloorError) -> (floors: FloorMap, ground: Grid<Float>) {
    // Beyond the frame only the sea is known; what is unknown need not be in memory.
    let isOpen = terrain.missing == .sea
    let rows = isOpen ? piece.rows : piece.rows.clamped(to: 0..<terrain.frame.rows)
    let columns = isOpen ? piece.columns : piece.columns.clamped(to: 0..<terrain.frame.columns)
    let ground: Grid<Float>
    let surface: Grid<Float>
    do { ground = try terrain.read(rows: rows, columns: columns, reusing: memory.ground.take()) } catch {
      throw FloorError(.terrain, because: error)
    }
    do { surface = try terrain.surface(over: ground, rows: rows, columns: columns, from: antenna) } catch {
      throw FloorError(.terrain, because: error)
    }
    func shifted(_ range: Range<Int>, _ by: Int) -> Range<Int> { range.lowerBound - by..<range.upperBound - by }
    let floors = try LineOfSightFloor.compute(
      terrain: surface, track: track.over(firstColumn: columns.lowerBound, firstRow: rows.lowerBound),
      antennaAltitude: altitude, range: range, k: k, quality: quality,
      wanted: (shifted(piece.wantedRows, rows.lowerBound), shifted(piece.wantedColumns, columns.lowerBound)),
      workers: workers, reusing: memory.floors.take())
    return (floors, ground)
  }

  /// Writes a part, block by block.
  /// - Returns: What was counted.
  private func write(
    _ part: (floors: FloorMap, ground: Grid<Float>), _ piece: FloorPiece, _ track: GroundTrack,
    _ sink: borrowing RasterWriter.Sink<Float>
  ) throws(FloorError) -> any RasterTally {
    let width = piece.wantedColumns.count
    let inRange = RangeRows(track, distance: range.metres, rows: piece.wantedRows, columns: piece.wantedColumns).columns
    var tally = try tally(of: piece, groundPitch: part.ground.frame.columns)
    do throws(GeoFileError) {
      try sink.writeBlocks(rows: piece.wantedRows, columns: piece.wantedColumns) { rows, columns, cells in
        part.floors.grid.cells.withUnsafeBufferPointer { floors in
          part.ground.cells.withUnsafeBufferPointer { ground in
            cells.withUnsafeMutableBufferPointer { cells in
              for (index, row) in rows.enumerated() {
                let wantedRow = row - piece.wantedRows.lowerBound
                let column = columns.lowerBound - piece.wantedColumns.lowerBound
                let groundRow = (wantedRow + part.floors.rowOffset) * part.ground.frame.columns
                tally.add(
                  floors: floors.baseAddress! + wantedRow * width + column,
                  ground: ground.baseAddress! + groundRow + part.floors.columnOffset + column,
                  out: cells.baseAddress! + index * RasterWriter.blockSide, row: row, columns: columns,
                  inRange: inRange[wantedRow])
              }
            }
          }
        }
      }
    } catch { throw FloorError(.file, because: error) }
    return tally
  }

  private func tally(of piece: FloorPiece, groundPitch: Int) throws(FloorError) -> any RasterTally {
    guard let limits else {
      return FloorTally(
        limits: FloorRaster.heights, noData: FloorRaster.noData, pitches: (piece.wantedColumns.count, groundPitch))
    }
    let window = TerrainRegion.Window(rows: piece.wantedRows, columns: piece.wantedColumns)
    do throws(TerrainError) {
      return LimitedTally(limits: limits, bearings: try AntennaBearings(from: antenna, over: terrain, window))
    } catch { throw FloorError(.badSystem, because: error) }
  }
}
