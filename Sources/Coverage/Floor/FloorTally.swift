internal import CFloorKernels

/// Counts and copies the floors of a raster while it is written.
protocol RasterTally {
  /// Posts within the range, and those beyond whose floor is known.
  var posts: Int { get }
  /// Posts within the range whose floor is unknown.
  var unknown: Int { get }
  /// Posts at which limits of the radar leave no altitude.
  var blind: Int { get }
  /// Posts that are seen at ``FloorRaster/heights``, in their order.
  var seen: [Int] { get }

  /// Counts and copies the floors of a part of a row.
  /// - Parameters:
  ///   - floors: Lines of sight, one for each column.
  ///   - ground: The ground below them.
  ///   - out: Takes the floors, with ``FloorRaster/noData`` where there is none.
  ///   - row: The row of the terrain.
  ///   - columns: The columns of the terrain.
  ///   - inRange: The columns of the row within the range.
  mutating func add(
    floors: UnsafePointer<Float>, ground: UnsafePointer<Float>, out: UnsafeMutablePointer<Float>, row: Int,
    columns: Range<Int>, inRange: Range<Int>)
}

/// Counts and copies floors of lines of sight only.
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
