internal import Foundation
public import Units

/// The password of a session that others than this machine can reach.
public enum LivePassword {
  /// Reads the first line of a file.
  /// - Throws: ``LiveError`` with code `password` when others can read the file, or its password is short.
  public static func read(_ path: String) throws(LiveError) -> String {
    let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int
    guard let mode, let data = FileManager.default.contents(atPath: path) else {
      throw LiveError(.password, "\(path) cannot be read")
    }
    guard mode & 0o077 == 0 else {
      throw LiveError(.password, "\(path) can be read by others", remedy: "chmod 600 \(path)")
    }
    let line = data.prefix { $0 != 10 && $0 != 13 }
    guard let text = String(validating: line, as: UTF8.self), text.count >= 12, line.count <= 200 else {
      throw LiveError(.password, "the first line of \(path) is no password of 12 characters or more")
    }
    return text
  }
}
