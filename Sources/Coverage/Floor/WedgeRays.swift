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
    /// B/D.
    let drops: UnsafeMutablePointer<Double>
  }

  let count: Int
  /// Lateral posts that a ray gains per line as it leaves the antenna.
  let slope: UnsafeMutablePointer<Double>
  /// Metres per line as it leaves.
  let perLine: UnsafeMutablePointer<Double>
  /// kR in its azimuth, metres.
  let radius: UnsafeMutablePointer<Double>
  let inverseRadius: UnsafeMutablePointer<Double>
  var start, end: Places
  private let doubles: UnsafeMutablePointer<Double>
  private let floats: UnsafeMutablePointer<Float>
  private let altitudes: UnsafeMutablePointer<Float>
  private let index: UnsafeMutablePointer<Int32>

  /// Room for some rays and as many lines of a segment.
  init(_ count: Int, lines: Int) {
    self.count = count
    doubles = .allocate(capacity: count * 12)
    doubles.initialize(repeating: 0, count: count * 12)
    let doubles = doubles
    func places(_ i: Int) -> Places {
      Places(
        x: doubles + i * count, lengths: doubles + (i + 1) * count, sines: doubles + (i + 2) * count,
        drops: doubles + (i + 3) * count)
    }
    (slope, perLine, radius, inverseRadius) = (doubles, doubles + count, doubles + 2 * count, doubles + 3 * count)
    (start, end) = (places(4), places(8))
    floats = .allocate(capacity: count * 8)
    floats.initialize(repeating: 0, count: count * 8)
    let slack = Int(ATALAYA_SLACK)
    altitudes = UnsafeMutableRawPointer.allocate(
      byteCount: (count * lines + slack) * MemoryLayout<Float>.size,
      alignment: Int(ATALAYA_CACHE_LINE) * MemoryLayout<Float>.size
    ).assumingMemoryBound(to: Float.self)
    altitudes.initialize(repeating: 0, count: count * lines + slack)
    index = .allocate(capacity: count * 2)
    index.initialize(repeating: -1, count: count * 2)
  }

  deinit {
    doubles.deallocate()
    floats.deallocate()
    altitudes.deallocate()
    index.deallocate()
  }

  private func array(_ i: Int) -> UnsafeMutablePointer<Float> { floats + i * count }

  /// The rays as the kernels take them.
  var rays: atalaya_rays { rays(from: 0, count: count) }

  private func rays(from i: Int, count: Int) -> atalaya_rays {
    atalaya_rays(
      count: Int32(count), x: array(0) + i, dx: array(1) + i, inverse_dx: array(2) + i, distance: array(3) + i,
      d_distance: array(4) + i, drop: array(5) + i, d_drop: array(6) + i, horizon: array(7) + i, index: index + i,
      lit: index + (self.count + i), altitude: altitudes + i)
  }

  /// The lowest altitudes in sight at a line of the segment.
  func altitude(line: Int) -> UnsafePointer<Float> { UnsafePointer(altitudes + line * count) }

  /// Rays in whole vectors.
  private static func vectors(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound & ~15..<(range.upperBound + 15) & ~15
  }

  /// Tells where rays are at a line: those of a range, the first and the last.
  func place(
    _ places: Places, at y: Double, _ range: Range<Int>, _ surface: FanSurface, antenna: Double, _ kernel: FloorKernel
  ) {
    let series = surface.polynomials(y: y)
    let range = Self.vectors(range)
    series.lateral.withUnsafeBufferPointer { lateral in
      series.length.withUnsafeBufferPointer { length in
        for part in [0..<min(16, range.lowerBound), range, max(range.upperBound, count - 32)..<count]
        where !part.isEmpty {
          let i = part.lowerBound
          var call = atalaya_places(
            count: Int32(part.count), terms: Int32(lateral.count), lateral: lateral.baseAddress,
            length: length.baseAddress, scale: 1 / FanSurface.widest, y: y, start: surface.lateralStart,
            antenna: antenna, slope: slope + i, per_line: perLine + i, radius: radius + i,
            inverse_radius: inverseRadius + i, x: places.x + i, lengths: places.lengths + i, sines: places.sines + i,
            drops: places.drops + i)
          kernel.place(&call)
        }
      }
    }
  }

  /// Takes every quantity of some rays as linear over the lines of a segment.
  /// - Parameters:
  ///   - base: The post from which the block counts, from the surface's origin.
  ///   - shift: How many posts it has moved down since the last segment.
  func linearise(_ range: Range<Int>, lines: Double, base: Int, shift: Int, _ kernel: FloorKernel) {
    let range = Self.vectors(range)
    let i = range.lowerBound
    withUnsafePointer(to: rays(from: i, count: range.count)) { rays in
      var call = atalaya_segment(
        rays: rays, start_x: start.x + i, start_sines: start.sines + i, start_drops: start.drops + i,
        end_x: end.x + i, end_sines: end.sines + i, end_drops: end.drops + i, lines: lines, base: Double(base),
        shift: Int32(shift))
      kernel.segment(&call)
    }
  }

  /// Takes the posts beside the antenna on the line before the first, and a horizon 20 km below the antenna there.
  func begin(_ block: LineBlock) {
    let (x, horizon) = (array(0), array(7))
    for k in 0..<count {
      horizon[k] = Float(-2e4 / perLine[k])
      index[k] = Int32(min(max(Int(x[k]), 0), block.width - 2))
    }
  }
}
