import Foundation
public import GeoFiles
public import Terrain

extension Scenario {
  /// Where a scenario's terrain comes from.
  public struct TerrainSource: Sendable, Hashable {
    /// Files and folders as scenario.yaml names them.
    public var paths: [String]
    /// The same, from the folder in which the tool runs.
    public var resolvedPaths: [String]
    /// What is told of the terrain beyond its files.
    public var reading: TerrainReading
    /// The scenario's folder, which its VRTs may not leave; nil: a VRT may not leave its own.
    public var folder: String?

    /// A source.
    public init(
      paths: [String], resolvedPaths: [String], reading: TerrainReading = TerrainReading(), folder: String? = nil
    ) {
      self.folder = folder
      self.paths = paths
      self.resolvedPaths = resolvedPaths
      self.reading = reading
    }

    /// Reads the heads of the files; elevations are read when they are needed.
    /// - Parameter cache: Where the cells of packed files are kept; nil: they are unpacked for each reading.
    /// - Throws: ``GeoFileError`` that says which file does not fit, why, and how to fix it.
    public func open(cache: TerrainCache? = nil) throws(GeoFileError) -> Terrain {
      try Terrain.open(resolvedPaths, reading: reading, within: folder, cache: cache)
    }
  }
}

extension Settings {
  /// What `terrain` names, as written, and how it is read; nil when it is absent or, after a report, wrong.
  static func terrain(_ row: Row) -> (paths: [String], reading: TerrainReading)? {
    typealias F = SettingFields
    guard row.has(F.terrain) else { return nil }
    if let text = row.rawText(F.terrain) { return ([text], TerrainReading()) }
    guard let tree = row.tree(F.terrain) else { return nil }
    guard case .mapping(let pairs, let line) = tree else {
      return paths(tree, row, F.terrain).map { ($0, TerrainReading()) }
    }
    let record = Record(pairs, line: line, file: row.record.origin.file, diagnostics: row.diagnostics)
    let part = Row(
      record: record, format: F.terrainFormat, prefix: F.terrain.name + ".", diagnostics: row.diagnostics)
    part.checkKeys()
    let reading = TerrainReading(
      missing: part.optional(F.terrainMissing) ?? .unknown, sea: part.optional(F.terrainSea) ?? .detect,
      voids: part.optional(F.terrainVoids) ?? .unknown, heights: part.optional(F.terrainHeights))
    if let text = part.rawText(F.terrainPath) { return ([text], reading) }
    guard part.has(F.terrainPath), let list = part.tree(F.terrainPath) else {
      _ = part.required(F.terrainPath)
      return nil
    }
    return paths(list, part, F.terrainPath).map { ($0, reading) }
  }

  private static func paths(_ tree: YAMLTree, _ row: Row, _ field: Field<String>) -> [String]? {
    var paths: [String] = []
    if case .sequence(let items, _) = tree {
      for case .scalar(let text, _) in items where !text.trimmed.isEmpty { paths.append(text.trimmed) }
      if paths.count == items.count, !paths.isEmpty { return paths }
    }
    row.report(.value, field, "is neither a path nor a list of paths", "write \(field.format.type)")
    return nil
  }
}

extension Decoder {
  /// Opens a scenario's terrain and reports what is wrong with it.
  static func open(
    _ source: Scenario.TerrainSource, folder: URL, cache: TerrainCache?, at origin: Origin, _ diagnostics: Diagnostics
  ) -> Terrain? {
    do throws(GeoFileError) {
      let terrain = try source.open(cache: cache)
      for warning in terrain.warnings {
        diagnostics.warning(.incomplete, at: origin, field: SettingFields.terrain.name, warning)
      }
      return terrain
    } catch {
      let start = folder.path + "/"
      let path = error.path.hasPrefix(start) ? String(error.path.dropFirst(start.count)) : error.path
      let isAbsent = error.code == .missing && source.resolvedPaths.contains(error.path)
      diagnostics.error(
        .file, at: origin, field: SettingFields.terrain.name, "“\(path)” \(isAbsent ? "is not there" : error.problem)",
        isAbsent ? "atalaya terrain fetch \(folder.relativePath) gets it; or leave the key out" : error.remedy ?? "")
      return nil
    }
  }
}
