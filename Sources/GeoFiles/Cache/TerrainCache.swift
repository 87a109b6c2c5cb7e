internal import Foundation
internal import Synchronization

/// Cells of packed rasters on disk as they are read, so that no run unpacks the same file again.
///
/// An entry is named by the content of the files that it was made from, not by their paths or times, and holds that name
/// too: a copy of a file is the same terrain, a changed one another. Its cells lie in strips of rows with a hash each; a
/// strip that is damaged is read from the raster instead. Entries are replaced whole, and go when the folder grows beyond
/// its limit.
public struct TerrainCache: Sendable {
  package let folder: CacheFolder

  /// A cache in a folder, which is made when it is first written to.
  /// - Parameters:
  ///   - folder: The folder; nil for `atalaya/floors` in `$XDG_CACHE_HOME` or, without it, in `~/.cache`.
  ///   - limit: How many bytes it may hold, floors included; 4 GB unless stated.
  public init(folder: String? = nil, limit: Int = 4_000_000_000) { self.folder = CacheFolder(folder, limit: limit) }

  /// Takes the cells of a window from the cache, after the raster is unpacked into it where that is worth while.
  /// - Parameter body: Takes whole rows of the window from the first on, as ``RasterFile/forEachBlock(rows:columns:_:)``.
  /// - Returns: How many rows were given; the others have to be read from the raster.
  func give(
    _ raster: RasterFile, rows: Range<Int>, columns: Range<Int>,
    to body: (_ rows: Range<Int>, _ columns: Range<Int>, _ cells: [Float]) -> Void
  ) -> Int {
    guard let strips = RasterStrips(raster, limit: folder.limit), let key = Self.key(of: raster, strips) else {
      return 0
    }
    if let entry = folder.entry(of: key, .terrain) {
      return strips.give(entry, rows: rows, columns: columns, to: body)
    }
    // Of an archive everything is unpacked whatever is read.
    let isWorthWhile = raster.isArchived || rows.count * columns.count >= strips.rows * strips.columns / 4
    guard isWorthWhile, (try? keep(raster, strips, key)) != nil else { return 0 }
    folder.evict()
    guard let entry = folder.entry(of: key, .terrain) else { return 0 }
    return strips.give(entry, rows: rows, columns: columns, to: body)
  }

  /// - Throws: ``GeoFileError`` when the raster cannot be read or the entry cannot be written.
  private func keep(_ raster: RasterFile, _ strips: RasterStrips, _ key: String) throws(GeoFileError) {
    try folder.keep(key, .terrain, size: strips.bytes, parts: strips.count) { (writer) throws(GeoFileError) in
      var pending = RasterStrips.Pending(strips)
      try raster.forEachStoredBlock(rows: 0..<strips.rows, columns: 0..<strips.columns) { rows, columns, cells in
        pending.add(rows, columns, cells, to: &writer)
      }
      pending.flush(to: &writer)
    }
  }

  /// Hashes of files that were read in this run, with the facts by which a changed file shows.
  private static let hashes = Mutex<[String: String]>([:])

  /// What an entry is made from; nil when a file cannot be read.
  private static func key(of raster: RasterFile, _ strips: RasterStrips) -> String? {
    // The member of an archive, without the archive's own place.
    let source = raster.source.replacingOccurrences(of: raster.path, with: "")
    var words = ["terrain 1", source, raster.driver, "\(strips)"]
    for path in raster.files {
      guard let hash = hash(of: path) else { return nil }
      words.append(path == raster.path ? hash : "\(hash) \(FilePath.name(of: path))")
    }
    return words.joined(separator: "\n")
  }

  private static func hash(of path: String) -> String? {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return nil }
    let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    let name = "\(path) \(facts[.size] ?? 0) \(changed) \(facts[.systemFileNumber] ?? 0)"
    if let known = hashes.withLock({ $0[name] }) { return known }
    guard let hash = FileContent.hash(of: SourceName.realPath(path) ?? path) else { return nil }
    hashes.withLock { $0[name] = hash }
    return hash
  }
}
