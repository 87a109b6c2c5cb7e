import ArgumentParser
import Atalaya
import Foundation

/// How a command prints what is no table of rows: for people, or for programs.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}

/// What goes to people beside the results.
enum Console {
  /// A line on standard error.
  static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// A value as JSON that people can read and programs can compare.
  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "{}" }
    return String(decoding: data, as: UTF8.self)
  }

  /// Prints an error; the exit code 1 is to be thrown.
  static func failure(_ text: String) -> ExitCode {
    note("error: \(text)")
    return ExitCode(1)
  }
}

/// One line on standard error that tells how far a long run has come; nothing when that is no terminal.
final class ProgressLine: @unchecked Sendable {
  private let lock = NSLock()
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var isShown = false

  /// Shows progress, but not of a run that is over within a second.
  func show(_ progress: PlanProgress) {
    guard isTerminal, ContinuousClock.now - start > .seconds(1) else { return }
    lock.withLock {
      isShown = true
      FileHandle.standardError.write(Data("\rplanning: step \(progress.done) of \(progress.total)\u{1B}[K".utf8))
    }
  }

  /// Removes the line.
  func clear() {
    lock.withLock {
      if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
      isShown = false
    }
  }
}
