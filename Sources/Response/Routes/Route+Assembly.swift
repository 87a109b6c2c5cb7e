internal import Geodesy
internal import Units

extension Route {
  /// The route of a line that is flown.
  static func assemble(
    _ line: RouteLine, _ flown: RouteSearch.Flown, _ question: RouteQuestion, free: Double?, direct: Double?,
    least: Double,
    _ first: Double, _ last: Double
  ) throws(RouteError) -> Route {
    let aircraft = question.aircraft
    let takeOff = question.clearance / aircraft.climb.value(at: first)
    let landing = question.clearance / aircraft.descent.value(at: last)
    let cells = try question.ground.cells(of: line.places)
    let grounds = cells.map { cell -> Length? in
      let height = question.ground.height(cell)
      return height.isFinite ? .metres(height) : nil
    }
    var along = [0.0]
    for length in line.lengths { along.append(along[along.count - 1] + length) }
    func point(_ place: Int, _ altitude: Double, _ seconds: Double) -> Point {
      Point(
        position: line.places[place], altitude: .metres(altitude), time: .seconds(clamping: seconds),
        distance: .metres(along[place]), ground: grounds[place])
    }
    var points = [Point]()
    if question.clearance > 0 { points.append(point(0, first - question.clearance, 0)) }
    let vertices = flown.profile.vertices
    points.append(point(vertices[0].place, vertices[0].altitude, takeOff))
    for (a, b) in zip(vertices, vertices.dropFirst()) {
      if a.place < b.place {
        for place in a.place + 1..<max(b.place, a.place + 1) {
          let share = (along[place] - along[a.place]) / (along[b.place] - along[a.place])
          points.append(
            point(
              place, a.altitude + (b.altitude - a.altitude) * share,
              takeOff + a.seconds + (b.seconds - a.seconds) * share))
        }
      }
      points.append(point(b.place, b.altitude, takeOff + b.seconds))
    }
    let total = takeOff + flown.profile.seconds + landing
    if question.clearance > 0 { points.append(point(line.places.count - 1, last - question.clearance, total)) }
    let bound = min(takeOff + least + landing, total)
    return Route(
      points: points, corners: line.corners.map { line.places[$0] }, distance: .metres(line.length),
      time: .seconds(clamping: total), takeOff: .seconds(clamping: takeOff), landing: .seconds(clamping: landing),
      straightDistance: Ellipsoid.wgs84.distance(from: line.places[0], to: line.places[line.places.count - 1]),
      straightTime: free.map { .seconds(clamping: takeOff + $0 + landing) },
      straightTimeOverGround: direct.map { .seconds(clamping: takeOff + $0 + landing) },
      leastTime: .seconds(clamping: bound), excess: bound > 0 ? total / bound - 1 : 0)
  }
}
