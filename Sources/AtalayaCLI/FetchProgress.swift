import Atalaya
import Foundation

/// How far a fetch has come, on standard error.
final class FetchProgress {
  private let isQuiet: Bool
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?

  init(isQuiet: Bool) { self.isQuiet = isQuiet }

  /// Writes over the line on a terminal; elsewhere a line in ten seconds.
  func show(_ event: TerrainFetch.Event) {
    guard !isQuiet else { return }
    let now = ContinuousClock.now
    switch event {
    case .lookedUp(let count, let total): write("looking up tile \(count) of \(total)", now)
    case .waiting(let pause, let reason):
      Console.note("\(isTerminal ? "\r\u{1B}[K" : "")\(reason): again in \(pause.text)")
    case .changed(let tile):
      clear()
      Console.note("\(tile.name) has changed at the server since a part of it was fetched, and is begun anew")
    case .fetching(let tile, let number, let count, let bytes, let total):
      write(
        "fetching tile \(number) of \(count), \(tile.name): \(TerrainFetch.megabytes(bytes)) of "
          + TerrainFetch.megabytes(total), now)
    }
  }

  /// Removes the line from a terminal.
  func clear() {
    if shown != nil, isTerminal { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    shown = nil
  }

  private func write(_ text: String, _ now: ContinuousClock.Instant) {
    guard isTerminal || shown.map({ now - $0 > .seconds(10) }) ?? (now - start > .seconds(1)) else { return }
    FileHandle.standardError.write(Data((isTerminal ? "\r\(text)\u{1B}[K" : text + "\n").utf8))
    shown = now
  }
}
