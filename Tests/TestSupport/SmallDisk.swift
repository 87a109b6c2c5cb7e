/// A file system of a few kilobytes, which only an administrator can mount; gone when the test ends.
public final class SmallDisk {
  /// No such file system can be mounted.
  public struct Missing: Error {}

  private let scratch: Scratch
  /// The folder that it is mounted on.
  public var path: String { scratch.path }

  /// Mounts one.
  public init(kilobytes: Int) throws {
    scratch = try Scratch()
    guard (try? Program.output("mount", ["-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", scratch.path])) != nil
    else { throw Missing() }
  }

  deinit { _ = try? Program.output("umount", [scratch.path]) }

  /// Whether one can be mounted here.
  public static func isPossible() -> Bool { (try? SmallDisk(kilobytes: 64)) != nil }

  /// Writes a file and returns its path.
  public func file(_ name: String, _ text: String) throws -> String { try scratch.file(name, text) }

  /// The names of its files, in order.
  public var names: [String] { scratch.names }
}
