internal import CFloorKernels

/// The rays of a quadrant that one worker follows from the antenna to the end of their range.
///
/// Line by line (rows or columns of posts): the posts of the line get their floors, linear between the two neighbouring
/// rays; then every ray's horizon is raised by the terrain under it where it crosses the line, and where it has crossed
/// the other way since the line before, linear between posts. The sphere is exact: with R' = kR + h₀,
/// w = (h − h₀)/(1 + (h − h₀)/R'), D = R'·sin(s/kR) and B = R'·(1 − cos(s/kR)), the slope under which a point appears is
/// (w − B)/D. Lines are taken in segments of up to 32, or of sixteen where geodesics bend, along which a ray's place, D
/// and B/D are linear: the error is below 0.02 post (0.1 mm of a floor's slope per kilometre) and part of what
/// `bench accuracy` measures. Near the antenna segments are short: there a part of D lifts whatever lies behind.
struct FanWedge: Sendable {
  /// Fewest rays between knots, at which the places of posts among the rays are exact.
  static let knot = 32

  let problem: FloorProblem
  let surface: FanSurface
  let partition: FanPartition
  let kernel: FloorKernel
  let memory: FloorMemory
  /// The first ray, counted from the middle one, whose slope is 0.
  let firstRay: Int
  /// Slope between rays, lateral posts per line. A ray that two wedges share has the same slope in both, to the last bit.
  let slopeStep: Double
  /// How many rays, the last being the next wedge's first.
  let count: Int
  /// Whether posts before the first ray's place are this wedge's; the same behind the last.
  let isFirst: Bool
  let isLast: Bool

  /// Rays in memory: whole vectors, and at least one more than there are.
  private var padded: Int { (count + 16) & ~15 }
  private var isByRow: Bool { surface.quadrant.crossesRows }
  private var lineTotal: Int { isByRow ? problem.rows : problem.columns }
  private var lateralTotal: Int { isByRow ? problem.columns : problem.rows }

  /// Whether any of its posts may be wanted.
  ///
  /// Its edges are looked at on some lines; between these a smooth edge bends by less than from one to the next but one.
  var mayBeWanted: Bool {
    let wanted = isByRow ? problem.wantedColumns : problem.wantedRows
    var (low, high, bend) = (Double.infinity, -Double.infinity, 0.0)
    for u in [slope(0), slope(count - 1)] {
      let edge = surface.edge(u)
      let places = (0...32).map { edge.place(y: surface.reach * Double($0) / 32) }
      low = min(low, places.min() ?? low)
      high = max(high, places.max() ?? high)
      guard surface.terms > 0 else { continue }
      for i in 1..<places.count - 1 { bend = max(bend, abs(places[i - 1] + places[i + 1] - 2 * places[i])) }
    }
    // Diagonals hand the outermost wedges posts beyond their rays by rounding.
    low -= bend + (isFirst ? 2 : 0)
    high += bend + (isLast ? 2 : 0)
    return low.rounded(.up) < Double(wanted.upperBound - surface.lateralOrigin)
      && high.rounded(.up) > Double(wanted.lowerBound - surface.lateralOrigin)
  }

