import ArgumentParser
import Atalaya
import Foundation

/// Standard output and standard error: results on the one, everything else on the other.
///
/// All output of the commands goes through it. Control characters in names never reach a terminal (``TerminalText``).
/// Results that cannot be written end the program with 1, or quietly where the reader has gone; notes that cannot be written
/// are lost, and the work goes on.
enum Console {
  /// Readies the standard streams: a write to a reader that has gone is an error, not a signal, and no file that is opened
  /// later takes the number of a stream that is closed.
  static func open() {
    signal(SIGPIPE, SIG_IGN)
    for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_WRONLY)]
    where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free number, hence this one. Standard output stays what cannot be written: results would be lost.
      _ = Foundation.open("/dev/null", mode)
    }
  }

  /// A result on standard output, with a line feed behind it or something else.
  ///
  /// Not Swift's function of this name, which loses what cannot be written and lets every character through.
  static func print(_ text: String, terminator: String = "\n") { result(text + terminator) }

  /// A result on standard output, as it stands.
  static func result(_ text: String) {
    guard let reason = write(TerminalText.harmless(text), to: STDOUT_FILENO) else { return }
    UnfinishedFiles.discard {
      if reason == EPIPE {
        // As the shell reports any tool whose reader has gone.
        _exit(128 + SIGPIPE)
      }
      note("error: standard output cannot be written: \(String(cString: strerror(reason)))")
      _exit(1)
    }
  }

  /// A line on standard error.
  static func note(_ text: String) { _ = write(TerminalText.line(text) + "\n", to: STDERR_FILENO) }

  /// Warnings on standard error, a line each.
  static func warn(_ warnings: some Sequence<some CustomStringConvertible>, unless isQuiet: Bool) {
    if !isQuiet { for warning in warnings { note("warning: \(warning)") } }
  }

  /// Progress on standard error: the text, and for a terminal what moves its cursor.
  static func progress(_ text: String, before: String = "", after: String = "") {
    _ = write(before + TerminalText.line(text) + after, to: STDERR_FILENO)
  }

  /// Says that another run is waited for.
  static func waiting(for folder: String) { note("note: another run is writing to \(folder): waiting for it") }

  /// Prints an error; the exit code 1 is to be thrown.
  static func failure(_ text: String) -> ExitCode {
    note("error: \(text)")
    return ExitCode(1)
  }

  /// Prints an error, each fault of several on its own line; the exit code 1 is to be thrown.
  ///
  /// - Parameter prefix: What stands before each line, as the file that all of them are in.
  static func failure(_ error: any Error, prefix: String = "") -> ExitCode {
    // Reported already.
    if let code = error as? ExitCode { return code }
    for line in (error as? any AtalayaError)?.lines ?? ["\(error)"] { note("error: \(prefix)\(line)") }
    return ExitCode(1)
  }

  /// Writes everything, or returns the reason why not.
  private static func write(_ text: String, to descriptor: Int32) -> Int32? {
    Array(text.utf8).withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = Foundation.write(descriptor, bytes.baseAddress.map { $0 + done }, bytes.count - done)
        if count > 0 {
          done += count
          continue
        }
        guard count < 0 else { return EIO }
        switch errno {
        case EINTR: continue
        case EAGAIN:
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, 1000)
        default: return errno
        }
      }
      return nil
    }
  }
}
