import Foundation
import GeoFiles
import Geodesy
import Response
import TestSupport
import Testing
import Units

/// Dijkstra's shortest path over a dense graph of places and altitudes, each edge checked against the ground.
private struct DenseGraph {
  let ground: SmallGround
  let side: Int
  let size: Double
  let altitudes: [Double]
  let speed: Double
  let climb: Double
  let descent: Double
  let reach = 3

  func place(_ node: Int) -> Position {
    let step = size / Double(side - 1)
    return ground.place(Double(node % side) * step - size / 2, size / 2 - Double(node / side) * step)
  }

  /// Least seconds from one place to another, at the lowest altitude over both.
  func time(from start: Int, to end: Int) -> Double {
    let layers = altitudes.count
    var times = [Double](repeating: .infinity, count: side * side * layers)
    var done = [Bool](repeating: false, count: times.count)
    var floors: [Int: [Double]] = [:]
    times[start * layers] = 0
    var open: Set<Int> = [start * layers]
    while let state = open.min(by: { times[$0] < times[$1] }) {
      open.remove(state)
      done[state] = true
      let (node, layer) = (state / layers, state % layers)
      if node == end && layer == 0 { return times[state] }
      let (row, column) = (node / side, node % side)
      for r in max(0, row - reach)...min(side - 1, row + reach) {
        for c in max(0, column - reach)...min(side - 1, column + reach) {
          let next = r * side + c
          let a = place(node)
          let line = Ellipsoid.wgs84.inverse(from: a, to: place(next))
          let key = node * side * side + next
          if floors[key] == nil {
            floors[key] = (0...12).map { part in
              ground.height(
                Ellipsoid.wgs84.direct(
                  from: a, azimuth: line.azimuth, distance: .metres(line.distance.metres * Double(part) / 12)
                ).position) ?? .infinity
            }
          }
          let below = floors[key] ?? []
          for other in max(0, layer - 2)...min(layers - 1, layer + 2) where !done[next * layers + other] {
            let rise = altitudes[other] - altitudes[layer]
            let isClear = below.enumerated().allSatisfy {
              altitudes[layer] + rise * Double($0.offset) / 12 >= $0.element - 1e-6
            }
            guard isClear else { continue }
            let seconds = max(line.distance.metres / speed, rise > 0 ? rise / climb : -rise / descent)
            if times[state] + seconds < times[next * layers + other] {
              times[next * layers + other] = times[state] + seconds
              open.insert(next * layers + other)
            }
          }
        }
      }
    }
    return .infinity
  }
}

@Test(arguments: 0..<6)
func `no path of a dense graph with altitudes beats a route by half a percent, and none its bound`(seed: UInt64) throws
{
  var random = SplitMix(seed: seed &* 77 &+ 5)
  let height = randomPeaks(&random, count: 9, size: 20, highest: 3200)
  // Flat around both ends, at the altitude of the lowest layer.
  let ground = SmallGround(posts: 41, size: 20) { x, y in abs(x) > 8.9 ? 0 : height(x, y) }
  let graph = DenseGraph(
    ground: ground, side: 15, size: 20, altitudes: (0...9).map { Double($0) * 250 }, speed: 50, climb: 5,
    descent: 6)
  let (start, end) = (7 * 15, 7 * 15 + 14)
  let craft = try routeAircraft(50, climb: 5, descent: 6, ceiling: 2250)
  let best = graph.time(from: start, to: end)
  #expect(best < .infinity)
  let route = try Route.find(from: graph.place(start), to: graph.place(end), craft, over: ground.ground)
  #expect(route.time.inSeconds <= best * 1.005)
  #expect(route.leastTime.inSeconds <= best)
  #expect(offences(route, ground, climb: 5, descent: 6, speed: 50, ceiling: 2250, clearance: 0) == [])
}

@Test func `the times to all places are those of routes to each`() throws {
  var random = SplitMix(seed: 8)
  let height = randomPeaks(&random, count: 14, size: 40, highest: 3500)
  let ground = SmallGround(posts: 81, size: 40) { x, y in hypot(x + 18, y) < 1.5 ? 0 : height(x, y) }
  let craft = try routeAircraft(50, climb: 5, descent: 5, ceiling: 2500, clearance: 100)
  let base = ground.place(-18, 0)
  let reach = try RouteReach.times(from: base, craft, over: ground.ground)
  var count = 0
  for (row, column) in [(5, 70), (20, 40), (40, 78), (60, 12), (75, 75), (33, 60), (66, 41), (12, 22)] {
    let place = Position(
      latitudeDegrees: ground.frame.firstY + Double(row) * ground.frame.stepY,
      longitudeDegrees: ground.frame.firstX + Double(column) * ground.frame.stepX)
    let time = Double(reach.landed[row * 81 + column])
    guard let route = try? Route.find(from: base, to: place, craft, over: ground.ground) else {
      #expect(time == .infinity)
      continue
    }
    count += 1
    // A line that turns at posts alone goes around a summit up to a post further out: half a kilometre, 10 s.
    #expect(abs(time - route.time.inSeconds) <= 0.01 * route.time.inSeconds + 10)
    #expect(time >= route.leastTime.inSeconds * (1 - 1e-6))
  }
  #expect(count > 4)
}

@Test func `over flat ground the times to all places are those of geodesics at every latitude`() throws {
  for latitude in [0.0, 30, 60] {
    let flat = SmallGround(posts: 101, size: 100, latitude: latitude) { _, _ in 0 }
    let base = flat.place(3.3, -7.7)
    let reach = try RouteReach.times(from: base, try routeAircraft(), over: flat.ground)
    var worst = 0.0
    for node in stride(from: 0, to: 101 * 101, by: 37) {
      let place = Position(
        latitudeDegrees: flat.frame.firstY + Double(node / 101) * flat.frame.stepY,
        longitudeDegrees: flat.frame.firstX + Double(node % 101) * flat.frame.stepX)
      let exact = Ellipsoid.wgs84.distance(from: base, to: place).metres / 60
      worst = max(worst, abs(Double(reach.landed[node]) - exact) / max(exact, 1))
    }
    // A chord of the ellipsoid, lengthened to its arc: a millionth over 100 km.
    #expect(worst < 2e-6)
  }
}
