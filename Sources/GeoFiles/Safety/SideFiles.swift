// Foundation and CGDAL both bring the C library; which of them owns `stat` depends on the build.
internal import CGDAL
internal import Foundation
internal import Synchronization

/// Pipes, sockets and devices in folders of data: a driver that looks for a side-car of such a name would wait for ever.
enum SideFiles {
  private struct Folder {
    var changed: timespec
    var names: [String]
  }

  private static let known = Mutex<[String: Folder]>([:])

  /// The first name next to a file that begins as its own does and is neither a file nor a folder.
  static func unfit(beside source: String) -> String? {
    guard !source.hasPrefix("/vsi") else { return nil }
    let folder = FilePath.folder(of: source)
    let path = FilePath.name(of: source) as NSString
    // `w001001.adf` has side-cars of other names.
    let stem =
      path.pathExtension.lowercased() == "adf" ? "" : path.deletingPathExtension
    return special(in: folder.isEmpty ? "." : folder).first { $0.lowercased().hasPrefix(stem.lowercased()) }
  }

  /// The first name in a folder that is one layer file that is neither a file nor a folder.
  static func unfit(in folder: String) -> String? { folder.hasPrefix("/vsi") ? nil : special(in: folder).first }

  private static func special(in folder: String) -> [String] {
    var status = stat()
    guard stat(folder, &status) == 0 else { return [] }
    let changed = status.st_mtim
    let old = known.withLock { $0[folder] }
    if let old, old.changed.tv_sec == changed.tv_sec, old.changed.tv_nsec == changed.tv_nsec { return old.names }
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let names = entries.filter { name in
      var status = stat()
      guard stat("\(folder)/\(name)", &status) == 0 else { return false }
      return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }.sorted()
    known.withLock { $0[folder] = Folder(changed: changed, names: names) }
    return names
  }
}
