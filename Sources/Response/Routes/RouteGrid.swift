internal import Foundation
internal import GeoFiles
internal import Geodesy
internal import Units

/// The nodes between which routes are sought: places on a grid and the distances between them.
///
/// On a grid of degrees a distance is the chord between two places of the ellipsoid, lengthened to its arc, from tables by row
/// and by difference of columns: one square root, and the same at every latitude. On a grid of metres the scale is that of
/// each row.
struct RouteGrid {
  let ground: RouteGround
  let rows: Int
  let columns: Int
  /// From a node to the next, in posts of the ground.
  let step: Double
  /// Distance from the axis by row, m; on a grid of metres the width of a column.
  let radii: [Double]
  /// Height over the equator's plane by row, or northing along the grid, m.
  let heights: [Double]
  /// Northing along the meridian, or the grid, m.
  let northings: [Double]
  /// Four times the squared sine of half the angle between columns; the square of the difference on a grid of metres.
  let turns: [Double]
  /// The angle between columns, radians; 1 on a grid of metres.
  let columnAngle: Double
  /// Lengthens a chord c to c (1 + c² × this).
  let curvature: Double
  /// Azimuth of the grid's north, radians.
  let north: Double
  /// How much it may differ elsewhere, radians.
  let northError: Double

  /// - Parameter step: From a node to the next, in posts: 1/k for k nodes a post, or a whole number of posts.
  init(_ ground: RouteGround, step: Double) throws(RouteError) {
    self.ground = ground
    self.step = step
    let frame = ground.frame
    rows = Int((Double(frame.rows - 1) / step).rounded(.up)) + 1
    columns = Int((Double(frame.columns - 1) / step).rounded(.up)) + 1
    var (radii, heights, northings) = ([Double](), [Double](), [Double]())
    if ground.isDegrees {
      columnAngle = frame.stepX * step * .pi / 180
      for row in 0..<rows {
        let latitude = frame.firstY + Double(row) * step * frame.stepY
        let place = Self.meridian(latitude)
        radii.append(place.radius)
        heights.append(place.height)
        let before = latitude - step * frame.stepY
        northings.append(row == 0 ? 0 : northings[row - 1] + Self.arc(Self.meridian(before), place, up: -frame.stepY))
      }
      turns = (0..<columns).map { [columnAngle] in
        let sine = sin(Double($0) * columnAngle / 2)
        return 4 * sine * sine
      }
      curvature = 1 / (24 * 6.371e6 * 6.371e6)
      (north, northError) = (0, 0)
    } else {
      columnAngle = 1
      let middle = Double(frame.columns - 1) / 2
      var azimuths: [Double] = []
      for row in 0..<rows {
        let here = min(Double(row) * step, Double(frame.rows - 1))
        guard let a = try ground.position(column: middle, row: here),
          let b = try ground.position(column: middle + step, row: here),
          let c = try ground.position(column: middle, row: here - step)
        else { throw RouteError(.terrain, "a row of the terrain lies nowhere on the Earth") }
        radii.append(Ellipsoid.wgs84.distance(from: a, to: b).metres)
        let up = Ellipsoid.wgs84.inverse(from: a, to: c)
        northings.append(row == 0 ? 0 : northings[row - 1] - up.distance.metres)
        azimuths.append(up.azimuth.radians)
      }
      for (column, row) in [(0.0, 0.0), (0, 1), (1, 0), (1, 1)] {
        let (x, y) = (column * Double(frame.columns - 1), row * Double(frame.rows - 1))
        guard let a = try ground.position(column: x, row: y), let b = try ground.position(column: x, row: y - 1)
        else { continue }
        azimuths.append(Ellipsoid.wgs84.inverse(from: a, to: b).azimuth.radians)
      }
      let centre = azimuths[rows / 2]
      north = centre
      northError = azimuths.map { abs(($0 - centre).remainder(dividingBy: 2 * .pi)) }.max() ?? 0
      heights = northings
      turns = (0..<columns).map { Double($0) * Double($0) }
      curvature = 0
    }
    self.radii = radii
    self.heights = heights
    self.northings = northings
  }

  /// Distance from the axis, and over the equator's plane, of a latitude on the ellipsoid, m.
  static func meridian(_ latitudeDegrees: Double) -> (radius: Double, height: Double) {
    let (a, f) = (EarthFigure.semiMajorAxis.metres, EarthFigure.flattening)
    let (sine, cosine) = (sin(latitudeDegrees * .pi / 180), cos(latitudeDegrees * .pi / 180))
    let e2 = f * (2 - f)
    let normal = a / (1 - e2 * sine * sine).squareRoot()
    return (normal * max(cosine, 1e-9), normal * (1 - e2) * sine)
  }

  private static func arc(
    _ a: (radius: Double, height: Double), _ b: (radius: Double, height: Double), up: Double
  ) -> Double {
    let chord = hypot(a.radius - b.radius, a.height - b.height)
    return up > 0 ? -chord : chord
  }

  /// A place between the nodes.
  struct Point {
    /// Fractional column and row of the nodes.
    var cell: SIMD2<Double>
    var radius: Double
    var height: Double
    var northing: Double
  }

  /// The point of a cell of the ground.
  func point(ofGround cell: SIMD2<Double>) -> Point {
    let (x, y) = (cell.x / step, cell.y / step)
    let row = min(Int(y), rows - 1)
    let next = min(row + 1, rows - 1)
    let share = y - Double(row)
    func between(_ table: [Double]) -> Double { table[row] + (table[next] - table[row]) * share }
    var point = Point(
      cell: SIMD2(x, y), radius: between(radii), height: between(heights), northing: between(northings))
    if ground.isDegrees {
      (point.radius, point.height) = Self.meridian(ground.frame.firstY + cell.y * ground.frame.stepY)
    }
    return point
  }

  /// What ``turns`` has, for a fractional difference of columns.
  func turn(of difference: Double) -> Double {
    let sine = ground.isDegrees ? 2 * sin(difference * columnAngle / 2) : difference
    return sine * sine
  }

  /// What ``turns`` has, from a point to each column.
  func turns(from point: Point) -> [Double] {
    (0..<columns).map { column in
      let difference = abs(Double(column) - point.cell.x)
      let low = min(Int(difference), columns - 1)
      return Double(low) == difference ? turns[low] : turn(of: difference)
    }
  }

  /// The distance between a point and a node, m.
  func distance(_ point: Point, row: Int, column: Int) -> Double {
    let (dr, dz) = (radii[row] - point.radius, heights[row] - point.height)
    let square = dr * dr + dz * dz + radii[row] * point.radius * turn(of: Double(column) - point.cell.x)
    return square.squareRoot() * (1 + square * curvature)
  }

  /// The distance between two nodes, m.
  @inline(__always)
  func distance(_ rowA: Int, _ columnA: Int, _ rowB: Int, _ columnB: Int) -> Double {
    let difference = columnA - columnB
    let turn = turns[difference < 0 ? -difference : difference]
    let (dr, dz) = (radii[rowA] - radii[rowB], heights[rowA] - heights[rowB])
    let square = dr * dr + dz * dz + radii[rowA] * radii[rowB] * turn
    return square.squareRoot() * (1 + square * curvature)
  }

  /// The shortest distance between neighbours, m.
  var finest: Double {
    let widths = radii.map { $0 * columnAngle }
    let heights = zip(northings, northings.dropFirst()).map { abs($0 - $1) }
    // Near a pole columns meet: a step of them is no measure there.
    let height = heights.min() ?? 1
    return max(min(widths.min() ?? height, height), height / 8)
  }
}
