internal import Foundation
internal import GeoFiles

/// Floors on disk, so that a run over the same radars and terrain computes none of them anew.
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
  static let version = 2
  private static let magic: [UInt8] = Array("ATFLOOR1".utf8)

  /// The cells of an entry; nil when there is none or it is damaged.
  func cells(of key: String, count: Int) -> [Float]? {
    let path = path(of: key)
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped) else { return nil }
    let name = Array(key.utf8)
    let head = Self.magic.count + 16 + name.count
    guard data.count == head + count * 4, Array(data.prefix(Self.magic.count)) == Self.magic else { return nil }
    func word(_ offset: Int) -> UInt64 {
      data.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self) }
    }
    guard word(8) == UInt64(name.count), data[data.startIndex + 24..<data.startIndex + head].elementsEqual(name) else {
      return nil
    }
    let cells = [Float](unsafeUninitializedCapacity: count) { buffer, filled in
      data.withUnsafeBytes { UnsafeMutableRawBufferPointer(buffer).copyMemory(from: .init(rebasing: $0[head...])) }
      filled = count
    }
    guard Self.checksum(cells) == word(16) else { return nil }
    try? FileManager.default.setAttributes([.modificationDate: Date()], ofItemAtPath: path)
    return cells
  }

  /// Keeps some cells.
  /// - Throws: ``GeoFileError`` when the folder or the file cannot be written.
  func keep(_ cells: [Float], of key: String) throws(GeoFileError) {
    let name = Array(key.utf8)
    let size = 24 + name.count + cells.count * 4
    guard size <= limit else { return }
    try OutputFile.createFolder(folder)
    var bytes = Self.magic
    bytes.reserveCapacity(size)
    withUnsafeBytes(of: UInt64(name.count)) { bytes += $0 }
    withUnsafeBytes(of: Self.checksum(cells)) { bytes += $0 }
    bytes += name
    cells.withUnsafeBytes { bytes += $0 }
    try OutputFile.write(bytes, to: path(of: key))
    evict()
  }

  private func path(of key: String) -> String {
    // Two hashes of 64 bits; the text within the file settles what they leave open.
    let first = Self.hash(key.utf8, seed: 0xcbf2_9ce4_8422_2325)
    let second = Self.hash(key.utf8.reversed(), seed: 0x6c62_272e_07bb_0142)
    return "\(folder)/\(String(first, radix: 16))-\(String(second, radix: 16)).floor"
  }

  /// FNV-1a, 64 bits.
  private static func hash(_ bytes: some Sequence<UInt8>, seed: UInt64) -> UInt64 {
    bytes.reduce(seed) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  private static func checksum(_ cells: [Float]) -> UInt64 {
    cells.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1.bitPattern)) &* 0x100_0000_01b3 }
  }

  /// Removes the entries that were not used for longest, until the rest is within the limit.
  private func evict() {
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
