import Foundation
import GeoFiles
import Geodesy
import Response
import TestSupport
import Testing
import Units

@Test func `over flat ground the route is the geodesic, on every bearing`() throws {
  let flat = SmallGround(posts: 61, size: 120) { _, _ in 0 }
  let start = flat.place(0.3, -0.2)
  for bearing in stride(from: 0.0, to: 360, by: 1) {
    let end = Ellipsoid.wgs84.direct(from: start, azimuth: .degrees(bearing), distance: .kilometres(50)).position
    let route = try Route.find(from: start, to: end, try routeAircraft(), over: flat.ground)
    // A metre in 50 km is far below the half percent that is asked for.
    #expect(abs(route.distance.kilometres - 50) < 1e-3)
    #expect(abs(route.time.inSeconds - 50_000 / 60.0) < 0.02)
    #expect(route.excess < 1e-6)
  }
}

/// A tangent from each end and an arc between: the shortest way around a disc whose centre lies off the line by `off` km.
private func aroundDisc(_ a: Double, _ b: Double, off: Double, radius: Double) -> Double {
  let (da, db) = (hypot(a, off), hypot(b, off))
  // The angle at the centre between the ends, less what the tangents take.
  let between = atan2(a, off) + atan2(b, off)
  let arc = between - acos(radius / da) - acos(radius / db)
  return (da * da - radius * radius).squareRoot() + (db * db - radius * radius).squareRoot() + radius * arc
}

@Test(arguments: [0.0, 30, 60])
func `around a disc that is too high to cross the way is two tangents and an arc, at every latitude`(
  latitude: Double
) throws {
  // The cases of the closed forms: 161.2516 km for a straight 160, and 100.5257 km for a straight 100.
  #expect(abs(aroundDisc(80, 80, off: 0, radius: 10) - 161.251635287237) < 1e-9)
  #expect(abs(aroundDisc(60, 40, off: 10, radius: 15) - 100.525699120961) < 1e-9)
  for (a, b, off, radius) in [(80.0, 80.0, 0.0, 10.0), (60, 40, 10, 15)] {
    let ground = SmallGround(posts: 401, size: 200, latitude: latitude) { x, y in hypot(x, y) < radius ? 8000 : 0 }
    let route = try Route.find(
      from: ground.place(-a, off), to: ground.place(b, off), try routeAircraft(), over: ground.ground)
    // The wall of the disc lies up to a post inside or outside of it: half a kilometre of radius is 0.1 % of the way.
    let exact = aroundDisc(a, b, off: off, radius: radius) / (a + b)
    let ratio = route.distance.metres / route.straightDistance.metres
    #expect(abs(ratio - exact) < 0.0015)
    #expect(route.excess < 0.012)
    #expect(
      offences(route, ground, climb: 10, descent: 8, speed: 60, ceiling: 4000, clearance: 0).isEmpty)
  }
}

@Test func `a wall with one gap is passed through the gap`() throws {
  let ground = SmallGround(posts: 201, size: 200) { x, y in abs(x) < 2.5 && !(y > 39.5 && y < 45.5) ? 9000 : 0 }
  let route = try Route.find(
    from: ground.place(-50, -20), to: ground.place(50, -20), try routeAircraft(), over: ground.ground)
  // The wall is legal below 4,000 m: 4/9 of the way up its side of a kilometre, from posts at 2 km and from 40 km north.
  let (side, gap) = (2 + 5.0 / 9, 40 - 4.0 / 9)
  let exact = 2 * hypot(50 - side, 20 + gap) + 2 * side
  #expect(abs(route.distance.kilometres / exact - 1) < 0.004)
  #expect(route.excess < 0.03)
  #expect(route.straightTimeOverGround == nil)
}

@Test func `a pass that is one post wide is found on a ground of many posts, and proven to be the way`() throws {
  // 100 km from north to south and from west to east; beside the pass the wall is 5,000 m too high on its very next post.
  let step = 100.0 / 560
  let ground = SmallGround(posts: 561, size: 100) { x, y in abs(x) < 0.8 && abs(y - 100 * step) > step / 2 ? 9000 : 0 }
  let route = try Route.find(
    from: ground.place(-30, -10), to: ground.place(30, -10), try routeAircraft(), over: ground.ground)
  // As far as the wall's first row that is too high, 5/9 of a step before its posts, and through the pass 4/9 of one beside it.
  let (side, north) = (4 * step + step * 5 / 9, 100 * step - step * 4 / 9)
  let exact = 2 * hypot(30 - side, 10 + north) + 2 * side
  // The way of two bends in the pass instead of one is a hundred metres longer.
  #expect(abs(route.distance.kilometres / exact - 1) < 0.004)
  #expect(route.excess < 0.03)
}

