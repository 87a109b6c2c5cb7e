internal import CFloorKernels
internal import Foundation

/// Where the geodesics of a quadrant run: their lateral place and length at a distance of y lines from the antenna.
///
/// A ray is named by u, the lateral posts it gains per line as it leaves the antenna. Its lateral offset is
/// u·y + p(u, y), its length y·U(u)·(1 + q(u, y)); p and q are small and smooth and are kept as Chebyshev series. On a
/// plane both vanish.
struct FanSurface: Sendable {
  /// Largest |u| that the series hold for.
  static let widest = 1.25
  /// Most lines of a segment.
  static let longestSegment = Int(ATALAYA_SEGMENT)
  let quadrant: FanQuadrant
  /// The lateral post at or before the antenna, from which lateral places are counted: whole numbers, so that a part of a
  /// grid gets the floors of the whole to the last bit.
  let lateralOrigin: Int
  /// Lateral place of the antenna, 0 to 1 posts beyond the origin.
  let lateralStart: Double
  private let curvature: EarthCurvature
  private let inverse: (eastColumn: Double, eastRow: Double, northColumn: Double, northRow: Double)
  /// Farthest y, lines.
  let reach: Double
  /// Lines along which the rays are taken as straight.
  private(set) var segment = longestSegment
  /// Number of terms in u and in y; zero on a plane.
  private(set) var terms = 0
  /// Coefficients of powers of u / ``widest`` and of Chebyshev polynomials of y, terms × terms, y first.
  private var lateral: [Double] = []
  private var length: [Double] = []

  /// The geodesics of a quadrant, or nil when the grid bends so much that they cannot be described by lines, as near a pole.
  /// - Parameters:
  ///   - range: How far the longest ray runs, metres.
  init?(_ track: GroundTrack, quadrant: FanQuadrant, range: Double) {
    self.quadrant = quadrant
    let start = quadrant.crossesRows ? track.column : track.row
    lateralOrigin = Int(start.rounded(.down))
    lateralStart = start - start.rounded(.down)
    curvature = track.curvature
    let j = track.jacobian
    let determinant = j.columnEast * j.rowNorth - j.columnNorth * j.rowEast
    guard determinant.isFinite, abs(determinant) > 1e-15 else { return nil }
    inverse = (
      j.rowNorth / determinant, -j.columnNorth / determinant, -j.rowEast / determinant, j.columnEast / determinant
    )
    // The farthest line that a ray of full length reaches.
    var farthest = 0.0
    for u in stride(from: -1.0, through: 1.0, by: 0.125) {
      farthest = max(farthest, range / Self.metresPerLine(u, quadrant, inverse))
    }
    if case .plane = track.kind {
      reach = farthest + 2
      return
    }
    reach = farthest * 1.02 + 2
    for terms in [6, 9, 13, 18, 25, 34] {
      if let (lateral, length) = Self.fit(track, quadrant, inverse, reach: reach, terms: terms) {
        self.terms = terms
        self.lateral = Self.powers(lateral, terms)
        self.length = Self.powers(length, terms)
        if isGood(track) {
          if bend(over: Double(segment)) > 0.02 { segment /= 2 }
          return
        }
      }
    }
    return nil
  }

  private static func direction(
    _ u: Double, _ quadrant: FanQuadrant,
    _ inverse: (eastColumn: Double, eastRow: Double, northColumn: Double, northRow: Double)
  ) -> (east: Double, north: Double) {
    let (column, row) = quadrant.crossesRows ? (u, quadrant.sign) : (quadrant.sign, u)
    return (
      inverse.eastColumn * column + inverse.eastRow * row, inverse.northColumn * column + inverse.northRow * row
    )
  }

  private static func metresPerLine(
    _ u: Double, _ quadrant: FanQuadrant,
    _ inverse: (eastColumn: Double, eastRow: Double, northColumn: Double, northRow: Double)
  ) -> Double {
    let (east, north) = direction(u, quadrant, inverse)
    return (east * east + north * north).squareRoot()
  }

