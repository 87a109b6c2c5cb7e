internal import Foundation
internal import GeoFiles

/// The mean level of the ground from an antenna to places around it, metres.
///
/// Summed along rays at even azimuths in even steps and interpolated between them: a mean changes slowly. Unknown ground
/// is passed over.
struct MeanGround: Sendable {
  private let rays: Int
  private let steps: Int
  private let step: Double
  /// Rays × steps: the mean up to the end of each step.
  private let means: [Float]

  /// - Parameters:
  ///   - range: Metres.
  ///   - rays: Number of azimuths.
  ///   - steps: Number of steps on each.
  init(
    _ terrain: Grid<Float>, _ track: GroundTrack, range: Double, rays: Int = 720, steps: Int = 512
  ) throws(FloorError) {
    let heights = PostHeights(terrain)
    let step = range / Double(steps)
    var means: [Float] = []
    means.reserveCapacity(rays * steps)
    for ray in 0..<rays {
      let path = try GroundPath(track, azimuth: 2 * .pi * Double(ray) / Double(rays), length: range)
      var (sum, count, last) = (0.0, 0.0, heights.ground(path.start))
      for index in 1...steps {
        let next = heights.ground(path.post(at: step * Double(index)))
        // The trapezoid of a step, where both its ends are known.
        let part = (last + next) / 2
        if !part.isNaN { (sum, count) = (sum + part, count + 1) }
        means.append(Float(count > 0 ? sum / count : .nan))
        last = next
      }
    }
    (self.rays, self.steps, self.step, self.means) = (rays, steps, step, means)
  }

  /// The mean level on the way to a place; NaN when nothing on it is known.
  func level(eastMetres east: Double, northMetres north: Double) -> Double {
    let turn = atan2(east, north) / (2 * .pi) * Double(rays)
    let place = min(max((east * east + north * north).squareRoot() / step - 1, 0), Double(steps - 1))
    let (low, near) = (turn.rounded(.down), place.rounded(.down))
    let (u, v) = (turn - low, place - near)
    let first = (Int(low) + rays) % rays
    let second = (first + 1) % rays
    let (here, there) = (Int(near), min(Int(near) + 1, steps - 1))
    func along(_ ray: Int) -> Double {
      Double(means[ray * steps + here]) * (1 - v) + Double(means[ray * steps + there]) * v
    }
    return along(first) * (1 - u) + along(second) * u
  }
}
