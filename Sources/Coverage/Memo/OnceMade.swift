internal import Synchronization

/// A value that is made when it is first asked for, and kept.
final class OnceMade<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)

  /// The value; one thread makes it, and those that ask meanwhile wait for it.
  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}
