internal import CFloorKernels

/// Which code runs the inner loops.
package enum FloorKernel: String, Sendable, CaseIterable {
  /// C for x86-64 with AVX-512.
  case avx512
  /// C for x86-64 with AVX2 and FMA.
  case avx2
  /// C for x86-64 with AVX.
  case avx
  /// C for any processor.
  case vector
  /// The same in Swift, one ray and one post at a time.
  case swift

  /// The fastest that this processor runs.
  package static let fastest = available[0]

  /// Those that this processor runs, the fastest first.
  package static let available: [FloorKernel] = Array(allCases.suffix(2 + Int(atalaya_floor_processor())))

  /// Computes the rays' lowest altitudes in sight at each line of a segment and raises their horizons.
  func raise(_ rays: inout atalaya_rays, _ lines: inout atalaya_lines, _ range: Range<Int>) {
    let (first, last) = (Int32(range.lowerBound), Int32(range.upperBound))
    switch self {
    case .avx512: atalaya_floor_rays_avx512(&rays, &lines, first, last)
    case .avx2: atalaya_floor_rays_avx2(&rays, &lines, first, last)
    case .avx: atalaya_floor_rays_avx(&rays, &lines, first, last)
    case .vector: atalaya_floor_rays_vector(&rays, &lines, first, last)
    case .swift: SwiftFloorKernel.raise(rays, lines, range)
    }
  }

  /// Floors of the posts of a line between two rays.
  func fill(_ posts: inout atalaya_posts) {
    switch self {
    case .avx512: atalaya_floor_posts_avx512(&posts)
    case .avx2: atalaya_floor_posts_avx2(&posts)
    case .avx: atalaya_floor_posts_avx(&posts)
    case .vector: atalaya_floor_posts_vector(&posts)
    case .swift: SwiftFloorKernel.fill(posts)
    }
  }

  /// Follows the rays' places to the other end of a segment and makes their quantities linear along it.
  func advance(_ segment: inout atalaya_segment) {
    switch self {
    case .avx512: atalaya_floor_segment_avx512(&segment)
    case .avx2: atalaya_floor_segment_avx2(&segment)
    case .avx: atalaya_floor_segment_avx(&segment)
    case .vector: atalaya_floor_segment_vector(&segment)
    case .swift: SwiftFloorKernel.advance(segment)
    }
  }

  /// Turns posts of rows into columns.
  func turn(
    _ input: UnsafePointer<Float>, pitch: Int, rows: Int, columns: Int, to output: UnsafeMutablePointer<Float>,
    pitch outPitch: Int
  ) {
    var turn = atalaya_turn(
      in: input, out: output, pitch: pitch, out_pitch: outPitch, rows: rows, columns: columns)
    switch self {
    case .avx512: atalaya_floor_turn_avx512(&turn)
    case .avx2: atalaya_floor_turn_avx2(&turn)
    case .avx: atalaya_floor_turn_avx(&turn)
    case .vector: atalaya_floor_turn_vector(&turn)
    case .swift: SwiftFloorKernel.turn(turn)
    }
  }

  /// Turns floors of columns into rows.
  func flush(_ flush: inout atalaya_flush) {
    switch self {
    case .avx512: atalaya_floor_flush_avx512(&flush)
    case .avx2: atalaya_floor_flush_avx2(&flush)
    case .avx: atalaya_floor_flush_avx(&flush)
    case .vector: atalaya_floor_flush_vector(&flush)
    case .swift: SwiftFloorKernel.flush(flush)
    }
  }

  /// Counts the floors of a line by their heights above ground and copies them.
  func count(_ counts: inout atalaya_counts) {
    switch self {
    case .avx512: atalaya_floor_count_avx512(&counts)
    case .avx2: atalaya_floor_count_avx2(&counts)
    case .avx: atalaya_floor_count_avx(&counts)
    case .vector: atalaya_floor_count_vector(&counts)
    case .swift: SwiftFloorKernel.count(&counts)
    }
  }
}
