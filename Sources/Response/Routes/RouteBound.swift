internal import Foundation
internal import Geodesy
internal import Units

/// A proof of how short a route could be at best.
///
/// Whatever way an aircraft takes, it crosses a line that parts start from end, and up to there it took at least u, from there
/// at least w, where u and w are functions of place that rise, along any velocity it can have there and then, by no more
/// than a second a second. Such functions are made from the times of two searches in which the ground is lower than it is
/// (each cell as low as its lowest place) and climbs are as fast as anywhere between two levels: linear on the two triangles of
/// each cell, lowered where their slope is too steep until none is. The proof does not depend on how good the searches are;
/// only the tightness does.
///
/// The velocities that count at a place and time t are those at all altitudes from the lowest that is legal there to the
/// highest that can be reached by t. Where u is below the time that the climb to the place's lowest legal altitude takes,
/// nothing has to hold: no aircraft is there by then.
struct RouteBound {
  private let search: RouteSearch
  private let cells: [Float]
  /// Which cells a route as good as the best one found can cross, in any order.
  private let open: [Int]
  /// Fastest airspeed of the levels from one to another.
  private let fastest: [[Double]]
  private let widths: [Double]

  /// Seconds of the best route that is known; infinite where none is.
  private let known: Double

  /// - Parameters:
  ///   - known: Seconds of the best route that is known; infinite where none is.
  ///   - isOpen: Whether a better route may cross each cell, as far as that is known.
  init(_ search: RouteSearch, known: Double, isOpen: [Bool]? = nil) throws(RouteError) {
    self.search = search
    self.known = known
    let (grid, column) = (search.grid, search.column)
    var cells = try grid.cellFloors(search.question.clearance, search.question.areas, where: isOpen)
    let levels = column.airspeeds.indices
    fastest = levels.map { low in
      var best = 0.0
      return levels.map { high in
        if high >= low { best = max(best, column.airspeeds[high]) }
        return best
      }
    }
    let speed = levels.map { column.airspeeds[$0] + Self.length(column.winds[$0]) }.max() ?? 0
    let ends = try search.grid.ground.cells(of: [search.start, search.end]).map(grid.point)
    var isNear = [Bool](repeating: false, count: grid.rows * grid.columns)
    let slack = 4 * grid.finest + 2 * abs(grid.radii[grid.rows / 2]) * grid.columnAngle
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let way = grid.distance(ends[0], row: row, column: column) + grid.distance(ends[1], row: row, column: column)
        isNear[row * grid.columns + column] = way - slack <= known * speed
      }
    }
    var open: [Int] = []
    let top = Float(column.altitudes[column.altitudes.count - 1])
    for row in 0..<grid.rows - 1 {
      for column in 0..<grid.columns - 1 {
        let node = row * grid.columns + column
        let cell = row * (grid.columns - 1) + column
        guard cells[cell] <= top else { continue }
        if isNear[node] || isNear[node + 1] || isNear[node + grid.columns] || isNear[node + grid.columns + 1] {
          open.append(node)
        } else {
          cells[cell] = .infinity
        }
      }
    }
    self.open = open
    self.cells = cells
    widths = grid.radii.map { $0 * grid.columnAngle }
  }

  private static func length(_ wind: (east: Double, north: Double)) -> Double {
    (wind.east * wind.east + wind.north * wind.north).squareRoot()
  }

  /// What a proof comes to.
  struct Proof {
    /// Seconds, between the altitudes over the ends, that no route is below.
    var least: Double
    /// Whether a route that is faster than the best known one may cross each cell of the grid.
    var isOpen: [Bool]
  }

  /// The time that no route is below, and where faster ones than the known one could be.
  func proof() throws(RouteError) -> Proof {
    let floors = search.grid.loosened(cells)
    let out = try certified(floors, isReversed: false)
    let back = try certified(floors, isReversed: true)
    let loss = out.loss + back.loss
    let columns = search.grid.columns
    var proof = Proof(least: 0, isOpen: [Bool](repeating: false, count: cells.count))
    // Both functions are linear on the triangles of a cell: no place of it has less than the least of its corners.
    for node in open {
      let corners = [node, node + 1, node + columns, node + columns + 1]
      let least = corners.reduce(Double.infinity) { min($0, out.values[$1] + back.values[$1]) }
      if least < .infinity, least - loss <= known { proof.isOpen[node - node / columns] = true }
    }
    guard let startNode = try node(of: search.start), let endNode = try node(of: search.end) else { return proof }
    func share(_ node: Int) -> Double { out.values[node] - back.values[node] }
    let (low, high) = (share(startNode), share(endNode))
    guard low.isFinite, high.isFinite, low < high else { return proof }
    // Lines that part start from end, and the least that any crossing of each takes.
    let parts = 16
    func level(_ part: Int) -> Double { low + (high - low) * Double(part) / Double(parts) }
    var least = [Double](repeating: .infinity, count: parts)
    for node in open {
      for corners in [(node, node + 1, node + columns + 1), (node, node + columns, node + columns + 1)] {
        let (a, b, c) = (share(corners.0), share(corners.1), share(corners.2))
        let (bottom, top) = (min(a, b, c), max(a, b, c))
        guard bottom.isFinite, top.isFinite else { continue }
        var part = max(1, Int(clamping: max(((bottom - low) / (high - low) * Double(parts)).rounded(.up), 0)))
        while part < parts, level(part) <= top {
          for corner in [corners.0, corners.1, corners.2] {
            least[part] = min(least[part], out.values[corner] + back.values[corner])
          }
          part += 1
        }
      }
    }
    for part in 1..<parts where least[part] < .infinity {
      // All corners of the cells of both ends lie on their own sides.
      guard
        [0, 1, columns, columns + 1].allSatisfy({
          share(startNode + $0) < level(part) && share(endNode + $0) > level(part)
        })
      else { continue }
      proof.least = max(proof.least, least[part])
    }
    // Where a faster route than the known one cannot be was not looked at.
    proof.least = min(max(0, proof.least - loss), known)
    return proof
  }

  /// The node at the upper left of a place.
  private func node(of place: Position) throws(RouteError) -> Int? {
    let cell = try search.grid.ground.cells(of: [place])[0]
    guard !cell.x.isNaN else { return nil }
    let grid = search.grid
    return min(Int(cell.y / grid.step), grid.rows - 2) * grid.columns + min(Int(cell.x / grid.step), grid.columns - 2)
  }

  /// A function that rises by no more than a second a second, and what it may be too high by at a place.
  private func certified(_ floors: [Float], isReversed: Bool) throws(RouteError) -> (values: [Double], loss: Double) {
    let field = try search.field(floors: floors, isReversed: isReversed, isLoose: true)
    let clock = search.clock(isReversed: isReversed, isLoose: true)
    let (grid, column) = (search.grid, search.column)
    let columns = grid.columns
    var values = field.seconds
    let sign = isReversed ? -1.0 : 1
    // Around the start the least time of straight lines, which needs no proof.
    let edge = hypot(grid.finest, widths[min(Int(field.start.cell.y), grid.rows - 1)])
    let radius = 10 * edge
    var inside: Set<Int> = []
    for row in 0..<grid.rows where abs(grid.northings[row] - field.start.northing) <= radius {
      for column in 0..<columns where grid.distance(field.start, row: row, column: column) <= radius {
        if values[row * columns + column] < .infinity { inside.insert(row * columns + column) }
      }
    }
    let top = above(clock.altitude(after: inside.map { values[$0] }.max() ?? 0))
    let loss: Double
    if let near = Nearness(column, upTo: top, sign: sign, north: grid.north, error: grid.northError) {
      for node in inside {
        let east = (Double(node % columns) - field.start.cell.x) * widths[node / columns]
        values[node] = near.least(
          grid.distance(field.start, row: node / columns, column: node % columns), east: east,
          north: grid.northings[node / columns] - field.start.northing)
      }
      loss = near.error(edge: edge, radius: radius)
    } else {
      (inside, loss) = ([], 0)
    }
    var isInside = [Bool](repeating: false, count: values.count)
    for node in inside { isInside[node] = true }
    let reached = open.filter { node in
      values[node] < .infinity && values[node + 1] < .infinity && values[node + columns] < .infinity
        && values[node + columns + 1] < .infinity
    }
    // The steepest rise by the values that it happens at, in even parts.
    var (least, most) = (Double.infinity, 0.0)
    for node in reached {
      for corner in [node, node + 1, node + columns, node + columns + 1] {
        least = min(least, values[corner])
        most = max(most, values[corner])
      }
    }
    guard least < most else { return (values, loss) }
    let width = max((most - least) / 2000, 1e-9)
    var steepest = [Double](repeating: 1, count: 2002)
    for node in reached {
      let row = node / columns
      let floor = Double(cells[row * (columns - 1) + node % columns])
      let needed = clock.time(to: floor)
      let low = below(floor)
      for isUpper in [true, false] {
        let (second, third) = (isUpper ? node + 1 : node + columns, node + columns + 1)
        let triangle = Triangle(
          first: values[node], second: values[second], third: values[third],
          width: min(widths[row], widths[row + 1]), height: grid.northings[row + 1] - grid.northings[row],
          isUpper: isUpper)
        let high = triangle.highest
        guard high > needed, !(isInside[node] && isInside[second] && isInside[third]) else { continue }
        let rise = rise(triangle, row, low, above(clock.altitude(after: high)), sign)
        guard rise > 1 else { continue }
        for part in Int((triangle.lowest - least) / width)...Int((high - least) / width) {
          steepest[part] = max(steepest[part], rise)
        }
      }
    }
    // Where it rises too fast, time is counted slower.
    var counted = [least]
    for part in steepest { counted.append(counted[counted.count - 1] + width / part) }
    for node in values.indices where values[node] > least && values[node] < .infinity {
      let place = min((values[node] - least) / width, 2000.999)
      let part = Int(place)
      values[node] = counted[part] + (counted[part + 1] - counted[part]) * (place - Double(part))
    }
    return (values, loss)
  }

  /// How many seconds a second a function rises along the best velocity, at most.
  private func rise(_ triangle: Triangle, _ row: Int, _ low: Int, _ high: Int, _ sign: Double) -> Double {
    let (grid, column) = (search.grid, search.column)
    let (x, y) = (triangle.slopeX, triangle.slopeY)
    let length = (x * x + y * y).squareRoot()
    if column.isCalm { return length * fastest[low][max(low, high)] }
    let ratio = min(widths[row], widths[row + 1]) / max(widths[row], widths[row + 1])
    let (sine, cosine) = (sin(grid.north), cos(grid.north))
    var steepest = 0.0
    for level in low...max(low, high) {
      let wind = column.winds[level]
      // The wind on the grid's axes.
      let (east, north) = (
        (wind.east * cosine - wind.north * sine) * sign, (wind.east * sine + wind.north * cosine) * sign
      )
      let speed = column.airspeeds[level] + Self.length(wind) * grid.northError
      // Columns are narrower in one of the rows: the wind counts as where it carries further.
      steepest = max(steepest, speed * length + max(east * x, east * x * ratio) + north * y)
    }
    return steepest
  }

  /// The highest level that is not above an altitude.
  private func below(_ altitude: Double) -> Int {
    max(0, (search.column.altitudes.firstIndex { $0 > altitude } ?? search.column.altitudes.count) - 1)
  }

  /// The lowest level that is not below an altitude.
  private func above(_ altitude: Double) -> Int {
    search.column.altitudes.firstIndex { $0 >= altitude } ?? search.column.altitudes.count - 1
  }
}
