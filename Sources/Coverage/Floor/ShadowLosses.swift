internal import Foundation
internal import Geodesy
internal import Radar
internal import Units

/// What diffraction takes from the wave on its way to targets at one height over every place around an antenna.
///
/// The loss is found on rays as for the floors (``ShadowRays``), with how it changes with the target's altitude, so that a post
/// between rays has the loss of its own height, and behind an edge that of its own depth in the shadow.
/// - Accuracy: the probability of a look within 0.2 at nine of ten posts of rough hills, by the whole profile
///   (`a map's Pd behind an edge is that of the way there`).
struct ShadowLosses: Sendable {
  private let fan: ShadowFan
  /// Ray by ray: the loss one way, dB; how much it changes with a metre of the target's altitude; that altitude, and its height
  /// above the lowest in sight, m. NaN where the way is unknown.
  private let values: [SIMD4<Float>]
  /// Metres between the two targets that tell how the loss changes.
  private static let rise = 5.0
  /// Altitudes of posts and rays that differ by more are taken to differ by so much, m.
  private static let farthest: Float = 50

  /// - Parameters:
  ///   - range: Along the ground, m.
  ///   - limit: The most points of all rays.
  init(
    _ ground: ShadowGround, _ wave: LookWave, height: Altitude, range: Double, quality: FloorQuality, limit: Double,
    workers: Int
  ) {
    let fan = ShadowFan(ground, range: range, density: min(quality.density ?? 2, 1), limit: limit)
    self.fan = fan
    var values = [SIMD4<Float>](repeating: SIMD4(repeating: .nan), count: fan.rays * fan.points)
    values.withUnsafeMutableBufferPointer { values in
      let memory = RayMemory(values)
      Parallel.run(fan.rays, workers: workers) { ray in
        Self.follow(
          ray, of: fan, ground, wave, height, every: quality.knotSpacing, memory.values + ray * fan.points)
      }
    }
    self.values = values
  }

  /// One ray.
  private static func follow(
    _ ray: Int, of fan: ShadowFan, _ ground: ShadowGround, _ wave: LookWave, _ height: Altitude, every: Int,
    _ values: UnsafeMutablePointer<SIMD4<Float>>
  ) {
    let earth = EffectiveEarth(k: ground.radius(azimuth: fan.azimuth(ray)) / EffectiveEarth.meanRadius.metres)
    guard let model = wave.diffraction(over: earth) else { return }
    values[0] = .zero
    let heights = fan.heights(ray, over: ground)
    let last = fan.last(heights)
    func target(_ point: ShadowFan.Height) -> Double {
      switch height {
      case .aboveGround(let length): point.ground + length.metres
      case .aboveSeaLevel(let length): length.metres
      }
    }
    // What the smooth Earth takes beyond its edge changes little along the ray: found at every few points.
    var (knots, excesses) = ([0], [0.0])
    fan.walk(heights, model, over: ground) { index, point, shadow in
      guard index == 2 || index % every == 0 || index == last else { return }
      let z = target(point)
      knots.append(index)
      excesses.append(shadow.excess(point.distance, ground: min(point.ground, z), target: z))
    }
    guard knots.count > 1 else { return }
    var next = 1
    fan.walk(heights, model, over: ground) { index, point, shadow in
      while next < knots.count - 1, knots[next] < index { next += 1 }
      let span = Double(knots[next] - knots[next - 1])
      let share = span > 0 ? min(max(Double(index - knots[next - 1]) / span, 0), 1) : 1
      let excess = excesses[next - 1] + (excesses[next] - excesses[next - 1]) * share
      let (x, z) = (point.distance, target(point))
      let edge = shadow.edge(x, target: z)
      let change = (shadow.edge(x, target: z + rise) - edge) / rise
      let sight = shadow.lowest(x, nu: 0).altitude
      values[index] = SIMD4(
        Float(edge + excess), Float(change), Float(z), sight.isFinite ? Float(z - sight) : 1e6)
    }
  }

  /// The loss of the way to a target over a post, one way, dB; NaN where it is unknown.
  /// - Parameters:
  ///   - altitude: Of the target, m.
  ///   - sight: The lowest in the antenna's sight, m.
  ///   - surface: The ground with what stands on it, m.
  @inline(__always)
  func loss(altitude: Double, sight: Float, surface: Float, eastMetres east: Double, northMetres north: Double)
    -> Double
  {
    // Beside the antenna no ground lies between.
    guard let place = fan.place(eastMetres: east, northMetres: north) else { return 0 }
    let found = place.value(values)
    let apart = sight > surface + 0.01 ? Float(altitude) - sight - found[3] : Float(altitude) - found[2]
    return Double(max(found[0] + found[1] * min(max(apart, -Self.farthest), Self.farthest), 0))
  }
}
