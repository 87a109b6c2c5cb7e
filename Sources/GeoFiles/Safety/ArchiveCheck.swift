internal import CGDAL
internal import Foundation
internal import Synchronization

/// Holds members of zip archives, and gzip files, against their checksums.
///
/// GDAL compares a checksum when it reads past the end of a member, and rasters are read to their last cell and no
/// further: damage inside would pass as ground.
enum ArchiveCheck {
  /// Members that were found whole, with size and time of their archives.
  private static let whole = Mutex<Set<String>>([])

  /// Whether the member that a source names is whole; it is read once in the life of the process.
  /// - Returns: False with a message of GDAL's when it is damaged; true for what lies in no archive.
  static func isWhole(_ source: String, of path: String) -> Bool {
    guard source.hasPrefix("/vsizip/") || source.hasPrefix("/vsigzip/") else { return true }
    guard let facts = try? FileManager.default.attributesOfItem(atPath: path) else { return false }
    let changed = (facts[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
    let key = "\(source) \(facts[.size] ?? 0) \(changed)"
    if whole.withLock({ $0.contains(key) }) { return true }
    guard let file = VSIFOpenL(source, "rb") else { return false }
    defer { VSIFCloseL(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    CPLErrorReset()
    var rest = ReadingLimits.unpackedBytes
    while rest >= 0 {
      let count = VSIFReadL(&bytes, 1, bytes.count, file)
      guard count > 0 else { break }
      rest -= count
    }
    guard rest >= 0 else { return false }
    guard CPLGetLastErrorType() != CE_Failure else { return false }
    whole.withLock { _ = $0.insert(key) }
    return true
  }

  /// Whether what a source unpacks to is within a limit, as far as that is known without unpacking it twice.
  static func fits(_ source: String, limit: Int) -> Bool {
    guard source.hasPrefix("/vsigzip/") else {
      // The size that the archive states; more than that comes to light in ``isWhole(_:of:)``.
      return (SourceName.size(of: source) ?? 0) <= limit
    }
    // Deflate makes at most 1032 bytes of one.
    var status = stat()
    let path = String(source.dropFirst("/vsigzip/".count))
    if stat(path, &status) == 0, Int(status.st_size) <= limit / 1032 { return true }
    return unpackedSize(of: source, limit: limit) != nil
  }

  /// Whether a member unpacks to no more than a limit; it is unpacked to find out.
  static func unpacks(_ source: String, limit: Int) -> Bool { unpackedSize(of: source, limit: limit) != nil }

  /// Whether all members of a zip archive together unpack to no more than a limit.
  static func allUnpack(in archive: String, limit: Int) -> Bool {
    let root = "/vsizip/{\(archive)}"
    guard let list = VSIReadDirRecursive(root) else { return true }
    defer { CSLDestroy(list) }
    var rest = limit
    for index in 0..<Int(CSLCount(list)) {
      guard let name = list[index].map({ String(cString: $0) }), !name.hasSuffix("/") else { continue }
      guard let size = unpackedSize(of: "\(root)/\(name)", limit: rest) else { return false }
      rest -= size
    }
    return true
  }

  /// Nil for more than a limit; zero for what cannot be opened.
  private static func unpackedSize(of source: String, limit: Int) -> Int? {
    guard let file = VSIFOpenL(source, "rb") else { return 0 }
    defer { VSIFCloseL(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var size = 0
    while size <= limit {
      let count = VSIFReadL(&bytes, 1, bytes.count, file)
      guard count > 0 else { return size }
      size += count
    }
    return nil
  }
}
