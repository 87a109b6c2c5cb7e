import Foundation
import TestSupport

/// A run of the tool that is killed after some time, with a cache and a folder for temporary files of its own.
struct KilledRun {
  /// The folder of the cache, `$XDG_CACHE_HOME`.
  let cache: String
  /// The folder for temporary files, `$TMPDIR`.
  let temporary: String

  /// How many moments are tried: a few, or as many as the nightly run asks for.
  static var count: Int { ProcessInfo.processInfo.environment["ATALAYA_KILLS"].flatMap { Int($0) } ?? 4 }

  init(in space: Scratch) throws {
    cache = space.path("cache")
    temporary = space.path("tmp")
    for folder in [cache, temporary] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
  }

  private func start(_ arguments: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.atalaya.path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["XDG_CACHE_HOME": cache, "TMPDIR": temporary]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Runs it to its end.
  /// - Returns: How it ended, and the seconds that it took.
  func whole(_ arguments: [String]) throws -> (status: Int32, seconds: Double) {
    let began = ContinuousClock.now
    let process = try start(arguments)
    process.waitUntilExit()
    return (process.terminationStatus, began.duration(to: .now) / .seconds(1))
  }

  /// Kills it when so many seconds have passed.
  /// - Returns: Whether it was killed before its end.
  func killed(after seconds: Double, _ arguments: [String]) throws -> Bool {
    let process = try start(arguments)
    usleep(UInt32(max(0, min(seconds, 100)) * 1e6))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// The files under a folder by their paths in it, hidden ones included; without the seconds that a search took, and
  /// without the list of hashes that they change.
  static func files(_ folder: String) -> [String: Data] {
    var files: [String: Data] = [:]
    for name in FileManager.default.enumerator(atPath: folder)?.compactMap({ $0 as? String }) ?? [] {
      guard !name.hasSuffix(".atalaya-files.json"),
        let data = FileManager.default.contents(atPath: folder + "/" + name)
      else { continue }
      files[name] =
        name.hasSuffix(".json") ? Data(data.split(separator: 0x0A).filter(isSame).joined(separator: [0x0A])) : data
    }
    return files
  }

  private static func isSame(_ line: Data) -> Bool { line.range(of: Data("seconds\":".utf8)) == nil }
}
