import Atalaya
import Dispatch
import Foundation
import Synchronization

/// Ctrl-C, and the polite request to end: what is half written goes, what is whole stays.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM]

  /// Watches from now on; a program that is interrupted ends with 128 and the signal's number, as shells expect.
  static func watch() {
    _ = sources
  }

  // Made once and only kept alive.
  private nonisolated(unsafe) static let sources: [any DispatchSourceSignal] = signals.map { number in
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global(qos: .userInteractive))
    source.setEventHandler {
      if let stop = stop.withLock({ $0.take() }) { return stop() }
      // The first signal of a search that can stop by itself is a request; the next one ends the program.
      if canStop.exchange(false, ordering: .relaxed) { return isAsked.store(true, ordering: .relaxed) }
      UnfinishedFiles.discard { _exit(128 + number) }
    }
    source.resume()
    return source
  }

  private static let stop = Mutex<(@Sendable () -> Void)?>(nil)

  /// Has the next signal end something that then ends the program; the one after it ends the program at once.
  static func once(_ end: @escaping @Sendable () -> Void) { stop.withLock { $0 = end } }

  private static let canStop = Atomic(false)
  private static let isAsked = Atomic(false)

  /// Runs work that stops by itself, with its best so far, when the closure that it is given says so.
  static func asWish<Result, Failure>(
    _ work: (_ isAsked: @escaping () -> Bool) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    canStop.store(true, ordering: .relaxed)
    defer { canStop.store(false, ordering: .relaxed) }
    return try work { isAsked.load(ordering: .relaxed) }
  }
}
