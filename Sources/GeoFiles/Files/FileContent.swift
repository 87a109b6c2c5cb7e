// Foundation and CGDAL both bring the C library; which of them owns `stat` depends on the build.
internal import CGDAL
internal import Foundation

/// Content of files that are files: no link is followed, no pipe or device is waited for.
package enum FileContent {
  /// Whether there is anything under a path, be it a link that leads nowhere.
  package static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// All bytes of a file; nil where it is not a file, cannot be read or is longer than that.
  package static func bytes(of path: String, atMost most: Int) -> [UInt8]? {
    var all: [UInt8] = []
    let isWhole = read(path, atMost: most) { all += $0 }
    return isWhole ? all : nil
  }

  /// The hash of a file; nil where it is not a file or cannot be read, or has another size than that.
  package static func hash(of path: String, ifOf size: Int? = nil) -> String? {
    if let size, self.size(of: path) != size { return nil }
    var hash = ContentHash()
    return read(path, atMost: .max) { $0.withUnsafeBytes { hash.add($0) } } ? hash.text : nil
  }

  /// Bytes of a file; nil where it is not a file.
  package static func size(of path: String) -> Int? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  private static func read(_ path: String, atMost most: Int, _ take: (ArraySlice<UInt8>) -> Void) -> Bool {
    guard let size = size(of: path), size <= most else { return false }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: min(max(size, 1), 1 << 20))
    var rest = size
    while rest > 0 {
      // Whole pieces, wherever the system cuts what it gives.
      let wanted = min(rest, buffer.count)
      var got = 0
      while got < wanted {
        let count = buffer.withUnsafeMutableBytes {
          Foundation.read(descriptor, $0.baseAddress.map { $0 + got }, wanted - got)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        got += count
      }
      take(buffer[..<wanted])
      rest -= wanted
    }
    return true
  }
}
