internal import CFloorKernels

/// Which code runs the inner loops.
enum FloorKernel: String, Sendable, CaseIterable {
  /// C for x86-64 with AVX2 and FMA.
  case avx2
  /// C for any processor.
  case vector
  /// The same in Swift, one ray and one post at a time.
  case swift

  /// The fastest that this processor runs.
  static let fastest: FloorKernel = atalaya_floor_has_avx2() != 0 ? .avx2 : .vector

  /// Tells the rays' lowest altitudes in sight at a line and raises their horizons.
  func raise(_ rays: inout atalaya_rays, _ line: inout atalaya_line, _ range: Range<Int>) {
    switch self {
    case .avx2: atalaya_floor_rays_avx2(&rays, &line, Int32(range.lowerBound), Int32(range.upperBound))
    case .vector: atalaya_floor_rays_vector(&rays, &line, Int32(range.lowerBound), Int32(range.upperBound))
    case .swift: FloorKernel.raiseRays(rays, line, range)
    }
  }

  /// Floors of the posts of a line between two rays; see ``FanWedge``.
  func fill(
    _ altitude: UnsafePointer<Float>, limit: Int, ray: Float, step: Float, x: Float, ground: UnsafePointer<Float>,
    out: UnsafeMutablePointer<Float>, posts: Range<Int>, maySpill: Bool
  ) {
    let (first, last) = (Int32(posts.lowerBound), Int32(posts.upperBound))
    switch self {
    case .avx2:
      atalaya_floor_posts_avx2(altitude, Int32(limit), ray, step, x, ground, out, first, last, maySpill ? 1 : 0)
    case .vector:
      atalaya_floor_posts_vector(altitude, Int32(limit), ray, step, x, ground, out, first, last, maySpill ? 1 : 0)
    case .swift:
      for i in posts {
        let at = ray + (Float(i) - x) * step
        let low = min(max(Int(at), 0), limit)
        let f = min(max(at - Float(low), 0), 1)
        let floor = altitude[low] + (altitude[low + 1] - altitude[low]) * f
        out[i] = floor > unknownAbove ? .nan : (floor > ground[i] ? floor : ground[i])
      }
    }
  }

  private static func raiseRays(_ rays: atalaya_rays, _ line: atalaya_line, _ range: Range<Int>) {
    let last = Int(line.posts) - 2
    for k in range {
      let dx = rays.dx[k]
      let x = rays.x[k] + dx * line.t
      let distance = max(rays.distance[k] + rays.d_distance[k] * line.t, 1e-6)
      let bulge = rays.bulge[k] + rays.d_bulge[k] * line.t
      let horizon = rays.horizon[k]
      let w = min(max((horizon + bulge * line.y) * distance, -2e5), 1e12)
      let part = w * line.inverse_radius
      rays.altitude[k] = line.antenna + w * (1 + part * (1 + part * (1 + part)))

      let index = min(max(Int(x), 0), last)
      let f = min(max(x - Float(index), 0), 1)
      let (low, high) = (line.heights[index], line.heights[index + 1])
      var raised = max(horizon, (low + (high - low) * f) / distance - bulge * line.y)
      let before = Int(rays.index[k])
      for post in index > before ? before + 1..<index + 1 : index + 1..<before + 1 {
        let tau = min(max((x - Float(post)) / dx, 0), 1)
        let here = line.heights[post]
        let height = here + (line.before[post] - here) * tau
        let slope = height / max(distance - rays.d_distance[k] * tau, 1e-6) - bulge * (line.y - tau)
        raised = max(raised, slope)
      }
      rays.horizon[k] = raised
      rays.lower[k] = low
      rays.upper[k] = high
      rays.index[k] = Int32(index)
    }
  }
}

/// A height above which a floor is unknown rather than high, metres.
private let unknownAbove: Float = 1e9
