// Foundation and CGDAL both bring the C library; which of them owns `stat` depends on the build.
internal import CGDAL
internal import Foundation
internal import Units

/// Replaces files so that a reader, or a crash, meets the old file or the new one and never half of one.
///
/// The new file is written next to the old one under a temporary name, forced to disk and renamed. When writing fails
/// the temporary file is removed and the old file stays as it was. A process that is killed leaves its temporary file
/// behind; the next one that replaces the same file removes it.
package enum OutputFile {
  /// Replaces a file, or makes it.
  ///
  /// A symbolic link is followed, an existing file keeps its permissions, and GeoPackage's side files of the old
  /// content go with it. The folder must exist; ``createFolder(_:)`` makes it.
  /// - Parameters:
  ///   - path: The file to replace.
  ///   - isForced: Whether the file is on the disk, not only on its way there, when the function returns. It outlives a
  ///     killed process either way; one that is not forced may be lost, with the old one, when the machine loses its power
  ///     within the next minute: for large files that take less time to compute than to force.
  ///   - size: How many bytes it will take, where that is known; for the words about a full disk.
  ///   - write: Writes the whole content to the path that it is given, which has the same extension.
  /// - Throws: ``GeoFileError`` of `write`, or with code ``GeoFileFault/unwritable``.
  package static func replace(
    at path: String, isForced: Bool = true, size: Int? = nil, _ write: (String) throws(GeoFileError) -> Void
  ) throws(GeoFileError) {
    let target = try resolve(path)
    let folder = FilePath.folder(of: target)
    let name = FilePath.name(of: target)
    removeLeftovers(of: name, in: folder)
    let temporary = FilePath.join(folder, temporaryName(for: name))
    UnfinishedFiles.add(temporary)
    defer { UnfinishedFiles.remove(temporary) }
    do throws(GeoFileError) {
      try probe(temporary, for: path)
      try write(temporary)
      try settle(temporary, as: target, for: path, isForced)
    } catch {
      throw cleared(error, temporary, for: path, in: folder, size)
    }
    if isForced { synchronise(folder) }
  }

  /// Whether a file could be replaced, or made: for commands that write several, before they write the first.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/unwritable``.
  package static func check(_ path: String) throws(GeoFileError) {
    let target = try resolve(path)
    try probe(FilePath.join(FilePath.folder(of: target), temporaryName(for: FilePath.name(of: target))), for: path)
  }

  /// Replaces a file by a text in UTF-8.
  package static func write(_ text: String, to path: String) throws(GeoFileError) {
    try write(Array(text.utf8), to: path)
  }

  /// Replaces a file by some bytes.
  package static func write(_ bytes: [UInt8], to path: String) throws(GeoFileError) {
    try replace(at: path, size: bytes.count) { (temporary) throws(GeoFileError) in
      let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw failure(path, "cannot be written") }
      defer { close(descriptor) }
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw failure(path, "cannot be written") }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Makes a folder and those above it; nothing happens when it is there.
  package static func createFolder(_ path: String) throws(GeoFileError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw GeoFileError(
          .unwritable, path: path, problem: "is a file, not a folder", remedy: "name another folder")
      }
      return
    }
    let isAbsent = errno == ENOENT
    let parent = FilePath.folder(of: path)
    if isAbsent, !parent.isEmpty, parent != path { try createFolder(parent) }
    // Another process may have been faster.
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw failure(path, "the folder cannot be made") }
  }

  /// The file behind symbolic links; refused when it is anything but a file or nothing yet.
  private static func resolve(_ path: String) throws(GeoFileError) -> String {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw GeoFileError(.unwritable, path: path, problem: "no name of a file")
    }
    var status = stat()
    guard stat(path, &status) == 0 else { return path }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw GeoFileError(.unwritable, path: path, problem: "is a folder", remedy: "name a file in it")
    default: throw GeoFileError(.unwritable, path: path, problem: "is neither a file nor a folder")
    }
    return SourceName.realPath(path) ?? path
  }

  /// Makes the temporary file and removes it again: the system's own reason is clearer than any library's.
  private static func probe(_ temporary: String, for path: String) throws(GeoFileError) {
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw failure(
        path, "cannot be written",
        remedy: errno == ENOENT ? "make its folder" : "choose a folder that you may write to")
    }
    close(descriptor)
    unlink(temporary)
  }

  /// Forces the temporary file to disk, if it shall, and gives it its name.
  private static func settle(
    _ temporary: String, as target: String, for path: String, _ isForced: Bool
  ) throws(GeoFileError) {
    let descriptor = open(temporary, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, "was not written") }
    defer { close(descriptor) }
    guard !isForced || fsync(descriptor) == 0 else { throw failure(path, "cannot be written") }
    var old = stat()
    if stat(target, &old) == 0 { fchmod(descriptor, old.st_mode & 0o777) }
    // A write-ahead log or journal of the old database would be replayed into the new one.
    for suffix in sideFiles { unlink(target + suffix) }
    guard rename(temporary, target) == 0 else { throw failure(path, "cannot be replaced") }
  }

  static let sideFiles = ["-wal", "-shm", "-journal"]
  private static let prefix = ".replacing-"

  /// `.replacing-1234-9f3a-coverage.gpkg`: hidden, with the process's number, and with the extension that drivers want.
  private static func temporaryName(for name: String) -> String {
    "\(prefix)\(getpid())-\(String(UInt32.random(in: 0...UInt32.max), radix: 16))-\(name)"
  }

  /// Removes what killed processes left of earlier attempts at this file.
  private static func removeLeftovers(of name: String, in folder: String) {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    for entry in entries where entry.hasPrefix(prefix) {
      let parts = entry.dropFirst(prefix.count).split(separator: "-", maxSplits: 2)
      guard parts.count == 3, let process = Int32(parts[0]),
        parts[2].hasPrefix(name),
        process > 0, kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink(FilePath.join(folder, entry))
    }
  }

  private static func remove(_ temporary: String) {
    for suffix in [""] + sideFiles { unlink(temporary + suffix) }
  }

  /// Removes what was written, and reports a failure by the file's own name; of a full disk how much is wanted.
  private static func cleared(
    _ error: GeoFileError, _ temporary: String, for path: String, in folder: String, _ size: Int?
  ) -> GeoFileError {
    var error = error
    error.problem = error.problem.replacingOccurrences(of: temporary, with: path)
    let isFull = DiskRoom.isFull(error, in: folder)
    var status = stat()
    let written = stat(temporary, &status) == 0 ? Int(status.st_size) : 0
    remove(temporary)
    if isFull {
      error.underlying = FullDisk(bytes: max(size ?? 0, written))
      error.remedy = DiskRoom.remedy(in: folder, bytes: max(size ?? 0, written), of: "the file")
    }
    return error
  }

  /// The new name itself must reach the disk; where a system cannot do that for folders, nothing is lost but certainty.
  private static func synchronise(_ folder: String) {
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    _ = fsync(descriptor)
    close(descriptor)
  }

  private static func failure(
    _ path: String, _ what: String, reason: Int32 = errno, remedy: String? = nil
  ) -> GeoFileError {
    GeoFileError(.unwritable, path: path, problem: "\(what): \(String(cString: strerror(reason)))", remedy: remedy)
  }
}
