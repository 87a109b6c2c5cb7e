internal import GeoFiles

/// How the wider columns of a tile are spread over the columns of a mosaic, linearly between their centres.
///
/// Archives of degrees widen their columns towards the poles: the Copernicus DEM by 1.5, 2, 3, 5 and 10 beyond 50°, 60°, 70°,
/// 80° and 85° of latitude, DTED by 2, 3, 4 and 6 beyond 50°, 70°, 75° and 80°. Rows stay as they are.
/// - Source: Copernicus DEM Product Handbook, table of longitude spacing; MIL-PRF-89020B, table of matrix intervals.
struct ColumnSpread: Sendable, Hashable {
  /// Columns of the mosaic between the centres of the tile's first and last column.
  let columns: Int
  /// Columns of the mosaic to the west and to the east of those, in the outer half of the tile's outermost columns.
  let margins: Margins
  /// Columns of the tile.
  let sourceColumns: Int

  /// Numbers of columns.
  struct Margins: Sendable, Hashable {
    var west: Int
    var east: Int
  }

  /// Where the first of ``columns`` lies, in columns of the tile.
  private let offset: Double
  /// Columns of the tile in one of the mosaic.
  private let step: Double

  /// The most that columns are spread: from the equator to 85° of latitude 10 times.
  static let widest = 12.0

  /// - Parameters:
  ///   - first: Where the tile's first column lies, in columns of the mosaic.
  ///   - ratio: Columns of the mosaic in one of the tile.
  ///   - sourceColumns: Columns of the tile.
  /// - Returns: The spread, and the column of the mosaic that is its first.
  static func lay(first: Double, ratio: Double, sourceColumns: Int) -> (spread: ColumnSpread, firstColumn: Int)? {
    let begin = (first - 1e-6).rounded(.up)
    let last = first + Double(sourceColumns - 1) * ratio
    let count = (last + 1e-6).rounded(.down) - begin + 1
    guard begin.magnitude < 1e9, count >= 0, count < 1e9 else { return nil }
    let offset = max(0, (begin - first) / ratio)
    let west = (begin - (first - ratio / 2) + 1e-6).rounded(.down)
    let east = (last + ratio / 2 + 1e-6 - (begin + count - 1)).rounded(.down)
    return (
      ColumnSpread(
        columns: Int(count), margins: Margins(west: Int(max(0, min(west, 100))), east: Int(max(0, min(east, 100)))),
        sourceColumns: sourceColumns, offset: offset < 1e-6 ? 0 : offset, step: 1 / ratio), Int(begin)
    )
  }

  /// The columns of the tile that give some of the mosaic's, counted from its first one there.
  func sources(of columns: Range<Int>) -> Range<Int> {
    guard let last = columns.last else { return 0..<0 }
    return place(columns.lowerBound).left..<min(sourceColumns, place(last).left + 2)
  }

  /// Values of some columns of the mosaic.
  /// - Parameters:
  ///   - values: Those of ``sources(of:)``; NaN where unknown.
  ///   - columns: Columns of the mosaic, counted from the tile's first one there.
  /// - Returns: As many; NaN where a value with weight is unknown.
  func spread(_ values: ArraySlice<Float>, over columns: Range<Int>) -> [Float] {
    let first = sources(of: columns).lowerBound
    return columns.map { column in
      let (left, share) = place(column)
      let here = values[values.startIndex + left - first]
      guard share > 0, left + 1 < sourceColumns else { return here }
      return here + (values[values.startIndex + left + 1 - first] - here) * share
    }
  }

  private func place(_ column: Int) -> (left: Int, share: Float) {
    let place = min(max(0, offset + Double(column) * step), Double(sourceColumns - 1))
    let whole = place.rounded(.down)
    let share = place - whole
    // A millionth next to a column is on it: a void beyond has no weight.
    if share > 1 - 1e-6 { return (min(Int(whole) + 1, sourceColumns - 1), 0) }
    return (Int(whole), share < 1e-6 ? 0 : Float(share))
  }
}

