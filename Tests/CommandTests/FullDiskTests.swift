import Foundation
import TestSupport
import Testing

/// A full disk under the outputs, the cache and the temporary folder.
@Suite(.enabled("needs the right to mount a small file system") { SmallDisk.isPossible() })
struct FullDiskTests {
  private let space: Scratch

  init() throws { space = try Scratch() }

  /// Runs the tool with other folders than usual.
  private func run(_ arguments: [String], _ environment: [String]) throws -> Program.Outcome {
    try Program(at: "/usr/bin/env").run(environment + [Program.atalaya.path] + arguments)
  }

  /// Leaves no byte free.
  private func fill(_ disk: SmallDisk) throws {
    _ = FileManager.default.createFile(atPath: disk.path + "/filler", contents: nil)
    let handle = try #require(FileHandle(forWritingAtPath: disk.path + "/filler"))
    for size in [1 << 16, 1 << 12, 1] { while (try? handle.write(contentsOf: Data(count: size))) != nil {} }
    try? handle.close()
  }

  @Test func `when the disk of the outputs fills up, the files of the last run stay as they were`() throws {
    let (before, after) = (try IslandScenario.make("before", in: space), try IslandScenario.make("after", in: space))
    let commands: [(String, [String])] = [
      ("plan", []), ("report", []), ("leak", ["--height", "300 m"]),
      ("place", ["--budget", "USD 10M", "--objective", "area", "--height", "300 m"]),
    ]
    for (command, options) in commands {
      let disk = try SmallDisk(kilobytes: 8000)
      let cache = ["XDG_CACHE_HOME=\(space.path("cache"))"]
      func arguments(_ scenario: String) -> [String] {
        [command, scenario] + options + ["--output", disk.path + "/out", "--quiet"]
      }
      let first = try run(arguments(before), cache)
      #expect(first.status == 0, "\(command): \(first.errors)")
      let old = KilledRun.files(disk.path + "/out")
      #expect(!old.isEmpty, "\(command)")
      try fill(disk)
      let second = try run(arguments(after), cache)
      #expect(second.status == 1 && second.errors.hasPrefix("error: "), "\(command): \(second)")
      #expect(second.errors.contains("full") || second.errors.contains("No space left"), "\(command): \(second.errors)")
      #expect(KilledRun.files(disk.path + "/out") == old, "\(command)")
    }
  }

  @Test func `a full disk under the cache is reported, and the plan is made all the same`() throws {
    let scenario = try IslandScenario.make("island", in: space)
    let disk = try SmallDisk(kilobytes: 16)
    try fill(disk)
    let full = try run(["plan", scenario, "--output", space.path("full")], ["XDG_CACHE_HOME=\(disk.path)"])
    #expect(full.status == 0 && full.errors.contains("floors are not kept for the next run"), "\(full.errors)")
    #expect(Set(KilledRun.files(disk.path).keys) == ["filler"])
    let free = try run(["plan", scenario, "--output", space.path("free")], ["XDG_CACHE_HOME=\(space.path("cache"))"])
    #expect(free.status == 0)
    // The plan itself is the same; its list of warnings names the cache.
    let tables = ["coverage.csv", "windows.csv", "responses.csv", "required.csv", "floor.tif"]
    for name in tables {
      let (one, other) = (space.path("full/\(name)"), space.path("free/\(name)"))
      #expect(FileManager.default.contents(atPath: one) == FileManager.default.contents(atPath: other), "\(name)")
    }
  }

  @Test func `a full temporary folder hinders nobody`() throws {
    let scenario = try IslandScenario.make("island", in: space)
    let disk = try SmallDisk(kilobytes: 16)
    try fill(disk)
    let environment = ["XDG_CACHE_HOME=\(space.path("cache"))", "TMPDIR=\(disk.path)"]
    let full = try run(["plan", scenario, "--output", space.path("out"), "--quiet"], environment)
    #expect(full.status == 0, "\(full.errors)")
    #expect(Set(KilledRun.files(disk.path).keys) == ["filler"])
  }
}
