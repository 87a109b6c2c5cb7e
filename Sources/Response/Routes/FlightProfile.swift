internal import Units

/// The fastest way to fly a line: at which altitude over each place, and when.
///
/// A shortest path over the places of the line and levels of altitude. A climb or descent from one level to another goes on
/// over as many intervals as it takes at the greatest rate, so that it costs no time but where there is not the room for it;
/// there the aircraft slows down or circles. Ground, ceiling and closed altitudes hold on every interval as a whole.
/// - Complexity: O(intervals × levels).
struct FlightProfile {
  /// A place and an altitude on the way.
  struct Vertex {
    /// Index of the place on the line.
    var place: Int
    var altitude: Double
    /// Seconds since the first.
    var seconds: Double
  }

  /// From the first place to the last; between two of them altitude and time are linear in the distance.
  let vertices: [Vertex]
  /// Seconds in all.
  var seconds: Double { vertices[vertices.count - 1].seconds }

  private static let blocked = 1e12

  init(vertices: [Vertex]) { self.vertices = vertices }

  /// The fastest profile; nil where the line cannot be flown.
  /// - Parameters:
  ///   - line: The line.
  ///   - column: The levels; the first and last altitude are of them.
  ///   - first: Level over the first place.
  ///   - last: Level over the last place.
  init?(_ line: RouteLine, _ column: AirColumn, from first: Int, to last: Int) {
    let count = line.lengths.count
    let levels = column.altitudes.count
    guard count > 0 else {
      guard let vertical = Self.vertical(column, first, last) else { return nil }
      vertices = vertical
      return
    }
    let moves = FlightMoves(column, line)
    // Seconds of each interval in level flight.
    var level = [Double](repeating: Self.blocked, count: levels * count)
    for index in 0..<levels {
      for place in 0..<count {
        let speed = AirColumn.groundSpeed(
          column.airspeeds[index], column.winds[index], sine: line.sines[place], cosine: line.cosines[place])
        if speed > 0 { level[index * count + place] = line.lengths[place] / speed }
      }
    }
    var best = [Double](repeating: .infinity, count: (count + 1) * levels)
    var before = [Int32](repeating: -1, count: (count + 1) * levels)
    best[first] = 0
    var ends = [Int](repeating: 0, count: moves.from.count)
    for place in 0...count {
      let here = place * levels
      // On the spot: up, then down.
      for index in 0..<levels - 1 where best[here + index] < .infinity && Self.holds(column, index) {
        let time = best[here + index] + column.climbs[index]
        if time < best[here + index + 1], place == 0 || place == count || !Self.isClosed(line, place, column, index) {
          best[here + index + 1] = time
          before[here + index + 1] = Int32(truncatingIfNeeded: here + index)
        }
      }
      for index in stride(from: levels - 1, to: 0, by: -1)
      where best[here + index] < .infinity && Self.holds(column, index - 1) {
        let time = best[here + index] + column.descents[index - 1]
        if time < best[here + index - 1], Self.isAbove(line, place, column.altitudes[index - 1]),
          !Self.isClosed(line, place, column, index - 1)
        {
          best[here + index - 1] = time
          before[here + index - 1] = Int32(truncatingIfNeeded: here + index)
        }
      }
      guard place < count else { break }
      let bands = line.closed[place]
      for index in 0..<levels where best[here + index] < .infinity {
        let altitude = column.altitudes[index]
        guard altitude >= line.floors[place] - 1e-6,
          !bands.contains(where: { $0.lowerBound < altitude && altitude < $0.upperBound })
        else { continue }
        let time = best[here + index] + level[index * count + place]
        let next = here + levels + index
        if time < best[next], time < Self.blocked {
          best[next] = time
          before[next] = Int32(truncatingIfNeeded: here + index)
        }
      }
      for move in ends.indices {
        let reached = best[here + moves.from[move]]
        guard reached < .infinity else { continue }
        let (row, least) = (moves.clock[move], moves.least[move])
        var end = max(ends[move], place + 1)
        let begin = moves.seconds[row + place]
        while end < count, moves.seconds[row + end] - begin < least { end += 1 }
        ends[move] = end
        // To the place at which the climb is done, and to the one before it, slower.
        for stop in max(place + 1, end - 1)...end {
          // Of equal times the one with the least climbing counts: a hundredth of a second for a kilometre.
          let time = reached + max(moves.seconds[row + stop] - begin, least) + least * 1e-4
          let next = stop * levels + moves.to[move]
          guard time < best[next], time < Self.blocked, moves.clears(move, line, column, from: place, to: stop) else {
            continue
          }
          best[next] = time
          before[next] = Int32(truncatingIfNeeded: here + moves.from[move])
        }
      }
    }
    let goal = count * levels + last
    guard best[goal] < .infinity else { return nil }
    var way: [Vertex] = []
    var state = goal
    while state >= 0 {
      way.append(Vertex(place: state / levels, altitude: column.altitudes[state % levels], seconds: best[state]))
      state = Int(before[state])
    }
    vertices = way.reversed()
  }

