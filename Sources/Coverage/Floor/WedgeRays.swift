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
    let distance: UnsafeMutablePointer<Float>
    /// B/D.
    let drop: UnsafeMutablePointer<Float>
  }

  let count: Int
  /// Metres per line as a ray leaves the antenna.
  let perLine: UnsafeMutablePointer<Double>
  /// 1/(kR) in its azimuth, 1/m.
  let inverseRadius: UnsafeMutablePointer<Double>
  var start, end: Places
  private let doubles: UnsafeMutablePointer<Double>
  private let floats: UnsafeMutablePointer<Float>
  private let altitudes: UnsafeMutablePointer<Float>
  private let index: UnsafeMutablePointer<Int32>

  /// Room for some rays, which are at the antenna, and as many lines of a segment.
  init(_ count: Int, lines: Int) {
    self.count = count
    func room<Value>(for size: Int, of value: Value) -> UnsafeMutablePointer<Value> {
      let line = Int(ATALAYA_CACHE_LINE) * MemoryLayout<Float>.size
      let room = UnsafeMutableRawPointer.allocate(byteCount: size * MemoryLayout<Value>.size, alignment: line)
      return room.initializeMemory(as: Value.self, repeating: value, count: size)
    }
    let doubles = room(for: count * 6, of: 0.0)
    let floats = room(for: count * 10, of: Float(0))
    func places(_ i: Int) -> Places {
      let (wide, narrow) = (doubles + (2 + 2 * i) * count, floats + (6 + 2 * i) * count)
      return Places(x: wide, lengths: wide + count, distance: narrow, drop: narrow + count)
    }
    (self.doubles, self.floats) = (doubles, floats)
    (perLine, inverseRadius) = (doubles, doubles + count)
    (start, end) = (places(0), places(1))
    altitudes = room(for: count * lines + Int(ATALAYA_SLACK), of: 0)
    index = room(for: count * 2, of: -1)
  }

  deinit {
    doubles.deallocate()
    floats.deallocate()
    altitudes.deallocate()
    index.deallocate()
  }

  private func array(_ i: Int) -> UnsafeMutablePointer<Float> { floats + i * count }

  /// The rays of a segment as the kernels take them.
  var rays: atalaya_rays {
    atalaya_rays(
      count: Int32(count), x: array(0), dx: array(1), inverse_dx: array(2), distance: start.distance,
      d_distance: array(3), drop: start.drop, d_drop: array(4), horizon: array(5), index: index, lit: index + count,
      altitude: altitudes)
  }

  /// The lowest altitudes in sight at a line of the segment.
  func altitude(line: Int) -> UnsafePointer<Float> { UnsafePointer(altitudes + line * count) }

  /// Rays in whole vectors.
  private static func vectors(_ range: Range<Int>) -> Range<Int> {
    range.lowerBound & ~15..<(range.upperBound + 15) & ~15
  }

  /// A segment of lines along which every quantity of the rays is linear.
  struct Segment {
    /// The rays' series at its end.
    var series: FanSurface.Polynomials
    /// Where it ends, lines from the antenna, and how long it is.
    var end: Double
    var lines: Double
    /// The post from which the block counts, from the surface's origin.
    var base: Int
    /// How many posts that has moved down since the last segment.
    var shift: Int
  }

  /// Follows rays to the end of a segment: those of a range, the first and the last.
  /// - Parameters:
  ///   - wedge: Whose rays they are.
  ///   - range: Rays.
  ///   - segment: The segment.
  func advance(_ wedge: FanWedge, _ range: Range<Int>, _ segment: Segment) {
    let range = Self.vectors(range)
    withUnsafePointer(to: rays) { rays in
      segment.series.lateral.withUnsafeBufferPointer { lateral in
        segment.series.length.withUnsafeBufferPointer { length in
          for part in [0..<min(16, range.lowerBound), range, max(range.upperBound, count - 32)..<count]
          where !part.isEmpty {
            var call = atalaya_segment(
              rays: rays, first: Int32(part.lowerBound), count: Int32(part.count), shift: Int32(segment.shift),
              terms: Int32(lateral.count), lateral: lateral.baseAddress, length: length.baseAddress,
              scale: 1 / FanSurface.widest, y: segment.end, start: wedge.surface.lateralStart,
              antenna: wedge.problem.antenna, slope: Double(wedge.firstRay), slope_step: wedge.slopeStep,
              per_line: perLine, inverse_radius: inverseRadius, start_x: start.x, x: end.x, lengths: end.lengths,
              distance: end.distance, drop: end.drop, lines: segment.lines, base: Double(segment.base))
            wedge.kernel.advance(&call)
          }
        }
      }
    }
  }

  /// Takes the posts next to the antenna on the line before the first, and a horizon 20 km below the antenna there.
  func begin(_ block: LineBlock) {
    let (x, horizon) = (array(0), array(5))
    for k in 0..<count {
      horizon[k] = Float(-2e4 / perLine[k])
      index[k] = Int32(min(max(Int(x[k]), 0), block.width - 2))
    }
  }
}
