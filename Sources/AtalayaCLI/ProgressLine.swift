import Atalaya
import Foundation

/// How far a long run has come, on standard error: on a terminal one line that is written over, with an estimate of what
/// is left; elsewhere a line for every step, one a second at most. Nothing of a run that is over within a second.
final class ProgressLine: @unchecked Sendable {
  private let lock = NSLock()
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  /// Shows how far a run has come.
  func show(_ progress: PlanProgress) { show { progress.text(after: $0) } }

  /// Shows a line that is made from the time that has passed.
  func show(_ text: (Duration) -> String) {
    let now = ContinuousClock.now
    guard !isQuiet, now - start > .seconds(1) else { return }
    lock.withLock {
      let line = text(now - start)
      if isTerminal {
        Console.progress(line, before: "\r", after: "\u{1B}[K")
      } else {
        guard shown.map({ now - $0 > .seconds(1) }) ?? true else { return }
        Console.note(line)
      }
      shown = now
    }
  }

  /// Removes the line from a terminal.
  func clear() {
    lock.withLock {
      if shown != nil, isTerminal { Console.progress("", before: "\r\u{1B}[K") }
      shown = nil
    }
  }
}
