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
    while VSIFReadL(&bytes, 1, bytes.count, file) > 0 {}
    guard CPLGetLastErrorType() != CE_Failure else { return false }
    whole.withLock { _ = $0.insert(key) }
    return true
  }
}
