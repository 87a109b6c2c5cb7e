// Foundation and CGDAL both bring the C library; which of them owns `stat` depends on the build.
internal import CGDAL
internal import Foundation

/// Changes several files of a folder: all of them, or none.
///
/// What would stop a file is looked for before the first one changes. Of every old file a second name is kept, so that a
/// file that cannot be replaced after all brings those before it back. A kill leaves every file old or new, each whole.
package struct FolderChange {
  private let folder: String
  private let staging: String
  /// Where second names of the old files are kept.
  private let kept: String
  private var done: [(name: String, hadOld: Bool)] = []

  /// A change of a folder by files that are written whole in a staging folder on the same disk.
  package init(of folder: String, from staging: String) {
    self.folder = folder
    self.staging = staging
    kept = FilePath.join(staging, ".old")
  }

  /// Moves files of the staging folder to their places, and removes others.
  ///
  /// A symbolic link in the place of a file is replaced itself: what it leads to is somebody else's.
  /// - Returns: Names of symbolic links that are files now.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/unwritable``; the folder is then as it was.
  package mutating func apply(putting names: [String], removing others: [String]) throws(GeoFileError) -> [String] {
    var links: [String] = []
    for name in names where try check(name) == S_IFLNK { links.append(name) }
    guard mkdir(kept, 0o777) == 0 || errno == EEXIST else { throw failure(folder, "cannot be written to") }
    do throws(GeoFileError) {
      for name in others { try remove(name) }
      for name in names { try put(name) }
    } catch {
      for change in done.reversed() { undo(change.name, change.hadOld) }
      throw error
    }
    let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
    if descriptor >= 0 {
      _ = fsync(descriptor)
      close(descriptor)
    }
    return links
  }

  /// The kind of what is in the place of a file: a file, a link or nothing (zero); anything else is refused.
  private func check(_ name: String) throws(GeoFileError) -> mode_t {
    var status = stat()
    guard lstat(place(name), &status) == 0 else { return 0 }
    let kind = status.st_mode & S_IFMT
    switch kind {
    case S_IFREG, S_IFLNK: return kind
    case S_IFDIR:
      throw GeoFileError(.unwritable, path: place(name), problem: "is a folder", remedy: "move it away")
    default:
      throw GeoFileError(
        .unwritable, path: place(name), problem: "is neither a file nor a folder", remedy: "move it away")
    }
  }

  private mutating func put(_ name: String) throws(GeoFileError) {
    let staged = FilePath.join(staging, name)
    var old = stat()
    let hadOld = lstat(place(name), &old) == 0
    if hadOld {
      try keep(name)
      if old.st_mode & S_IFMT == S_IFREG { chmod(staged, old.st_mode & 0o777) }
    }
    // A write-ahead log or journal of the old database would be replayed into the new one.
    for suffix in OutputFile.sideFiles {
      var side = stat()
      if lstat(place(name + suffix), &side) == 0, side.st_mode & S_IFMT == S_IFREG { try remove(name + suffix) }
    }
    guard rename(staged, place(name)) == 0 else { throw failure(place(name), "cannot be replaced") }
    done.append((name, hadOld))
  }

  private mutating func remove(_ name: String) throws(GeoFileError) {
    try keep(name)
    guard unlink(place(name)) == 0 else { throw failure(place(name), "cannot be removed") }
    done.append((name, true))
  }

  /// Gives an old file a second name; where the file system has none, or the file may not have one, a copy.
  private func keep(_ name: String) throws(GeoFileError) {
    let second = FilePath.join(kept, name)
    guard link(place(name), second) != 0 else { return }
    do { try FileManager.default.copyItem(atPath: place(name), toPath: second) } catch {
      throw failure(place(name), "cannot be replaced")
    }
  }

  private func undo(_ name: String, _ hadOld: Bool) {
    if hadOld { rename(FilePath.join(kept, name), place(name)) } else { unlink(place(name)) }
  }

  private func place(_ name: String) -> String { FilePath.join(folder, name) }

  private func failure(_ path: String, _ what: String, reason: Int32 = errno) -> GeoFileError {
    GeoFileError(
      .unwritable, path: path, problem: "\(what): \(String(cString: strerror(reason)))",
      remedy: "check its permissions and those of its folder; no file of the folder was changed")
  }
}
