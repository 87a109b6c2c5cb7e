import Foundation
import TestSupport
import Testing

/// What a kill at any moment leaves. The moments are random, with a fixed seed; `ATALAYA_KILLS` tries more of them.
@Suite struct KillTests {
  private let space: Scratch
  private let runs: KilledRun

  init() throws {
    space = try Scratch()
    runs = try KilledRun(in: space)
  }

  /// Runs two versions of a command over each other and kills the second: old files or new ones, and the next run is as if
  /// nothing had been.
  private func replaces(_ command: (_ scenario: String, _ output: String) -> [String]) throws {
    let (before, after) = (
      try IslandScenario.make("before", antennaHeight: 80, in: space), try IslandScenario.make("after", in: space)
    )
    let output = space.path("out")
    #expect(try runs.whole(command(before, output)).status == 0)
    let old = KilledRun.files(output)
    let copy = space.path("copy")
    try FileManager.default.moveItem(atPath: output, toPath: copy)
    try FileManager.default.removeItem(atPath: runs.cache)
    let reference = try runs.whole(command(after, output))
    #expect(reference.status == 0)
    let new = KilledRun.files(output)
    let cached = KilledRun.files(runs.cache)
    #expect(!old.isEmpty && Set(old.keys) == Set(new.keys) && old != new && !cached.isEmpty)

    var random = SplitMix(seed: 20_261_130)
    var killed = 0
    for attempt in 0..<KilledRun.count {
      try FileManager.default.removeItem(atPath: output)
      try FileManager.default.copyItem(atPath: copy, toPath: output)
      // Every other run has floors to compute and to keep.
      if attempt.isMultiple(of: 2) { try FileManager.default.removeItem(atPath: runs.cache) }
      let moment = random.next(in: 0...reference.seconds)
      if try runs.killed(after: moment, command(after, output)) { killed += 1 }
      let left = KilledRun.files(output).filter { !$0.key.hasPrefix(".") }
      #expect(Set(left.keys) == Set(new.keys), "after \(moment) s")
      for (name, data) in left { #expect(data == old[name] || data == new[name], "\(name) after \(moment) s") }
      #expect(try runs.whole(command(after, output)).status == 0)
      #expect(KilledRun.files(output) == new, "the run after a kill at \(moment) s")
      #expect(KilledRun.files(runs.cache) == cached, "the cache after a kill at \(moment) s")
      #expect(KilledRun.files(runs.temporary).isEmpty)
    }
    #expect(killed > 0)
  }

  @Test func `a killed plan leaves old files or new ones, and a cache that serves the next`() throws {
    try replaces { ["plan", $0, "--output", $1, "--quiet"] }
  }

  @Test func `a killed place leaves old files or new ones, and a cache that serves the next`() throws {
    try replaces {
      ["place", $0, "--budget", "USD 10M", "--objective", "area", "--height", "300 m", "--output", $1, "--quiet"]
    }
  }

  @Test(.enabled(if: TileServer.isPossible, "Python or gdal_create is missing"))
  func `a killed fetch leaves whole tiles alone, and the next one finishes it`() throws {
    var server = try TileServer(tiles: [(-13, -78), (-12, -78)])
    let folder = space.path("tiles")
    func command() -> [String] {
      ["terrain", "fetch", "--product", "glo-90", "--folder", folder, "--base-url", server.url, "--quiet"]
        + ["--bounds", "-13, -78, -11, -77"]
    }
    let reference = try runs.whole(command())
    #expect(reference.status == 0)
    let whole = KilledRun.files(folder)
    #expect(whole.count == 2)
    var random = SplitMix(seed: 20_261_130)
    var killed = 0
    for attempt in 0..<KilledRun.count {
      // The server ends by itself after two minutes.
      if attempt % 20 == 19 { server = try TileServer(tiles: [(-13, -78), (-12, -78)]) }
      try FileManager.default.removeItem(atPath: folder)
      let moment = random.next(in: 0...reference.seconds)
      if try runs.killed(after: moment, command()) { killed += 1 }
      for (name, data) in KilledRun.files(folder) where name.hasSuffix(".tif") && !name.hasPrefix(".") {
        #expect(data == whole[name], "\(name) after \(moment) s")
      }
      #expect(try runs.whole(command()).status == 0)
      #expect(KilledRun.files(folder) == whole, "the fetch after a kill at \(moment) s")
    }
    #expect(killed > 0)
  }
}
