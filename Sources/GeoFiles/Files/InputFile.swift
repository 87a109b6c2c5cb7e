// Foundation and CGDAL both bring the C library; which of them owns `stat` depends on the build.
internal import CGDAL
internal import Foundation

/// Reads small files of users whole: ordinary files up to a size, never pipes or devices without end.
package enum InputFile {
  /// The bytes of a file.
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes that it may have.
  /// - Throws: ``GeoFileError`` with code `missing`, `unreadable` or `tooLarge`.
  package static func bytes(of path: String, limit: Int) throws(GeoFileError) -> [UInt8] {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw GeoFileError(.missing, path: path, problem: "no name of a file")
    }
    var status = stat()
    guard stat(path, &status) == 0 else {
      let reason = errno
      throw GeoFileError(
        reason == ENOENT || reason == ENOTDIR ? .missing : .unreadable, path: path,
        problem: String(cString: strerror(reason)), remedy: "check the name")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw GeoFileError(.unreadable, path: path, problem: "is not an ordinary file")
    }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw GeoFileError(
        .unreadable, path: path, problem: "cannot be read: \(String(cString: strerror(errno)))",
        remedy: "check its permissions")
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    // A file may grow, and some of the system's state no size.
    while bytes.count <= limit {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        throw GeoFileError(.unreadable, path: path, problem: "cannot be read: \(String(cString: strerror(errno)))")
      }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
    throw GeoFileError(
      .tooLarge, path: path, problem: "has more than \(limit / 1_000_000) MB", remedy: "is it the right file?")
  }

  /// A file's text in UTF-8, without a byte-order mark; `badText` when it is none.
  package static func text(of path: String, limit: Int) throws(GeoFileError) -> String {
    let bytes = try bytes(of: path, limit: limit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw GeoFileError(.badText, path: path, problem: "is not UTF-8 text", remedy: "save it as UTF-8")
    }
    return text.unicodeScalars.first == "\u{FEFF}"
      ? String(String.UnicodeScalarView(text.unicodeScalars.dropFirst())) : text
  }
}
