internal import Foundation
public import GeoFiles

/// Floors on disk, so that a run over the same radars and terrain computes none of them again.
///
/// An entry is named by what it was computed from, and holds that text too: another terrain, antenna, range or engine is
/// another entry. Files are replaced whole; one that is damaged counts as absent. When the folder grows beyond its limit
/// the entries that were not used for longest go.
public struct FloorCache: Sendable {
  private let store: CacheFolder

  /// The folder.
  public var folder: String { store.path }
  /// How many bytes it may hold.
  public var limit: Int { store.limit }

  /// A cache in a folder, which is made when it is first written to.
  /// - Parameters:
  ///   - folder: The folder; nil for `atalaya/floors` in `$XDG_CACHE_HOME` or, without it, in `~/.cache`.
  ///   - limit: How many bytes it may hold; 4 GB unless stated.
  public init(folder: String? = nil, limit: Int = 4_000_000_000) { store = CacheFolder(folder, limit: limit) }

  /// Terrain in the same folder, within the same limit.
  public var terrain: TerrainCache { TerrainCache(folder: folder, limit: limit) }

  /// Changes when an engine or the format does.
  static let version = 4

  /// What was kept under a key; nil when there is nothing, or it is damaged.
  func entry(of key: String) -> CacheEntry? { store.entry(of: key, .floor) }

  /// The cells of an entry; nil when there is none or it is damaged.
  func cells(of key: String, count: Int) -> [Float]? {
    guard var entry = entry(of: key) else { return nil }
    return entry.take(count)
  }

  /// The words of an entry; nil when there is none or it is damaged.
  func words(of key: String) -> [UInt64]? {
    guard var entry = entry(of: key) else { return nil }
    return entry.take()
  }

  /// Keeps some cells, and makes room for them.
  /// - Throws: ``GeoFileError`` when the folder or the file cannot be written.
  func keep(_ cells: [some BitwiseCopyable], of key: String) throws(GeoFileError) {
    try write(cells, of: key)
    evict()
  }

  /// Keeps some cells; ``evict()`` makes room for many entries at once.
  /// - Throws: ``GeoFileError`` when the folder or the file cannot be written.
  func write<Cell: BitwiseCopyable>(_ cells: [Cell], of key: String) throws(GeoFileError) {
    let size = key.utf8.count + cells.count * MemoryLayout<Cell>.stride
    try write(key, size: size, parts: 1) { $0.add(cells) }
  }

  /// Keeps something of several parts; ``evict()`` makes room for many entries at once.
  /// - Throws: ``GeoFileError`` when the folder or the file cannot be written.
  func write(
    _ key: String, size: Int, parts: Int, _ body: (inout CacheEntryWriter) -> Void
  ) throws(GeoFileError) {
    try store.keep(key, .floor, size: size, parts: parts) { body(&$0) }
  }

  /// Removes the entries that were not used for longest, until the rest is within the limit.
  func evict() { store.evict() }
}
