internal import Synchronization

/// Progress that is told ten times a second at most.
final class PacedProgress: Sendable {
  private let last = Mutex<ContinuousClock.Instant?>(nil)
  private let tell: @Sendable (Int, Int) -> Void

  init(_ tell: @escaping @Sendable (Int, Int) -> Void) { self.tell = tell }

  func show(_ done: Int, _ total: Int) {
    let now = ContinuousClock.now
    let isDue = last.withLock { last in
      if let last, now - last < .milliseconds(100) { return false }
      last = now
      return true
    }
    if isDue { tell(done, total) }
  }
}