  /// Follows the rays.
  func run() {
    let line0 = isByRow ? problem.antennaRow : problem.antennaColumn
    let sign = Int(surface.quadrant.sign)
    // The first line strictly beyond the antenna, and how far it is.
    let first = sign > 0 ? Int(line0.rounded(.down)) + 1 : Int(line0.rounded(.up)) - 1
    let offset = abs(Double(first) - line0)
    // Segments are those of the range, whatever part of the terrain is at hand: the same posts get the same floors.
    let reach = Int(max(surface.reach - offset, -1)) + 1
    let lines = min(sign > 0 ? lineTotal - first : first + 1, reach)
    guard lines > 0 else { return }
    let state = WedgeRays(padded, lines: surface.segment)
    let atAntenna = surface.polynomials(y: 0)
    for k in 0..<padded {
      let u = slope(k)
      state.perLine[k] = surface.metresPerLine(u)
      state.inverseRadius[k] = 1 / (problem.k * surface.radius(u))
      state.start.x[k] = surface.ray(u, atAntenna, y: 0).x
    }
    let block = LineBlock(
      self, first: first, sign: sign, widest: Int(Double(count) * slopeStep * (offset + Double(lines))))
    defer {
      block.finish()
      atalaya_floor_settle()
    }
    var cursor = antennaRows()
    var active = 0..<count
    var start = 0
    var yStart = 0.0
    while start < lines {
      let segment = segment(from: start)
      let end = min(start + segment, lines)
      // A last line by itself goes by the next one, which is not there.
      let yEnd = offset + Double(max(min(start + segment, reach) - 1, start + 1))
      guard let inRange = rangeAtStart(state, active) else { return }
      active = inRange
      let series = surface.polynomials(y: yEnd)
      func edges(_ ray: Int) -> (Double, Double) {
        (state.start.x[ray], surface.ray(slope(ray), series, y: yEnd).x)
      }
      let span = LateralSpan(low: edges(active.lowerBound), high: edges(active.upperBound - 1), surface.lateralOrigin)
      let shift = block.load(
        lines: start..<end, lateral: span.posts(),
        block: span.posts(to: 1 + Double(LineBlock.depth - segment) / (yEnd - yStart)), end: lines)
      state.advance(
        self, active,
        WedgeRays.Segment(
          series: series, end: yEnd, lines: yEnd - yStart, base: block.base - surface.lateralOrigin, shift: shift))
      if start == 0 { state.begin(block) }
      let y = offset + Double(start)
      var call = atalaya_lines(
        heights: block.heights, pitch: block.pitch, ahead: block.ahead,
        next: block.turnNext(
          span.posts(from: 1, to: 1 + Double(LineBlock.depth) / (yEnd - yStart)), t: y - yStart),
        posts: Int32(block.width), lines: Int32(end - start), t: Float(y - yStart), antenna: Float(problem.antenna),
        inverse_radius: inverseRadius)
      var rays = state.rays
      kernel.raise(&rays, &call, active)
      let limited =
        state.end.lengths[active.lowerBound] > problem.range || state.end.lengths[active.upperBound - 1] > problem.range
      let knots = knots(state, active)
      for l in start..<end {
        let part = (offset + Double(l) - yStart) / (yEnd - yStart)
        let line = first + sign * l
        let posts = owned(state, part: part, line: line, limited: limited, active: active, cursor: &cursor)
        fill(
          state, block, lineInSegment: l - start, gridLine: line, posts: posts, part: part, active: active,
          knots: knots)
      }
      swap(&state.start, &state.end)
      (start, yStart) = (end, yEnd)
    }
  }

  /// Lines of the segment that begins with a line: at most half as many as lie before it, a power of two.
  private func segment(from start: Int) -> Int {
    var lines = surface.segment
    while lines > 4, 2 * lines > start { lines /= 2 }
    return lines
  }

  /// 1/R′ of the wedge's middle ray; between its rays the radius changes by less than counts.
  private var inverseRadius: Float {
    let middle = slope(count / 2)
    return Float(1 / (problem.k * surface.radius(middle) + problem.antenna))
  }

  /// Rays between knots: as many as let the places of posts be linear between them to 0.005 ray spacings.
  private func knots(_ state: WedgeRays, _ active: Range<Int>) -> Int {
    guard surface.terms > 0 else { return count }
    var bend = 0.0
    let (first, steps) = (active.lowerBound, active.count - 1)
    for places in [state.start.x, state.end.x] {
      let (a, b) = (places[first], places[first + steps])
      for quarter in 1...3 {
        let k = steps * quarter / 4
        bend = max(bend, abs(places[first + k] - (a + (b - a) * Double(k) / Double(max(steps, 1)))))
      }
      bend /= max((b - a) / Double(max(steps, 1)), 1e-9)
    }
    // Between n knots the bend falls with n²; twice as many for a bend that is not even.
    let parts = 2 * (bend / 0.005).squareRoot()
    return parts < 1 ? count : max(Self.knot, Int(Double(active.count) / parts))
  }

  /// The rays that have not left the range where a segment starts, with one more on either side.
  private func rangeAtStart(_ state: WedgeRays, _ active: Range<Int>) -> Range<Int>? {
    var (low, high) = (active.lowerBound, active.upperBound)
    while low < high, state.start.lengths[low] > problem.range { low += 1 }
    while high > low, state.start.lengths[high - 1] > problem.range { high -= 1 }
    guard high > low else { return nil }
    return max(low - 1, active.lowerBound)..<min(high + 1, active.upperBound)
  }

