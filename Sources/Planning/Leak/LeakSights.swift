import Coverage
internal import GeoFiles
import Geodesy

/// What all radars see, each on its own, in the cells of a grid.
struct LeakSights: Sendable {
  /// How many places are looked at in each cell.
  let placesPerCell: Int
  /// One row a station that stands, then one an option.
  let rows: [LeakRow]
  /// Where the aircraft can be: a bit a place and height, like those of the rows.
  let available: LeakRow
  /// How many heights there are.
  let heights: Int
  /// Of each cell whether its ground is known at none, some or all of its places; empty where all is known.
  var ground: [CellGround] = []
  /// Whether rows distinguish what is seen in a place and what all over its cell.
  let tellsWhole: Bool
  /// What to bear in mind.
  let warnings: [LeakWarning]

  /// What is known of the ground of a cell.
  enum CellGround: Sendable {
    case unknown, partly, known
  }

  /// The row of a radar that sees nothing.
  func nothing(over grid: ExposureGrid) -> LeakRow {
    LeakRow([Bool](repeating: false, count: grid.seen.count * placesPerCell * heights * (tellsWhole ? 2 : 1)))
  }

  /// Grids of what some radars see together.
  struct Grids: Sendable {
    /// Of each cell the share of the places at which the aircraft is seen at every height that it can fly there.
    var shares: ExposureGrid
    /// A cell counts only where that is all of it.
    var whole: ExposureGrid
  }

  /// The grids of what some radars see together.
  /// - Parameter isClosed: Cells that are closed to the aircraft, whatever its height.
  func grids(_ grid: ExposureGrid, seenBy row: LeakRow, closed isClosed: [Bool]) -> Grids {
    var (shares, whole) = (grid, grid)
    let places = grid.seen.count * placesPerCell
    for cell in grid.seen.indices {
      var (open, seen, isWhole) = (0, 0, true)
      for place in cell * placesPerCell..<(cell + 1) * placesPerCell {
        var (isOpen, isSeen) = (false, true)
        for height in 0..<heights where available.contains(height * places + place) {
          isOpen = true
          if !row.contains(height * places + place) { isSeen = false }
          if tellsWhole, !row.contains((heights + height) * places + place) { isWhole = false }
        }
        open += isOpen ? 1 : 0
        seen += isOpen && isSeen ? 1 : 0
      }
      let isOpen = open > 0 && (isClosed.isEmpty || !isClosed[cell])
      (shares.isOpen[cell], whole.isOpen[cell]) = (isOpen, isOpen)
      shares.seen[cell] = open > 0 ? Float(seen) / Float(open) : 0
      whole.seen[cell] = open > 0 && seen == open && isWhole ? 1 : 0
    }
    return Grids(shares: shares, whole: whole)
  }
}

extension ExposureGrid {
  /// The places that are looked at in each cell, cell by cell: n × n of them, evenly spread.
  func places(perSide n: Int) -> [Position] {
    (0..<frame.rows * frame.columns).flatMap { cell in
      let centre = centre(of: cell)
      return (0..<n * n).map { index in
        func offset(_ number: Int) -> Double { (Double(number) + 0.5) / Double(n) - 0.5 }
        return Position(
          latitudeDegrees: centre.latitudeDegrees + offset(index / n) * frame.stepY,
          longitudeDegrees: centre.longitudeDegrees + offset(index % n) * frame.stepX)
      }
    }
  }
}
