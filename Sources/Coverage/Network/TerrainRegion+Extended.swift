internal import GeoFiles
internal import Terrain

extension TerrainRegion {
  /// The ground of another window of the terrain: what this region holds of it is copied, the rest is read.
  /// - Returns: Nil where reading all of it is no more work: the windows share too little, or this region is coarsened.
  func extended(to window: Window) throws(GeoFileError) -> Grid<Float>? {
    guard reduction == 1 else { return nil }
    let own = whole(Window(rows: 0..<grid.frame.rows, columns: 0..<grid.frame.columns))
    let (rows, columns) = (own.rows.clamped(to: window.rows), own.columns.clamped(to: window.columns))
    guard rows.count * columns.count > window.count / 4 else { return nil }
    let source = ground.cells
    let (pitch, target) = (grid.frame.columns, window.columns.count)
    var cells = [Float](repeating: .nan, count: window.count)
    func copy(_ other: [Float], _ otherPitch: Int, _ firstRow: Int, _ firstColumn: Int, _ part: Window) {
      cells.withUnsafeMutableBufferPointer { cells in
        other.withUnsafeBufferPointer { other in
          for row in part.rows {
            let from = (row - firstRow) * otherPitch + part.columns.lowerBound - firstColumn
            let to = (row - window.rows.lowerBound) * target + part.columns.lowerBound - window.columns.lowerBound
            _ = UnsafeMutableBufferPointer(rebasing: cells[to..<to + part.columns.count])
              .update(fromContentsOf: other[from..<from + part.columns.count])
          }
        }
      }
    }
    copy(source, pitch, own.rows.lowerBound, own.columns.lowerBound, Window(rows: rows, columns: columns))
    let rest = [
      Window(rows: window.rows.lowerBound..<rows.lowerBound, columns: window.columns),
      Window(rows: rows.upperBound..<window.rows.upperBound, columns: window.columns),
      Window(rows: rows, columns: window.columns.lowerBound..<columns.lowerBound),
      Window(rows: rows, columns: columns.upperBound..<window.columns.upperBound),
    ]
    for part in rest where part.count > 0 {
      let read = try terrain.read(rows: part.rows, columns: part.columns)
      copy(read.cells, part.columns.count, part.rows.lowerBound, part.columns.lowerBound, part)
    }
    return Grid(frame: terrain.frame.window(rows: window.rows, columns: window.columns), cells: cells)
  }
}
