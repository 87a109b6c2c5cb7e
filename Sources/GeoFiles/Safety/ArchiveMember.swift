// Foundation and CGDAL both bring the C library; which of them owns `stat` depends on the build.
internal import CGDAL
internal import Foundation

/// A file of an archive, named by a path that goes on behind the archive's.
package enum ArchiveMember {
  /// `a.zip/b/c.csv` → `a.zip` and `b/c.csv`; nil where no ordinary file of that name is, and for an archive as a whole.
  package static func split(_ path: String) -> (archive: String, member: String)? {
    guard let range = path.range(of: ".zip/", options: .caseInsensitive) else { return nil }
    let archive = String(path[..<path.index(before: range.upperBound)])
    var status = stat()
    guard stat(archive, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return (archive, String(path[range.upperBound...]))
  }
}