extension Terrain {
  /// How many tiles have wider columns than the mosaic, between which heights are interpolated.
  public var tilesOfWiderColumns: Int { tiles.count { $0.spread != nil } }
}

extension Terrain.Tile {
  /// Columns of the mosaic that the tile covers, the outer halves of its outermost ones included.
  var reach: Range<Int> {
    columns.lowerBound - (spread?.margins.west ?? 0)..<columns.upperBound + (spread?.margins.east ?? 0)
  }

  /// Columns in the outer halves of the tile's outermost columns, counted in the mosaic, with the tile's column there.
  func margins(turned first: Int) -> [(columns: Range<Int>, source: Int)] {
    guard let spread else { return [] }
    let end = first + spread.columns
    return [
      (first - spread.margins.west..<first, 0), (end..<end + spread.margins.east, spread.sourceColumns - 1),
    ]
  }

  /// Values of the file in a window of the mosaic's rows and columns, row by row, spread where its columns are wider.
  /// - Parameter first: The mosaic's column in which the tile begins there.
  func values(rows: Range<Int>, columns: Range<Int>, firstColumn first: Int) throws(GeoFileError) -> [Float] {
    let fileRows = rows.lowerBound - firstRow..<rows.upperBound - firstRow
    let own = columns.lowerBound - first..<columns.upperBound - first
    guard let spread else { return try file.readFloats(rows: fileRows, columns: own) }
    let sources = spread.sources(of: own)
    let values = try file.readFloats(rows: fileRows, columns: sources)
    var cells: [Float] = []
    cells.reserveCapacity(rows.count * columns.count)
    for row in 0..<rows.count {
      cells += spread.spread(values[row * sources.count..<(row + 1) * sources.count], over: own)
    }
    return cells
  }

  /// Lays the tile's values in a part of a window, spread over its columns.
  /// - Parameters:
  ///   - rows: Rows of the mosaic that the tile covers in the window.
  ///   - columns: Columns of the mosaic that it covers there.
  ///   - first: The mosaic's column in which the tile begins there.
  ///   - cells: The window.
  ///   - window: Its rows.
  ///   - across: Its columns.
  func laySpread(
    rows: Range<Int>, columns: Range<Int>, firstColumn first: Int, on cells: inout [Float], of window: Range<Int>,
    _ across: Range<Int>
  ) throws(GeoFileError) {
    for (_, part) in RasterFile.parts(of: rows, max(1, 4_000_000 / max(1, columns.count))) {
      let values = try values(rows: part, columns: columns, firstColumn: first)
      cells.withUnsafeMutableBufferPointer { cells in
        values.withUnsafeBufferPointer { values in
          for (index, row) in part.enumerated() {
            let target = (row - window.lowerBound) * across.count + columns.lowerBound - across.lowerBound
            lay(
              UnsafeBufferPointer(rebasing: values[index * columns.count..<(index + 1) * columns.count]),
              on: UnsafeMutableBufferPointer(rebasing: cells[target..<target + columns.count]), isFirst: false)
          }
        }
      }
    }
  }

  /// Fills places without a tile in the outer halves of the outermost columns, which no column of the tile interpolates.
  func fillMargins(
    turned first: Int, on cells: inout [Float], of window: Range<Int>, _ across: Range<Int>
  ) throws(GeoFileError) {
    for (columns, source) in margins(turned: first) {
      let (these, part) = (columns.clamped(to: across), rows.clamped(to: window))
      guard !these.isEmpty, !part.isEmpty else { continue }
      let values = try file.readFloats(
        rows: part.lowerBound - firstRow..<part.upperBound - firstRow, columns: source..<source + 1)
      var metres = values
      metres.withUnsafeMutableBufferPointer { cells in
        values.withUnsafeBufferPointer { lay($0, on: cells, isFirst: true) }
      }
      for (index, row) in part.enumerated() {
        for column in these {
          let at = (row - window.lowerBound) * across.count + column - across.lowerBound
          if cells[at] == -.infinity { cells[at] = metres[index] }
        }
      }
    }
  }
}
