internal import CFloorKernels

/// The rays of a quadrant that one worker follows from the antenna to the end of their range.
///
/// Line by line (rows or columns of posts): the posts of the line get their floors, linear between the two neighbouring
/// rays; then every ray's horizon is raised by the terrain under it where it crosses the line, and where it has crossed
/// the other way since the line before, linear between posts. The sphere is exact: with R' = kR + h₀,
/// w = (h − h₀)/(1 + (h − h₀)/R'), D = R'·sin(s/kR) and B = R'·(1 − cos(s/kR)), the slope under which a point appears is
/// (w − B)/D. Lines are taken in segments of sixteen, along which a ray's place, D and B/(D·y) are linear: the error
/// is below 0.02 post (0.1 mm of a floor's slope per kilometre) and told in the README.
struct FanWedge: Sendable {
  static let segment = 16
  /// Rays between knots, at which the places of posts among the rays are exact.
  static let knot = 32

  let problem: FloorProblem
  let surface: FanSurface
  let partition: FanPartition
  let kernel: FloorKernel
  let memory: FloorMemory
  /// Slope of ray 0 and between rays, lateral posts per line.
  let firstSlope: Double
  let slopeStep: Double
  /// How many rays, the last being the next wedge's first.
  let count: Int
  /// Whether posts before the first ray's place are this wedge's; the same behind the last.
  let isFirst: Bool
  let isLast: Bool

  private var padded: Int { (count + 7) & ~7 }
  private var isByRow: Bool { surface.quadrant.crossesRows }
  private var lineTotal: Int { isByRow ? problem.rows : problem.columns }
  private var lateralTotal: Int { isByRow ? problem.columns : problem.rows }

  /// A ray's constants and its state at both ends of a segment.
  private final class State {
    let n: Int
    var slope, perLine, radius, inverseRadius: [Double]
    var xStart, xEnd, lengthStart, lengthEnd, sines, bulges, sinesEnd, bulgesEnd: [Double]
    var floats: UnsafeMutablePointer<Float>
    var index: UnsafeMutablePointer<Int32>

    init(_ n: Int) {
      self.n = n
      let zeros = [Double](repeating: 0, count: n)
      (slope, perLine, radius, inverseRadius) = (zeros, zeros, zeros, zeros)
      (xStart, xEnd, lengthStart, lengthEnd) = (zeros, zeros, zeros, zeros)
      (sines, bulges, sinesEnd, bulgesEnd) = (zeros, zeros, zeros, zeros)
      floats = .allocate(capacity: n * 11 + 8)
      floats.initialize(repeating: 0, count: n * 11 + 8)
      index = .allocate(capacity: n)
      index.initialize(repeating: 0, count: n)
    }

    deinit {
      floats.deallocate()
      index.deallocate()
    }

    func array(_ i: Int) -> UnsafeMutablePointer<Float> { floats + i * n }

    var rays: atalaya_rays {
      atalaya_rays(
        count: Int32(n), x: array(0), dx: array(1), inverse_dx: array(2), distance: array(3), d_distance: array(4),
        bulge: array(5), d_bulge: array(6), horizon: array(7), lower: array(8), upper: array(9), index: index,
        altitude: array(10))
    }
  }

  /// Follows the rays.
  func run() {
    let line0 = isByRow ? problem.antennaRow : problem.antennaColumn
    let sign = Int(surface.quadrant.sign)
    // The first line strictly beyond the antenna, and how far it is.
    let first = sign > 0 ? Int(line0.rounded(.down)) + 1 : Int(line0.rounded(.up)) - 1
    let offset = abs(Double(first) - line0)
    let lines = min(sign > 0 ? lineTotal - first : first + 1, Int(max(surface.reach - offset, -1)) + 1)
    guard lines > 0 else { return }
    let state = State(padded)
    prepare(state)
    let block = LineBlock(self, first: first, sign: sign)
    var cursor = antennaRows()
    var active = 0..<count
    var start = 0
    var yStart = 0.0
    evaluate(state, y: 0, into: \.xStart, \.lengthStart, \.sines, \.bulges)
    var rays = state.rays
    while start < lines {
      let end = min(start + Self.segment, lines)
      let yEnd = offset + Double(end - 1)
      evaluate(state, y: yEnd, into: \.xEnd, \.lengthEnd, \.sinesEnd, \.bulgesEnd)
      guard let inRange = rangeAtStart(state, active) else { return }
      active = inRange
      let shift = block.load(lines: start..<end, lateral: lateralSpan(state, active))
      linearise(state, yStart: yStart, yEnd: yEnd, base: block.base)
      if start == 0 { begin(state, block) } else { for k in 0..<padded { state.index[k] += Int32(shift) } }
      let limited =
        state.lengthEnd[active.lowerBound] > problem.range || state.lengthEnd[active.upperBound - 1] > problem.range
      for l in start..<end {
        let y = offset + Double(l)
        let t = y - yStart
        var line = atalaya_line(
          heights: block.heights(l - start), before: block.heights(l - start - 1), posts: Int32(block.width),
          t: Float(t), y: Float(y), antenna: Float(problem.antenna),
          inverse_radius: Float(state.inverseRadius[count / 2]))
        kernel.raise(&rays, &line, active)
        let part = yEnd > yStart ? t / (yEnd - yStart) : 1
        let posts = owned(state, part: part, line: first + sign * l, limited: limited, active: active, cursor: &cursor)
        fill(state, block, lineInSegment: l - start, gridLine: first + sign * l, posts: posts, part: part)
      }
      block.flush()
      swap(&state.xStart, &state.xEnd)
      swap(&state.lengthStart, &state.lengthEnd)
      swap(&state.sines, &state.sinesEnd)
      swap(&state.bulges, &state.bulgesEnd)
      (start, yStart) = (end, yEnd)
    }
  }

