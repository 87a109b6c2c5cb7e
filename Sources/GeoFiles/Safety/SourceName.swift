internal import CGDAL
internal import Foundation

/// What a name leads to when GDAL opens it: a file of this machine, or a member of an archive on it.
enum SourceName: Hashable {
  /// An ordinary file, by its path without symbolic links.
  case file(String)
  /// A member of an archive (or what a gzip file holds) that is an ordinary file, by the archive's path without links.
  case member(String, of: String)
  /// A path where nothing is.
  case nothing(String)

  /// Looks a name up; nil for one that names anything else: a driver, a connection, an XML text, the network. GDAL takes a name
  /// with `<VRTDataset` anywhere in it for a mosaic of its own, behind a folder too.
  init?(_ name: String) {
    guard !name.isEmpty, !name.utf8.contains(0), !name.utf8.contains(UInt8(ascii: "<")) else { return nil }
    guard !name.hasPrefix("/vsi") else {
      guard let found = Self.inArchive(name) else { return nil }
      self = found
      return
    }
    // `GTIFF_DIR:2:a.tif`: what stands before a colon would choose a driver.
    if !name.hasPrefix("/"), name.split(separator: "/").first?.contains(":") == true { return nil }
    guard let real = Self.realPath(name) else {
      self = .nothing(Self.lexical(name))
      return
    }
    var status = stat()
    guard stat(real, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self = .file(real)
  }

  /// Where it is on this machine.
  var place: String {
    switch self {
    case .file(let path), .nothing(let path), .member(_, let path): path
    }
  }

  /// Whether it lies in a folder that is named without symbolic links.
  func isInside(_ folder: String) -> Bool {
    folder == "/" || place.hasPrefix(folder + "/")
  }

  /// The folder in which a file is, without symbolic links; nil when it is not there.
  static func realFolder(of path: String) -> String? {
    realPath(path).map(FilePath.folder)
  }

  /// Bytes of what GDAL calls by a name; nil where no ordinary file is.
  static func size(of name: String) -> Int? {
    if !name.hasPrefix("/vsi") {
      var status = stat()
      return stat(name, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
    }
    guard let file = VSIFOpenL(name, "rb") else { return nil }
    defer { VSIFCloseL(file) }
    return VSIFSeekL(file, 0, SEEK_END) == 0 ? Int(clamping: VSIFTellL(file)) : nil
  }

  static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// A path of what is not there, with the links of the folders that are, and without `..`.
  private static func lexical(_ path: String) -> String {
    let absolute = URL(fileURLWithPath: path).standardizedFileURL.path
    var (head, tail) = (absolute, "")
    while head != "/", !head.isEmpty {
      if let real = realPath(head) { return tail.isEmpty ? real : "\(real)/\(tail)" }
      let last = FilePath.name(of: head)
      tail = tail.isEmpty ? last : "\(last)/\(tail)"
      head = FilePath.folder(of: head)
    }
    return absolute
  }

  /// `/vsizip/a.zip/b.tif`, `/vsizip/{a.zip}/b.tif`, `/vsigzip/b.tif.gz`, `/vsitar/a.tar/b.tif`, and one in another.
  private static func inArchive(_ name: String) -> SourceName? {
    guard let prefix = ["/vsizip/", "/vsigzip/", "/vsitar/"].first(where: name.hasPrefix) else { return nil }
    let rest = String(name.dropFirst(prefix.count))
    if rest.hasPrefix("/vsi") || rest.hasPrefix("{/vsi") {
      return inArchive(String(rest.drop { $0 == "{" })).map { .member(name, of: $0.place) }
    }
    if prefix == "/vsigzip/" {
      guard case .file(let path)? = SourceName(rest) else { return nil }
      return .member(name, of: path)
    }
    if rest.hasPrefix("{"), let end = rest.firstIndex(of: "}") {
      guard case .file(let path)? = SourceName(String(rest[rest.index(after: rest.startIndex)..<end])) else {
        return nil
      }
      return .member(name, of: path)
    }
    var head = rest.hasPrefix("/") ? "" : "."
    for part in rest.split(separator: "/") {
      head += "/\(part)"
      var status = stat()
      guard stat(head, &status) == 0 else { return nil }
      if status.st_mode & S_IFMT == S_IFREG { return realPath(head).map { .member(name, of: $0) } }
    }
    return nil
  }
}
