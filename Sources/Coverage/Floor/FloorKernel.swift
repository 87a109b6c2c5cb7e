internal import CFloorKernels

/// Which code runs the inner loops.
package enum FloorKernel: String, Sendable, CaseIterable {
  /// C for x86-64 with AVX-512.
  case avx512
  /// C for x86-64 with AVX2 and FMA.
  case avx2
  /// C for any processor.
  case vector
  /// The same in Swift, one ray and one post at a time.
  case swift

  /// The fastest that this processor runs.
  package static let fastest = available[0]

  /// Those that this processor runs, the fastest first.
  package static let available: [FloorKernel] = Array(allCases.suffix(2 + Int(atalaya_floor_processor())))

  /// Tells the rays' lowest altitudes in sight at each line of a segment and raises their horizons.
  func raise(_ rays: inout atalaya_rays, _ lines: inout atalaya_lines, _ range: Range<Int>) {
    let (first, last) = (Int32(range.lowerBound), Int32(range.upperBound))
    switch self {
    case .avx512: atalaya_floor_rays_avx512(&rays, &lines, first, last)
    case .avx2: atalaya_floor_rays_avx2(&rays, &lines, first, last)
    case .vector: atalaya_floor_rays_vector(&rays, &lines, first, last)
    case .swift: SwiftFloorKernel.raise(rays, lines, range)
    }
  }

  /// Floors of the posts of a line between two rays.
  func fill(_ posts: inout atalaya_posts) {
    switch self {
    case .avx512: atalaya_floor_posts_avx512(&posts)
    case .avx2: atalaya_floor_posts_avx2(&posts)
    case .vector: atalaya_floor_posts_vector(&posts)
    case .swift: SwiftFloorKernel.fill(posts)
    }
  }

  /// Heights above sea level to w = h/(1 + h/R′), h above the antenna; unknown ones to a wall.
  func heights(
    _ ground: UnsafePointer<Float>, _ out: UnsafeMutablePointer<Float>, _ count: Int, antenna: Float,
    inverseRadius: Float, ahead: Int
  ) {
    switch self {
    case .avx512: atalaya_floor_heights_avx512(ground, out, count, antenna, inverseRadius, ahead)
    case .avx2: atalaya_floor_heights_avx2(ground, out, count, antenna, inverseRadius, ahead)
    case .vector: atalaya_floor_heights_vector(ground, out, count, antenna, inverseRadius, ahead)
    case .swift: SwiftFloorKernel.heights(ground, out, count, antenna: antenna, inverseRadius: inverseRadius)
    }
  }

  /// Places and lengths of the rays at a line.
  func place(_ places: inout atalaya_places) {
    switch self {
    case .avx512: atalaya_floor_places_avx512(&places)
    case .avx2: atalaya_floor_places_avx2(&places)
    case .vector: atalaya_floor_places_vector(&places)
    case .swift: SwiftFloorKernel.place(places)
    }
  }

  /// Counts the floors of a line by their heights above ground and copies them.
  func count(_ counts: inout atalaya_counts) {
    switch self {
    case .avx512: atalaya_floor_count_avx512(&counts)
    case .avx2: atalaya_floor_count_avx2(&counts)
    case .vector: atalaya_floor_count_vector(&counts)
    case .swift: SwiftFloorKernel.count(&counts)
    }
  }
}
