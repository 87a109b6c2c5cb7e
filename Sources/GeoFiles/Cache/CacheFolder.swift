internal import Foundation

/// A folder of results that can be computed again, within a limit of bytes.
///
/// A file is named by the hash of what it was made from and is replaced whole. When the folder grows beyond its limit the
/// files that were not used for longest go, of whatever kind they are.
package struct CacheFolder: Sendable {
  /// The kinds of files, by the endings of their names.
  package enum Kind: String, CaseIterable {
    /// A result of a computation.
    case floor
    /// Cells of a raster.
    case terrain
  }

  /// The folder.
  package let path: String
  /// How many bytes it may hold.
  package let limit: Int

  /// - Parameter path: The folder; nil for `atalaya/floors` in `$XDG_CACHE_HOME` or, without it, in `~/.cache`.
  package init(_ path: String?, limit: Int) {
    self.path = path ?? Self.usual
    self.limit = limit
  }

  private static var usual: String {
    let environment = ProcessInfo.processInfo.environment
    // The standard has relative paths ignored (XDG Base Directory Specification 0.8).
    let stated = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (stated ?? NSHomeDirectory() + "/.cache") + "/atalaya/floors"
  }

  /// The file of a key. The key within the file settles what the hash of its name leaves open.
  private func file(of key: String, _ kind: Kind) -> String {
    "\(path)/\(ContentHash.text(of: key)).\(kind.rawValue)"
  }

  /// What was kept under a key; nil when there is nothing, or it is damaged.
  package func entry(of key: String, _ kind: Kind) -> CacheEntry? {
    let file = file(of: key, kind)
    guard let entry = CacheEntry(file, key: key) else { return nil }
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: file)
    return entry
  }

  /// Keeps something under a key; ``evict()`` makes room for many entries at once.
  /// - Parameters:
  ///   - size: About how many bytes it takes; more than the limit are not kept.
  ///   - parts: How many parts it has.
  ///   - write: Writes as many.
  /// - Throws: ``GeoFileError`` of `write`, or when the folder or the file cannot be written.
  package func keep(
    _ key: String, _ kind: Kind, size: Int, parts: Int,
    _ write: (inout CacheEntryWriter) throws(GeoFileError) -> Void
  ) throws(GeoFileError) {
    guard size <= limit else { return }
    try OutputFile.createFolder(path)
    let file = file(of: key, kind)
    // What is lost with the power is computed again.
    try OutputFile.replace(at: file, isForced: false, size: size) { (temporary) throws(GeoFileError) in
      var writer = CacheEntryWriter(temporary, key: key, parts: parts)
      try write(&writer)
      writer.finish()
      if let failure = writer.failure {
        throw GeoFileError(.unwritable, path: file, problem: "cannot be written: \(String(cString: strerror(failure)))")
      }
    }
  }

  /// Removes the files that were not used for longest, until the rest is within the limit.
  package func evict() {
    let keys: [URLResourceKey] = [.contentModificationDateKey, .fileSizeKey]
    let files = try? FileManager.default.contentsOfDirectory(
      at: URL(fileURLWithPath: path), includingPropertiesForKeys: keys)
    var entries = (files ?? []).filter { Kind(rawValue: $0.pathExtension) != nil }.map { file in
      let values = try? file.resourceValues(forKeys: Set(keys))
      return (file, values?.contentModificationDate ?? .distantPast, values?.fileSize ?? 0)
    }
    entries.sort { $0.1 == $1.1 ? $0.0.path < $1.0.path : $0.1 < $1.1 }
    var total = entries.reduce(0) { $0 + $1.2 }
    for entry in entries {
      guard total > limit else { return }
      try? FileManager.default.removeItem(at: entry.0)
      total -= entry.2
    }
  }
}
