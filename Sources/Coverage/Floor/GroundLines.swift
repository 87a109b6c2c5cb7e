internal import CFloorKernels

/// Lines of ground in a buffer, side by side: the one before those that are held, then these.
final class GroundLines {
  /// Floats of a line.
  private(set) var capacity = 0
  /// The post with which the lines begin.
  private(set) var origin = 0
  private var cells = UnsafeMutablePointer<Float>.allocate(capacity: 1)

  deinit { cells.deallocate() }

  /// Takes lines from a post on, with room for as many of its neighbours; what the buffer held is lost.
  /// - Parameter widest: How many that will hardly become more.
  func reserve(from origin: Int, count: Int, widest: Int) {
    self.origin = origin
    guard count + 16 > capacity else { return }
    capacity = Self.room(count, widest: widest)
    let size = (LineBlock.depth + 1) * capacity + Int(ATALAYA_SLACK)
    cells.deallocate()
    cells = .allocate(capacity: size)
    cells.initialize(repeating: 0, count: size)
  }

  /// Floats of a line with room for posts: no power of two, for lines would share a place in the caches.
  static func room(_ count: Int, widest: Int) -> Int { (max(count + count / 4, widest) + 32) | 15 }

  /// Whether posts lie in the lines.
  func holds(_ posts: Range<Int>) -> Bool {
    origin <= posts.lowerBound && posts.upperBound + 16 <= origin + capacity
  }

  /// Ground of a post on a line; the line before the first is -1.
  func at(line: Int, post: Int) -> UnsafeMutablePointer<Float> { cells + ((line + 1) * capacity + (post - origin)) }
}