  private func place(_ state: WedgeRays, _ ray: Int, _ part: Double) -> Double {
    state.start.x[ray] + (state.end.x[ray] - state.start.x[ray]) * part
  }

  private func slope(_ ray: Int) -> Double { Double(firstRay + ray) * slopeStep }

  private func antennaRows() -> Range<Int> {
    let row = min(max(Int(problem.antennaRow.rounded(.up)), 0), problem.rows)
    return row..<row
  }

  /// The posts of a line that get their floors from this wedge.
  private func owned(
    _ state: WedgeRays, part: Double, line: Int, limited: Bool, active: Range<Int>, cursor: inout Range<Int>
  ) -> Range<Int> {
    let wantedLines = isByRow ? problem.wantedRows : problem.wantedColumns
    let wanted = isByRow ? problem.wantedColumns : problem.wantedRows
    guard line >= 0, line < lineTotal else { return 0..<0 }
    let quadrant = partition.posts(ofLine: line, surface.quadrant, rowsNear: &cursor)
    guard wantedLines.contains(line) else { return 0..<0 }
    var low = max(quadrant.lowerBound, wanted.lowerBound)
    var high = min(quadrant.upperBound, wanted.upperBound)
    func ceiling(_ x: Double) -> Int { Int(min(max(x, -1e9), 1e9).rounded(.up)) + surface.lateralOrigin }
    if !isFirst { low = max(low, ceiling(place(state, 0, part))) }
    if !isLast { high = min(high, ceiling(place(state, count - 1, part))) }
    if limited {
      func length(_ k: Int) -> Double {
        state.start.lengths[k] + (state.end.lengths[k] - state.start.lengths[k]) * part
      }
      var (a, b) = (active.lowerBound, active.upperBound - 1)
      while a <= b, length(a) > problem.range { a += 1 }
      while b >= a, length(b) > problem.range { b -= 1 }
      guard a <= b else { return 0..<0 }
      // Between a ray within range and its neighbour beyond: along a line the square of the length grows with that of
      // the place next to the antenna.
      func edge(_ inside: Int, _ outside: Int) -> Double {
        let (a, b) = (length(inside), length(outside))
        let f = (problem.range - a) * (problem.range + a) / ((b - a) * (b + a))
        let (x, end) = (
          place(state, inside, part) - surface.lateralStart, place(state, outside, part) - surface.lateralStart
        )
        let square = x * x + (end * end - x * x) * f
        return surface.lateralStart + (end < 0 ? -1 : 1) * max(square, 0).squareRoot()
      }
      if a > active.lowerBound { low = max(low, ceiling(edge(a, a - 1))) }
      if b < active.upperBound - 1 { high = min(high, ceiling(edge(b, b + 1).nextUp)) }
    }
    return low..<max(low, high)
  }

  private func fill(
    _ state: WedgeRays, _ block: LineBlock, lineInSegment: Int, gridLine: Int, posts: Range<Int>, part: Double,
    active: Range<Int>, knots: Int
  ) {
    guard !posts.isEmpty else { return }
    block.own(lineInSegment, posts)
    let (ground, out, maySpill) = block.surface(lineInSegment, gridLine: gridLine)
    var from = posts.lowerBound
    var ray = active.lowerBound
    let lastRay = active.upperBound - 1
    var call = atalaya_posts(
      altitude: state.altitude(line: lineInSegment), limit: Int32(padded - 2), ray: 0, x: 0, step: 0, ground: ground,
      out: out, first: 0, last: 0, may_spill: 0, is_far: isByRow ? 1 : 0)
    while from < posts.upperBound, ray < lastRay {
      let next = min(ray + knots, lastRay)
      let (a, b) = (place(state, ray, part), place(state, next, part))
      let end =
        next == lastRay
        ? posts.upperBound : min(Int(min(b, 1e9).rounded(.up)) + surface.lateralOrigin, posts.upperBound)
      if end > from {
        call.ray = Float(ray)
        call.step = Float(Double(next - ray) / (b - a))
        call.x = Float(a - Double(block.base - surface.lateralOrigin))
        (call.first, call.last) = (Int32(from - block.base), Int32(end - block.base))
        call.may_spill = maySpill || end + 16 <= posts.upperBound ? 1 : 0
        kernel.fill(&call)
        from = end
      }
      ray = next
    }
  }
}
