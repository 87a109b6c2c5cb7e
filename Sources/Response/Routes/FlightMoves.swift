/// Climbs and descents from one level to another along a line, and what ground and areas leave of them.
struct FlightMoves {
  /// The levels that they lead between.
  private(set) var from: [Int] = []
  private(set) var to: [Int] = []
  /// Seconds that they take at the greatest rate.
  private(set) var least: [Double] = []
  /// Where in ``seconds`` the clock of each begins: several share one.
  private(set) var clock: [Int] = []
  /// Clocks: seconds from the line's start to each place at the speed of some altitude.
  private(set) var seconds: [Double] = []

  /// For each level and interval the next interval, itself or later, whose ground is above the level.
  private var nextGround: [Int32] = []
  /// For each interval the next that has closed altitudes.
  private var nextClosed: [Int32] = []

  /// Moves of several sizes up and down from each level: to the next, by about 100, 300 and 1,000 m and as far as speed over the
  /// ground hardly changes.
  init(_ column: AirColumn, _ line: RouteLine) {
    addMoves(column, line)
    let count = line.lengths.count
    let none = Int32(truncatingIfNeeded: count)
    nextClosed = [Int32](repeating: none, count: count + 1)
    for interval in stride(from: count - 1, through: 0, by: -1) {
      nextClosed[interval] =
        line.closed[interval].isEmpty ? nextClosed[interval + 1] : Int32(truncatingIfNeeded: interval)
    }
    nextGround = [Int32](repeating: none, count: (count + 1) * column.altitudes.count)
    for (level, altitude) in column.altitudes.enumerated() {
      let row = level * (count + 1)
      for interval in stride(from: count - 1, through: 0, by: -1) {
        let clears = altitude >= line.floors[interval] - 1e-6
        nextGround[row + interval] = clears ? nextGround[row + interval + 1] : Int32(truncatingIfNeeded: interval)
      }
    }
  }

  private mutating func addMoves(_ column: AirColumn, _ line: RouteLine) {
    let levels = column.altitudes
    var clocks: [SIMD2<Int>: Int] = [:]
    for level in levels.indices.dropLast() {
      var tops: [Int] = []
      for gap in [0.0, 100, 300, 1000] {
        let top = levels.indices.first { $0 > level && levels[$0] - levels[level] >= gap } ?? levels.count - 1
        if !tops.contains(top), top == level + 1 || Self.isEven(column, level...top) { tops.append(top) }
      }
      // And as far as it goes.
      var far = tops[tops.count - 1]
      while far + 1 < levels.count, Self.isEven(column, level...far + 1) { far += 1 }
      if !tops.contains(far) { tops.append(far) }
      for top in tops {
        let middle = (level + top) / 2
        let pair = SIMD2(middle, (level + top) % 2 == 1 ? middle + 1 : middle)
        let begin = clocks[pair] ?? addClock(column, line, pair)
        clocks[pair] = begin
        from += [level, top]
        to += [top, level]
        least += [column.climbs[level..<top].reduce(0, +), column.descents[level..<top].reduce(0, +)]
        clock += [begin, begin]
      }
    }
  }

  /// A clock at the mean of two levels' airspeeds and winds.
  /// - Returns: Where it begins.
  private mutating func addClock(_ column: AirColumn, _ line: RouteLine, _ pair: SIMD2<Int>) -> Int {
    let begin = seconds.count
    let airspeed = (column.airspeeds[pair.x] + column.airspeeds[pair.y]) / 2
    let wind = (
      east: (column.winds[pair.x].east + column.winds[pair.y].east) / 2,
      north: (column.winds[pair.x].north + column.winds[pair.y].north) / 2
    )
    var sum = 0.0
    seconds.append(sum)
    for place in line.lengths.indices {
      let speed = AirColumn.groundSpeed(airspeed, wind, sine: line.sines[place], cosine: line.cosines[place])
      sum += speed > 0 ? line.lengths[place] / speed : 1e12
      seconds.append(sum)
    }
    return begin
  }

  /// Whether airspeed and wind change by less than a fiftieth of the airspeed over some levels.
  private static func isEven(_ column: AirColumn, _ levels: ClosedRange<Int>) -> Bool {
    func spread(_ value: (Int) -> Double) -> Double {
      var (low, high) = (Double.infinity, -Double.infinity)
      for level in levels {
        let value = value(level)
        low = min(low, value)
        high = max(high, value)
      }
      return high - low
    }
    let change =
      spread { column.airspeeds[$0] } + spread { column.winds[$0].east } + spread { column.winds[$0].north }
    return change < 0.02 * (column.airspeeds[levels].min() ?? 0)
  }

  /// Whether the way of a move from place to place clears ground and areas: on each interval at the lower of its ends.
  func clears(_ move: Int, _ line: RouteLine, _ column: AirColumn, from start: Int, to end: Int) -> Bool {
    let (first, last) = (from[move], to[move])
    let count = line.lengths.count
    if nextGround[max(first, last) * (count + 1) + start] < end { return false }
    if nextGround[min(first, last) * (count + 1) + start] >= end, nextClosed[start] >= end { return true }
    let (low, high) = (column.altitudes[first], column.altitudes[last])
    let row = clock[move]
    let (begin, whole) = (seconds[row + start], seconds[row + end] - seconds[row + start])
    for interval in start..<end {
      let a = low + (high - low) * (seconds[row + interval] - begin) / whole
      let b = low + (high - low) * (seconds[row + interval + 1] - begin) / whole
      let (bottom, top) = a < b ? (a, b) : (b, a)
      guard bottom >= line.floors[interval] - 1e-6,
        !line.closed[interval].contains(where: { $0.lowerBound < top && bottom < $0.upperBound })
      else { return false }
    }
    return true
  }
}
