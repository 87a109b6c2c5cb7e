import Atalaya
import Dispatch
import Foundation

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
    source.setEventHandler { UnfinishedFiles.discard { _exit(128 + number) } }
    source.resume()
    return source
  }
}
