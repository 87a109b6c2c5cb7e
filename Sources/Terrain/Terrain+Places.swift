internal import Foundation
internal import GeoFiles
public import Geodesy
public import Units

extension Terrain {
  /// The cells of places: fractional column and row, whole numbers at the centres of cells.
  /// - Returns: As many, in the same order; nil where a place has no coordinates in the grid's system.
  /// - Throws: ``GeodesyError`` when PROJ has no way to the grid's system.
  public func cells(of positions: [Position]) throws(GeodesyError) -> [(column: Double, row: Double)?] {
    let points = positions.map { (x: $0.longitudeDegrees, y: $0.latitudeDegrees) }
    guard !isWGS84 else { return points.map(cell) }
    return try toGrid.transform(points).map(cell)
  }

  /// The cell of a place; see ``cells(of:)``, which is faster for many.
  public func cell(of position: Position) throws(GeodesyError) -> (column: Double, row: Double)? {
    try cells(of: [position])[0]
  }

  private func cell(x: Double, y: Double) -> (column: Double, row: Double)? {
    guard x.isFinite, y.isFinite else { return nil }
    var column = (x - frame.firstX) / frame.stepX
    if isGeographic {
      // The longitude nearest to the middle of the frame.
      let circle = 360 / frame.stepX
      let middle = Double(frame.columns - 1) / 2
      column -= ((column - middle) / circle).rounded() * circle
    }
    let row = (y - frame.firstY) / frame.stepY
    // What lies so far away is in no grid; all that follows counts in whole columns and rows.
    return column.magnitude < 1e12 && row.magnitude < 1e12 ? (column, row) : nil
  }

  /// Whether places lie in the frame, including voids and missing tiles.
  /// - Returns: As many, in the same order.
  /// - Throws: ``GeodesyError`` when PROJ has no way to the grid's system.
  public func isInside(_ positions: [Position]) throws(GeodesyError) -> [Bool] {
    try cells(of: positions).map { cell in
      guard let cell else { return false }
      // To the outer edges of the cells, half a cell beyond their centres.
      return (-0.5...Double(frame.columns) - 0.5).contains(cell.column)
        && (-0.5...Double(frame.rows) - 0.5).contains(cell.row)
    }
  }

  /// The place of a fractional column and row; nil where it has no coordinates in the grid's system.
  /// - Throws: ``GeodesyError`` when PROJ has no way from the grid's system.
  public func position(column: Double, row: Double) throws(GeodesyError) -> Position? {
    try positions(columns: [column], rows: [row])[0]
  }

  /// The places of fractional columns and rows, one each.
  /// - Returns: As many, in the same order; nil where it has no coordinates in the grid's system.
  /// - Throws: ``GeodesyError`` when PROJ has no way from the grid's system.
  public func positions(columns: [Double], rows: [Double]) throws(GeodesyError) -> [Position?] {
    try places(of: frame, columns: columns, rows: rows)
  }

  /// The place of a fractional column and row of the mosaic as it is laid.
  func basePosition(column: Double, row: Double) throws(GeodesyError) -> Position? {
    try places(of: baseFrame, columns: [column], rows: [row])[0]
  }

  private func places(of frame: GridFrame, columns: [Double], rows: [Double]) throws(GeodesyError) -> [Position?] {
    let points = zip(columns, rows).map { (x: frame.firstX + $0 * frame.stepX, y: frame.firstY + $1 * frame.stepY) }
    func position(_ point: (x: Double, y: Double)) -> Position? {
      guard point.x.isFinite, point.y.isFinite else { return nil }
      return Position(latitudeDegrees: point.y, longitudeDegrees: point.x).normalized
    }
    guard !isWGS84 else { return points.map(position) }
    return try fromGrid.transform(points).map(position)
  }

