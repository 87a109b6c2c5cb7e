internal import Foundation
internal import Synchronization

/// Files and folders that are being written under temporary names, so that an interrupted program can remove them.
package enum UnfinishedFiles {
  private static let paths = Mutex<Set<String>>([])
  /// Held while several files take their places: an interruption waits for it, milliseconds.
  private static let gate = Mutex<Void>(())

  /// Says that something is being written.
  package static func add(_ path: String) { _ = paths.withLock { $0.insert(path) } }

  /// Says that it is written, or gone.
  package static func remove(_ path: String) { _ = paths.withLock { $0.remove(path) } }

  /// Does what an interruption must not cut in two: ``discard(then:)`` waits for it.
  package static func withoutInterruption<E: Error>(_ body: () throws(E) -> Void) throws(E) {
    try gate.withLock { _ throws(E) in try body() }
  }

  /// Removes whatever is unfinished; for a program that is about to end.
  /// - Parameter end: Called when nothing is left, while nothing new can take its place.
  package static func discard(then end: () -> Void) {
    gate.withLock { _ in
      for path in paths.withLock({ $0 }) {
        // Another thread may still be writing: under another name nothing new can come into a folder while it goes.
        let gone = path + ".gone"
        try? FileManager.default.removeItem(atPath: rename(path, gone) == 0 ? gone : path)
      }
      end()
    }
  }
}
