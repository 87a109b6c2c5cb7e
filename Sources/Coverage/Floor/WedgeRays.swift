internal import CFloorKernels

/// The rays of a wedge: their constants, their places at both ends of a segment of lines, and what the kernels keep of
/// them from line to line.
final class WedgeRays {
  /// Where the rays are at a line.
  struct Places {
    /// Lateral place, posts from the surface's origin.
    let x: UnsafeMutablePointer<Double>
    /// Length of the way from the antenna, metres.
    let lengths: UnsafeMutablePointer<Double>
    /// D = R′·sin(s/kR), metres.
    let sines: UnsafeMutablePointer<Double>
    /// B/(D·y).
    let bulges: UnsafeMutablePointer<Double>
  }

  let count: Int
  /// Lateral posts that a ray gains per line as it leaves the antenna.
  let slope: UnsafeMutablePointer<Double>
  /// Metres per line as it leaves.
  let perLine: UnsafeMutablePointer<Double>
  /// kR in its azimuth, metres.
  let radius: UnsafeMutablePointer<Double>
  var start, end: Places
  private let doubles: UnsafeMutablePointer<Double>
  private let floats: UnsafeMutablePointer<Float>
  private let altitudes: UnsafeMutablePointer<Float>
  private let index: UnsafeMutablePointer<Int32>

  init(_ count: Int) {
    self.count = count
    doubles = .allocate(capacity: count * 11)
    doubles.initialize(repeating: 0, count: count * 11)
    let doubles = doubles
    func places(_ i: Int) -> Places {
      Places(
        x: doubles + i * count, lengths: doubles + (i + 1) * count, sines: doubles + (i + 2) * count,
        bulges: doubles + (i + 3) * count)
    }
    (slope, perLine, radius) = (doubles, doubles + count, doubles + 2 * count)
    (start, end) = (places(3), places(7))
    floats = .allocate(capacity: count * 10)
    floats.initialize(repeating: 0, count: count * 10)
    let slack = Int(ATALAYA_SLACK)
    altitudes = .allocate(capacity: count * FanWedge.segment + slack)
    altitudes.initialize(repeating: 0, count: count * FanWedge.segment + slack)
    index = .allocate(capacity: count)
    index.initialize(repeating: 0, count: count)
  }

  deinit {
    doubles.deallocate()
    floats.deallocate()
    altitudes.deallocate()
    index.deallocate()
  }

  private func array(_ i: Int) -> UnsafeMutablePointer<Float> { floats + i * count }

  /// The rays as the kernels take them.
  var rays: atalaya_rays {
    atalaya_rays(
      count: Int32(count), x: array(0), dx: array(1), inverse_dx: array(2), distance: array(3), d_distance: array(4),
      bulge: array(5), d_bulge: array(6), horizon: array(7), lower: array(8), upper: array(9), index: index,
      altitude: altitudes)
  }

  /// The lowest altitudes in sight at a line of the segment.
  func altitude(line: Int) -> UnsafePointer<Float> { UnsafePointer(altitudes + line * count) }

  /// Tells where the rays are at a line.
  func place(_ places: Places, at y: Double, _ surface: FanSurface, antenna: Double, _ kernel: FloorKernel) {
    let series = surface.polynomials(y: y)
    series.lateral.withUnsafeBufferPointer { lateral in
      series.length.withUnsafeBufferPointer { length in
        var call = atalaya_places(
          count: Int32(count), terms: Int32(lateral.count), lateral: lateral.baseAddress, length: length.baseAddress,
          scale: 1 / FanSurface.widest, y: y, start: surface.lateralStart, antenna: antenna, slope: slope,
          per_line: perLine, radius: radius, x: places.x, lengths: places.lengths, sines: places.sines,
          bulges: places.bulges)
        kernel.place(&call)
      }
    }
  }

  /// Takes every quantity as linear over the lines of a segment.
  /// - Parameter base: The post from which the block counts, from the surface's origin.
  func linearise(lines: Double, base: Int) {
    let scale = lines > 0 ? 1 / lines : 0
    let offset = Double(base)
    let (x, dx, inverse) = (array(0), array(1), array(2))
    let (distance, dDistance, bulge, dBulge) = (array(3), array(4), array(5), array(6))
    for k in 0..<count {
      x[k] = Float(start.x[k] - offset)
      let gain = Float((end.x[k] - start.x[k]) * scale)
      dx[k] = gain
      inverse[k] = gain == 0 ? 0 : 1 / gain
      distance[k] = Float(start.sines[k])
      dDistance[k] = Float((end.sines[k] - start.sines[k]) * scale)
      bulge[k] = Float(start.bulges[k])
      dBulge[k] = Float((end.bulges[k] - start.bulges[k]) * scale)
    }
  }

  /// Takes the posts beside the antenna on the line before the first, and a horizon 20 km below the antenna there.
  func begin(_ block: LineBlock) {
    let heights = block.heights(-1)
    let (lower, upper, x, horizon) = (array(8), array(9), array(0), array(7))
    for k in 0..<count {
      horizon[k] = Float(-2e4 / perLine[k])
      let post = min(max(Int(x[k]), 0), block.width - 2)
      index[k] = Int32(post)
      lower[k] = heights[post]
      upper[k] = heights[post + 1]
    }
  }

  /// Counts posts from another base.
  func shiftIndices(by shift: Int) {
    for k in 0..<count { index[k] += Int32(shift) }
  }
}
