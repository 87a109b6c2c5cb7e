import Foundation
import TestSupport
import Testing

/// `atalaya terrain fetch` against a server on loopback. Its made-up tiles take 6.6 MB, several requests, the first
/// of 256 KiB.
@Suite(
  .enabled(if: TileServer.isPossible, "Python or gdal_create is missing"))
struct TerrainFetchTests {
  private let space: Scratch
  private var tiles: String { space.path("tiles") }
  private let south = "S13W078"

  init() throws { space = try Scratch() }

  private func fetch(_ server: TileServer?, _ arguments: String...) throws -> Program.Outcome {
    try Program.atalaya.run(
      ["terrain", "fetch", "--product", "glo-90", "--folder", tiles]
        + (server.map { ["--base-url", $0.url] } ?? []) + arguments)
  }
  private func names() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: tiles)) ?? []).sorted()
  }
  private func file(_ south: Int, _ west: Int) -> String { TileServer.name(south, west) + ".tif" }
  private func data(_ name: String) -> Data? { FileManager.default.contents(atPath: tiles + "/" + name) }

  @Test func `tiles arrive whole, the sea is remembered, and nothing is asked twice`() throws {
    let server = try TileServer(tiles: [(-13, -78), (-12, -78)])
    let first = try fetch(server, "--bounds", "-13, -79, -11, -77")
    #expect(first.status == 0 && first.output == "terrain: { path: \(tiles), missing: sea }\n", "\(first)")
    #expect(first.errors.contains("4 tiles of glo-90") && first.errors.contains("2 not at the server"))
    // 2 tiles of 25 blocks of 256 × 256 × 4 bytes, 13.1 MB, and heads of some hundred bytes.
    #expect(first.errors.contains("2 to fetch: 13 MB"))
    #expect(names() == [".absent", file(-12, -78), file(-13, -78)])
    #expect(try data(file(-13, -78)) == server.bytes(-13, -78))
    let count = server.log.count
    let again = try fetch(server, "--bounds", "-13, -79, -11, -77")
    #expect(again.status == 0 && again.output == first.output && server.log.count == count)
    #expect(try Program.atalaya.run(["terrain", "info", tiles]).output.contains("EGM2008"))
  }

  @Test func `a busy server, a broken connection and a page that is no tile are tried again`() throws {
    let server = try TileServer(tiles: [(-13, -78)], faults: [south: ["503", "cut", "page"]])
    let run = try fetch(server, "--bounds", "-13, -78, -12, -77")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("code 503") && names() == [file(-13, -78)])
    #expect(try data(file(-13, -78)) == server.bytes(-13, -78))
    // After the break it goes on behind the half of 256 KiB that came.
    #expect(server.log.contains { $0.contains("bytes=131072-") }, "\(server.log)")
  }

  @Test func `what never gets right ends with 1 and leaves no tile`() throws {
    let busy = try TileServer(tiles: [(-13, -78)], faults: [south: ["503", "503", "503"]])
    let refused = try fetch(busy, "--bounds", "-13, -78, -12, -77", "--retries", "1")
    #expect(refused.status == 1 && refused.errors.contains("code 503; fetch again later"))
    #expect(!refused.errors.contains("kept"))
    let swapped = try TileServer(tiles: [(-13, -78)], options: ["swapped"])
    let wrong = try fetch(swapped, "--bounds", "-13, -78, -12, -77", "--retries", "0")
    #expect(wrong.status == 1 && wrong.errors.contains("does not lie where its name says"), "\(wrong.errors)")
    #expect(!names().contains { $0.hasSuffix(".tif") || $0.hasSuffix(".part") })
    // Its first part always comes anew, which is no progress.
    let torn = try TileServer(tiles: [(-13, -78)], options: ["torn"])
    let endless = try fetch(torn, "--bounds", "-13, -78, -12, -77", "--retries", "1")
    #expect(endless.status == 1 && endless.errors.contains("instead of the"), "\(endless.errors)")
    // Asked for what follows, it sends its beginning again.
    let again = try TileServer(tiles: [(-13, -78)], options: ["again"])
    let stuck = try fetch(again, "--bounds", "-13, -78, -12, -77", "--retries", "1")
    #expect(stuck.status == 1 && stuck.errors.contains("sent other bytes"), "\(stuck.errors)")
    // The look, one part, and two tries at the next.
    #expect(again.log.count <= 5, "\(again.log)")
    // The last byte of a file of n has the number n − 1 (RFC 9110, 14.4): a range that ends at n is none.
    let beyond = try TileServer(tiles: [(-13, -78)], options: ["beyond"])
    let past = try fetch(beyond, "--bounds", "-13, -78, -12, -77", "--retries", "0")
    #expect(past.status == 1 && past.errors.contains("not the range that was asked for"), "\(past.errors)")
    let none = try fetch(swapped, "--bounds", "10, 10, 11, 11")
    #expect(none.status == 1 && none.errors.contains("has none of the 1 tile"))
  }

  @Test func `without a network one line says so`() throws {
    // Port 1 of loopback listens nowhere.
    let run = try fetch(nil, "--base-url", "http://127.0.0.1:1", "--bounds", "-13, -78, -12, -77", "--retries", "0")
    #expect(run.status == 1 && run.output.isEmpty && run.errors.contains("no network?"))
    #expect(!run.errors.contains("kept"))
    #expect(!FileManager.default.fileExists(atPath: tiles))
  }

  @Test func `an interrupted fetch goes on where it ended`() throws {
    let server = try TileServer(tiles: [(-13, -78)], faults: [south: ["ok", "hang"]])
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.atalaya.path)
    process.arguments = [
      "terrain", "fetch", "--product", "glo-90", "--folder", tiles, "--base-url", server.url, "--quiet", "--bounds",
      "-13, -78, -12, -77",
    ]
    try process.run()
    // The second request hangs after the bytes of the first are on disk.
    while process.isRunning, server.log.count < 3 { usleep(10_000) }
    kill(process.processIdentifier, SIGINT)
    process.waitUntilExit()
    #expect(process.terminationStatus == 128 + SIGINT)
    let part = file(-13, -78) + ".part"
    #expect(names() == [part, part + ".tag"] && data(part)?.count == 256 << 10)
    let down = try fetch(nil, "--base-url", "http://127.0.0.1:1", "--bounds", "-13, -78, -12, -77", "--retries", "0")
    #expect(down.status == 1 && down.errors.contains("What is fetched is kept") && names().contains(part))
    let run = try fetch(server, "--bounds", "-13, -78, -12, -77")
    #expect(run.status == 0 && names() == [file(-13, -78)], "\(run.errors)")
    // Nothing that was there is asked for again, but the byte that tells the version.
    let later = server.log.dropFirst(3).compactMap { $0.split(separator: " ").dropFirst().first }
    #expect(later.prefix(2).map { $0.prefix { $0 != "-" } } == ["bytes=0", "bytes=262144"], "\(later)")
    #expect(later.filter { $0.hasPrefix("bytes=0-") } == ["bytes=0-0"])
    #expect(try data(file(-13, -78)) == server.bytes(-13, -78))
  }

  @Test func `parts of another version are dropped`() throws {
    let server = try TileServer(tiles: [(-13, -78)])
    try FileManager.default.createDirectory(atPath: tiles, withIntermediateDirectories: true)
    let part = file(-13, -78) + ".part"
    try Data(repeating: 7, count: 1000).write(to: URL(fileURLWithPath: tiles + "/" + part))
    try Data("\"an older one\"".utf8).write(to: URL(fileURLWithPath: tiles + "/" + part + ".tag"))
    let run = try fetch(server, "--bounds", "-13, -78, -12, -77")
    #expect(run.status == 0 && run.errors.contains("has changed at the server since a part of it was fetched"))
    #expect(try data(file(-13, -78)) == server.bytes(-13, -78))
  }

  @Test func `a tile that changes while it is fetched is begun anew, and told as such`() throws {
    let server = try TileServer(tiles: [(-13, -78)], faults: [south: ["ok", "change"]])
    let old = try server.bytes(-13, -78)
    let run = try fetch(server, "--bounds", "-13, -78, -12, -77")
    #expect(run.status == 0 && run.errors.contains("has changed at the server since it was looked up"), "\(run.errors)")
    #expect(!run.errors.contains("instead of the"))
    let new = try server.bytes(-13, -78)
    #expect(new != old && new.count == old.count && data(file(-13, -78)) == new)
  }

  @Test func `a server without ranges will do`() throws {
    let server = try TileServer(tiles: [(-13, -78)], options: ["plain"])
    #expect(try fetch(server, "--bounds", "-13, -78, -12, -77").status == 0)
    #expect(try data(file(-13, -78)) == server.bytes(-13, -78))
  }

  @Test func `for a scenario the line is printed, or written, and the scenario then loads`() throws {
    let server = try TileServer(tiles: [(-13, -77), (-12, -77)])
    try space.file(
      "scenario.yaml", "atalaya: 1\nname: Coast\nlayers:\n  strips: strips.csv\n")
    // 20 km and less from 13° S, and from 78° W, where there is no tile.
    try space.file("strips.csv", "id,latitude,longitude\nA,-12.05,-76.95\n")
    func run(_ arguments: String...) throws -> Program.Outcome {
      try Program.atalaya.run(
        ["terrain", "fetch", space.path, "--product", "glo-90", "--base-url", server.url] + arguments)
    }
    let dry = try run("--dry-run")
    #expect(dry.status == 0 && !space.names.contains("terrain"), "\(dry.errors)")
    // The tiles by name: those at the server among them.
    #expect(dry.output.split(separator: "\n").count == 4 && dry.output.contains("S13_00_W077_00"), "\(dry.output)")
    #expect(dry.errors.contains("4 tiles of glo-90"), "\(dry.errors)")
    let done = try run("--write")
    #expect(done.status == 0 && done.output == "terrain: { path: terrain, missing: sea }\n", "\(done.errors)")
    let text = try String(contentsOfFile: space.path("scenario.yaml"), encoding: .utf8)
    #expect(text.hasSuffix("\nterrain: { path: terrain, missing: sea }\n"))
    #expect(try Program.atalaya.run(["validate", space.path]).status == 0)
    #expect(try run("--write").status == 0)
    #expect(try String(contentsOfFile: space.path("scenario.yaml"), encoding: .utf8) == text)
  }

  @Test(arguments: ["1, 2, 3", "-13, -78, -14, -76", "a, b, c, d", "-91, 0, 1, 1"])
  func `what is no rectangle is wrong usage`(bounds: String) throws {
    #expect(try fetch(nil, "--bounds", bounds).status == 64)
    #expect(try fetch(nil).status == 64)
  }
}
