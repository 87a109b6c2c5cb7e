// Foundation and CGDAL both bring the C library; which of them owns `statvfs` depends on the build.
internal import CGDAL
internal import Foundation
internal import Units

/// Room on the disk of a folder.
package enum DiskRoom {
  /// Less than this is a full disk, bytes: the last blocks are of no use to a library that writes more at a time.
  private static let last = 64 << 10

  /// Bytes that are free for this user; nil when the system does not say.
  package static func free(in folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder.isEmpty ? "." : folder, &status) == 0 else { return nil }
    // Some network file systems claim more than an integer holds.
    let (bytes, isBeyond) = UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize))
    return isBeyond ? .max : Int(clamping: bytes)
  }

  /// Whether a failure came of a full disk: it says so, or nothing is free. Asked before what was written is removed.
  static func isFull(_ error: GeoFileError, in folder: String) -> Bool {
    guard error.code == .unwritable else { return false }
    let reasons = [ENOSPC, EDQUOT].map { String(cString: strerror($0)) }
    return reasons.contains { error.problem.contains($0) } || (free(in: folder) ?? .max) < last
  }

  /// What to do about it.
  /// - Parameters:
  ///   - folder: Where room is wanted, as the user named it.
  ///   - bytes: How much was written, or will be.
  ///   - what: What takes that.
  package static func remedy(in folder: String, bytes: Int, of what: String) -> String {
    let place = folder.isEmpty ? "this folder" : folder
    let free = free(in: folder).map { "\(text($0)) are free, " } ?? ""
    return
      "the disk of \(place) is full (\(free)\(what) takes \(text(bytes)) or more): make room, or name another place"
  }

  /// `1.2 MB`, never less than it is.
  private static func text(_ bytes: Int) -> String {
    let tenths = (Double(bytes) / 1e5).rounded(.up)
    return tenths < 100 ? "\(tenths / 10) MB" : "\(Int((tenths / 10).rounded(.up))) MB"
  }
}
