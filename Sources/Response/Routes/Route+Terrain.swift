internal import GeoFiles
public import Geodesy
public import Terrain
public import Units

extension Route {
  /// The fastest route between two places over terrain.
  ///
  /// Over both ends the aircraft climbs and descends vertically between the ground and its clearance, at its rates; between
  /// them it keeps the clearance, its ceiling, and out of areas. Turns take no time. The terrain is read as far around the ends as
  /// a route could be of use; what it does not know is not flown over.
  /// - Parameters:
  ///   - start: Where it takes off.
  ///   - end: Where it lands.
  ///   - aircraft: Airspeed, climb, descent, ceiling and clearance.
  ///   - wind: By altitude.
  ///   - areas: To keep out of, all of them active.
  ///   - terrain: The ground.
  /// - Returns: The best route that was found, and a proof of how short one could be at best (``leastTime``). Both are for the
  ///   ground as the terrain has it, bilinear between its posts.
  /// - Throws: ``RouteError`` that says why there is no route.
  /// - Accuracy: within 0.5 % of the best path of dense graphs (`no path of a dense graph with altitudes beats a route by half
  ///   a percent, and none its bound`).
  public static func find(
    from start: Position, to end: Position, _ aircraft: RouteAircraft, wind: RouteWind = .calm,
    areas: [RouteArea] = [], over terrain: Terrain
  ) throws(RouteError) -> Route {
    let line = Ellipsoid.wgs84.inverse(from: start, to: end)
    let middle = Ellipsoid.wgs84.direct(from: start, azimuth: line.azimuth, distance: line.distance / 2).position
    var radius = line.distance * 0.6 + .kilometres(15)
    while true {
      let (ground, isWhole) = try RouteGround.around(middle, radius, terrain)
      // Whoever leaves the window goes at least so far, at the greatest speed over the ground.
      let beyond = radius * 2 / fastest(aircraft, wind)
      let isLast = isWhole || radius > line.distance * 3 + .kilometres(200)
      var found: Route?
      var fault: RouteError?
      do throws(RouteError) {
        found = try find(
          from: start, to: end, aircraft, wind: wind, areas: areas, over: ground,
          limit: isLast ? .infinity : beyond)
      } catch {
        fault = error
      }
      if let fault, isWhole || ![.closed, .enclosed, .wind].contains(fault.code) { throw fault }
      if var route = found {
        if isWhole || beyond >= route.time.inSeconds { return route }
        if isLast {
          route.leastTime = min(route.leastTime, .seconds(clamping: beyond))
          route.excess = route.time.inSeconds / route.leastTime.inSeconds - 1
          return route
        }
      }
      radius = radius * 1.7
    }
  }

  /// The greatest speed over the ground, in metres a second, that any altitude allows, as a length a second.
  private static func fastest(_ aircraft: RouteAircraft, _ wind: RouteWind) -> Length {
    let still = aircraft.airspeed.speeds.max() ?? 0
    let air = wind.levels.map { level in
      let (east, north) = (level.east.metresPerSecond, level.north.metresPerSecond)
      return (east * east + north * north).squareRoot()
    }
    return .metres(still + (air.max() ?? 0))
  }
}

extension RouteGround {
  /// Most posts that are read for a route.
  static let limit = 60_000_000

  /// The ground of a circle, and whether that is all that the terrain has.
  static func around(
    _ middle: Position, _ radius: Length, _ terrain: Terrain
  ) throws(RouteError) -> (ground: RouteGround, isWhole: Bool) {
    let window: (rows: Range<Int>, columns: Range<Int>)
    do { window = try terrain.window(around: middle, radius: radius) } catch {
      throw RouteError(.terrain, because: error)
    }
    guard window.rows.count > 1, window.columns.count > 1 else {
      throw RouteError(.unknownGround, "the terrain does not cover the way", remedy: "add terrain that covers it")
    }
    let (count, isBeyond) = window.rows.count.multipliedReportingOverflow(by: window.columns.count)
    guard !isBeyond, count <= limit else {
      throw RouteError(
        .terrain,
        "the way needs \(window.rows.count) × \(window.columns.count) posts of terrain, more than \(limit / 1_000_000) million",
        remedy: "a coarser terrain serves so long a way")
    }
    let isWhole = window.rows == 0..<terrain.frame.rows && window.columns == 0..<terrain.frame.columns
    return (try RouteGround(terrain, rows: window.rows, columns: window.columns), isWhole)
  }
}
