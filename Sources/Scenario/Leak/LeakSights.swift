import Coverage
import GeoFiles
import Geodesy

/// What one radar sees at the places that are looked at in the cells of a grid, height by height.
struct LeakRow: Sendable, Hashable {
  /// A bit a place and height, set where the radar is known to see the aircraft: places of the first height, then those
  /// of the next.
  var words: [UInt64]

  init(_ isSeen: [Bool]) {
    words = [UInt64](repeating: 0, count: (isSeen.count + 63) / 64)
    for (index, flag) in isSeen.enumerated() where flag { words[index / 64] |= 1 << UInt64(index % 64) }
  }

  init?(words: [UInt64]) { self.words = words }

  /// What this radar or another sees.
  func union(_ other: LeakRow) -> LeakRow {
    var sum = self
    for index in sum.words.indices { sum.words[index] |= other.words[index] }
    return sum
  }

  /// Whether a bit is set.
  func contains(_ index: Int) -> Bool { words[index / 64] >> UInt64(index % 64) & 1 == 1 }

  /// Sees nothing.
  static func none(count: Int) -> LeakRow { LeakRow([Bool](repeating: false, count: count)) }
}

/// What all radars see, each alone, in the cells of a grid.
struct LeakSights: Sendable {
  /// How many places are looked at in each cell.
  let placesPerCell: Int
  /// One row a station that stands, then one an option.
  let rows: [LeakRow]
  /// Where the aircraft can be: a bit a place and height, like those of the rows.
  let available: LeakRow
  /// How many heights there are.
  let heights: Int
  /// What to bear in mind, for people.
  let notes: [String]

  /// The grid with what some radars see together.
  ///
  /// A cell counts as seen only where the aircraft is seen at every place that was looked at in it, at each height that
  /// it can fly there: what is partly seen counts as not seen.
  func grid(_ grid: ExposureGrid, seenBy row: LeakRow) -> ExposureGrid {
    var result = grid
    let places = grid.seen.count * placesPerCell
    for cell in grid.seen.indices {
      var (isOpen, isSeen) = (false, true)
      for place in cell * placesPerCell..<(cell + 1) * placesPerCell {
        for height in 0..<heights where available.contains(height * places + place) {
          isOpen = true
          if !row.contains(height * places + place) { isSeen = false }
        }
      }
      result.isOpen[cell] = isOpen
      result.seen[cell] = isOpen && isSeen ? 1 : 0
    }
    return result
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