@Test func `a route is no higher than what lies on its way asks for, whatever the ceiling`() throws {
  // Two ridges of 1,500 and 2,500 m across the way, behind them low ground.
  let ground = SmallGround(posts: 201, size: 100) { x, _ in
    1500 * exp(-(x + 20) * (x + 20) / 9) + 2500 * exp(-(x - 5) * (x - 5) / 9)
  }
  for ceiling in [2800.0, 4000, 6000] {
    let route = try Route.find(
      from: ground.place(-40, 3), to: ground.place(40, -3), try routeAircraft(ceiling: ceiling, clearance: 150),
      over: ground.ground)
    // The crest and the clearance; posts half a kilometre apart cut 25 m off it at most.
    #expect(route.highest.metres > 2600)
    #expect(route.highest.metres < 2651)
    let ups = zip(route.points, route.points.dropFirst()).map { max(0, ($1.altitude - $0.altitude).metres) }
    // From the ground it starts on.
    #expect(abs(ups.reduce(0, +) - (route.highest - route.points[0].altitude).metres) < 1)
    #expect(offences(route, ground, climb: 10, descent: 8, speed: 60, ceiling: ceiling, clearance: 150).isEmpty)
  }
}

@Test func `a constant wind makes the wind triangle's time`() throws {
  let flat = SmallGround(posts: 81, size: 160) { _, _ in 0 }
  let wind = try RouteWind([.init(altitude: .zero, east: .metresPerSecond(-9), north: .metresPerSecond(12))])
  for bearing in [0.0, 70, 143, 220, 307] {
    let start = flat.place(0, 0)
    let end = Ellipsoid.wgs84.direct(from: start, azimuth: .degrees(bearing), distance: .kilometres(60)).position
    let (sine, cosine) = (sin(bearing * .pi / 180), cos(bearing * .pi / 180))
    let (along, across) = (-9 * sine + 12 * cosine, -9 * cosine - 12 * sine)
    let exact = 60_000 / (along + (3600 - across * across).squareRoot())
    let route = try Route.find(from: start, to: end, try routeAircraft(), wind: wind, over: flat.ground)
    // The course of a geodesic turns by a thousandth of a degree or two on the way.
    #expect(abs(route.time.inSeconds / exact - 1) < 1e-4)
    #expect(route.excess < 0.02)
  }
}

@Test func `a tailwind aloft is climbed to where it pays, and not where it does not`() throws {
  let flat = SmallGround(posts: 101, size: 200) { _, _ in 0 }
  let wind = try RouteWind([
    .init(altitude: .metres(1990), east: .metresPerSecond(-10), north: .zero),
    .init(altitude: .metres(2000), east: .metresPerSecond(20), north: .zero),
  ])
  let craft = try routeAircraft(climb: 10, descent: 8)
  for (kilometres, isHigh) in [(180.0, true), (12, false)] {
    let (start, end) = (flat.place(-kilometres / 2, 0), flat.place(kilometres / 2, 0))
    let metres = Ellipsoid.wgs84.distance(from: start, to: end).metres
    let route = try Route.find(from: start, to: end, craft, wind: wind, over: flat.ground)
    // Climb 200 s and descent 250 s at 50 m/s, the rest at 80; or all at 50.
    let exact = min(450 + (metres - 450 * 50) / 80 < 450 ? .infinity : 450 + (metres - 450 * 50) / 80, metres / 50)
    #expect((route.highest.metres >= 2000) == isHigh)
    #expect(route.time.inSeconds < exact * 1.005)
    #expect(route.leastTime.inSeconds <= exact * (1 + 1e-9))
  }
}

