internal import GeoFiles
internal import Geodesy
internal import Synchronization
internal import Terrain
internal import Units

/// Routes on disk, so that a run over the same terrain looks for none of them again.
///
/// An entry is named by all that decides its route, and holds that text too: the terrain around the places, the ends, the
/// aircraft, the wind, the areas and the version of the search. One that is damaged counts as absent.
final class RouteCache: Sendable {
  /// Changes when the search or the format does.
  static let version = 1

  private let folder: CacheFolder
  private let terrain: Terrain
  private let places: [Position]
  /// What stands for the ground; empty where that cannot be told.
  private let ground = Mutex<String?>(nil)
  private let isTidied = Mutex(false)

  /// - Parameter places: Those that decide which part of the terrain is read, and with how many posts.
  init(_ folder: CacheFolder, over terrain: Terrain, _ places: [Position]) {
    (self.folder, self.terrain, self.places) = (folder, terrain, places)
  }

  /// What was kept; nil where there is nothing, or it is damaged.
  subscript(key: RouteBook.Key) -> Result<Route, RouteError>? {
    guard let name = name(of: key), var entry = folder.entry(of: name, .floor), let words: [UInt64] = entry.take()
    else { return nil }
    var reader = RouteWords(words)
    return reader.takeAnswer()
  }

  /// Keeps an answer, if it can be written and is no failure to read the terrain.
  func keep(_ answer: Result<Route, RouteError>, of key: RouteBook.Key) {
    guard let name = name(of: key), let words = RouteWords(answer)?.words else { return }
    // Room is made once: the routes of a plan take less than a floor.
    let makesRoom = isTidied.withLock { isTidied in
      defer { isTidied = true }
      return !isTidied
    }
    if makesRoom { folder.evict() }
    try? folder.keep(name, .floor, size: words.count * 8, parts: 1) { $0.add(words) }
  }

  private func name(of key: RouteBook.Key) -> String? {
    let ground = ground.withLock { ground in
      if ground == nil { ground = Self.text(of: terrain, places) }
      return ground ?? ""
    }
    return ground.isEmpty ? nil : "route \(Self.version)\n\(ground)\n\(key.text)"
  }

  private static func text(of terrain: Terrain, _ places: [Position]) -> String {
    guard let window = try? RouteGround.sharedWindow(places, terrain) else { return "" }
    return "\(terrain.fingerprint(rows: window.rows, columns: window.columns)) \(window.rows) \(window.columns) "
      + "\(RouteGround.sharedLimit)"
  }
}

extension RouteBook.Key {
  /// All of it, in numbers that tell every value from every other.
  fileprivate var text: String {
    func table(_ table: SpeedByAltitude) -> String { "\(table.altitudes) \(table.speeds)" }
    var lines = ["\(Self.text(from)) \(Self.text(to))"]
    lines += [aircraft.airspeed, aircraft.climb, aircraft.descent].map(table)
    lines.append("\(aircraft.ceiling.metres) \(aircraft.clearance.metres)")
    lines += wind.levels.map { "\($0.altitude.metres) \($0.east.metresPerSecond) \($0.north.metresPerSecond)" }
    lines += areas.map { area in
      "area \(area.ring.map(Self.text)) \(area.bottom.map { "\($0.metres)" } ?? "-") \(area.top.map { "\($0.metres)" } ?? "-")"
    }
    if let way { lines.append("way \(way.map(Self.text))") }
    return lines.joined(separator: "\n")
  }

  private static func text(_ place: Position) -> String { "\(place.latitudeDegrees),\(place.longitudeDegrees)" }
}
