import Foundation
import GeoFiles
import Scenario
import Synchronization
import Terrain

/// What was read of the files of a scenario, shared by all drafts of it: tables by path, size and time of the last change,
/// and terrain.
///
/// A draft is loaded for every edit, and most edits touch one file.
final class DraftMemo: Sendable {
  private struct TableKey: Hashable {
    var path: String
    var layer: String?
    var crs: String?
    var size: Int
    var changed: Date
  }

  private struct State {
    var tables: [TableKey: (table: VectorLayer, used: Int)] = [:]
    var terrains: [(source: Scenario.TerrainSource, hasCache: Bool, terrain: Terrain)] = []
    var use = 0
    var places: [URL] = []
  }

  private let state = Mutex(State())
  private let folder: URL

  /// The most tables that are kept; those that were not asked for the longest go first.
  static let tableLimit = 60
  /// The most terrains that are kept open.
  static let terrainLimit = 2

  /// The most contents of drafts that lie in the folder for temporary files.
  static let placeLimit = 100

  init() {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-draft-\(UUID().uuidString)")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A path at which the content of a file can be read.
  func path(of file: DraftFile) throws(GeoFileError) -> String {
    let place = folder.appendingPathComponent("\(file.number)")
    let path = place.appendingPathComponent(file.name).path
    if FileManager.default.fileExists(atPath: path) { return path }
    do {
      try FileManager.default.createDirectory(
        at: place, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(file.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw GeoFileError(
        .unwritable, path: path, problem: "cannot be kept in the folder for temporary files",
        remedy: "\(error.localizedDescription); make room there, or set TMPDIR")
    }
    let outdated = state.withLock { state -> URL? in
      state.places.append(place)
      return state.places.count > Self.placeLimit ? state.places.removeFirst() : nil
    }
    if let outdated { try? FileManager.default.removeItem(at: outdated) }
    return path
  }

  /// A layer of a file, read at most once for each content.
  func table(path: String, layer: String?, crs: String?) throws(GeoFileError) -> VectorLayer {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let changed = attributes[.modificationDate] as? Date
    else { return try VectorLayer.read(path: path, layer: layer, crs: crs) }
    let key = TableKey(
      path: path, layer: layer, crs: crs, size: (attributes[.size] as? NSNumber)?.intValue ?? 0, changed: changed)
    let known = state.withLock { state -> VectorLayer? in
      state.use += 1
      state.tables[key]?.used = state.use
      return state.tables[key]?.table
    }
    if let known { return known }
    let table = try VectorLayer.read(path: path, layer: layer, crs: crs)
    state.withLock { state in
      state.tables[key] = (table, state.use)
      while state.tables.count > Self.tableLimit, let oldest = state.tables.min(by: { $0.value.used < $1.value.used }) {
        state.tables[oldest.key] = nil
      }
    }
    return table
  }

  /// A terrain, opened once.
  func terrain(_ source: Scenario.TerrainSource, cache: TerrainCache?) throws(GeoFileError) -> Terrain {
    let known = state.withLock { state in
      state.terrains.first { $0.source == source && $0.hasCache == (cache != nil) }?.terrain
    }
    if let known { return known }
    let terrain = try source.open(cache: cache)
    state.withLock { state in
      state.terrains.append((source, cache != nil, terrain))
      if state.terrains.count > Self.terrainLimit { state.terrains.removeFirst() }
    }
    return terrain
  }
}
