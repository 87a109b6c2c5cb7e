internal import Foundation

/// Whether paths lead to one file.
package enum SameFile {
  /// The path behind whatever links are on the way; of a file that is not there yet as well.
  package static func path(behind path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// Whether two paths lead to one file, by whatever links.
  package static func areOne(_ a: String, _ b: String) -> Bool { path(behind: a) == path(behind: b) }
}