  /// The time of the fastest profile where speed does not depend on altitude, no air moves and no area is near; nil elsewhere
  /// and where the line cannot be flown.
  ///
  /// Then height costs nothing but the time to reach it and to come down: the time is that of the longest chain of climb to an
  /// interval, flight, and descent from one.
  static func time(_ line: RouteLine, _ column: AirColumn, up: VerticalClock, down: VerticalClock) -> Double? {
    chain(line, line.lengths.map { $0 / column.airspeeds[0] }, up: up, down: down)
  }

  /// The longest chain of climb to an interval, flight, and descent from one; nil where some cannot be climbed to.
  /// - Parameter seconds: Of each interval.
  static func chain(_ line: RouteLine, _ seconds: [Double], up: VerticalClock, down: VerticalClock) -> Double? {
    var (out, longest) = (0.0, 0.0)
    var back = [Double](repeating: 0, count: line.lengths.count + 1)
    for interval in line.lengths.indices.reversed() {
      back[interval] = max(back[interval + 1], down.time(to: line.floors[interval])) + seconds[interval]
    }
    for interval in line.lengths.indices {
      out = max(out, up.time(to: line.floors[interval]))
      longest = max(longest, out + back[interval])
      out += seconds[interval]
    }
    return max(longest, out, up.time(to: down.altitudes[0])) < .infinity
      ? max(longest, out, up.time(to: down.altitudes[0]), down.time(to: up.altitudes[0])) : nil
  }

  private static func vertical(_ column: AirColumn, _ first: Int, _ last: Int) -> [Vertex]? {
    var way = [Vertex(place: 0, altitude: column.altitudes[first], seconds: 0)]
    var (level, time) = (first, 0.0)
    while level != last {
      let lower = last > level ? level : level - 1
      guard holds(column, lower) else { return nil }
      time += last > level ? column.climbs[lower] : column.descents[lower]
      level += last > level ? 1 : -1
      way.append(Vertex(place: 0, altitude: column.altitudes[level], seconds: time))
    }
    return way
  }

  /// Whether an aircraft can stay over a place between a level and the next.
  private static func holds(_ column: AirColumn, _ level: Int) -> Bool {
    (level...level + 1).allSatisfy {
      let wind = column.winds[$0]
      return wind.east * wind.east + wind.north * wind.north < column.airspeeds[$0] * column.airspeeds[$0]
    }
  }

  /// Whether an altitude clears the ground on both sides of a place.
  private static func isAbove(_ line: RouteLine, _ place: Int, _ altitude: Double) -> Bool {
    let before = place > 0 ? line.floors[place - 1] : -.infinity
    let after = place < line.floors.count ? line.floors[place] : -.infinity
    // At an end the aircraft comes from above, to the end's own altitude.
    return altitude >= min(before, after) - 1e-6 || place == 0 || place == line.floors.count
  }

  /// Whether an area closes what is between a level and the next, at a place.
  private static func isClosed(_ line: RouteLine, _ place: Int, _ column: AirColumn, _ level: Int) -> Bool {
    let (low, high) = (column.altitudes[level], column.altitudes[level + 1])
    return [place - 1, place].contains { interval in
      guard line.closed.indices.contains(interval) else { return false }
      return line.closed[interval].contains { $0.lowerBound < high && low < $0.upperBound }
    }
  }
}
