public import Foundation

/// A small reference table in the repository, in the folder `Reference` of the test target that reads it.
public enum Reference {
  /// A table that proves nothing.
  public enum Failure: Error {
    /// No such file, or none that can be read.
    case missing(path: String)
    /// A file without a line but its head.
    case empty(path: String)
  }

  /// The lines of a table, without blank ones and those of its head, which begin with `#`.
  ///
  /// - Throws: ``Failure`` when the file is missing or has no lines, so that no test passes over nothing.
  public static func lines(_ target: String, _ name: String) throws -> [String] {
    try lines(of: folder(target).appendingPathComponent(name))
  }

  /// The content of a file that has no head, such as JSON.
  ///
  /// - Throws: ``Failure`` when the file is missing or empty.
  public static func data(_ target: String, _ name: String) throws -> Data {
    let file = folder(target).appendingPathComponent(name)
    guard let data = try? Data(contentsOf: file) else { throw Failure.missing(path: file.path) }
    guard !data.isEmpty else { throw Failure.empty(path: file.path) }
    return data
  }

  /// The lines of a file at any place.
  public static func lines(of file: URL) throws -> [String] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { throw Failure.missing(path: file.path) }
    let lines = text.split(whereSeparator: \.isNewline).map(String.init).filter { !$0.hasPrefix("#") }
    guard !lines.isEmpty else { throw Failure.empty(path: file.path) }
    return lines
  }

  private static func folder(_ target: String) -> URL {
    Checkout.root.appendingPathComponent("Tests/\(target)/Reference")
  }
}
