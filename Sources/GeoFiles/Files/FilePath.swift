/// Parts of paths as texts: nothing is looked up on the disk, and no path is too short.
package enum FilePath {
  /// The folder of a path: `d` for `d/e` and `d/e/`, `/` for `/e`, nothing for `e`.
  package static func folder(of path: String) -> String {
    let path = withoutEnd(path)
    guard let slash = path.lastIndex(of: slash) else { return "" }
    let folder = withoutEnd(path[..<slash])
    return folder.isEmpty ? "/" : String(decoding: folder, as: UTF8.self)
  }

  /// The last part of a path: `e` for `d/e`, `/e/` and `e`.
  package static func name(of path: String) -> String {
    let path = withoutEnd(path)
    return String(decoding: path.lastIndex(of: slash).map { path[path.index(after: $0)...] } ?? path, as: UTF8.self)
  }

  /// A name in a folder; an empty folder is the current one.
  package static func join(_ folder: String, _ name: String) -> String {
    folder.isEmpty ? name : folder.utf8.last == slash ? folder + name : "\(folder)/\(name)"
  }

  /// Whether a text can be the name of a file in a folder and leads nowhere else.
  package static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == slash || $0 == 0 }
  }

  private static let slash = UInt8(ascii: "/")

  private static func withoutEnd(_ path: String) -> Substring.UTF8View { withoutEnd(path.utf8[...]) }

  private static func withoutEnd(_ path: Substring.UTF8View) -> Substring.UTF8View {
    var path = path
    while path.last == slash { path.removeLast() }
    return path
  }
}
