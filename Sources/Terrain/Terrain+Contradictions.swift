package import GeoFiles
internal import Units

extension Terrain {
  /// Heights of one post that differ by no more than this agree, metres.
  /// - Source: the Copernicus DEM Product Handbook: relative errors within a cell of 1° are below 4 m in steep ground
  ///   (LE90).
  package static let agreement: Float = 5

  /// Tiles that contradict each other where they overlap, in the order of ``tiles``.
  ///
  /// Only the overlaps are read. A single post that two tiles share at their corners is left to the neighbours between.
  /// - Parameters:
  ///   - rows: Rows of the mosaic.
  ///   - columns: Columns of the mosaic.
  /// - Throws: ``GeoFileError`` with code `corrupt` when a tile cannot be read.
  package func contradictions(
    rows: Range<Int>, columns: Range<Int>
  ) throws(GeoFileError) -> [TileContradiction] {
    let columns = columns.lowerBound + firstColumn..<columns.upperBound + firstColumn
    var found: [TileContradiction] = []
    for (first, second, turn) in overlaps {
      let theseRows = first.rows.clamped(to: second.rows).clamped(to: rows)
      let theseColumns = first.columns.clamped(to: second.columns(turned: turn)).clamped(to: columns)
      guard theseRows.count * theseColumns.count > 1 else { continue }
      var pair = TileContradiction(
        first: first.file.path, second: second.file.path, shared: 0, differing: 0, greatestMetres: 0)
      for (_, part) in RasterFile.parts(of: theseRows, max(1, 4_000_000 / theseColumns.count)) {
        pair.add(
          try first.heights(rows: part, columns: theseColumns),
          try second.heights(
            rows: part, columns: theseColumns.lowerBound - turn..<theseColumns.upperBound - turn))
      }
      if pair.differing > 0 { found.append(pair) }
    }
    return found
  }

  /// The same for people: a line for each of the first five pairs, and how many more there are.
  package func contradictionWarnings(
    rows: Range<Int>, columns: Range<Int>
  ) throws(GeoFileError) -> [TerrainWarning] {
    let all = try contradictions(rows: rows, columns: columns)
    let rest = all.count - 5
    return all.prefix(5).map(\.warning)
      + (rest > 0
        ? [TerrainWarning(.contradiction, "\(rest) more pair\(rest == 1 ? "" : "s") of tiles contradict each other")]
        : [])
  }

  /// Pairs of tiles that share cells, and by how many columns the second one is turned around the Earth for that.
  private var overlaps: [(first: Tile, second: Tile, turn: Int)] {
    let turns = columnsAroundTheEarth.map { [0, $0, -$0] } ?? [0]
    // By their first rows, so that the search ends at the first tile below.
    let order = tiles.indices.sorted { (tiles[$0].firstRow, $0) < (tiles[$1].firstRow, $1) }
    var pairs: [(Int, Int, Int)] = []
    for (place, a) in order.enumerated() {
      for b in order[(place + 1)...] {
        guard tiles[b].firstRow < tiles[a].rows.upperBound else { break }
        let (first, second) = (min(a, b), max(a, b))
        for turn in turns where tiles[first].columns.overlaps(tiles[second].columns(turned: turn)) {
          pairs.append((first, second, turn))
        }
      }
    }
    return pairs.sorted { $0 < $1 }.map { (tiles[$0.0], tiles[$0.1], $0.2) }
  }
}

extension Terrain.Tile {
  fileprivate func columns(turned turn: Int) -> Range<Int> {
    columns.lowerBound + turn..<columns.upperBound + turn
  }

  /// Metres above mean sea level of some of its rows and columns, counted in the mosaic; NaN where it has none.
  fileprivate func heights(rows: Range<Int>, columns: Range<Int>) throws(GeoFileError) -> [Float] {
    var heights = try values(rows: rows, columns: columns, firstColumn: firstColumn)
    let values = heights
    heights.withUnsafeMutableBufferPointer { cells in
      values.withUnsafeBufferPointer { lay($0, on: cells, isFirst: true) }
    }
    return heights
  }
}
