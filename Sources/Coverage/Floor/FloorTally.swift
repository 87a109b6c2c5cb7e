internal import CFloorKernels

/// Counts and copies floors of lines of sight alone.
struct FloorTally: RasterTally {
  private var counts = atalaya_counts()
  private(set) var unknown = 0
  let blind = 0
  private let kernel = FloorKernel.fastest

  /// Counts nothing yet.
  /// - Parameters:
  ///   - limits: Heights above ground for which floors are counted, metres; as many as the kernels take.
  ///   - noData: What stands for an unknown floor in the raster.
  ///   - pitches: From one row of the floors and of the ground to the next.
  init(limits: [Double], noData: Double, pitches: (floors: Int, ground: Int)) {
    (counts.floors_pitch, counts.ground_pitch) = pitches
    precondition(limits.count == Int(ATALAYA_LIMITS), "the kernels count for so many heights")
    counts.no_data = Float(noData)
    withUnsafeMutableBytes(of: &counts.limits) { bytes in
      for (limit, slot) in zip(limits, bytes.bindMemory(to: Float.self).indices) {
        bytes.bindMemory(to: Float.self)[slot] = Float(limit)
      }
    }
  }

  var posts: Int { Int(counts.known) + unknown }

  var seen: [Int] { withUnsafeBytes(of: counts.seen) { $0.bindMemory(to: Int64.self).map(Int.init) } }

  mutating func add(
    floors: UnsafePointer<Float>, ground: UnsafePointer<Float>, out: UnsafeMutablePointer<Float>, row: Int,
    columns: Range<Int>, inRange: Range<Int>
  ) {
    let inside = inRange.clamped(to: columns)
    for (part, isInside) in [
      (columns.lowerBound..<inside.lowerBound, false), (inside, true), (inside.upperBound..<columns.upperBound, false),
    ] where !part.isEmpty {
      let first = part.lowerBound - columns.lowerBound
      (counts.floors, counts.ground, counts.out) = (floors + first, ground + first, out + first)
      counts.count = Int32(part.count)
      let before = counts.known
      kernel.count(&counts)
      if isInside { unknown += part.count - Int(counts.known - before) }
    }
  }
}
