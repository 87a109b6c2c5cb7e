public import Foundation

/// Where things are on this machine.
public enum Checkout {
  /// The package's folder.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The sample scenario.
  public static let sample = root.appendingPathComponent("GeoData/vraem").path
}

/// Reference data beside the checkout, for tests only; tests that need it are skipped by name where it is absent.
public enum SharedData {
  /// A file that holds nothing.
  public struct Empty: Error {
    /// Which.
    public var path: String
  }

  /// The folder, whether it is there or not.
  public static let folder = Checkout.root.deletingLastPathComponent().appendingPathComponent("shared/data")

  /// Whether a file is there.
  public static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  /// The lines of a file; an empty one throws, so that no test passes over nothing.
  public static func lines(_ path: String) throws -> [String] {
    let lines = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
      .split(whereSeparator: \.isNewline).map(String.init)
    guard !lines.isEmpty else { throw Empty(path: path) }
    return lines
  }
}

/// A folder that is gone when the test ends.
public final class Scratch {
  /// The folder.
  public let folder: URL
  /// Its path.
  public var path: String { folder.path }

  /// A new folder with some files.
  public init(_ files: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("atalaya-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { _ = try file(name, text) }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of a file in it.
  public func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file and returns its path.
  @discardableResult
  public func file(_ name: String, _ text: String) throws -> String { try file(name, Data(text.utf8)) }

  /// Writes a file and returns its path.
  @discardableResult
  public func file(_ name: String, _ data: Data) throws -> String {
    try data.write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  /// The names of its files, in order.
  public var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] }
}
