extension FlightProfile {
  /// The fastest profile where speed does not depend on altitude, no air moves and no area is near; nil where the line cannot be
  /// flown.
  ///
  /// It waits where it must climb before it goes on, and circles down over the end if it is too high there.
  /// - Complexity: O(intervals).
  init?(steady line: RouteLine, _ column: AirColumn, from first: Int, to last: Int) {
    let top = column.altitudes.count - 1
    let up = VerticalClock(column, from: first, steps: column.climbs, cap: top)
    let down = VerticalClock(column, from: last, steps: column.descents, cap: top)
    guard let seconds = Self.time(line, column, up: up, down: down) else { return nil }
    let (start, end) = (column.altitudes[first], column.altitudes[last])
    var samples = [Vertex(place: 0, altitude: start, seconds: 0)]
    var time = 0.0
    for interval in line.lengths.indices {
      let needed = up.time(to: line.floors[interval])
      if needed > time {
        time = needed
        samples.append(Vertex(place: interval, altitude: start, seconds: time))
      }
      time += line.lengths[interval] / column.airspeeds[0]
      samples.append(Vertex(place: interval + 1, altitude: start, seconds: time))
    }
    if seconds > time { samples.append(Vertex(place: line.lengths.count, altitude: end, seconds: seconds)) }
    samples[samples.count - 1].altitude = end
    self = FlightProfile(vertices: samples).settled(line, column)
  }

  /// The same flight at the same times without climbs that nothing asks for: it stays at its altitude until the ground ahead
  /// makes it climb, and until it must go down to be at the end's altitude there. So its highest altitude is the lowest possible.
  ///
  /// Only for a flight of which no time depends on its altitude, with no closed altitudes on its way.
  func settled(_ line: RouteLine, _ column: AirColumn) -> FlightProfile {
    let top = column.altitudes.count - 1
    let climb = VerticalClock(column, from: 0, steps: column.climbs, cap: top)
    let descent = VerticalClock(column, from: 0, steps: column.descents, cap: top)
    var samples = everyPlace(line)
    let last = samples.count - 1
    guard last > 0 else { return self }
    // The lowest altitudes from which the ground ahead can be climbed over, and to which the descent after that behind leads.
    var lowest = samples.indices.map { index -> Double in
      if index == 0 || index == last { return samples[index].altitude }
      let place = samples[index].place
      var floor = -Double.infinity
      if samples[index - 1].place < place { floor = line.floors[place - 1] }
      if samples[index + 1].place > place { floor = max(floor, line.floors[place]) }
      return floor
    }
    for index in stride(from: last - 1, through: 1, by: -1) {
      let seconds = samples[index + 1].seconds - samples[index].seconds
      lowest[index] = max(lowest[index], climb.altitude(after: climb.time(to: lowest[index + 1]) - seconds))
    }
    // And the highest from which the end can be reached.
    var highest = samples[last].altitude
    var limits = [Double](repeating: highest, count: samples.count)
    for index in stride(from: last - 1, through: 1, by: -1) {
      let seconds = samples[index + 1].seconds - samples[index].seconds
      highest = descent.altitude(after: descent.time(to: highest) + seconds)
      limits[index] = highest
    }
    var altitude = samples[0].altitude
    for index in 1..<last {
      altitude = min(max(altitude, lowest[index]), max(limits[index], lowest[index]))
      samples[index].altitude = altitude
    }
    return FlightProfile(vertices: samples)
  }

  /// A vertex at every place of the line, two where it climbs, circles or descends over it.
  private func everyPlace(_ line: RouteLine) -> [Vertex] {
    var along = [0.0]
    for length in line.lengths { along.append(along[along.count - 1] + length) }
    var samples = [vertices[0]]
    for (a, b) in zip(vertices, vertices.dropFirst()) {
      for place in a.place..<b.place where place > a.place {
        let share = (along[place] - along[a.place]) / (along[b.place] - along[a.place])
        samples.append(
          Vertex(
            place: place, altitude: a.altitude + (b.altitude - a.altitude) * share,
            seconds: a.seconds + (b.seconds - a.seconds) * share))
      }
      // Of several vertices over one place the first and the last count.
      if samples.count > 1, samples[samples.count - 1].place == b.place, samples[samples.count - 2].place == b.place {
        samples[samples.count - 1] = b
      } else {
        samples.append(b)
      }
    }
    return samples
  }
}
