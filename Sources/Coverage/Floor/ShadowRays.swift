internal import Foundation
internal import GeoFiles
internal import Radar
internal import Units

/// How much diffraction lowers or raises the floors behind the edges of shadows, along rays around an antenna.
///
/// A ray has a point for each post. What the smooth Earth takes beyond its edge, and what the range leaves for diffraction, is
/// found at every few points and linear between; the edge itself is followed point by point. Between rays, what a floor is
/// lowered or raised is linear, so that the floor keeps every ridge of the line of sight.
struct ShadowRays {
  private let fan: ShadowFan
  /// Ray by ray: metres that the lowest altitude in sight is raised, and that altitude itself.
  private let lifts: [Float]
  private let lowest: [Float]

  /// The most points of all rays.
  private static let limit = 16_000_000.0

  /// - Parameters:
  ///   - reach: What the range leaves.
  ///   - range: Along the ground, m.
  init(
    _ ground: ShadowGround, _ wave: LookWave, _ reach: LookReach, range: Double, quality: FloorQuality, workers: Int
  ) {
    let fan = ShadowFan(ground, range: range, density: quality.density ?? 2, limit: Self.limit)
    let (rays, points) = (fan.rays, fan.points)
    self.fan = fan
    let every = quality.knotSpacing
    var lifts = [Float](repeating: .nan, count: rays * points)
    var lowest = [Float](repeating: .nan, count: rays * points)
    lifts.withUnsafeMutableBufferPointer { lifts in
      lowest.withUnsafeMutableBufferPointer { lowest in
        let (raised, low) = (RayMemory(lifts), RayMemory(lowest))
        Parallel.run(rays, workers: workers) { ray in
          Self.follow(
            ray, of: fan, ground, wave, reach, every: every, raised.values + ray * points,
            low.values + ray * points)
        }
      }
    }
    (self.lifts, self.lowest) = (lifts, lowest)
  }

  /// One ray.
  private static func follow(
    _ ray: Int, of fan: ShadowFan, _ ground: ShadowGround, _ wave: LookWave, _ reach: LookReach, every: Int,
    _ lifts: UnsafeMutablePointer<Float>, _ lowest: UnsafeMutablePointer<Float>
  ) {
    let radius = ground.radius(azimuth: fan.azimuth(ray))
    let earth = EffectiveEarth(k: radius / EffectiveEarth.meanRadius.metres)
    guard let model = wave.diffraction(over: earth) else { return }
    let antenna = ground.antenna
    // Point 0 is the antenna's own.
    (lifts[0], lowest[0]) = (0, -.infinity)
    let heights = fan.heights(ray, over: ground)
    let last = fan.last(heights)
    // ν of the lowest target's edge, at every few points.
    var (knots, edges) = ([Int](), [Double]())
    fan.walk(heights, model, over: ground) { index, point, shadow in
      guard index == 2 || index % every == 0 || index == last else { return }
      let x = point.distance
      let edge = shadow.nu(x, ground: point.ground, above: point.surface, guess: edges.last ?? 0) { z in
        let rise = z - antenna
        return reach.spareLoss(
          slantMetres: (x * x + rise * rise).squareRoot(),
          elevationRadians: atan((rise - x * x / (2 * radius)) / x))
      }
      knots.append(index)
      edges.append(edge)
    }
    guard !knots.isEmpty else { return }
    var next = 0
    fan.walk(heights, model, over: ground) { index, point, shadow in
      while next < knots.count - 1, knots[next] < index { next += 1 }
      let before = max(next - 1, 0)
      let span = Double(knots[next] - knots[before])
      let share = span > 0 ? min(max(Double(index - knots[before]) / span, 0), 1) : 1
      let edge = share == 1 ? edges[next] : edges[before] + (edges[next] - edges[before]) * share
      let low = shadow.lowest(point.distance, nu: edge)
      (lifts[index], lowest[index]) = (Float(low.lift), Float(low.altitude))
    }
  }

  /// The floors with diffraction.
  /// - Parameters:
  ///   - sight: The lowest altitudes in sight, of the posts of a window; never below the surface.
  ///   - surface: The ground of the same posts, with what stands on it.
  func floors(
    of sight: [Float], over surface: Grid<Float>, _ bearings: AntennaBearings, _ window: TerrainRegion.Window,
    workers: Int
  ) -> [Float] {
    var floors = sight
    let columns = window.columns.count
    floors.withUnsafeMutableBufferPointer { floors in
      let memory = RayMemory(floors)
      surface.cells.withUnsafeBufferPointer { surface in
        let ground = RayMemory(UnsafeMutableBufferPointer(mutating: surface))
        Parallel.run(window.rows.count, workers: workers) { row in
          let first = row * columns
          bearings.forEachVector(columns: window.columns, row: window.rows.lowerBound + row) { column, east, north in
            let index = first + column - window.columns.lowerBound
            memory.values[index] = floor(
              sight: memory.values[index], surface: ground.values[index], eastMetres: east, northMetres: north)
          }
        }
      }
    }
    return floors
  }

  /// The floor of one post; unknown where the line of sight is, and where no ray is known around it.
  @inline(__always)
  private func floor(sight: Float, surface: Float, eastMetres east: Double, northMetres north: Double) -> Float {
    guard !sight.isNaN, !surface.isNaN else { return .nan }
    // Beside the antenna no ground lies between.
    guard let place = fan.place(eastMetres: east, northMetres: north) else { return sight }
    // Behind an edge the line of sight's floor is known; where the ground itself is in sight, only that of the rays is.
    let isHidden = sight > surface + 0.01
    let along = place.value(isHidden ? lifts : lowest)
    return max(isHidden ? sight + along : along, surface)
  }
}
