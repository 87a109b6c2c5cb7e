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
  private let rays: Int
  private let points: Int
  private let step: Double
  /// Ray by ray: metres that the lowest altitude in sight is raised, and that altitude itself.
  private let lifts: [Float]
  private let lowest: [Float]

  /// The most points of all rays.
  private static let limit = 16_000_000.0

  /// - Parameters:
  ///   - reach: What the range leaves.
  ///   - range: Along the ground, m.
  init(
    _ ground: ShadowGround, _ wave: LookWave, _ reach: LossReach, range: Double, quality: FloorQuality, workers: Int
  ) {
    let step = ground.step
    let points = max(2, Int(clamping: min(range / step + 2, 1e6)))
    let around = 2 * .pi * Double(points) * (quality.density ?? 2)
    let rays = max(8, Int(clamping: min(around, Self.limit / Double(points))))
    (self.step, self.points, self.rays) = (step, points, rays)
    let every = quality.knotSpacing
    var lifts = [Float](repeating: .nan, count: rays * points)
    var lowest = [Float](repeating: .nan, count: rays * points)
    lifts.withUnsafeMutableBufferPointer { lifts in
      lowest.withUnsafeMutableBufferPointer { lowest in
        let (raised, low) = (RayMemory(lifts), RayMemory(lowest))
        Parallel.run(rays, workers: workers) { ray in
          Self.follow(
            ray, of: rays, points, ground, wave, reach, every: every, raised.floats + ray * points,
            low.floats + ray * points)
        }
      }
    }
    (self.lifts, self.lowest) = (lifts, lowest)
  }

  /// One ray.
  private static func follow(
    _ ray: Int, of rays: Int, _ points: Int, _ ground: ShadowGround, _ wave: LookWave, _ reach: LossReach,
    every: Int, _ lifts: UnsafeMutablePointer<Float>, _ lowest: UnsafeMutablePointer<Float>
  ) {
    let azimuth = 2 * .pi * Double(ray) / Double(rays)
    let radius = ground.radius(azimuth: azimuth)
    let earth = EffectiveEarth(k: radius / EffectiveEarth.meanRadius.metres)
    guard let model = wave.diffraction(over: earth) else { return }
    let (step, antenna) = (ground.step, ground.antenna)
    let way = ground.way(azimuth: azimuth, to: Double(points) * step)
    // Point 0 is the antenna's own.
    (lifts[0], lowest[0]) = (0, -.infinity)
    var heights: [(surface: Double, ground: Double)] = [(antenna, ground.antennaGround)]
    for index in 1..<points {
      let height = ground.heights(way.place(Double(index) * step))
      // What lies behind unknown ground is unknown.
      guard !height.surface.isNaN, !height.ground.isNaN else { break }
      heights.append(height)
    }
    // ν of the lowest target's edge, at every few points.
    var (knots, edges) = ([Int](), [Double]())
    var shadow = ShadowRay(model, antennaMetres: antenna, groundMetres: ground.antennaGround)
    for index in heights.indices.dropFirst() {
      let x = Double(index) * step
      if index == 2 || index % every == 0 || index == heights.count - 1 {
        let edge = shadow.nu(
          x, ground: heights[index].ground, above: heights[index].surface, guess: edges.last ?? 0
        ) { z in
          let rise = z - antenna
          return reach.spareLoss(
            slantMetres: (x * x + rise * rise).squareRoot(),
            elevationRadians: atan((rise - x * x / (2 * radius)) / x))
        }
        knots.append(index)
        edges.append(edge)
      }
      shadow.pass(x, ground: heights[index].ground, surface: heights[index].surface)
    }
    shadow = ShadowRay(model, antennaMetres: antenna, groundMetres: ground.antennaGround)
    var next = 0
    for index in heights.indices.dropFirst() {
      let x = Double(index) * step
      while next < knots.count - 1, knots[next] < index { next += 1 }
      let before = max(next - 1, 0)
      let span = Double(knots[next] - knots[before])
      let share = span > 0 ? min(max(Double(index - knots[before]) / span, 0), 1) : 1
      let edge = share == 1 ? edges[next] : edges[before] + (edges[next] - edges[before]) * share
      let low = shadow.lowest(x, nu: edge)
      (lifts[index], lowest[index]) = (Float(low.lift), Float(low.altitude))
      shadow.pass(x, ground: heights[index].ground, surface: heights[index].surface)
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
            memory.floats[index] = floor(
              sight: memory.floats[index], surface: ground.floats[index], eastMetres: east, northMetres: north)
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
    let place = (east * east + north * north).squareRoot() / step
    // Beside the antenna no ground lies between.
    guard place >= 1 else { return sight }
    guard place < Double(points - 1) else { return sight }
    let turn = atan2(east, north) / (2 * .pi) * Double(rays)
    let (left, near) = (turn.rounded(.down), place.rounded(.down))
    let (u, v) = (Float(turn - left), Float(place - near))
    let first = (Int(left) + rays) % rays
    let (here, there) = (first * points + Int(near), (first + 1) % rays * points + Int(near))
    // Behind an edge the line of sight's floor is known; where the ground itself is in sight, only that of the rays is.
    let values = sight > surface + 0.01 ? lifts : lowest
    let along = Self.mix(
      Self.mix(values[here], values[here + 1], v), Self.mix(values[there], values[there + 1], v), u)
    return max(sight > surface + 0.01 ? sight + along : along, surface)
  }

  /// Linear between two; the other where one is unknown.
  @inline(__always)
  private static func mix(_ a: Float, _ b: Float, _ share: Float) -> Float {
    if a.isNaN { return b }
    if b.isNaN { return a }
    return share == 0 ? a : share == 1 ? b : a + (b - a) * share
  }
}

/// Memory that threads write to, each its own part.
private struct RayMemory: @unchecked Sendable {
  let floats: UnsafeMutablePointer<Float>

  /// Of an array that is not empty.
  init(_ buffer: UnsafeMutableBufferPointer<Float>) {
    // Rays and windows have points.
    floats = buffer.baseAddress!
  }
}

extension FloorQuality {
  /// At every how many points of a ray diffraction over the smooth Earth is found anew.
  fileprivate var knotSpacing: Int {
    switch self {
    case .draft, .standard: 16
    case .fine: 8
    case .finest: 4
    case .exact: 1
    }
  }
}
