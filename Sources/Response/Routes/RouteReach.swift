package import GeoFiles
package import Geodesy
internal import Units

/// How long an aircraft takes from one base to every place of a ground.
package struct RouteReach: Sendable {
  /// Where the places lie: rows from north to south, as the ground has them.
  package let frame: GridFrame
  /// Seconds to fly over each place at the clearance, from the ground at the base, row by row; infinite where no way leads.
  package let overhead: [Float]
  /// Seconds until the ground at each place is reached, row by row; infinite where no way leads.
  package let landed: [Float]
  /// Of all times, seconds from the ground at the base to the clearance over it.
  let takeOff: Double
  /// From a place to the next, in posts of the ground.
  let step: Double
  /// What brings an aircraft down from the ground that counts at the places to the true one; nil where they are the same.
  let descent: Descent?

  /// Down from places that stand for the highest ground around them.
  struct Descent: Sendable {
    /// The lowest altitude over each place, m, row by row.
    var floors: [Float]
    /// From each altitude.
    var table: DescentTable
    /// Of the aircraft, m.
    var clearance: Double
  }

  /// The times over a ground.
  ///
  /// The aircraft climbs as soon and descends as late as it can, at one of several cruising altitudes: the best of them counts
  /// at each place. Where ground on the way is so high that the descent from it takes longer than the way, it circles down.
  /// With several posts to a place, each place is as high as the highest of them as far as the next place, and times are later
  /// than with all posts, or the same.
  /// - Parameters:
  ///   - step: From a place to the next, in posts of the ground: 1 for each post.
  ///   - altitudes: How many cruising altitudes to try.
  /// - Throws: ``RouteError`` when the base cannot be started from.
  /// - Complexity: proportional to the posts and the altitudes.
  package static func times(
    from base: Position, _ aircraft: RouteAircraft, wind: RouteWind = .calm, areas: [RouteArea] = [],
    over ground: RouteGround, step: Int = 1, altitudes: Int = 8
  ) throws(RouteError) -> RouteReach {
    let question = try RouteQuestion(ground, aircraft, wind, areas, near: base)
    let first = try Route.altitude(over: base, named: "base", question)
    let lowest = min(ground.lowest + question.clearance, first)
    let column = AirColumn(
      aircraft, wind, lowest: lowest, step: 150, marks: [first] + RouteSearch.marks(question))
    let grid = try RouteGrid(ground, step: Double(max(1, step)))
    let floors = try grid.ceilings(question.clearance, areas, isSafe: true)
    let start = column.level(of: first)
    let place = grid.point(ofGround: try ground.cells(of: [base])[0])
    let down = VerticalClock(column, from: 0, steps: column.descents, cap: column.altitudes.count - 1)
    let takeOff = question.clearance / aircraft.climb.value(at: first)
    var overhead = [Float](repeating: .infinity, count: floors.count)
    var landed = overhead
    for cap in caps(column, start, altitudes) {
      let field = ArrivalField(
        grid: grid, floors: floors, start: place,
        clock: VerticalClock(column, from: start, steps: column.climbs, cap: cap),
        speeds: SpeedTable(
          column, levels: start...max(start, cap), lowest: start, isBest: false, sign: 1, north: grid.north))
      let circling = field.circling(down, floors)
      for node in floors.indices where field.nodes[node].seconds < 1e8 {
        let altitude = Double(floors[node])
        let over = takeOff + field.nodes[node].seconds + circling[node]
        let landing = question.clearance / aircraft.descent.value(at: altitude)
        overhead[node] = min(overhead[node], Float(over))
        landed[node] = min(landed[node], Float(over + landing))
      }
    }
    var frame = ground.frame
    (frame.rows, frame.columns) = (grid.rows, grid.columns)
    frame.stepX *= grid.step
    frame.stepY *= grid.step
    return RouteReach(
      frame: frame, overhead: overhead, landed: landed, takeOff: takeOff, step: grid.step,
      descent: grid.step > 1 ? Descent(floors, down, question.clearance) : nil)
  }

  /// The levels to cruise at: who stays lower goes around high ground, and has less to descend behind it.
  private static func caps(_ column: AirColumn, _ start: Int, _ count: Int) -> [Int] {
    let top = column.altitudes.count - 1
    guard top > start, count > 1 else { return [top] }
    var caps = Set((0..<count).map { start + (top - start) * $0 / (count - 1) })
    // And where an airspeed or a tailwind is greatest.
    let best = (start...top).max { column.airspeeds[$0] < column.airspeeds[$1] }
    if let best { caps.insert(best) }
    let windy = (start...top).max { a, b in
      let (x, y) = (column.winds[a], column.winds[b])
      return x.east * x.east + x.north * x.north < y.east * y.east + y.north * y.north
    }
    if let windy { caps.insert(windy) }
    return caps.sorted()
  }
}

extension ArrivalField {
  /// Seconds that an aircraft circles over each node until it is down at the node's floor, after the highest ground before it.
  /// - Parameter down: Seconds from each altitude to the lowest.
  func circling(_ down: VerticalClock, _ floors: [Float]) -> [Double] {
    // Who descends in no time, and over flat ground, circles nowhere.
    let highest = nodes.reduce(-Float.infinity) { $1.seconds < 1e8 && $1.floor > $0 ? $1.floor : $0 }
    guard highest.isFinite, down.time(to: Double(highest)) > 0.05 else {
      return [Double](repeating: 0, count: nodes.count)
    }
    let table = DescentTable(down, to: Double(highest))
    // The lowest altitude over each node at its time, as seconds of descent to the lowest of all.
    var height = [Double](repeating: 0, count: nodes.count)
    var circling = height
    for entry in order {
      let node = Int(entry)
      let (row, column) = (node / grid.columns, node % grid.columns)
      let own = table.seconds(from: floors[node])
      let anchor = nodes[node].anchor
      let (y, x) =
        anchor < 0
        ? (start.cell.y, start.cell.x) : (Double(Int(anchor) / grid.columns), Double(Int(anchor) % grid.columns))
      let (dy, dx) = (y - Double(row), x - Double(column))
      let length = max(abs(dx), abs(dy))
      height[node] = own
      guard length > 0 else { continue }
      let before =
        length <= 1 && anchor < 0
        ? node
        : min(max(row + Int((dy / max(length, 1)).rounded()), 0), grid.rows - 1) * grid.columns
          + min(max(column + Int((dx / max(length, 1)).rounded()), 0), grid.columns - 1)
      if before != node, nodes[before].seconds < nodes[node].seconds {
        height[node] = max(own, height[before] - (nodes[node].seconds - nodes[before].seconds))
      }
      circling[node] = height[node] - own
    }
    return circling
  }
}
