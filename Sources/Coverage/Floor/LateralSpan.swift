/// Between which posts some neighbouring rays run along a segment.
struct LateralSpan {
  /// Places of the lowest ray and of the highest at the segment's start and end, posts from the origin.
  private let low, high: (start: Double, end: Double)
  private let origin: Int

  init(low: (Double, Double), high: (Double, Double), _ origin: Int) {
    (self.low, self.high, self.origin) = (low, high, origin)
  }

  /// The posts that the rays may touch in a part of the segment or behind it, in the terrain or beyond.
  /// - Parameters:
  ///   - from: Where the part begins; 0 is the segment's start.
  ///   - to: Where it ends: 1 is the segment's end, and behind it rays go on straight.
  func posts(from: Double = 0, to: Double = 1) -> Range<Int> {
    func hull(_ ray: (start: Double, end: Double)) -> (low: Double, high: Double) {
      let (a, b) = (ray.start + (ray.end - ray.start) * from, ray.start + (ray.end - ray.start) * to)
      return (min(a, b), max(a, b))
    }
    return origin + Int(hull(low).low.rounded(.down)) - 2..<origin + Int(hull(high).high.rounded(.up)) + 3
  }
}
