internal import CFloorKernels
internal import Foundation

/// The inner loops in Swift: what those in C compute, in the order in which a reader would write it.
enum SwiftFloorKernel {
  static func raise(_ rays: atalaya_rays, _ lines: atalaya_lines, _ range: Range<Int>) {
    for k in range {
      for l in 0..<Int(lines.lines) {
        raise(rays, ray: k, lines, line: l, heights: lines.heights + l * lines.pitch)
      }
    }
  }

  private static func raise(
    _ rays: atalaya_rays, ray k: Int, _ lines: atalaya_lines, line: Int, heights: UnsafePointer<Float>
  ) {
    let (t, y) = (lines.t + Float(line), lines.y + Float(line))
    let dx = rays.dx[k]
    let x = min(max(rays.x[k] + dx * t, 0), Float(lines.posts - 2))
    let distance = max(rays.distance[k] + rays.d_distance[k] * t, 1e-6)
    let bulge = rays.bulge[k] + rays.d_bulge[k] * t
    let horizon = rays.horizon[k]
    // The lowest altitude in sight here: w back to metres, by the series of w/(1 − w/R′).
    let w = min((horizon + bulge * y) * distance, 1e12)
    let part = w * lines.inverse_radius
    rays.altitude[line * Int(rays.count) + k] = lines.antenna + (w + w * (part + part * part))

    let index = Int(x)
    let f = x - Float(index)
    let (low, high) = (heights[index], heights[index + 1])
    var raised = max(horizon, (low + (high - low) * f) / distance - bulge * y)
    let before = Int(rays.index[k])
    for post in index > before ? before + 1..<index + 1 : index + 1..<before + 1 {
      let tau = min(max((x - Float(post)) / dx, 0), 1)
      let here = heights[post]
      let height = here + (heights[post - lines.pitch] - here) * tau
      let slope = height / max(distance - rays.d_distance[k] * tau, 1e-6) - bulge * (y - tau)
      raised = max(raised, slope)
    }
    rays.horizon[k] = raised
    rays.lower[k] = low
    rays.upper[k] = high
    rays.index[k] = Int32(index)
  }

  static func fill(_ posts: atalaya_posts) {
    for i in Int(posts.first)..<Int(posts.last) {
      let at = posts.ray + (Float(i) - posts.x) * posts.step
      let low = min(max(Int(at), 0), Int(posts.limit))
      let f = min(max(at - Float(low), 0), 1)
      let floor = posts.altitude[low] + (posts.altitude[low + 1] - posts.altitude[low]) * f
      posts.out[i] = floor < unknownAbove ? max(floor, posts.ground[i]) : .nan
    }
  }

  static func heights(
    _ ground: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>, _ count: Int, antenna: Float,
    inverseRadius: Float
  ) {
    for i in 0..<count {
      let h = ground[i] - antenna
      out[i] = h == h ? h / (1 + h * inverseRadius) : ATALAYA_WALL
    }
  }

  static func place(_ places: atalaya_places) {
    for k in 0..<Int(places.count) {
      let v = places.slope[k] * places.scale
      var (lateral, length) = (0.0, 0.0)
      for i in (0..<Int(places.terms)).reversed() {
        lateral = lateral * v + places.lateral[i]
        length = length * v + places.length[i]
      }
      places.x[k] = lateral + places.start + places.slope[k] * places.y
      places.lengths[k] = places.y * places.per_line[k] * (1 + length)
      let angle = places.lengths[k] / places.radius[k]
      places.sines[k] = (places.radius[k] + places.antenna) * sin(angle)
      // (1 − cos θ)/(sin θ·y), also where y is 0.
      let half = places.per_line[k] * (1 + length) / places.radius[k] / 2
      places.bulges[k] = angle == 0 ? half : half * tan(angle / 2) / (angle / 2)
    }
  }

  static func count(_ counts: inout atalaya_counts) {
    let limits = counts.limits
    for i in 0..<Int(counts.count) {
      let floor = counts.floors[i]
      let height = floor - counts.ground[i]
      counts.out[i] = floor.isNaN ? counts.no_data : floor
      counts.known += floor.isNaN ? 0 : 1
      withUnsafeBytes(of: limits) { limits in
        withUnsafeMutableBytes(of: &counts.seen) { seen in
          let (limits, seen) = (limits.bindMemory(to: Float.self), seen.bindMemory(to: Int64.self))
          for limit in limits.indices where height <= limits[limit] { seen[limit] += 1 }
        }
      }
    }
  }
}

/// A height above which a floor is unknown rather than high, metres.
private let unknownAbove: Float = 1e9