  /// Metres that a ray runs from one line to the next as it leaves the antenna.
  func metresPerLine(_ u: Double) -> Double { Self.metresPerLine(u, quadrant, inverse) }

  /// Azimuth in which a ray leaves the antenna, radians.
  func azimuth(_ u: Double) -> Double {
    let (east, north) = Self.direction(u, quadrant, inverse)
    return atan2(east, north)
  }

  /// Radius of the ellipsoid along a ray, metres.
  func radius(_ u: Double) -> Double { curvature.radius(azimuth: azimuth(u)) }

  /// Distance in lines and lateral offset of the place at a distance along a ray.
  private static func place(
    _ track: GroundTrack, _ quadrant: FanQuadrant, azimuth: Double, distance: Double
  ) -> (y: Double, x: Double) {
    let post = track.post(azimuth: azimuth, distance: distance)
    let (column, row) = (post.column - track.column, post.row - track.row)
    return quadrant.crossesRows ? (quadrant.sign * row, column) : (quadrant.sign * column, row)
  }

  /// The ray's lateral offset and length where it crosses a line, by Newton's way along the geodesic; nil when it does not.
  private static func solve(
    _ track: GroundTrack, _ quadrant: FanQuadrant,
    _ inverse: (eastColumn: Double, eastRow: Double, northColumn: Double, northRow: Double), u: Double, y: Double
  ) -> (x: Double, length: Double)? {
    let (east, north) = direction(u, quadrant, inverse)
    let azimuth = atan2(east, north)
    let perLine = (east * east + north * north).squareRoot()
    var length = y * perLine
    for _ in 0..<40 {
      let found = place(track, quadrant, azimuth: azimuth, distance: length)
      guard found.y.isFinite, found.x.isFinite, length < 1.5e7, length > 0 else { return nil }
      let step = (y - found.y) * perLine
      length += step
      if abs(step) < 1e-5 {
        // The last step is too small to change direction: its lateral share is that of a straight line.
        return (found.x + u * (y - found.y), length)
      }
    }
    return nil
  }

  private static func fit(
    _ track: GroundTrack, _ quadrant: FanQuadrant,
    _ inverse: (eastColumn: Double, eastRow: Double, northColumn: Double, northRow: Double), reach: Double, terms n: Int
  ) -> (lateral: [Double], length: [Double])? {
    let nodes = (0..<n).map { cos(.pi * (Double($0) + 0.5) / Double(n)) }
    var p = [Double](repeating: 0, count: n * n)
    var q = p
    for (a, node) in nodes.enumerated() {
      let u = node * widest
      let perLine = metresPerLine(u, quadrant, inverse)
      for (b, other) in nodes.enumerated() {
        let y = (other + 1) / 2 * reach
        guard let (x, length) = solve(track, quadrant, inverse, u: u, y: y) else { return nil }
        p[a * n + b] = x - u * y
        q[a * n + b] = length / (y * perLine) - 1
      }
    }
    func series(_ values: [Double]) -> [Double] {
      var result = [Double](repeating: 0, count: n * n)
      for i in 0..<n {
        for j in 0..<n {
          var sum = 0.0
          for a in 0..<n {
            let ca = cos(.pi * Double(i) * (Double(a) + 0.5) / Double(n))
            for b in 0..<n {
              sum += values[a * n + b] * ca * cos(.pi * Double(j) * (Double(b) + 0.5) / Double(n))
            }
          }
          result[i * n + j] = sum * (i == 0 ? 1 : 2) * (j == 0 ? 1 : 2) / Double(n * n)
        }
      }
      return result
    }
    return (series(p), series(q))
  }

  /// Whether the series meet geodesics between their nodes: 2 mm of a post's side and 2 cm of length, or 1e-7 of it.
  private func isGood(_ track: GroundTrack) -> Bool {
    for (u, part) in [(-1.0, 1.0), (-0.97, 0.21), (-0.43, 0.83), (0.02, 0.55), (0.31, 0.97), (0.77, 0.4), (1.0, 0.99)] {
      let y = part * reach
      guard let (x, length) = Self.solve(track, quadrant, inverse, u: u, y: y) else { return false }
      let series = polynomials(y: y)
      let (p, q) = series.value(u)
      if abs(u * y + p - x) > 2e-3 { return false }
      if abs(y * metresPerLine(u) * (1 + q) - length) > max(0.02, 1e-7 * length) { return false }
    }
    return true
  }

