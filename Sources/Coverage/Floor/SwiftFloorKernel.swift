internal import CFloorKernels
internal import Foundation

/// The inner loops in Swift: what those in C compute, in the order in which a reader would write it.
enum SwiftFloorKernel {
  static func raise(_ rays: atalaya_rays, _ lines: atalaya_lines, _ range: Range<Int>) {
    for k in range {
      var distance = rays.distance[k] + rays.d_distance[k] * lines.t
      var drop = rays.drop[k] + rays.d_drop[k] * lines.t
      for l in 0..<Int(lines.lines) {
        let x = rays.x[k] + rays.dx[k] * (lines.t + Float(l))
        raise(rays, ray: k, lines, line: l, place: x, distance: max(distance, 1e-6), drop: drop)
        distance += rays.d_distance[k]
        drop += rays.d_drop[k]
      }
    }
  }

  private static func raise(
    _ rays: atalaya_rays, ray k: Int, _ lines: atalaya_lines, line: Int, place: Float, distance: Float, drop: Float
  ) {
    let heights = lines.heights + line * lines.pitch
    let x = min(max(place, 0), Float(lines.posts - 2))
    let dx = rays.dx[k]
    let horizon = rays.horizon[k]
    // The lowest altitude in sight here: w back to metres, by the series of w/(1 − w/R′).
    let w = min((horizon + drop) * distance, 1e12)
    let part = w * lines.inverse_radius
    rays.altitude[line * Int(rays.count) + k] = lines.antenna + (w + w * (part + part * part))

    let index = Int(x)
    let f = x - Float(index)
    let (low, high) = (heights[index], heights[index + 1])
    var raised = max(horizon, bent(low, high, f, lines) / distance - drop)
    let before = Int(rays.index[k])
    for post in index > before ? before + 1..<index + 1 : index + 1..<before + 1 {
      let tau = min(max((x - Float(post)) / dx, 0), 1)
      let between = max(distance - rays.d_distance[k] * tau, 1e-6)
      let slope =
        bent(heights[post], heights[post - lines.pitch], tau, lines) / between - (drop - rays.d_drop[k] * tau)
      raised = max(raised, slope)
    }
    rays.horizon[k] = raised
    rays.index[k] = Int32(index)
  }

  /// Between two posts w = h/(1 + h/R′), h above the antenna; a wall where one that counts is unknown.
  private static func bent(_ a: Float, _ b: Float, _ part: Float, _ lines: atalaya_lines) -> Float {
    let (a, b) = (a.isNaN ? ATALAYA_WALL : a, b.isNaN ? ATALAYA_WALL : b)
    let height = a + (b - a) * part
    guard height < ATALAYA_WALL_FROM else { return ATALAYA_WALL }
    let h = height - lines.antenna
    return h / (1 + h * lines.inverse_radius)
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

  static func advance(_ segment: atalaya_segment) {
    let rays = segment.rays.pointee
    let gain = segment.lines > 0 ? 1 / segment.lines : 0
    for k in Int(segment.first)..<Int(segment.first + segment.count) {
      let slope = (segment.slope + Double(k)) * segment.slope_step
      let v = slope * segment.scale
      var (lateral, length) = (0.0, 0.0)
      for i in (0..<Int(segment.terms)).reversed() {
        lateral = lateral * v + segment.lateral[i]
        length = length * v + segment.length[i]
      }
      let x = lateral + (segment.start + slope * segment.y)
      let whole = segment.y * segment.per_line[k] * (1 + length)
      let angle = whole * segment.inverse_radius[k]
      segment.x[k] = x
      segment.lengths[k] = whole
      segment.distance[k] = Float((1 / segment.inverse_radius[k] + segment.antenna) * sin(angle))
      segment.drop[k] = Float(tan(angle / 2))
      rays.x[k] = Float(segment.start_x[k] - segment.base)
      rays.dx[k] = Float((x - segment.start_x[k]) * gain)
      rays.inverse_dx[k] = rays.dx[k] == 0 ? 0 : 1 / rays.dx[k]
      rays.d_distance[k] = (segment.distance[k] - rays.distance[k]) * Float(gain)
      rays.d_drop[k] = (segment.drop[k] - rays.drop[k]) * Float(gain)
      rays.index[k] += segment.shift
    }
  }

  static func turn(_ turn: atalaya_turn) {
    for row in 0..<turn.rows {
      for column in 0..<turn.columns { turn.out[column * turn.out_pitch + row] = turn.in[row * turn.pitch + column] }
    }
  }

  static func flush(_ flush: atalaya_flush) {
    let (columns, line) = (Int(flush.columns), Int(ATALAYA_CACHE_LINE))
    for row in 0..<Int(flush.rows) {
      let (out, kept) = (flush.out + row * flush.out_pitch, flush.kept + row * line)
      // Every float is written at once; the same are kept all the same.
      for column in 0..<columns { out[column] = flush.in[column * flush.pitch + row] }
      let before = Array(UnsafeBufferPointer(start: kept, count: line))
      for i in 0..<line {
        let column = flush.grows != 0 ? columns - line + i : i
        kept[i] =
          column < 0 ? before[line + column] : column < columns ? out[column] : before[column - columns]
      }
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
