import ArgumentParser
import Atalaya
import Foundation

/// What terrain is fetched for.
struct FetchArea {
  /// The scenario's file; nil for a rectangle.
  var file: String?
  private var circles: [(centre: Position, radius: Length)] = []
  private var corners: (Position, Position)?

  /// Reads the scenario, without its terrain; what is wrong goes to standard error.
  init(scenario: String?, bounds: String?) throws {
    if let bounds { corners = try Self.corners(bounds) }
    guard let scenario else { return }
    do { circles = try Scenario.load(folder: scenario, opensTerrain: false).terrainArea } catch {
      for problem in error.problems { Console.note("error: \(problem)") }
      throw ExitCode(1)
    }
    guard !circles.isEmpty else {
      throw Console.failure("\(scenario): has no places yet, so that no terrain is needed; --bounds names a rectangle")
    }
    var isFolder: ObjCBool = false
    _ = FileManager.default.fileExists(atPath: scenario, isDirectory: &isFolder)
    file = isFolder.boolValue ? (scenario as NSString).appendingPathComponent("scenario.yaml") : scenario
  }

  /// `south, west, north, east`
  static func corners(_ text: String) throws -> (Position, Position) {
    // A leading minus arrives as the Unicode one.
    let numbers = text.replacingOccurrences(of: "\u{2212}", with: "-").split(separator: ",").map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    guard numbers.count == 4, let south = numbers[0], let west = numbers[1], let north = numbers[2],
      let east = numbers[3], (-90...90).contains(south), (-90...90).contains(north), south < north,
      (-180...180).contains(west), (-180...180).contains(east), west != east
    else {
      throw ValidationError(
        "“\(text)” is no rectangle: write south, west, north, east in degrees, as in \"-13, -78, -11, -76\"")
    }
    return (
      Position(latitudeDegrees: south, longitudeDegrees: west),
      Position(latitudeDegrees: north, longitudeDegrees: east)
    )
  }

  func tiles(_ product: CopernicusTile.Product) -> [CopernicusTile] {
    if let corners { return CopernicusTile.covering(product, from: corners.0, to: corners.1) }
    return CopernicusTile.covering(product, circles: circles)
  }

  /// `terrain`, beside the scenario when there is one.
  var defaultFolder: String {
    guard let file else { return "terrain" }
    let folder = (file as NSString).deletingLastPathComponent
    return folder.isEmpty ? "terrain" : (folder as NSString).appendingPathComponent("terrain")
  }

  /// How the scenario names the tiles' folder.
  func reference(to folder: String?) -> String {
    guard let folder else { return "terrain" }
    // The scenario's paths count from its own folder.
    return file == nil ? folder : URL(fileURLWithPath: folder).path
  }
}

/// The line of a scenario that names its terrain.
enum ScenarioEntry {
  /// Adds it at the end of the file.
  static func add(_ entry: String, to file: String) throws {
    do {
      var text = try String(contentsOfFile: file, encoding: .utf8)
      let lines = text.split(whereSeparator: \.isNewline)
      if lines.contains(where: { $0 == entry }) { return }
      guard !lines.contains(where: { $0.hasPrefix("terrain:") }) else {
        throw Console.failure("\(file): names a terrain already; change that line by hand to: \(entry)")
      }
      if !text.hasSuffix("\n") { text += "\n" }
      try OutputFile.write(text + "\n\(entry)\n", to: file)
    } catch let error as ExitCode { throw error } catch { throw Console.failure("\(error)") }
  }
}

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