@Test func `where the straight line can be flown no route is slower`() throws {
  var random = SplitMix(seed: 20)
  for _ in 0..<6 {
    let height = randomPeaks(&random, count: 12, size: 60, highest: 2500)
    let ground = SmallGround(posts: 61, size: 60, height: height)
    let craft = try routeAircraft(50, climb: 5, descent: 5, ceiling: 3500, clearance: 100)
    let route = try Route.find(from: ground.place(-28, -5), to: ground.place(28, 5), craft, over: ground.ground)
    let straight = try #require(route.straightTimeOverGround)
    #expect(route.time <= straight)
    #expect(route.leastTime <= route.time)
    let free = try #require(route.straightTime)
    #expect(free <= route.time)
    #expect(offences(route, ground, climb: 5, descent: 5, speed: 50, ceiling: 3500, clearance: 100) == [])
  }
}

@Test func `what keeps a route from being found is named`() throws {
  let ground = SmallGround(posts: 61, size: 60) { x, y in
    hypot(x - 20, y) < 2 ? .nan : hypot(x, y - 20) < 3 ? 5000 : hypot(x + 20, y) > 5 && hypot(x + 20, y) < 9 ? 6000 : 0
  }
  let craft = try routeAircraft()
  func code(_ from: Position, _ to: Position, areas: [RouteArea] = [], wind: RouteWind = .calm) -> RouteFault? {
    do throws(RouteError) {
      _ = try Route.find(from: from, to: to, craft, wind: wind, areas: areas, over: ground.ground)
      return nil
    } catch { return error.code }
  }
  let (base, strip) = (ground.place(5, -5), ground.place(25, 15))
  #expect(code(base, strip) == nil)
  #expect(code(ground.place(20, 0), strip) == .unknownGround)
  #expect(code(base, ground.place(200, 0)) == .unknownGround)
  #expect(code(base, ground.place(0, 20)) == .aboveCeiling)
  #expect(code(base, ground.place(-20, 0)) == .closed)
  let square = [(2.0, -8.0), (8, -8), (8, -2), (2, -2)].map { ground.place($0.0, $0.1) }
  let area = try RouteArea(name: "R-1", ring: square)
  #expect(code(base, strip, areas: [area]) == .insideArea)
  // A ring around the base, open inside: four bars.
  let bars = try [(1.0, -9.0, 9.0, -8.0), (1, -2, 9, -1), (1, -9, 2, -1), (8, -9, 9, -1)].map { bar in
    try RouteArea(
      name: "bar",
      ring: [(bar.0, bar.1), (bar.2, bar.1), (bar.2, bar.3), (bar.0, bar.3)].map { ground.place($0.0, $0.1) })
  }
  #expect(code(base, strip, areas: bars) == .enclosed)
  let storm = try RouteWind([.init(altitude: .zero, east: .metresPerSecond(-80), north: .zero)])
  #expect(code(base, strip, wind: storm) == .wind)
  #expect(throws: RouteError.self) { try SpeedByAltitude(.metresPerSecond(0)) }
  #expect(throws: RouteError.self) { try RouteArea(name: "line", ring: [base, strip]) }
  #expect(throws: RouteError.self) {
    try RouteArea(name: "turned", ring: square, bottom: .metres(2000), top: .metres(1000))
  }
}

@Test func `an area is flown around, below it or above it`() throws {
  let flat = SmallGround(posts: 61, size: 60) { _, _ in 0 }
  let ring = [(-3.0, -15.0), (3, -15), (3, 15), (-3, 15)].map { flat.place($0.0, $0.1) }
  let (start, end) = (flat.place(-25, 0), flat.place(25, 0))
  let craft = try routeAircraft(climb: 10, descent: 10, ceiling: 3000)
  func route(_ bottom: Double?, _ top: Double?) throws -> Route {
    let area = try RouteArea(
      name: "R", ring: ring, bottom: bottom.map { .metres($0) }, top: top.map { .metres($0) })
    return try Route.find(from: start, to: end, craft, areas: [area], over: flat.ground)
  }
  let around = try route(nil, nil)
  #expect(abs(around.distance.kilometres - (2 * hypot(22, 15) + 6)) < 0.15)
  let below = try route(500, nil)
  #expect(abs(below.distance.kilometres - 50) < 0.01)
  #expect(below.highest.metres <= 500)
  // 2,000 m are climbed in 200 s, 12 km at 60 m/s.
  let above = try route(nil, 1200)
  #expect(abs(above.distance.kilometres - 50) < 0.01)
  #expect(above.highest.metres >= 1200)
}
