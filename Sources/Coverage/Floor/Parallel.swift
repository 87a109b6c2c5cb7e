internal import Dispatch
internal import Foundation

/// Runs some steps on threads.
enum Parallel {
  /// Runs `body` for every index, on up to `workers` threads.
  static func run(_ count: Int, workers: Int, _ body: @Sendable (Int) -> Void) {
    let threads = min(max(workers, 1), count)
    guard threads > 1 else {
      for i in 0..<count { body(i) }
      return
    }
    let queue = WorkQueue(count)
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      while let i = queue.next() { body(i) }
    }
  }

  private final class WorkQueue: @unchecked Sendable {
    private let lock = NSLock()
    private let count: Int
    private var position = 0
    init(_ count: Int) { self.count = count }
    func next() -> Int? {
      lock.withLock {
        guard position < count else { return nil }
        position += 1
        return position - 1
      }
    }
  }
}
