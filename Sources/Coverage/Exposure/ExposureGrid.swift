internal import Foundation
public import GeoFiles
public import Geodesy
public import Units

/// A grid of longitudes and latitudes on which routes are searched, with what a metre of path in each cell counts.
public struct ExposureGrid: Sendable {
  /// Where the cells lie: WGS 84, rows from north to south; longitudes may exceed ±180°.
  public let frame: GridFrame
  /// What a metre of path through each cell counts, zero or more, row by row: the share of it that is seen, 0 to 1, or
  /// whatever adds up along a way.
  public var seen: [Float]
  /// The same by the direction of the path (``directions``), where it depends on that: then ``seen`` is not used. Empty where
  /// it does not.
  public var seenByDirection: [[Float]] = []
  /// The directions of ``seenByDirection``: azimuths by the grid's rows and columns, degrees from 0 to less than 180. A path
  /// counts the same both ways.
  public static var directions: [Double] { GridMove.directions.map(\.degrees) }
  /// Whether an aircraft can be in each cell; row by row.
  public var isOpen: [Bool]
  /// Metres from a column to the next, by row.
  let across: [Double]
  /// Metres from a row to the next, by the upper row.
  let down: [Double]

  /// A grid in which every cell is open and nothing is seen.
  /// - Parameter frame: In degrees of WGS 84, between 85° south and north.
  public init(frame: GridFrame) {
    self.frame = frame
    seen = [Float](repeating: 0, count: frame.rows * frame.columns)
    isOpen = [Bool](repeating: true, count: frame.rows * frame.columns)
    func place(_ row: Int, _ column: Int) -> Position {
      Position(
        latitudeDegrees: min(90, max(-90, frame.firstY + Double(row) * frame.stepY)),
        longitudeDegrees: frame.firstX + Double(column) * frame.stepX)
    }
    across = (0..<frame.rows).map { Ellipsoid.wgs84.distance(from: place($0, 0), to: place($0, 1)).metres }
    down = (0..<frame.rows).map { Ellipsoid.wgs84.distance(from: place($0, 0), to: place($0 + 1, 0)).metres }
  }

  /// A grid of roughly square cells that contains some places and a margin around them.
  /// - Parameters:
  ///   - places: One or more.
  ///   - step: The side of a cell.
  ///   - limit: Most cells; the step is widened to stay within it.
  public init(holding places: [Position], margin: Length, step: Length, limit: Int) {
    precondition(!places.isEmpty, "a grid holds one place or more")
    let turned = Self.unrolled(places.map(\.longitudeDegrees))
    let latitudes = places.map(\.latitudeDegrees)
    let metresPerDegree = EarthFigure.metresPerDegree
    let (south, north) = (latitudes.min() ?? 0, latitudes.max() ?? 0)
    let cosine = max(0.08, cos((abs(south) > abs(north) ? south : north) * .pi / 180))
    let margins = (y: margin.metres / metresPerDegree, x: margin.metres / metresPerDegree / cosine)
    let (top, bottom) = (min(85, north + margins.y), max(-85, south - margins.y))
    let (left, right) = (
      (turned.min() ?? 0) - margins.x, min((turned.max() ?? 0) + margins.x, (turned.min() ?? 0) + 359)
    )
    let middle = max(0.08, cos((top + bottom) / 2 * .pi / 180))
    let area = (top - bottom) * (right - left) * middle * metresPerDegree * metresPerDegree
    let side = max(step.metres, (area / Double(max(1, limit))).squareRoot())
    let (stepY, stepX) = (side / metresPerDegree, side / metresPerDegree / middle)
    self.init(
      frame: GridFrame(
        columns: max(2, Int(((right - left) / stepX).rounded(.up))),
        rows: max(2, Int(((top - bottom) / stepY).rounded(.up))),
        firstX: left + stepX / 2, firstY: top - stepY / 2, stepX: stepX, stepY: -stepY, crs: "EPSG:4326"))
  }

  /// Longitudes that run on from behind the widest gap of the circle.
  private static func unrolled(_ longitudes: [Double]) -> [Double] {
    let sorted = longitudes.map { $0 - ($0 / 360).rounded(.down) * 360 }.sorted()
    var (widest, start) = ((sorted.first ?? 0) + 360 - (sorted.last ?? 0), sorted.first ?? 0)
    for (a, b) in zip(sorted, sorted.dropFirst()) where b - a > widest { (widest, start) = (b - a, b) }
    let shift = start > 180 ? 360.0 : 0
    return longitudes.map { longitude in
      let east = longitude - start
      return start + east - (east / 360).rounded(.down) * 360 - shift
    }
  }

  /// The side of a cell in the middle of the grid: the longer one.
  public var step: Length { .metres(max(across[frame.rows / 2], down[frame.rows / 2])) }

  /// The centre of a cell; its longitude may exceed ±180°.
  public func centre(of cell: Int) -> Position {
    Position(
      latitudeDegrees: frame.firstY + Double(cell / frame.columns) * frame.stepY,
      longitudeDegrees: frame.firstX + Double(cell % frame.columns) * frame.stepX)
  }

  /// The cell that holds a place; nil outside.
  public func cell(of place: Position) -> Int? {
    let row = ((place.latitudeDegrees - frame.firstY) / frame.stepY).rounded()
    let middle = frame.firstX + Double(frame.columns - 1) / 2 * frame.stepX
    let longitude = middle + (place.longitudeDegrees - middle).remainder(dividingBy: 360)
    let column = ((longitude - frame.firstX) / frame.stepX).rounded()
    guard row >= 0, row < Double(frame.rows), column >= 0, column < Double(frame.columns) else { return nil }
    return Int(row) * frame.columns + Int(column)
  }

  /// The cells that some lines cross, in order; each edge is a geodesic, sampled every quarter of a cell.
  public func cells(along lines: [[Position]]) -> [Int] {
    var cells: Set<Int> = []
    // Next to a pole a cell has no width.
    let quarter = max(min(across.min() ?? 1, down.min() ?? 1) / 4, 1)
    for line in lines {
      for (a, b) in zip(line, line.dropFirst()) {
        let way = Ellipsoid.wgs84.inverse(from: a, to: b)
        let count = max(1, Int(clamping: min(1e6, way.distance.metres / quarter).rounded(.up)))
        for step in 0...count {
          let place = Ellipsoid.wgs84.direct(
            from: a, azimuth: way.azimuth, distance: way.distance * (Double(step) / Double(count))
          ).position
          if let cell = cell(of: place) { cells.insert(cell) }
        }
      }
    }
    return cells.sorted()
  }

  /// The cells at the edge of the grid, in order.
  public var edge: [Int] {
    seen.indices.filter { cell in
      let (row, column) = (cell / frame.columns, cell % frame.columns)
      return row == 0 || column == 0 || row == frame.rows - 1 || column == frame.columns - 1
    }
  }
}
