internal import Foundation
internal import GeoFiles
public import Geodesy
internal import Units

extension LeastExposure {
  /// The path to a cell, straightened where that adds neither exposure nor length.
  ///
  /// From each place the path continues straight to the farthest later place whose connecting line is open, no more exposed
  /// than the path between, and at most 64 cells long, so that it is not limited to 32 directions.
  /// - Returns: One or more places, with longitudes that may exceed ±180°; nil where no path leads. Where cells count by
  ///   direction it is ``way(to:)``.
  /// - Complexity: O(n² × cells of a line) for n changes of direction.
  public func straightenedWay(to cell: Int) -> [Position]? {
    guard grid.seenByDirection.isEmpty else { return way(to: cell) }
    guard let cells = cells(to: cell) else { return nil }
    let bends = bends(of: cells)
    var way = [bends[0]]
    var index = 0
    while index < bends.count - 1 {
      var next = index + 1
      for far in stride(from: bends.count - 1, to: index + 1, by: -1) {
        let (seen, length) = (
          exposureMetres[bends[far]] - exposureMetres[bends[index]],
          lengthMetres[bends[far]] - lengthMetres[bends[index]]
        )
        guard let line = grid.straight(from: bends[index], to: bends[far], longest: 64) else { continue }
        // Sums of the same lengths in another order differ by rounding.
        if line.seen <= seen + 1e-6, line.length <= length + 1e-6 {
          next = far
          break
        }
      }
      way.append(bends[next])
      index = next
    }
    return way.map(grid.centre)
  }
}

extension ExposureGrid {
  /// The straight line between two centres: its length and how much of it is seen, metres; nil where it passes a cell that
  /// is not open, or is longer than so many cells.
  fileprivate func straight(from a: Int, to b: Int, longest: Int) -> (seen: Double, length: Double)? {
    let columns = frame.columns
    let (rows, steps) = (b / columns - a / columns, b % columns - a % columns)
    guard max(abs(rows), abs(steps)) <= longest else { return nil }
    let length = Ellipsoid.wgs84.distance(from: centre(of: a), to: centre(of: b)).metres
    var share = 0.0
    for cell in GridMove(rows, steps).cells {
      let index = a + cell.rows * columns + cell.columns
      guard isOpen[index] else { return nil }
      share += cell.share * Double(seen[index])
    }
    return (share * length, length)
  }
}
