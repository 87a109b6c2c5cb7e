import Foundation
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
