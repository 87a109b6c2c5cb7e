// Foundation and CGDAL both bring the C library; which of them owns `flock` depends on the build.
internal import CGDAL
internal import Foundation

/// The right to change the files of a folder, which one process holds at a time; given back at the end of the value's life
/// or of the process, however that ends.
///
/// It is an advisory lock (`flock`) on the folder itself, so that no lock file stays behind. A file system that has no such
/// locks gives the right to everybody.
package struct FolderLock: ~Copyable, Sendable {
  private let descriptor: Int32

  deinit { if descriptor >= 0 { close(descriptor) } }

  private init(descriptor: Int32) { self.descriptor = descriptor }

  /// Takes the lock where it is free; nil where another holds it.
  package static func take(_ folder: String) -> FolderLock? {
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return FolderLock(descriptor: -1) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { break }
      close(descriptor)
      return nil
    }
    return FolderLock(descriptor: descriptor)
  }

  /// Waits for the lock.
  /// - Parameters:
  ///   - longest: How many seconds to wait; a holder needs milliseconds for its files.
  ///   - isWaiting: Called once, when another holds the lock.
  /// - Throws: ``GeoFileError`` with code ``GeoFileFault/unwritable`` when another holds it to the end.
  package static func wait(
    for folder: String, seconds longest: Int = 60, isWaiting: () -> Void = {}
  ) throws(GeoFileError) -> FolderLock {
    let start = ContinuousClock.now
    var hasSaid = false
    while true {
      if let lock = take(folder) { return lock }
      if !hasSaid { isWaiting() }
      hasSaid = true
      guard ContinuousClock.now - start < .seconds(longest) else {
        throw GeoFileError(
          .unwritable, path: folder, problem: "another run has been writing to this folder for \(longest) s",
          remedy: "wait for its end, or name another folder")
      }
      usleep(20_000)
    }
  }
}
