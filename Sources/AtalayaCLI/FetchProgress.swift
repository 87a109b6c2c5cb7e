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
      Console.progress("\(reason): again in \(pause.text)", before: isTerminal ? "\r\u{1B}[K" : "", after: "\n")
    case .changed(let tile):
      clear()
      Console.note(
        "\(tile.name) has changed at the server since a part of it was fetched, and is fetched again from the start")
    case .fetching(let tile, let number, let count, let bytes, let total):
      write(
        "fetching tile \(number) of \(count), \(tile.name): \(TerrainFetch.megabytes(bytes)) of "
          + TerrainFetch.megabytes(total), now)
    }
  }

  /// Removes the line from a terminal.
  func clear() {
    if shown != nil, isTerminal { Console.progress("", before: "\r\u{1B}[K") }
    shown = nil
  }

  private func write(_ text: String, _ now: ContinuousClock.Instant) {
    guard isTerminal || shown.map({ now - $0 > .seconds(10) }) ?? (now - start > .seconds(1)) else { return }
    Console.progress(text, before: isTerminal ? "\r" : "", after: isTerminal ? "\u{1B}[K" : "\n")
    shown = now
  }
}
