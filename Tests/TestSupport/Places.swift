public import Foundation
internal import Synchronization

/// Where things are on this machine.
public enum Checkout {
  /// The package's folder.
  public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// The sample scenario.
  public static let sample = root.appendingPathComponent("GeoData/vraem").path
}

/// Large tiles of real terrain beside the checkout, for tests only; tests that need them are skipped by name where they are
/// absent. Everything smaller is a ``Reference`` in the repository.
public enum SharedData {
  /// The folder, whether it is there or not.
  public static let folder = Checkout.root.deletingLastPathComponent().appendingPathComponent("shared/data")

  /// Whether a file is there.
  public static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }
}

/// A folder that is gone when the test ends.
public final class Scratch: Sendable {
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

  /// A new folder that is gone when the process ends: for what static values hold, which are never released.
  public static func lasting(_ files: [String: String] = [:]) throws -> Scratch {
    let scratch = try Scratch(files)
    lasting.withLock { folders in
      if folders.isEmpty {
        atexit {
          Scratch.lasting.withLock { for scratch in $0 { try? FileManager.default.removeItem(at: scratch.folder) } }
        }
      }
      folders.append(scratch)
    }
    return scratch
  }

  private static let lasting = Mutex<[Scratch]>([])

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
