internal import Foundation
internal import Radar
internal import Units

/// Rays around an antenna with a point for each post, on which what diffraction does is found, and from which posts take it.
struct ShadowFan: Sendable {
  /// How many rays, evenly around.
  let rays: Int
  /// Points of a ray; the first is the antenna's own.
  let points: Int
  /// Between two points, m.
  let step: Double

  /// - Parameters:
  ///   - range: Along the ground, m.
  ///   - density: Rays for each post of the circle at the range.
  ///   - limit: The most points of all rays.
  init(_ ground: ShadowGround, range: Double, density: Double, limit: Double) {
    step = ground.step
    points = max(2, Int(clamping: min(range / step + 2, 1e6)))
    let around = 2 * .pi * Double(points) * density
    rays = max(8, Int(clamping: min(around, limit / Double(points))))
  }

  /// The azimuth of a ray, radians.
  func azimuth(_ ray: Int) -> Double { 2 * .pi * Double(ray) / Double(rays) }

  /// The ground at a place of a ray.
  struct Height {
    /// From the antenna, m.
    var distance: Double
    /// With what stands on it, m above mean sea level.
    var surface: Double
    /// The bare ground.
    var ground: Double
  }

  /// How many points lie closer together, and how many there are for each: an edge near the antenna, as that of a clearing, takes
  /// most from the wave, and is missed between points that are far apart.
  private static let (near, parts) = (64, 4)

  /// The ground along a ray, from the first part of the first step on, to the first place that is unknown: what lies behind unknown
  /// ground is unknown.
  func heights(_ ray: Int, over ground: ShadowGround) -> [Height] {
    let way = ground.way(azimuth: azimuth(ray), to: Double(points) * step)
    var heights: [Height] = []
    heights.reserveCapacity(points + Self.near * (Self.parts - 1))
    for index in 1..<points {
      let parts = Self.parts(of: index)
      for part in 1...parts {
        let distance = (Double(index - 1) + Double(part) / Double(parts)) * step
        let height = index <= Self.near ? ground.highest(way.place(distance)) : ground.heights(way.place(distance))
        guard !height.surface.isNaN, !height.ground.isNaN else { return heights }
        heights.append(Height(distance: distance, surface: height.surface, ground: height.ground))
      }
    }
    return heights
  }

  /// In how many parts the step to a point is followed.
  private static func parts(of index: Int) -> Int { index <= near ? parts : 1 }

  /// The last point whose ground is known.
  func last(_ heights: [Height]) -> Int {
    let fine = Self.near * Self.parts
    return heights.count < fine ? heights.count / Self.parts : Self.near + heights.count - fine
  }

  /// Follows a ray outwards: calls for every point with its ground and with what the ray remembers of all before it.
  @inline(__always)
  func walk(
    _ heights: [Height], _ model: DeltaBullington, over ground: ShadowGround,
    _ body: (_ index: Int, _ point: Height, _ shadow: inout ShadowRay) -> Void
  ) {
    var shadow = ShadowRay(model, antennaMetres: ground.antenna, groundMetres: ground.antennaGround)
    let last = last(heights)
    guard last > 0 else { return }
    var next = 0
    for index in 1...last {
      let end = next + Self.parts(of: index) - 1
      for part in next..<end {
        shadow.pass(heights[part].distance, ground: heights[part].ground, surface: heights[part].surface)
      }
      let point = heights[end]
      body(index, point, &shadow)
      shadow.pass(point.distance, ground: point.ground, surface: point.surface)
      next = end + 1
    }
  }

  /// Where a post lies between the points of two rays; nil beside the antenna and beyond the last points.
  @inline(__always)
  func place(eastMetres east: Double, northMetres north: Double) -> Place? {
    let along = (east * east + north * north).squareRoot() / step
    guard along >= 1, along < Double(points - 1) else { return nil }
    let turn = atan2(east, north) / (2 * .pi) * Double(rays)
    let (left, near) = (turn.rounded(.down), along.rounded(.down))
    let first = (Int(left) + rays) % rays
    return Place(
      here: first * points + Int(near), there: (first + 1) % rays * points + Int(near), turn: Float(turn - left),
      along: Float(along - near))
  }

  /// A place between four points.
  struct Place {
    /// The nearer points of both rays, in arrays of all points ray by ray.
    let here: Int
    let there: Int
    /// Shares of the way to the other ray and to the farther point.
    let turn: Float
    let along: Float

    /// Bilinear; the other where one is unknown.
    @inline(__always)
    func value(_ values: [Float]) -> Float {
      value(values, isUnknown: \.isNaN) { a, b, share in a + (b - a) * share }
    }

    /// Bilinear between values of several parts, unknown where the first one is.
    @inline(__always)
    func value(_ values: [SIMD4<Float>]) -> SIMD4<Float> {
      value(values, isUnknown: { $0[0].isNaN }) { a, b, share in a + (b - a) * share }
    }

    @inline(__always)
    private func value<Value>(
      _ values: [Value], isUnknown: (Value) -> Bool, _ between: (Value, Value, Float) -> Value
    ) -> Value {
      func mix(_ a: Value, _ b: Value, _ share: Float) -> Value {
        if isUnknown(a) { return b }
        if isUnknown(b) { return a }
        return share == 0 ? a : share == 1 ? b : between(a, b, share)
      }
      return mix(
        mix(values[here], values[here + 1], along), mix(values[there], values[there + 1], along), turn)
    }
  }
}

/// Memory that threads write to, each its own part.
struct RayMemory<Value>: @unchecked Sendable {
  let values: UnsafeMutablePointer<Value>

  /// Of an array that is not empty.
  init(_ buffer: UnsafeMutableBufferPointer<Value>) {
    // Rays and windows have points.
    values = buffer.baseAddress!
  }
}

extension FloorQuality {
  /// At every how many points of a ray diffraction over the smooth Earth is found anew.
  var knotSpacing: Int {
    switch self {
    case .draft, .standard: 16
    case .fine: 8
    case .finest: 4
    case .exact: 1
    }
  }
}
