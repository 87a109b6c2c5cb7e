internal import Foundation

/// The reference: every sight line by itself, in double precision (R3).
///
/// For each post the geodesic from the antenna is followed line by line; where it crosses a line of posts, and where it
/// crosses the other way in between, the terrain between the two posts next to it is a point that may hide the target.
struct ExactFloor: Sendable {
  let problem: FloorProblem
  let surfaces: [FanSurface]
  let memory: FloorMemory

  func run(_ workers: Int) {
    let partition = FanPartition(north: surfaces[0], south: surfaces[1], problem: problem)
    for surface in surfaces {
      let lines = ExactLines(problem, surface)
      run(workers, partition, surface, lines)
    }
  }

  private func run(_ workers: Int, _ partition: FanPartition, _ surface: FanSurface, _ lines: ExactLines) {
    var cursor = {
      let row = min(max(Int(problem.antennaRow.rounded(.up)), 0), problem.rows)
      return row..<row
    }()
    let isByRow = surface.quadrant.crossesRows
    var owned: [Range<Int>] = []
    for l in 0..<lines.count {
      let line = lines.first + lines.sign * l
      let posts = partition.posts(ofLine: line, surface.quadrant, rowsNear: &cursor)
      let (wantedLines, wanted) =
        isByRow ? (problem.wantedRows, problem.wantedColumns) : (problem.wantedColumns, problem.wantedRows)
      owned.append(wantedLines.contains(line) ? posts.clamped(to: wanted) : 0..<0)
    }
    let all = owned
    Parallel.run(lines.count, workers: workers) { l in
      for post in all[l] {
        let line = lines.first + lines.sign * l
        let (row, column) = isByRow ? (line, post) : (post, line)
        memory.floors[
          (row - problem.wantedRows.lowerBound) * memory.floorPitch + column - problem.wantedColumns.lowerBound] =
          floor(at: post, line: l, lines, surface, ground: memory.terrain[row * memory.pitch + column])
      }
    }
  }

  private func floor(at post: Int, line l: Int, _ lines: ExactLines, _ surface: FanSurface, ground: Float) -> Float {
    guard ground == ground else { return .nan }
    let y = lines.offset + Double(l)
    // The ray through the post: x(u, y) grows with u by nearly y.
    let target = Double(post - surface.lateralOrigin)
    var u = (target - surface.lateralStart) / y
    for _ in 0..<20 {
      let miss = target - surface.ray(u, lines.polynomials[l], y: y).x
      u += miss / y
      if abs(miss) < 1e-9 { break }
    }
    let length = surface.ray(u, lines.polynomials[l], y: y).length
    guard length <= problem.range else { return .nan }
    let radius = problem.k * surface.radius(u)
    let big = radius + problem.antenna
    var horizon = -Double.infinity
    var (lastX, lastLength, lastY) = (surface.lateralStart, 0.0, 0.0)
    func height(_ place: Int, _ line: Int) -> Double {
      let lateral = place + surface.lateralOrigin
      let (row, column) = surface.quadrant.crossesRows ? (line, lateral) : (lateral, line)
      // Half a post beyond the edge the outermost posts go on.
      guard row >= -1, row <= problem.rows, column >= -1, column <= problem.columns else { return .nan }
      let (r, c) = (min(max(row, 0), problem.rows - 1), min(max(column, 0), problem.columns - 1))
      return Double(memory.terrain[r * memory.pitch + c])
    }
    func see(_ ground: Double, _ length: Double) -> Bool {
      guard ground == ground else { return false }
      let above = ground - problem.antenna
      let w = above / (1 + above / big)
      let angle = length / radius
      let half = sin(angle / 2)
      horizon = max(horizon, (w - 2 * big * half * half) / max(big * sin(angle), 1e-6))
      return true
    }
    for step in 0...l {
      let line = lines.first + lines.sign * step
      let stepY = lines.offset + Double(step)
      let ray = step == l ? (x: target, length: length) : surface.ray(u, lines.polynomials[step], y: stepY)
      // Where the other lines are crossed since the last one; never the target itself.
      let span = stepY - lastY
      let gain = (ray.x - lastX) / span
      if gain != 0 {
        let (a, b) = (min(lastX, ray.x), max(lastX, ray.x))
        var crossing = Int(a.rounded(.down)) + 1
        while Double(crossing) < b {
          let back = (ray.x - Double(crossing)) / gain
          let (here, there) = (height(crossing, line), height(crossing, line - lines.sign))
          let ground = back == 0 ? here : back == 1 ? there : here + (there - here) * back
          if !see(ground, ray.length - (ray.length - lastLength) * back / span) { return .nan }
          crossing += 1
        }
      }
      if step == l { break }
      let low = Int(ray.x.rounded(.down))
      let f = ray.x - Double(low)
      let ground = f < 1e-12 ? height(low, line) : height(low, line) * (1 - f) + height(low + 1, line) * f
      if !see(ground, ray.length) { return .nan }
      (lastX, lastLength, lastY) = (ray.x, ray.length, stepY)
    }
    let angle = length / radius
    let half = sin(angle / 2)
    guard horizon > -.infinity else { return ground }
    let w = horizon * big * sin(angle) + 2 * big * half * half
    guard w < big else { return .nan }
    return max(Float(problem.antenna + w / (1 - w / big)), ground)
  }
}

/// The lines of a quadrant with their series.
private struct ExactLines: Sendable {
  let first: Int
  let sign: Int
  let offset: Double
  let count: Int
  let polynomials: [FanSurface.Polynomials]

  init(_ problem: FloorProblem, _ surface: FanSurface) {
    let isByRow = surface.quadrant.crossesRows
    let start = isByRow ? problem.antennaRow : problem.antennaColumn
    let total = isByRow ? problem.rows : problem.columns
    let sign = Int(surface.quadrant.sign)
    let first = sign > 0 ? Int(start.rounded(.down)) + 1 : Int(start.rounded(.up)) - 1
    let offset = abs(Double(first) - start)
    let count = max(0, min(sign > 0 ? total - first : first + 1, Int(max(surface.reach - offset, -1)) + 1))
    self.first = first
    self.sign = sign
    self.offset = offset
    self.count = count
    polynomials = (0..<count).map { surface.polynomials(y: offset + Double($0)) }
  }
}
