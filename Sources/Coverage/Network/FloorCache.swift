internal import Foundation
internal import GeoFiles

/// Floors on disk, so that a run over the same radars and terrain computes none of them again.
///
/// An entry is named by what it was computed from, and holds that text too: another terrain, antenna, range or engine is
/// another entry. Files are replaced whole; one that is damaged counts as absent. When the folder grows beyond its limit
/// the entries that were not used for longest go.
public struct FloorCache: Sendable {
  /// The folder.
  public let folder: String
  /// How many bytes it may hold.
  public let limit: Int

  /// A cache in a folder, which is made when it is first written to.
  /// - Parameters:
  ///   - folder: The folder; nil for `atalaya/floors` in `$XDG_CACHE_HOME` or, without it, in `~/.cache`.
  ///   - limit: How many bytes it may hold; 4 GB unless stated.
  public init(folder: String? = nil, limit: Int = 4_000_000_000) {
    self.folder = folder ?? Self.usualFolder
    self.limit = limit
  }

  private static var usualFolder: String {
    let environment = ProcessInfo.processInfo.environment
    // The standard has relative paths ignored (XDG Base Directory Specification 0.8).
    let stated = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (stated ?? NSHomeDirectory() + "/.cache") + "/atalaya/floors"
  }

  /// Changes when an engine or the format does.
  static let version = 3
  private static let magic: [UInt8] = Array("ATFLOOR2".utf8)
  /// Bytes of the magic, the length of the key and the hash of the content.
  private static let headSize = 48

  /// The cells of an entry; nil when there is none or it is damaged.
  func cells(of key: String, count: Int) -> [Float]? {
    content(of: key) { bytes in
      guard bytes.count == count * 4 else { return nil }
      return [Float](unsafeUninitializedCapacity: count) { buffer, filled in
        UnsafeMutableRawBufferPointer(buffer).copyMemory(from: bytes)
        filled = count
      }
    } ?? nil
  }

  /// What an entry holds, as a closure makes it of the bytes; nil when there is none or it is damaged.
  func content<Value>(of key: String, _ body: (UnsafeRawBufferPointer) -> Value) -> Value? {
    let path = path(of: key)
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else { return nil }
    let name = Array(key.utf8)
    let head = Self.headSize + name.count
    return data.withUnsafeBytes { bytes -> Value? in
      guard bytes.count >= head, bytes.prefix(8).elementsEqual(Self.magic),
        bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self) == UInt64(name.count),
        bytes[Self.headSize..<head].elementsEqual(name)
      else { return nil }
      let content = UnsafeRawBufferPointer(rebasing: bytes[head...])
      guard bytes[16..<Self.headSize].elementsEqual(ContentHash.text(of: content).utf8) else { return nil }
      try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
      return body(content)
    }
  }

  /// The words of an entry; nil when there is none or it is damaged.
  func words(of key: String) -> [UInt64]? {
    content(of: key) { bytes in
      guard bytes.count % 8 == 0 else { return nil }
      return (0..<bytes.count / 8).map { bytes.loadUnaligned(fromByteOffset: 8 * $0, as: UInt64.self) }
    } ?? nil
  }

  /// Keeps some cells, and makes room for them.
  /// - Throws: ``GeoFileError`` when the folder or the file cannot be written.
  func keep(_ cells: [some BitwiseCopyable], of key: String) throws(GeoFileError) {
    try write(cells, of: key)
    evict()
  }

  /// Keeps some cells; ``evict()`` makes room for many entries at once.
  /// - Throws: ``GeoFileError`` when the folder or the file cannot be written.
  func write(_ cells: [some BitwiseCopyable], of key: String) throws(GeoFileError) {
    let name = Array(key.utf8)
    let bytes = cells.withUnsafeBytes { content -> [UInt8]? in
      let size = Self.headSize + name.count + content.count
      guard size <= limit else { return nil }
      var bytes = Self.magic
      bytes.reserveCapacity(size)
      withUnsafeBytes(of: UInt64(name.count)) { bytes += $0 }
      bytes += Array(ContentHash.text(of: content).utf8)
      bytes += name
      bytes += content
      return bytes
    }
    guard let bytes else { return }
    try OutputFile.createFolder(folder)
    try OutputFile.write(bytes, to: path(of: key))
  }

  /// The text within the file settles what the hash leaves open.
  private func path(of key: String) -> String { "\(folder)/\(ContentHash.text(of: key)).floor" }

  /// Removes the entries that were not used for longest, until the rest is within the limit.
  func evict() {
    let keys: [URLResourceKey] = [.contentModificationDateKey, .fileSizeKey]
    let files = try? FileManager.default.contentsOfDirectory(
      at: URL(fileURLWithPath: folder), includingPropertiesForKeys: keys)
    var entries = (files ?? []).filter { $0.pathExtension == "floor" }.map { file in
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
