import Foundation

/// Paths as a scenario names them.
enum URLPath {
  /// The path from the root, without dots.
  static func absolute(_ path: String, in folder: URL) -> String {
    URL(fileURLWithPath: path, relativeTo: folder).standardizedFileURL.path
  }
}
