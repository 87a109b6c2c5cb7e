internal import CPROJ
internal import Foundation
internal import Synchronization

/// Which files PROJ opens: ordinary ones in its own folders of data, whatever a coordinate system names.
///
/// A grid by its plain name is looked for in those folders and then in the working folder, one with a path anywhere: it may be
/// a pipe that never answers. All that PROJ opens, but for its database, goes through here.
package enum ProjFiles {
  /// Bounds all contexts that are made from now on, those of GDAL too once they have looked for PROJ's database.
  ///
  /// Contexts inherit from the default one the function that finds files, and not those that open them. The finder, which gets
  /// the context that asks, hands them over.
  /// - Parameter folders: Where else data of PROJ's may lie.
  package static func boundAllContexts(andIn folders: [String]) {
    _ = Self.folders
    more.withLock { $0 = folders.compactMap(realPath) }
    bound(nil)
    proj_context_set_file_finder(
      nil,
      { context, _, _ in
        ProjFiles.bound(context)
        return nil
      }, nil)
  }

  /// Bounds one context; nil for the default one.
  static func bound(_ context: OpaquePointer?) {
    _ = folders
    var access = access
    _ = proj_context_set_fileapi(context, &access, nil)
  }

  /// PROJ's folders without symbolic links: the user's own, those of the environment, that of the installation.
  private static let folders: [String] = {
    var paths = proj_info().searchpath.map { String(cString: $0).split(separator: ":").map(String.init) } ?? []
    if let own = proj_context_get_user_writable_directory(nil, 0) { paths.append(String(cString: own)) }
    return Set(paths.compactMap(realPath)).sorted()
  }()
  private static let more = Mutex<[String]>([])

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// Whether a file is one of PROJ's: its folder is, without symbolic links.
  package static func holds(_ name: String) -> Bool {
    guard let end = name.lastIndex(of: "/"), let folder = realPath(String(name[...end])) else { return false }
    return (folders + more.withLock { $0 }).contains { folder == $0 || folder.hasPrefix($0 + "/") }
  }

  /// Opens an ordinary file in one of the folders, which may be a link that was put there; nil for any other.
  private static func open(_ name: String) -> UnsafeMutablePointer<FILE>? {
    guard holds(name) else { return nil }
    // A pipe opens at once, and is not read.
    let descriptor = Foundation.open(name, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, let file = fdopen(descriptor, "rb")
    else {
      close(descriptor)
      return nil
    }
    return file
  }

  private static func file(_ handle: OpaquePointer?) -> UnsafeMutablePointer<FILE>? {
    handle.map { UnsafeMutablePointer<FILE>($0) }
  }

  private static var access: PROJ_FILE_API {
    PROJ_FILE_API(
      version: 1,
      open_cbk: { _, name, access, _ in
        guard let name, access == PROJ_OPEN_ACCESS_READ_ONLY else { return nil }
        return ProjFiles.open(String(cString: name)).map { OpaquePointer($0) }
      },
      read_cbk: { _, handle, bytes, count, _ in
        guard let file = ProjFiles.file(handle) else { return 0 }
        return fread(bytes, 1, count, file)
      },
      write_cbk: { _, _, _, _, _ in 0 },
      seek_cbk: { _, handle, offset, origin, _ in
        guard let file = ProjFiles.file(handle) else { return 0 }
        return fseeko(file, off_t(offset), origin) == 0 ? 1 : 0
      },
      tell_cbk: { _, handle, _ in ProjFiles.file(handle).map { UInt64(max(0, ftello($0))) } ?? 0 },
      close_cbk: { _, handle, _ in _ = ProjFiles.file(handle).map { fclose($0) } },
      exists_cbk: { _, name, _ in
        guard let name, let file = ProjFiles.open(String(cString: name)) else { return 0 }
        fclose(file)
        return 1
      },
      mkdir_cbk: { _, _, _ in 0 }, unlink_cbk: { _, _, _ in 0 }, rename_cbk: { _, _, _, _ in 0 })
  }
}