  /// How far at most the outermost and the middle rays leave a straight line over some lines, posts.
  private func bend(over lines: Double) -> Double {
    var most = 0.0
    for u in [-1.0, 0, 1] {
      let edge = edge(u)
      for part in 0...16 {
        let y = max(reach - lines, 0) * Double(part) / 16
        most = max(most, abs(edge.place(y: y + lines / 2) - (edge.place(y: y) + edge.place(y: y + lines)) / 2))
      }
    }
    return most
  }

  /// p and q at one y as polynomials in u: coefficients of powers of u / ``widest``, lowest first.
  struct Polynomials {
    var lateral: [Double]
    var length: [Double]

    func value(_ u: Double) -> (p: Double, q: Double) {
      let v = u / FanSurface.widest
      var (p, q) = (0.0, 0.0)
      for i in lateral.indices.reversed() {
        p = p * v + lateral[i]
        q = q * v + length[i]
      }
      return (p, q)
    }
  }

  /// The series at a distance of y lines.
  func polynomials(y: Double) -> Polynomials {
    guard terms > 0 else { return Polynomials(lateral: [], length: []) }
    let v = 2 * y / reach - 1
    var result = Polynomials(
      lateral: [Double](repeating: 0, count: terms), length: [Double](repeating: 0, count: terms))
    var (last, chebyshev) = (v, 1.0)
    for j in 0..<terms {
      for i in 0..<terms {
        result.lateral[i] += lateral[j * terms + i] * chebyshev
        result.length[i] += length[j * terms + i] * chebyshev
      }
      // T₋₁ is T₁: the recurrence begins with it.
      (last, chebyshev) = (chebyshev, 2 * v * chebyshev - last)
    }
    return result
  }

  /// A series in powers of u for each Chebyshev polynomial of y, from one in Chebyshev polynomials of both, u first.
  private static func powers(_ series: [Double], _ n: Int) -> [Double] {
    var result = [Double](repeating: 0, count: n * n)
    var last = [Double](repeating: 0, count: n)
    var current = last
    last[0] = 1
    if n > 1 { current[1] = 1 }
    for i in 0..<n {
      let polynomial = i == 0 ? last : current
      for j in 0..<n {
        for power in 0..<n { result[j * n + power] += series[i * n + j] * polynomial[power] }
      }
      if i > 0 {
        var next = [Double](repeating: 0, count: n)
        for j in 0..<n { next[j] = (j > 0 ? 2 * current[j - 1] : 0) - last[j] }
        (last, current) = (current, next)
      }
    }
    return result
  }

  /// The lateral place of one ray, for many lines.
  struct Edge {
    fileprivate let start: Double
    fileprivate let u: Double
    fileprivate let reach: Double
    fileprivate let coefficients: [Double]

    /// Lateral place in posts from the origin at a line.
    func place(y: Double) -> Double {
      let v = 2 * y / reach - 1
      var (sum, after) = (0.0, 0.0)
      for c in coefficients.dropFirst().reversed() { (sum, after) = (2 * v * sum - after + c, sum) }
      return start + u * y + (v * sum - after + (coefficients.first ?? 0))
    }
  }

  /// The lateral place of the ray named u.
  func edge(_ u: Double) -> Edge {
    let v = u / Self.widest
    let coefficients = (0..<terms).map { j in (0..<terms).reversed().reduce(0) { $0 * v + lateral[j * terms + $1] } }
    return Edge(start: lateralStart, u: u, reach: reach, coefficients: coefficients)
  }

  /// Lateral place in posts from the origin and length in metres of a ray at a line.
  func ray(_ u: Double, _ polynomials: Polynomials, y: Double) -> (x: Double, length: Double) {
    let (p, q) = terms > 0 ? polynomials.value(u) : (0, 0)
    return (lateralStart + u * y + p, y * metresPerLine(u) * (1 + q))
  }
}