  /// The rows and columns that hold a circle and two cells around it.
  /// - Returns: Clamped to the frame, unless missing tiles are the sea; empty ranges when the circle lies outside.
  /// - Throws: ``GeodesyError`` when PROJ has no way to the grid's system.
  public func window(
    around centre: Position, radius: Length
  ) throws(GeodesyError) -> (rows: Range<Int>, columns: Range<Int>) {
    let rim = (0..<72).map { step in
      Ellipsoid.wgs84.direct(from: centre, azimuth: .degrees(Double(step) * 5), distance: radius).position
    }
    guard let middle = try cell(of: centre) else { return (0..<0, 0..<0) }
    var cells = try cells(of: rim).compactMap { $0 } + [middle]
    if isGeographic {
      // Around the centre, not around the frame: the circle may cross the frame's edge.
      let circle = 360 / frame.stepX
      cells = cells.map { ($0.column - (($0.column - middle.column) / circle).rounded() * circle, $0.row) }
    }
    if isGeographic {
      // Around a pole lie all longitudes.
      for pole in [-90.0, 90] {
        let place = Position(latitudeDegrees: pole, longitudeDegrees: centre.longitudeDegrees)
        guard Ellipsoid.wgs84.distance(from: centre, to: place) <= radius else { continue }
        let row = (pole - frame.firstY) / frame.stepY
        cells += [(middle.column - 180 / frame.stepX, row), (middle.column + 180 / frame.stepX, row)]
      }
    }
    func range(_ places: [Double], _ count: Int, isClamped: Bool) -> Range<Int> {
      let (low, high) = (places.min() ?? 0, places.max() ?? 0)
      // Between two points of the rim it bulges by 1 − cos 2.5°, a thousandth of the radius.
      let margin = (high - low) * 0.002 + 2
      let (begin, end) = ((low - margin).rounded(.down), (high + margin).rounded(.up) + 1)
      guard isClamped else { return Int(clamping: max(begin, -1e15))..<Int(clamping: min(max(begin + 1, end), 1e15)) }
      let first = max(0, min(Double(count), begin))
      return Int(first)..<Int(max(first, min(Double(count), end)))
    }
    return (
      range(cells.map(\.row), frame.rows, isClamped: missing == .unknown),
      range(cells.map(\.column), frame.columns, isClamped: missing == .unknown && !isAroundTheEarth)
    )
  }

  /// The elevation of a place, bilinear between the four cells around it, and constant beyond the centres of the outermost
  /// cells out to the terrain's edge.
  /// - Returns: Height above mean sea level; nil where a cell that has weight is unknown.
  /// - Throws: ``TerrainError`` when a tile cannot be read or PROJ has no way to the grid's system.
  public func elevation(at position: Position) throws(TerrainError) -> Length? {
    try elevations(at: [position])[0]
  }

  /// A cell reaches half a cell beyond its centre: from the outermost halves to the centre, where nothing lies beyond.
  private func withinCentres(_ cell: (column: Double, row: Double)) -> (column: Double, row: Double) {
    guard missing == .unknown else { return cell }
    func within(_ place: Double, _ count: Int) -> Double {
      (-0.5...Double(count) - 0.5).contains(place) ? min(max(place, 0), Double(count - 1)) : place
    }
    return (isAroundTheEarth ? cell.column : within(cell.column, frame.columns), within(cell.row, frame.rows))
  }

  /// The elevations of places, in their order; see ``elevation(at:)``.
  ///
  /// At most 80 MB of terrain are in memory at a time.
  public func elevations(at positions: [Position]) throws(TerrainError) -> [Length?] {
    let places: [(column: Double, row: Double)?]
    do { places = try cells(of: positions).map { $0.map(withinCentres) } } catch { throw .geodesy(error) }
    var result = [Length?](repeating: nil, count: places.count)
    for block in SampleBlock.blocks(of: places) {
      do {
        let sampler = ElevationSampler(
          try read(rows: block.rows, columns: block.columns), firstRow: block.rows.lowerBound,
          firstColumn: block.columns.lowerBound, outside: missing)
        for index in block.indices {
          guard let place = places[index] else { continue }
          result[index] = sampler.elevation(column: place.column, row: place.row)
        }
      } catch { throw .file(error) }
    }
    return result
  }
}

/// A window of terrain with the places that are sampled in it.
private struct SampleBlock {
  var rows: Range<Int>
  var columns: Range<Int>
  var indices: [Int]

  /// One window for all places where it is small, else a window for each part of the grid that holds some.
  static func blocks(of places: [(column: Double, row: Double)?]) -> [SampleBlock] {
    let known = places.indices.filter { index in
      places[index].map { $0.column.magnitude < 1e9 && $0.row.magnitude < 1e9 } ?? false
    }
    let all = block(known, places)
    if all.rows.count * all.columns.count <= 8_000_000 { return known.isEmpty ? [] : [all] }
    let side = 1024.0
    let groups = Dictionary(grouping: known) { index in
      places[index].map { [($0.row / side).rounded(.down), ($0.column / side).rounded(.down)] } ?? []
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { block($0.value, places) }
  }

  private static func block(_ indices: [Int], _ places: [(column: Double, row: Double)?]) -> SampleBlock {
    func range(_ values: [Double]) -> Range<Int> {
      guard let low = values.min(), let high = values.max() else { return 0..<0 }
      return Int(low.rounded(.down))..<Int(high.rounded(.down)) + 2
    }
    return SampleBlock(
      rows: range(indices.compactMap { places[$0].map { ElevationSampler.snapped($0.row) } }),
      columns: range(indices.compactMap { places[$0].map { ElevationSampler.snapped($0.column) } }), indices: indices)
  }
}