  private func prepare(_ state: State) {
    let start = UnsafeMutablePointer<Float>(state.array(7))
    for k in 0..<padded {
      let u = firstSlope + slopeStep * Double(k)
      state.slope[k] = u
      state.perLine[k] = surface.metresPerLine(u)
      state.radius[k] = problem.k * surface.radius(u)
      start[k] = -1e30
    }
    let middle = 1 / (state.radius[count / 2] + problem.antenna)
    for k in 0..<padded { state.inverseRadius[k] = middle }
  }

  /// Places and lengths of all rays at a line, with D and B/(D·y).
  private func evaluate(
    _ state: State, y: Double, into x: ReferenceWritableKeyPath<State, [Double]>,
    _ length: ReferenceWritableKeyPath<State, [Double]>, _ sines: ReferenceWritableKeyPath<State, [Double]>,
    _ bulges: ReferenceWritableKeyPath<State, [Double]>
  ) {
    let polynomials = surface.polynomials(y: y)
    let terms = polynomials.lateral.count
    let n = padded
    let start = surface.lateralStart
    let antenna = problem.antenna
    state.slope.withUnsafeBufferPointer { slope in
      state.perLine.withUnsafeBufferPointer { perLine in
        state.radius.withUnsafeBufferPointer { radius in
          state[keyPath: x].withUnsafeMutableBufferPointer { x in
            state[keyPath: length].withUnsafeMutableBufferPointer { length in
              state[keyPath: sines].withUnsafeMutableBufferPointer { sines in
                state[keyPath: bulges].withUnsafeMutableBufferPointer { bulges in
                  for k in 0..<n { (x[k], length[k]) = (0, 0) }
                  let scale = 1 / FanSurface.widest
                  for i in stride(from: terms - 1, through: 0, by: -1) {
                    let (p, q) = (polynomials.lateral[i], polynomials.length[i])
                    for k in 0..<n {
                      x[k] = x[k] * (slope[k] * scale) + p
                      length[k] = length[k] * (slope[k] * scale) + q
                    }
                  }
                  for k in 0..<n {
                    x[k] += start + slope[k] * y
                    let lines = perLine[k] * (1 + length[k])
                    length[k] = y * lines
                    let angle = length[k] / radius[k]
                    let a2 = angle * angle
                    let sine = angle * (1 - a2 / 6 * (1 - a2 / 20 * (1 - a2 / 42 * (1 - a2 / 72))))
                    sines[k] = (radius[k] + antenna) * sine
                    // tan(θ/2)/y, which is (1 − cos θ)/(sin θ·y).
                    bulges[k] =
                      lines / radius[k] / 2
                      * (1 + a2 / 12 * (1 + a2 / 10 * (1 + 17 * a2 / 168 * (1 + 31 * a2 / 306))))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// The rays that have not left the range where a segment starts, with one more on either side.
  private func rangeAtStart(_ state: State, _ active: Range<Int>) -> Range<Int>? {
    var (low, high) = (active.lowerBound, active.upperBound)
    while low < high, state.lengthStart[low] > problem.range { low += 1 }
    while high > low, state.lengthStart[high - 1] > problem.range { high -= 1 }
    guard high > low else { return nil }
    return max(low - 1, active.lowerBound)..<min(high + 1, active.upperBound)
  }

  /// The posts that the active rays may touch in a segment.
  private func lateralSpan(_ state: State, _ active: Range<Int>) -> Range<Int> {
    let (a, b) = (active.lowerBound, active.upperBound - 1)
    let low = min(state.xStart[a], state.xEnd[a])
    let high = max(state.xStart[b], state.xEnd[b])
    let total = Double(lateralTotal)
    let first = Int(min(max(low.rounded(.down) - 2, -2), total + 2))
    let last = Int(min(max(high.rounded(.up) + 3, Double(first) + 4), total + 6))
    return first..<last
  }

  private func linearise(_ state: State, yStart: Double, yEnd: Double, base: Int) {
    let scale = yEnd > yStart ? 1 / (yEnd - yStart) : 0
    let offset = Double(base)
    let (x, dx, inverse) = (state.array(0), state.array(1), state.array(2))
    let (distance, dDistance, bulge, dBulge) = (state.array(3), state.array(4), state.array(5), state.array(6))
    for k in 0..<padded {
      x[k] = Float(state.xStart[k] - offset)
      let gain = (state.xEnd[k] - state.xStart[k]) * scale
      dx[k] = Float(gain)
      inverse[k] = gain == 0 ? 0 : Float(1 / gain)
      distance[k] = Float(state.sines[k])
      dDistance[k] = Float((state.sinesEnd[k] - state.sines[k]) * scale)
      bulge[k] = Float(state.bulges[k])
      dBulge[k] = Float((state.bulgesEnd[k] - state.bulges[k]) * scale)
    }
  }

  /// The posts beside the antenna on the line before the first.
  private func begin(_ state: State, _ block: LineBlock) {
    let heights = block.heights(-1)
    let (lower, upper, x) = (state.array(8), state.array(9), state.array(0))
    for k in 0..<padded {
      let index = min(max(Int(x[k]), 0), block.width - 2)
      state.index[k] = Int32(index)
      lower[k] = heights[index]
      upper[k] = heights[index + 1]
    }
  }

  private func place(_ state: State, _ ray: Int, _ part: Double) -> Double {
    state.xStart[ray] + (state.xEnd[ray] - state.xStart[ray]) * part
  }

  private func antennaRows() -> Range<Int> {
    let row = min(max(Int(problem.antennaRow.rounded(.up)), 0), problem.rows)
    return row..<row
  }

  /// The posts of a line that get their floors from this wedge.
  private func owned(
    _ state: State, part: Double, line: Int, limited: Bool, active: Range<Int>, cursor: inout Range<Int>
  ) -> Range<Int> {
    let wantedLines = isByRow ? problem.wantedRows : problem.wantedColumns
    let wanted = isByRow ? problem.wantedColumns : problem.wantedRows
    guard line >= 0, line < lineTotal else { return 0..<0 }
    let quadrant = partition.posts(ofLine: line, surface.quadrant, rowsNear: &cursor)
    guard wantedLines.contains(line) else { return 0..<0 }
    var low = max(quadrant.lowerBound, wanted.lowerBound)
    var high = min(quadrant.upperBound, wanted.upperBound)
    func ceiling(_ x: Double) -> Int { Int(min(max(x, -4), Double(lateralTotal) + 4).rounded(.up)) }
    if !isFirst { low = max(low, ceiling(place(state, 0, part))) }
    if !isLast { high = min(high, ceiling(place(state, count - 1, part))) }
    if limited {
      func length(_ k: Int) -> Double { state.lengthStart[k] + (state.lengthEnd[k] - state.lengthStart[k]) * part }
      var (a, b) = (active.lowerBound, active.upperBound - 1)
      while a <= b, length(a) > problem.range { a += 1 }
      while b >= a, length(b) > problem.range { b -= 1 }
      guard a <= b else { return 0..<0 }
      // Between a ray within range and its neighbour beyond, the range ends where their lengths say.
      func edge(_ inside: Int, _ outside: Int) -> Double {
        let f = (problem.range - length(inside)) / (length(outside) - length(inside))
        return place(state, inside, part) + (place(state, outside, part) - place(state, inside, part)) * f
      }
      if a > active.lowerBound { low = max(low, ceiling(edge(a, a - 1))) }
      if b < active.upperBound - 1 { high = min(high, ceiling(edge(b, b + 1).nextUp)) }
    }
    return low..<max(low, high)
  }

  private func fill(
    _ state: State, _ block: LineBlock, lineInSegment: Int, gridLine: Int, posts: Range<Int>, part: Double
  ) {
    guard !posts.isEmpty else { return }
    block.own(lineInSegment, posts)
    let altitude = UnsafePointer(state.array(10))
    let (ground, out, maySpill) = block.surface(lineInSegment, gridLine: gridLine)
    let base = block.base
    var from = posts.lowerBound
    var ray = 0
    while from < posts.upperBound, ray < count - 1 {
      let next = min(ray + Self.knot, count - 1)
      let (a, b) = (place(state, ray, part), place(state, next, part))
      let end = next == count - 1 ? posts.upperBound : min(Int(min(b, 1e9).rounded(.up)), posts.upperBound)
      if end > from {
        kernel.fill(
          altitude, limit: padded - 2, ray: Float(ray), step: Float(Double(next - ray) / (b - a)),
          x: Float(a - Double(base)),
          ground: ground, out: out, posts: from - base..<end - base,
          maySpill: maySpill || end + 8 <= posts.upperBound)
        from = end
      }
      ray = next
    }
  }
}
