internal import Dispatch
internal import Synchronization
internal import Units

/// Runs some steps on threads.
package enum Parallel {
  /// Runs `body` for every index, on up to `workers` threads.
  package static func run(_ count: Int, workers: Int, _ body: @Sendable (Int) -> Void) {
    let threads = min(max(workers, 1), count)
    guard threads > 1 else {
      for i in 0..<count { body(i) }
      return
    }
    let next = Atomic(0)
    // Threads of the queue know nothing of the task that waits for them.
    let units = UnitSystem.current
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      units.writing {
        while true {
          let i = next.wrappingAdd(1, ordering: .relaxed).oldValue
          guard i < count else { return }
          body(i)
        }
      }
    }
  }

  /// What `body` makes of every value, in their order, on up to `workers` threads.
  package static func map<Value: Sendable, Made: Sendable>(
    _ values: [Value], workers: Int, _ body: @Sendable (Value) -> Made
  ) -> [Made] {
    let made = Mutex<[Made?]>(Array(repeating: nil, count: values.count))
    run(values.count, workers: workers) { index in
      let value = body(values[index])
      made.withLock { $0[index] = value }
    }
    return made.withLock { $0.compactMap(\.self) }
  }
}
